using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace DtcPortal.Browser.Tests.Infrastructure;

/// <summary>What every page must be: without a finding of axe, a message in the console, or sideways scrolling.</summary>
public static class PageChecks
{
    /// <summary>Runs axe on the page as it is; a page with a strict policy allows it because nothing is added to its markup.</summary>
    public static async Task MustBeAccessibleAsync(this IPage page)
    {
        var result = await page.RunAxe();
        var findings = result.Violations.Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}").ToList();
        Assert.True(findings.Count == 0, $"{page.Url}{Environment.NewLine}{string.Join(Environment.NewLine, findings)}");
    }

    /// <summary>Nothing is cut off or scrolls sideways.</summary>
    public static async Task MustFitAsync(this IPage page)
    {
        var beyond = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(beyond <= 0, $"{page.Url} is {beyond} px wider than the window");
    }

    /// <summary>Collects what the browser complains of, until the window closes.</summary>
    public static IReadOnlyCollection<string> Complaints(this IPage page)
    {
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        return complaints;
    }
}
