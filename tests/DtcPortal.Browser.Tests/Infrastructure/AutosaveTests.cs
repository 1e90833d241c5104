using DtcPortal.Tests;
using Microsoft.Playwright;
using Xunit;

namespace DtcPortal.Browser.Tests.Infrastructure;

/// <summary>Saving while one writes, against answers that come when the test lets them.</summary>
public sealed class AutosaveTests(ChromiumBrowser browser)
{
    private const string Address = "http://portal.test/";

    private const string Page = """
        <!doctype html><html lang="en"><head><title>Portal</title></head><body>
        <form id="text" method="post" action="/whole" data-autosave="/part">
          <input type="hidden" name="Version" value="1" data-version>
          <label for="reason">Reason</label><textarea id="reason" name="Reason"></textarea>
          <button>Save</button><button name="Next" value="C2">Save, then C2</button>
        </form>
        <a href="/french">Français</a>
        <script type="module" src="/autosave.js"></script></body></html>
        """;

    [Fact]
    public async Task FormSentDuringASave_WaitsForItsVersion()
    {
        await using var window = await browser.OpenAsync();
        var page = await window.NewPageAsync();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var whole = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync("**/*", async route =>
        {
            switch (new Uri(route.Request.Url).AbsolutePath)
            {
                case "/autosave.js":
                    await route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/javascript", Path = RepositoryRoot.PathOf("wwwroot", "js", "autosave.js") });
                    break;
                case "/part":
                    asked.TrySetResult();
                    await answer.Task;
                    await route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json", Body = """{"version": 2, "savedAt": "2026-01-05T16:21:00Z"}""" });
                    break;
                case "/whole":
                    whole.TrySetResult(route.Request.PostData);
                    await route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = "<p>saved</p>" });
                    break;
                default:
                    await route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = Page });
                    break;
            }
        });
        await page.GotoAsync(Address);
        await page.FillAsync("#reason", "Shown by the accounts.");
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        await page.Locator("button[name=Next]").ClickAsync();
        await page.EvaluateAsync("() => new Promise(requestAnimationFrame)");
        Assert.False(whole.Task.IsCompleted);
        answer.SetResult();

        Assert.Equal("Version=2&Reason=Shown+by+the+accounts.&Next=C2", await whole.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task LinkFollowedBeforeASave_WaitsForIt()
    {
        await using var window = await browser.OpenAsync();
        var page = await window.NewPageAsync();
        var requests = new List<string>();
        await page.RouteAsync("**/*", async route =>
        {
            var path = new Uri(route.Request.Url).AbsolutePath;
            requests.Add(path);
            switch (path)
            {
                case "/autosave.js":
                    await route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/javascript", Path = RepositoryRoot.PathOf("wwwroot", "js", "autosave.js") });
                    break;
                case "/part":
                    await route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json", Body = """{"version": 2, "savedAt": "2026-01-05T16:21:00Z"}""" });
                    break;
                default:
                    await route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = Page });
                    break;
            }
        });
        await page.GotoAsync(Address);
        await page.FillAsync("#reason", "Shown by the accounts.");

        await page.Locator("a").ClickAsync();
        // asked again and again: WaitForURLAsync misses a navigation that comes between its look at the address and its waiting
        await Assertions.Expect(page).ToHaveURLAsync($"{Address}french");

        Assert.True(requests.IndexOf("/part") is var saved and >= 0 && saved < requests.IndexOf("/french"));
    }
}
