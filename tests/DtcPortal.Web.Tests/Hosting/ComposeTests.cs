using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using DtcPortal.Application.Files;
using DtcPortal.Application.Mail;
using DtcPortal.Application.Storage;
using DtcPortal.Tests;
using DtcPortal.Web.Hosting;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MySqlConnector;
using Xunit;

namespace DtcPortal.Web.Tests.Hosting;

/// <summary>docker-compose.yml starts what the tests start, and gives the program what it reads.</summary>
public sealed partial class ComposeTests(MariaDbServer server)
{
    private const string Secret = "k7-long-and-random";
    private const string HostVariables = "ASPNETCORE_";

    private static readonly Dictionary<string, string> Env = new()
    {
        ["MARIADB_PASSWORD"] = Secret, ["REDIS_PASSWORD"] = Secret, ["MAIL_FROM"] = "portal@example.org", ["PORTAL_HOST"] = "portal.example.org",
    };

    private readonly ComposeFile _compose = ComposeFile.Read();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Web_IsGivenOnlyWhatItReads()
    {
        var given = _compose.Environment("web", Env);
        var reads = new Recorder();
        var builder = Builder(given);
        builder.Configuration.Sources.Add(reads);
        Assert.Empty(Refusals.Of(builder, PortalCommand.Parse([])));
        builder.AddPortal();
        await using var app = builder.Build();
        app.UseProtection();

        var mail = app.Services.GetRequiredService<IOptions<MailOptions>>().Value;
        Assert.Equal(("mail", 1025, "portal@example.org"), (mail.Host, mail.Port, mail.From));
        Assert.Equal("/data/files", app.Services.GetRequiredService<IOptions<FileStoreOptions>>().Value.Folder);
        Assert.Equal(new Uri("https://portal.example.org/"), app.Services.GetRequiredService<PortalAddress>().Base);
        var database = app.Services.GetRequiredService<DatabaseOptions>();
        Assert.Equal(DatabaseProvider.MySql, database.Provider);
        Assert.Equal(Secret, new MySqlConnectionStringBuilder(database.ConnectionString).Password);
        Assert.Empty(given.Keys.Where(name => !name.StartsWith(HostVariables, StringComparison.Ordinal)).Except(reads.Asked.Select(key => key.Replace(":", "__", StringComparison.Ordinal)), StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Web_WithTheServersOfCompose_IsReady()
    {
        using var folder = new TemporaryFolder();
        await using var redis = await RedisServer.StartAsync(folder, [.. _compose.List("services/redis/command").Skip(1).Select(part => part.StartsWith("${", StringComparison.Ordinal) ? Secret : part)]);
        var connection = await server.CreateDatabaseAsync();
        var given = _compose.Environment("web", Env);
        given["ConnectionStrings__Portal"] = connection;
        given["Jobs__Redis"] = given["Jobs__Redis"].Replace("redis:6379", $"127.0.0.1:{redis.Port}", StringComparison.Ordinal);
        given["Files__Folder"] = folder.PathOf("files");
        given.Remove("ASPNETCORE_URLS");
        try
        {
            await using var portal = PortalProcess.Start(folder.Folder, [], given);
            using var client = new HttpClient { BaseAddress = await portal.AddressAsync() };
            using var ready = await client.GetAsync(HealthCheck().AbsolutePath, Cancel);
            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        }
        finally
        {
            await MariaDbServer.DropDatabaseAsync(connection);
        }
    }

    [Theory, InlineData("ConnectionStrings__Portal"), InlineData("Database__Provider")]
    public void Web_WithoutWhatIsRequired_IsRefused(string name)
    {
        var given = _compose.Environment("web", Env);
        given[name] = name == "Database__Provider" ? "Oracle" : string.Empty;
        Assert.NotEmpty(Refusals.Of(Builder(given), PortalCommand.Parse([])));
    }

    [Fact]
    public void Secrets_HaveNoDefault()
    {
        Assert.All(ComposeFile.Variables(), variable => Assert.True(
            !variable.Name.EndsWith("PASSWORD", StringComparison.Ordinal) || variable.Otherwise.Length == 0, $"{variable.Name} has a default."));
        Assert.DoesNotContain(File.ReadLines(RepositoryRoot.PathOf("docker-compose.yml")), line => WrittenSecret().IsMatch(line));
        Assert.NotEmpty(Refusals.Of(Builder(_compose.Environment("web", new Dictionary<string, string>(Env) { ["MARIADB_PASSWORD"] = "changeme" })), PortalCommand.Parse([])));
        Assert.NotEmpty(Refusals.Of(Builder(_compose.Environment("web", new Dictionary<string, string>(Env) { ["REDIS_PASSWORD"] = "changeme" })), PortalCommand.Parse([])));
    }

    [Fact]
    public void EnvExample_NamesEachVariable_AndLeavesTheRequiredEmpty()
    {
        var lines = File.ReadLines(RepositoryRoot.PathOf(".env.example")).Select(line => EnvLine().Match(line)).Where(match => match.Success)
            .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);
        Assert.Equal(ComposeFile.Variables().Select(variable => variable.Name).Distinct().Order(StringComparer.Ordinal), lines.Keys.Order(StringComparer.Ordinal));
        Assert.All(ComposeFile.Variables().Where(variable => variable.IsRequired), variable => Assert.Equal(string.Empty, lines[variable.Name]));
    }

    [Fact]
    public void Database_IsTheOneThatTestsStart()
    {
        var version = _compose["services/database/image"].Split(':')[1];
        Assert.Contains($"Ver {version}.", Version("mariadbd"), StringComparison.Ordinal);
        Assert.Equal(version, StorageRegistration.MariaDb.Version.ToString(2));
        Assert.Equal(MariaDbServer.Settings, _compose.List("services/database/command"));
        Assert.Contains(string.Join(' ', MariaDbServer.Settings), File.ReadAllText(RepositoryRoot.PathOf("tests", "run")), StringComparison.Ordinal);
        var made = _compose.Environment("database", Env);
        var used = new MySqlConnectionStringBuilder(_compose.Environment("web", Env)["ConnectionStrings__Portal"]);
        Assert.Equal(("database", made["MARIADB_DATABASE"], made["MARIADB_USER"], made["MARIADB_PASSWORD"]), (used.Server, used.Database, used.UserID, used.Password));
    }

    [Fact]
    public void Redis_IsTheOneThatTestsStart() =>
        Assert.Contains($"v={_compose["services/redis/image"].Split(':')[1]}.", Version("redis-server"), StringComparison.Ordinal);

    [Fact]
    public void Ports_Agree()
    {
        var listens = _compose["services/web/environment/ASPNETCORE_URLS"].Split(':')[^1];
        Assert.Equal(listens, HealthCheck().Port.ToString(CultureInfo.InvariantCulture));
        Assert.Contains($"EXPOSE {listens}", Dockerfile());
        var proxy = File.ReadAllText(RepositoryRoot.PathOf("deploy", "Caddyfile"));
        Assert.Contains($"reverse_proxy web:{listens} ", proxy, StringComparison.Ordinal);
        Assert.Contains($"health_uri {HealthCheck().AbsolutePath}", proxy, StringComparison.Ordinal);
        Assert.Contains("{$PORTAL_HOST}", proxy, StringComparison.Ordinal);
        // the portal refuses what is too large itself, in words
        Assert.InRange(long.Parse(Largest().Match(proxy).Groups[1].Value, CultureInfo.InvariantCulture) * 1_000_000, UploadLimit.Bytes + 1, long.MaxValue);
    }

    [Fact]
    public void Dockerfile_FindsWhatItBuilds_AndMakesTheFoldersThatAreMounted()
    {
        Assert.Equal("src/DtcPortal.Web/Dockerfile", _compose["services/web/build/dockerfile"]);
        var ignored = File.ReadAllLines(RepositoryRoot.PathOf(".dockerignore"));
        Assert.DoesNotContain(ignored, line => line is "src" or "wwwroot" or "*.props" or "global.json" || line.StartsWith("src/", StringComparison.Ordinal));
        Assert.Contains(".env", ignored);
        Assert.All(
            Dockerfile().Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal)).SelectMany(line => line.Split(' ')[1..^1]),
            source => Assert.True(Path.Exists(RepositoryRoot.PathOf(source)), source));
        Assert.Contains(Dockerfile(), line => line.Contains("mkdir -p /data /app/App_Data && chown app:app /data /app/App_Data", StringComparison.Ordinal));
        Assert.Contains(Dockerfile(), line => line.Contains("install -y --no-install-recommends wget", StringComparison.Ordinal));
        Assert.Contains($"\"{typeof(Program).Assembly.GetName().Name}.dll\"", Dockerfile()[^1], StringComparison.Ordinal);
    }

    private Uri HealthCheck() => new(_compose.List("services/web/healthcheck/test")[^1]);

    private static string[] Dockerfile() => File.ReadAllLines(RepositoryRoot.PathOf("src", "DtcPortal.Web", "Dockerfile"));

    private static WebApplicationBuilder Builder(Dictionary<string, string> environment)
    {
        var builder = PortalHost.CreateBuilder(PortalCommand.Parse(["--environment", environment["ASPNETCORE_ENVIRONMENT"]]));
        builder.Configuration.AddInMemoryCollection(environment.Select(pair => KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal), (string?)pair.Value)));
        return builder;
    }

    private static string Version(string program)
    {
        var start = new ProcessStartInfo(program, "--version") { RedirectStandardOutput = true };
        start.Environment["PATH"] = $"{System.Environment.GetEnvironmentVariable("PATH")}:/usr/sbin";
        using var process = Process.Start(start)!;
        return process.StandardOutput.ReadToEnd();
    }

    /// <summary>Answers nothing and remembers what it was asked.</summary>
    private sealed class Recorder : ConfigurationProvider, IConfigurationSource
    {
        private readonly ConcurrentDictionary<string, bool> _asked = new(StringComparer.OrdinalIgnoreCase);

        public IEnumerable<string> Asked => _asked.Keys;

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override bool TryGet(string key, out string? value)
        {
            _asked.TryAdd(key, true);
            value = null;
            return false;
        }
    }

    [GeneratedRegex(@"(?<!RANDOM_ROOT_)password\s*(=|:\s)\s*""?[^\s""$]", RegexOptions.IgnoreCase)]
    private static partial Regex WrittenSecret();

    [GeneratedRegex(@"^(# )?(?<name>[A-Z][A-Z0-9_]+)=(?<value>.*)$")]
    private static partial Regex EnvLine();

    [GeneratedRegex(@"max_size (\d+)MB")]
    private static partial Regex Largest();
}
