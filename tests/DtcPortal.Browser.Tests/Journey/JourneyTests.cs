using DtcPortal.Browser.Tests.Infrastructure;
using DtcPortal.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(MariaDbServer))]

namespace DtcPortal.Browser.Tests.Journey;

/// <summary>The whole chain as people walk it, on both databases, in both languages, with and without scripts.</summary>
public sealed class JourneyTests(ChromiumBrowser browser, MariaDbServer mariaDb)
{
    internal const string Administrator = "root@example.org";

    [Fact]
    public Task Chain_OnSqliteInEnglish_LeadsFromAnEmptyPortalToTheDashboard() => WalkAsync(new Journey.Way("en-GB", 1280, JavaScript: true), connection: null);

    [Fact]
    public async Task Chain_OnMariaDbInFrenchOnAPhone_LeadsFromAnEmptyPortalToTheDashboard()
    {
        var connection = await mariaDb.CreateDatabaseAsync();
        try
        {
            await WalkAsync(new Journey.Way("fr-FR", 360, JavaScript: true), connection);
        }
        finally
        {
            await MariaDbServer.DropDatabaseAsync(connection);
        }
    }

    [Fact]
    public Task Chain_WithoutJavaScript_LeadsFromAnEmptyPortalToTheDashboard() => WalkAsync(new Journey.Way("en-GB", 1280, JavaScript: false), connection: null);

    private async Task WalkAsync(Journey.Way way, string? connection)
    {
        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string>
        {
            // its clock can be moved, and its mails read; it starts as empty as any other
            ["ASPNETCORE_ENVIRONMENT"] = "Demo",
            ["PORTAL_ADMIN_PASSWORD"] = Journey.AdministratorPassword,
            ["RateLimits__SignIn__Permits"] = "1000",
            ["RateLimits__Register__Permits"] = "1000",
            ["RateLimits__Reset__Permits"] = "1000",
            ["RateLimits__Upload__Permits"] = "1000",
        };
        if (connection is not null)
        {
            environment["Database__Provider"] = "MySql";
            environment["ConnectionStrings__Portal"] = connection;
        }

        await using (var made = PortalProcess.Start(folder.Folder, ["create-admin", "--email", Administrator], environment))
        {
            Assert.Equal(0, await made.EndAsync());
        }

        await using var portal = PortalProcess.Start(folder.Folder, [], environment);
        await using var journey = new Journey(browser, await portal.AddressAsync(), way);
        await journey.WalkAsync();
    }
}
