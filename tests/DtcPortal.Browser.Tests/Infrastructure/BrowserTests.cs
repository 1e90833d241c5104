using Xunit;

namespace DtcPortal.Browser.Tests.Infrastructure;

/// <summary>That the checks of a page find what they are for.</summary>
public sealed class BrowserTests(ChromiumBrowser browser)
{
    private const string GoodPage = "<!doctype html><html lang='en'><head><title>Portal</title></head><body><main><h1>Portal</h1></main></body></html>";
    private const string BadPage = "<!doctype html><html><head><title>Portal</title></head><body><main><h1>Portal</h1><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='><p style='inline-size: 2000px'>wide</p></main></body></html>";

    [Fact]
    public async Task GoodPage_PassesEveryCheck()
    {
        await using var window = await browser.OpenAsync(360);
        var page = await window.NewPageAsync();
        await page.SetContentAsync(GoodPage);
        Assert.Empty(await page.AccessibilityFindingsAsync());
        Assert.Equal(0, await page.WidthBeyondAsync());
    }

    [Fact]
    public async Task PageWithoutLanguageOrAlternative_IsNotAccessible()
    {
        await using var window = await browser.OpenAsync(360);
        var page = await window.NewPageAsync();
        await page.SetContentAsync(BadPage);
        var found = await page.AccessibilityFindingsAsync();
        Assert.Contains(found, finding => finding.StartsWith("image-alt", StringComparison.Ordinal));
        Assert.Contains(found, finding => finding.StartsWith("html-has-lang", StringComparison.Ordinal));
        Assert.True(await page.WidthBeyondAsync() > 1000);
    }
}
