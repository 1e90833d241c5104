using DtcPortal.Application.Demo;
using DtcPortal.Application.Storage;

namespace DtcPortal.Web.Hosting;

/// <summary>What the program does not start with.</summary>
public static class Refusals
{
    private static readonly string[] DefaultSecrets =
        ["change-me", "changeme", "password", "secret", "portal", "demo", "admin", "root", "test", "123456", DemoUsers.Password];

    private static readonly string[] ConnectionKeys = ["ConnectionStrings:Portal", "Jobs:Redis"];
    private static readonly string[] SecretNames = ["password", "pwd"];

    /// <summary>Reasons not to start, in sentences; none when all is well.</summary>
    public static IReadOnlyList<string> Of(WebApplicationBuilder builder, PortalCommand command)
    {
        var reasons = new List<string>();
        var configuration = builder.Configuration;
        if (configuration["Database:Provider"] is { Length: > 0 } name && !Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out _))
        {
            reasons.Add($"Database:Provider is \"{name}\"; it can be Sqlite or MySql.");
        }

        if (builder.Environment.IsProduction())
        {
            if (command.Demo)
            {
                reasons.Add("--demo does not run in Production: demo accounts have a known password. Leave --demo out, or leave ASPNETCORE_ENVIRONMENT unset.");
            }

            if (string.IsNullOrWhiteSpace(configuration.GetConnectionString("Portal")))
            {
                reasons.Add(
                    "ConnectionStrings:Portal is missing. Name the database, such as ConnectionStrings__Portal=\"Data Source=App_Data/portal.db\" with Database__Provider=Sqlite, "
                    + "or a MariaDB with Database__Provider=MySql. To try the portal, start it with --demo; to develop it, set ASPNETCORE_ENVIRONMENT=Development.");
            }

            reasons.AddRange(SecretsOf(configuration).Where(secret => DefaultSecrets.Contains(secret.Value, StringComparer.OrdinalIgnoreCase))
                .Select(secret => $"{secret.Key} holds a password that anybody would guess. Set one of your own."));
        }
        else if (string.Equals(configuration["Database:Provider"], nameof(DatabaseProvider.MySql), StringComparison.OrdinalIgnoreCase)
            && string.IsNullOrWhiteSpace(configuration.GetConnectionString("Portal")))
        {
            reasons.Add("Database:Provider is MySql, but ConnectionStrings:Portal is missing.");
        }

        return reasons;
    }

    /// <summary>Writes the reasons and returns the program's exit code.</summary>
    public static int Report(IReadOnlyList<string> reasons)
    {
        Console.Error.WriteLine("The portal does not start:");
        foreach (var reason in reasons)
        {
            Console.Error.WriteLine($"- {reason}");
        }

        return 1;
    }

    private static IEnumerable<KeyValuePair<string, string>> SecretsOf(ConfigurationManager configuration)
    {
        foreach (var key in ConnectionKeys)
        {
            foreach (var part in (configuration[key] ?? string.Empty).Split(';', ','))
            {
                var pair = part.Split('=', 2, StringSplitOptions.TrimEntries);
                if (pair.Length == 2 && SecretNames.Contains(pair[0], StringComparer.OrdinalIgnoreCase))
                {
                    yield return new(key, pair[1].Trim('"', '\''));
                }
            }
        }

        if (configuration["Mail:Password"] is { Length: > 0 } mail)
        {
            yield return new("Mail:Password", mail);
        }
    }
}
