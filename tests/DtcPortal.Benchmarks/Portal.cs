using System.Diagnostics;
using System.Text.RegularExpressions;

namespace DtcPortal.Benchmarks;

/// <summary>The published program on a free port, and people signed in to it.</summary>
internal sealed partial class Portal : IAsyncDisposable
{
    private readonly Process _process;

    private Portal(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Publishes the program with the floor's endpoints, which no other build has.</summary>
    public static async Task PublishAsync(string root, string folder)
    {
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", Path.Combine(root, "src", "DtcPortal.Web"), "-c", "Release", "-p:Benchmark=true", "-o", folder, "-v", "q", "--nologo"]))!;
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
        {
            throw new InvalidOperationException("The portal could not be published.");
        }
    }

    /// <summary>Starts the program over the database in a folder.</summary>
    public static async Task<Portal> StartAsync(string program, string data)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(program, "DtcPortal.Web.dll"), "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true, WorkingDirectory = program };
        start.Environment["ConnectionStrings__Portal"] = $"Data Source={Path.Combine(data, "App_Data", "portal.db")}";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Benchmark";
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (ListeningAt().Match(line) is { Success: true } match)
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return new Portal(process, new Uri(match.Groups[1].Value));
            }
        }

        throw new InvalidOperationException("The portal did not start.");
    }

    /// <summary>Resident memory in bytes.</summary>
    public long Resident
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Processor time that the program has spent.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>A browser without compression; signed in when a mail address is given.</summary>
    public async Task<HttpClient> BrowserAsync(string? email = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = true, MaxConnectionsPerServer = 64 }) { BaseAddress = Address };
        if (email is not null)
        {
            var form = await FieldsAsync(client, "/account/sign-in");
            form["Input.Email"] = email;
            form["Input.Password"] = Seed.Password;
            using var content = new FormUrlEncodedContent(form);
            using var response = await client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), content);
            if (response.RequestMessage!.RequestUri!.AbsolutePath.Contains("sign-in", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"{email} could not sign in.");
            }
        }

        return client;
    }

    /// <summary>The fields of a page's form in main, with its antiforgery token.</summary>
    public static async Task<Dictionary<string, string>> FieldsAsync(HttpClient client, string address)
    {
        var page = await client.GetStringAsync(new Uri(address, UriKind.Relative));
        var main = page[page.IndexOf("<main", StringComparison.Ordinal)..];
        return Input().Matches(main)
            .Select(match => (Name: Attribute(match.Value, "name"), Value: Attribute(match.Value, "value"), Tag: match.Value))
            .Where(field => field.Name is not null && (!field.Tag.Contains("\"radio\"", StringComparison.Ordinal) || field.Tag.Contains("checked", StringComparison.Ordinal)))
            .GroupBy(field => field.Name!).ToDictionary(group => group.Key, group => System.Net.WebUtility.HtmlDecode(group.Last().Value ?? string.Empty));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"") is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"listening on:? (http://127\.0\.0\.1:\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex ListeningAt();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();
}
