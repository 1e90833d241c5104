using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DtcPortal.Browser.Tests.Infrastructure;

/// <summary>What keeps a page from being fit for everybody: findings of axe, and sideways scrolling.</summary>
public static class PageChecks
{
    /// <summary>What axe finds on the page as it is; a page with a strict policy allows it because nothing is added to its markup.</summary>
    public static async Task<IReadOnlyList<string>> AccessibilityFindingsAsync(this IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        return [.. result.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}")];
    }

    /// <summary>By how many CSS pixels the page is wider than its window.</summary>
    public static Task<int> WidthBeyondAsync(this IPage page) =>
        page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");
}
