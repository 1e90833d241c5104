using DtcPortal.Browser.Tests.Infrastructure;
using DtcPortal.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(MariaDbServer))]

namespace DtcPortal.Browser.Tests.Journey;

/// <summary>The whole chain, from an empty portal to the dashboard, on SQLite, in English, at a desk.</summary>
public sealed class JourneyOnSqliteTests(ChromiumBrowser browser)
{
    [Fact]
    public Task Chain_InEnglish_LeadsToTheDashboard() => JourneyRun.WalkAsync(browser, new Journey.Way("en-GB", 1280, JavaScript: true, HasFourth: true));
}

/// <summary>The same on MariaDB, in French, on a phone whose browser runs no scripts; each kind of page is opened with scripts, too.</summary>
public sealed class JourneyOnMariaDbTests(ChromiumBrowser browser, MariaDbServer mariaDb)
{
    [Fact]
    public async Task Chain_InFrenchOnAPhoneWithoutJavaScript_LeadsToTheDashboard()
    {
        var connection = await mariaDb.CreateDatabaseAsync();
        try
        {
            await JourneyRun.WalkAsync(browser, new Journey.Way("fr-FR", 360, JavaScript: false), connection);
        }
        finally
        {
            await MariaDbServer.DropDatabaseAsync(connection);
        }
    }
}
