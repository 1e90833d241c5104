using System.Net;
using DtcPortal.Application.Storage;
using DtcPortal.Tests;
using DtcPortal.Web.Hosting;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.Data.Sqlite;
using Xunit;

namespace DtcPortal.Web.Tests.Hosting;

/// <summary>The program as people start it: data kept, half-made demonstrations not trusted, refusals said.</summary>
[Collection(nameof(DemoDatabase))]
public sealed class StartTests(DemoDatabase demo) : IDisposable
{
    private static readonly Dictionary<string, string> Development = new() { ["ASPNETCORE_ENVIRONMENT"] = "Development" };

    private readonly TemporaryFolder _folder = new();

    private string Database => _folder.PathOf("App_Data", "portal.db");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task Demo_KilledWhileItIsMade_IsMadeAnew_AndItsDataIsFoundAgainAfterAKill()
    {
        await using (var killed = PortalProcess.Start(_folder.Folder, ["--demo"]))
        {
            await UntilAsync(() => File.Exists($"{Database}.building"));
            await killed.KillAsync();
        }

        // who makes it ends with who asked for it, and lets its lock go unfinished
        await using (await OneAtATime.HoldAsync($"{Database}.demo-lock", Cancel))
        {
            Assert.False(File.Exists(Database));
            Assert.True(File.Exists($"{Database}.building"));
            await File.WriteAllTextAsync($"{Database}.building", "left over by a start that was killed", Cancel);
        }

        await using (var first = PortalProcess.Start(_folder.Folder, ["--demo"]))
        {
            await MustAnswerAsync(await first.AddressAsync());
            await UntilAsync(() => first.Output.Contains("applicant1@example.org", StringComparison.Ordinal));
            Assert.Contains(DemoHosting.Making, first.Output, StringComparison.Ordinal);
            Assert.False(File.Exists($"{Database}.building"));
            await first.KillAsync();
        }

        Assert.Equal("ok", Scalar("PRAGMA integrity_check"));
        var admin = Scalar("SELECT Id FROM AspNetUsers WHERE UserName = 'admin@example.org'");
        Assert.NotNull(admin);
        await using var second = PortalProcess.Start(_folder.Folder, ["--demo"]);
        await MustAnswerAsync(await second.AddressAsync());
        Assert.DoesNotContain(DemoHosting.Making, second.Output, StringComparison.Ordinal);
        Assert.Equal(admin, Scalar("SELECT Id FROM AspNetUsers WHERE UserName = 'admin@example.org'"));
        Assert.Equal(1L, Scalar("SELECT COUNT(*) FROM ClockOffsets"));
    }

    [Fact]
    public async Task Demo_ThatCannotBeMade_EndsTheStartAndSaysSo()
    {
        // a file where the folder of its data belongs
        await File.WriteAllTextAsync(_folder.PathOf("App_Data"), "in the way", Cancel);
        await using var portal = PortalProcess.Start(_folder.Folder, ["--demo"]);
        Assert.Equal(1, await portal.EndAsync());
        Assert.Contains("The demonstration could not be made", portal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_StartsEmpty_AndTakesItsFirstAdministratorFromTheCommand()
    {
        var secret = new Dictionary<string, string>(Development) { ["PORTAL_ADMIN_PASSWORD"] = "correct horse battery staple" };
        await using (var made = PortalProcess.Start(_folder.Folder, ["create-admin", "--email", "root@example.org"], secret))
        {
            Assert.Equal(0, await made.EndAsync());
        }

        await using (var twice = PortalProcess.Start(_folder.Folder, ["create-admin", "--email", "two@example.org"], secret))
        {
            Assert.Equal(1, await twice.EndAsync());
            Assert.Contains("There is an administrator already", twice.Output, StringComparison.Ordinal);
        }

        await using var portal = PortalProcess.Start(_folder.Folder, [], Development);
        await MustAnswerAsync(await portal.AddressAsync());
        Assert.Equal(1L, Scalar("SELECT COUNT(*) FROM AspNetUsers"));
    }

    [Fact]
    public async Task Log_HasTheFormatThatIsConfigured()
    {
        await using var portal = PortalProcess.Start(_folder.Folder, ["verify-audit"], new Dictionary<string, string>(Development) { ["Logging__Console__FormatterName"] = "json" });
        Assert.Equal(0, await portal.EndAsync());
        Assert.Contains("\"Category\":\"DtcPortal.Application.Storage.DatabaseMigrator\"", portal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAudit_HoldsThenBreaks()
    {
        demo.CopyTo(_folder);
        var environment = new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Demo" };
        await using (var holds = PortalProcess.Start(_folder.Folder, ["verify-audit"], environment))
        {
            Assert.Equal(0, await holds.EndAsync());
            Assert.Contains("The audit holds", holds.Output, StringComparison.Ordinal);
        }

        Scalar("UPDATE AuditEntries SET ActorName = 'Somebody else' WHERE Sequence = 7 RETURNING Id");
        await using var broken = PortalProcess.Start(_folder.Folder, ["verify-audit"], environment);
        Assert.Equal(1, await broken.EndAsync());
        Assert.Contains("BROKEN at entry 7", broken.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--demo", "", "--demo does not run in Production")]
    [InlineData("", "", "ConnectionStrings:Portal is missing")]
    [InlineData("", "Server=db;Database=portal;User ID=portal;Password=changeme", "a password that anybody would guess")]
    public async Task Production_Refuses(string argument, string connection, string reason)
    {
        var environment = new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["Database__Provider"] = connection.Length > 0 ? "MySql" : "Sqlite" };
        if (connection.Length > 0)
        {
            environment["ConnectionStrings__Portal"] = connection;
        }

        await using var portal = PortalProcess.Start(_folder.Folder, argument.Length > 0 ? [argument] : [], environment);
        Assert.Equal(1, await portal.EndAsync());
        Assert.Contains(reason, portal.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Database));
    }

    [Fact]
    public async Task Production_RefusesDemoData_AndTakesAnEmptyFileThatIsNamed()
    {
        demo.CopyTo(_folder);
        var environment = new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["ConnectionStrings__Portal"] = "Data Source=App_Data/portal.db" };
        await using (var refused = PortalProcess.Start(_folder.Folder, [], environment))
        {
            Assert.Equal(1, await refused.EndAsync());
            Assert.Contains("demo data", refused.Output, StringComparison.Ordinal);
        }

        environment["ConnectionStrings__Portal"] = "Data Source=App_Data/real.db";
        await using var portal = PortalProcess.Start(_folder.Folder, [], environment);
        await MustAnswerAsync(await portal.AddressAsync());
        Assert.True(File.Exists(_folder.PathOf("App_Data", "real.db")));
    }

    private static async Task MustAnswerAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        using var ready = await client.GetAsync("/healthz/ready", Cancel);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        // a build outside of Development would serve empty files
        using var style = await client.GetAsync("/css/portal.css", Cancel);
        Assert.True((await style.Content.ReadAsByteArrayAsync(Cancel)).Length > 1000);
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        for (var tick = 0; !holds(); tick++)
        {
            Assert.True(tick < 6000, "It did not come to pass within a minute.");
            await timer.WaitForNextTickAsync(Cancel);
        }
    }

    private object? Scalar(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
