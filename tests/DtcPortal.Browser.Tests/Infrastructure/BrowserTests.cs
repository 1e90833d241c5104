using Xunit;
using Xunit.Sdk;

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
        await page.MustBeAccessibleAsync();
        await page.MustFitAsync();
    }

    [Fact]
    public async Task PageWithoutLanguageOrAlternative_IsNotAccessible()
    {
        await using var window = await browser.OpenAsync(360);
        var page = await window.NewPageAsync();
        await page.SetContentAsync(BadPage);
        var found = await Assert.ThrowsAsync<TrueException>(page.MustBeAccessibleAsync);
        Assert.Contains("image-alt", found.Message, StringComparison.Ordinal);
        Assert.Contains("html-has-lang", found.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<TrueException>(page.MustFitAsync);
    }
}
