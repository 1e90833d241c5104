using DtcPortal.Browser.Tests.Infrastructure;
using DtcPortal.Tests;
using Xunit;

namespace DtcPortal.Browser.Tests.Journey;

/// <summary>Starts an empty portal as people do, makes its administrator by the command, and walks.</summary>
internal static class JourneyRun
{
    /// <summary>Walks the whole chain.</summary>
    /// <param name="browser">Where windows are opened.</param>
    /// <param name="way">How people use the portal.</param>
    /// <param name="mariaDb">Connection to an empty database; null for the embedded one.</param>
    public static async Task WalkAsync(ChromiumBrowser browser, Journey.Way way, string? mariaDb = null)
    {
        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string>
        {
            // its clock can be moved, and its mails read; it starts as empty as any other
            ["ASPNETCORE_ENVIRONMENT"] = "Demo",
            ["PORTAL_ADMIN_PASSWORD"] = Journey.Password,
        };
        foreach (var limit in new[] { "SignIn", "Register", "Reset", "Upload", "Ask" })
        {
            // all of these people share one address
            environment[$"RateLimits__{limit}__Permits"] = "1000";
        }

        if (mariaDb is not null)
        {
            environment["Database__Provider"] = "MySql";
            environment["ConnectionStrings__Portal"] = mariaDb;
        }

        await using (var made = PortalProcess.Start(folder.Folder, ["create-admin", "--email", Journey.Administrator], environment))
        {
            Assert.True(await made.EndAsync() == 0, made.Output);
        }

        await using var portal = PortalProcess.Start(folder.Folder, [], environment);
        await using var journey = new Journey(browser, await portal.AddressAsync(), way);
        await journey.WalkAsync();
    }
}
