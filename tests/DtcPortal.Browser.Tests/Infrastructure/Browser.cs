using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(DtcPortal.Browser.Tests.Infrastructure.ChromiumBrowser))]

namespace DtcPortal.Browser.Tests.Infrastructure;

/// <summary>One Chromium for all tests; each test opens a window of its own, which shares nothing with the others.</summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    private static readonly string[] Flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    // the shell without windows is much the faster of the two
    private static readonly string[] Programs = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Opens a window.</summary>
    /// <param name="width">Width in CSS pixels.</param>
    /// <param name="language">What the browser asks for.</param>
    /// <param name="javaScript">Whether scripts run.</param>
    public async Task<IBrowserContext> OpenAsync(int width = 1280, string language = "en-GB", bool javaScript = true) =>
        await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            Locale = language,
            TimezoneId = "Africa/Nairobi",
            JavaScriptEnabled = javaScript,
            ReducedMotion = ReducedMotion.Reduce,
        });

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Array.Find(Programs, File.Exists), Args = Flags });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
