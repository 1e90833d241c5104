namespace DtcPortal.Web.Hosting;

/// <summary>What the program is asked to do; its own switches are taken out before the rest is read as configuration.</summary>
/// <param name="Demo">Whether to start with demo data.</param>
/// <param name="Verb">A command to run instead of serving pages; null to serve.</param>
/// <param name="Arguments">The command's own arguments.</param>
/// <param name="Configuration">What is left, for the configuration.</param>
public sealed record PortalCommand(bool Demo, string? Verb, IReadOnlyList<string> Arguments, string[] Configuration)
{
    /// <summary>Makes the first administrator.</summary>
    public const string CreateAdmin = "create-admin";

    /// <summary>Checks the audit's chain.</summary>
    public const string VerifyAudit = "verify-audit";

    /// <summary>Makes the demonstration's database; the program starts itself with it, so that the making has a process of its own.</summary>
    public const string MakeDemo = "make-demo";

    private static readonly string[] Verbs = [CreateAdmin, VerifyAudit, MakeDemo];
    private static readonly string[] OwnOptions = ["--email", "--name", "--password"];

    /// <summary>Reads the program's arguments.</summary>
    public static PortalCommand Parse(string[] args)
    {
        var demo = false;
        string? verb = null;
        var own = new List<string>();
        var rest = new List<string>();
        for (var index = 0; index < args.Length; index++)
        {
            var arg = args[index];
            if (arg == "--demo")
            {
                demo = true;
            }
            else if (verb is null && Verbs.Contains(arg))
            {
                verb = arg;
            }
            else if (verb is not null && Array.Exists(OwnOptions, option => arg.StartsWith(option, StringComparison.Ordinal)))
            {
                own.AddRange(arg.Split('=', 2));
                if (!arg.Contains('=', StringComparison.Ordinal) && index + 1 < args.Length)
                {
                    own.Add(args[++index]);
                }
            }
            else if (verb is not null && !arg.StartsWith('-') && (index == 0 || !args[index - 1].StartsWith("--", StringComparison.Ordinal) || args[index - 1] == "--demo"))
            {
                own.Add("--email");
                own.Add(arg);
            }
            else
            {
                rest.Add(arg);
            }
        }

        return new PortalCommand(demo, verb, own, [.. rest]);
    }

    /// <summary>An option of the command; null when it is not given.</summary>
    public string? Option(string name)
    {
        for (var index = 0; index + 1 < Arguments.Count; index += 2)
        {
            if (Arguments[index] == name)
            {
                return Arguments[index + 1];
            }
        }

        return null;
    }
}
