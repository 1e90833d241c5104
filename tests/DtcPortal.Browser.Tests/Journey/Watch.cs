using System.Text.RegularExpressions;
using DtcPortal.Browser.Tests.Infrastructure;
using Microsoft.Playwright;

namespace DtcPortal.Browser.Tests.Journey;

/// <summary>Looks at each kind of page once: accessible, within the window, and nothing in the browser's console.</summary>
internal sealed partial class Watch(string? screenshots)
{
    private readonly HashSet<string> _seen = [];

    /// <summary>What is wrong with the pages seen.</summary>
    public List<string> Findings { get; } = [];

    /// <summary>Where pages of windows without scripts are looked at: axe is a script itself.</summary>
    public IPage? Mirror { get; set; }

    /// <summary>Where the same pages are opened once more with scripts, as the same person, for their width and what the console says; null where all windows run scripts.</summary>
    public IPage? Twin { get; set; }

    /// <summary>Hears a page's console.</summary>
    public void Hear(IPage page)
    {
        page.Console += (_, message) =>
        {
            // the browser itself tells of each answer from 400 on; the journey expects those it causes
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                Findings.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => Findings.Add($"{page.Url}: {error}");
    }

    /// <summary>Looks at a page unless its kind was looked at before.</summary>
    public async Task LookAtAsync(IPage page)
    {
        var kind = Particular().Replace(new Uri(page.Url).AbsolutePath, "/*");
        if (!_seen.Add(kind))
        {
            return;
        }

        if (screenshots is not null)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(screenshots, $"{_seen.Count:000}{kind.Replace('/', '_').Replace('*', 'x')}.png"), FullPage = true });
        }

        if (await page.WidthBeyondAsync() is > 0 and var beyond)
        {
            Findings.Add($"{page.Url}: {beyond} px wider than the window");
        }

        var shown = page;
        if (Mirror is not null)
        {
            await Mirror.SetContentAsync(await page.ContentAsync(), new PageSetContentOptions { WaitUntil = WaitUntilState.Load });
            shown = Mirror;
        }

        Findings.AddRange((await shown.AccessibilityFindingsAsync()).Select(finding => $"{page.Url}: {finding}"));
        if (Twin is not null)
        {
            await LookWithScriptsAsync(Twin, page);
        }
    }

    private async Task LookWithScriptsAsync(IPage twin, IPage page)
    {
        await twin.Context.ClearCookiesAsync();
        await twin.Context.AddCookiesAsync((await page.Context.CookiesAsync()).Select(cookie => new Cookie
        {
            Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path, Expires = cookie.Expires, HttpOnly = cookie.HttpOnly, Secure = cookie.Secure, SameSite = cookie.SameSite,
        }));
        var response = await twin.GotoAsync(page.Url, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        if (response?.Status != 200)
        {
            // what a form answered is there no second time
            return;
        }

        if (await twin.WidthBeyondAsync() is > 0 and var beyond)
        {
            Findings.Add($"{page.Url} with scripts: {beyond} px wider than the window");
        }
    }

    [GeneratedRegex("/(DTC[0-9]+-[0-9]+-[0-9]+|[0-9a-f]{8}-[0-9a-f-]{27})(?=/|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Particular();
}
