using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace DtcPortal.Browser.Tests.Infrastructure;

/// <summary>What keeps a page from being fit for everybody: findings of axe, and sideways scrolling.</summary>
public static class PageChecks
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>What axe finds on the page as it is; a page with a strict policy allows it because nothing is added to its markup.</summary>
    /// <remarks>
    /// In the page itself: the package's own way takes twice as long, because it puts the findings together in another, empty page. Nothing is loaded beforehand:
    /// only a rule on sound that plays by itself asks for that, and no page has any.
    /// </remarks>
    public static async Task<IReadOnlyList<string>> AccessibilityFindingsAsync(this IPage page)
    {
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document, { resultTypes: ['violations'], preload: false })).violations
                .map(violation => violation.id + ': ' + violation.nodes.map(node => node.html).join(' | '))
            """);
    }

    /// <summary>By how many CSS pixels the page is wider than its window.</summary>
    public static Task<int> WidthBeyondAsync(this IPage page) =>
        page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");
}
