using Microsoft.Playwright;
using Xunit;

namespace DtcPortal.Browser.Tests.Journey;

/// <summary>Somebody at a browser of their own: opens pages, fills in what is asked, presses what is offered; each page is checked when it is first seen.</summary>
internal sealed class Person(IBrowserContext window, IPage page, Uri portal, Watch watch)
{
    /// <summary>The one thing a page is for.</summary>
    public const string PrimaryButton = "main button.button:not(.secondary):not(.danger):visible";

    private const float ShortestWait = 5_000;
    private const float LongestWait = 30_000;

    /// <summary>The page as it is.</summary>
    public IPage Page => page;

    /// <summary>Where the person is, without the portal's own address.</summary>
    public string Address => new Uri(page.Url).PathAndQuery;

    /// <summary>Opens a page by its address.</summary>
    public Task OpenAsync(string address) => LeadsToAPageAsync(() => page.GotoAsync(new Uri(portal, address).ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.Commit }), 200, address);

    /// <summary>Opens a page unless it is already open.</summary>
    public Task BeAtAsync(string address) => Address.Split('?', '#')[0] == address ? Task.CompletedTask : OpenAsync(address);

    /// <summary>Follows the first link to an address that begins so.</summary>
    public async Task FollowAsync(string beginning) => await PressAsync($"a[href^='{beginning}']:visible");

    /// <summary>Presses a button or link that leads to a page.</summary>
    /// <param name="selector">Which; the page's primary button when left out.</param>
    /// <param name="status">What the portal answers.</param>
    public async Task PressAsync(string selector = PrimaryButton, int status = 200)
    {
        var control = page.Locator(selector).First;
        await MustBeThereAsync(control.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached, Timeout = ShortestWait }), selector);
        await LeadsToAPageAsync(() => control.ClickAsync(new LocatorClickOptions { Timeout = LongestWait }), status, selector);
    }

    /// <summary>Gives a field a value, whatever kind of field it is.</summary>
    public async Task FillAsync(string name, string value)
    {
        var fields = page.Locator($"main [name='{name}']:not([type=hidden])");
        var first = fields.First;
        var (tag, type, isFolded) = await KindOfAsync(first, name);
        if (type is "radio" or "checkbox")
        {
            first = page.Locator($"main [name='{name}'][value='{value}']:not([type=hidden])").First;
        }

        if (isFolded)
        {
            await UnfoldAsync(first);
        }

        switch (tag, type)
        {
            case ("SELECT", _):
                await first.SelectOptionAsync(value);
                break;
            case ("INPUT", "radio") or ("INPUT", "checkbox"):
                await first.CheckAsync();
                break;
            case ("INPUT", "file"):
                await first.SetInputFilesAsync(value);
                break;
            default:
                await first.FillAsync(value);
                break;
        }
    }

    /// <summary>Chooses the first real choice of a list.</summary>
    public Task ChooseFirstAsync(string name) => page.Locator($"main select[name='{name}']").First.SelectOptionAsync(new SelectOptionValue { Index = 1 });

    /// <summary>Fills what is still empty in a form with something of the kind that each field asks for.</summary>
    public async Task FillTheRestAsync(string form)
    {
        var fields = await page.Locator($"{form} :is(input, textarea)[name]:not([type=hidden]):not([type=file]):not([type=search]):visible").EvaluateAllAsync<string[]>(
            "fields => fields.map(field => [field.name, field.tagName, field.type, field.inputMode, field.value === '' ? 'empty' : ''].join('|'))");
        foreach (var field in fields.Select(field => field.Split('|')).DistinctBy(field => field[0]))
        {
            if (field[2] is "radio" or "checkbox")
            {
                await page.Locator($"{form} [name='{field[0]}']").First.CheckAsync();
            }
            else if (field[4] == "empty")
            {
                await page.Locator($"{form} [name='{field[0]}']").First.FillAsync(Answer(field[0], field[1], field[2], field[3]));
            }
        }
    }

    /// <summary>Fills several fields in their order.</summary>
    public async Task FillAsync(params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
        {
            await FillAsync(name, value);
        }
    }

    /// <summary>Whether something can be seen on the page.</summary>
    public async Task<bool> SeesAsync(string selector) => await page.Locator(selector).CountAsync() > 0;

    /// <summary>Fails with what the page says unless something is on it.</summary>
    public async Task MustSeeAsync(string selector) => Assert.True(await SeesAsync(selector), $"{selector} is not on {await DescribeAsync()}");

    /// <summary>Fails with what the page says unless it contains the words.</summary>
    public async Task MustReadAsync(string words)
    {
        var text = await page.Locator("main").InnerTextAsync();
        Assert.True(text.Contains(words, StringComparison.OrdinalIgnoreCase), $"“{words}” is not on {await DescribeAsync()}");
    }

    /// <summary>Addresses of the links on the page that begin so, each once.</summary>
    public async Task<IReadOnlyList<string>> LinksAsync(string beginning) =>
        await page.Locator($"a[href^='{beginning}']").EvaluateAllAsync<string[]>("links => [...new Set(links.map(link => link.getAttribute('href')))]");

    /// <summary>Addresses of the links on another page.</summary>
    public async Task<IReadOnlyList<string>> LinksInAsync(string address, string beginning)
    {
        await OpenAsync(address);
        return await LinksAsync(beginning);
    }

    /// <summary>Values of the buttons that a selector finds.</summary>
    public async Task<IReadOnlyList<string>> ValuesAsync(string selector) =>
        await page.Locator(selector).EvaluateAllAsync<string[]>("buttons => buttons.map(button => button.value)");

    /// <summary>Where the link in the demonstration's mail leads that the page just spoke of.</summary>
    public async Task<string> LinkInMailAsync()
    {
        await FollowAsync("/demo/mail/");
        var link = await page.Locator(".mail-text a").First.GetAttributeAsync("href");
        return link!;
    }

    /// <summary>What page it is and what it says, for a message.</summary>
    public async Task<string> DescribeAsync() => $"{page.Url}:{Environment.NewLine}{await page.Locator("body").InnerTextAsync()}";

    /// <summary>Closes the window.</summary>
    public Task LeaveAsync() => window.CloseAsync();

    private static string Answer(string name, string tag, string type, string inputMode) => (tag, type, inputMode) switch
    {
        ("TEXTAREA", _, _) => "Ten years of courses, told in a few plain words.",
        (_, "date", _) => "2023-11-20",
        (_, "tel", _) => "+254 20 555 0100",
        (_, _, "email") => "office@example.org",
        (_, _, "url") => "https://www.example.org/",
        (_, _, "decimal" or "numeric") => name.Contains("Since", StringComparison.Ordinal) ? "2008" : "12",
        _ => "Wanjiru Kamau",
    };

    /// <summary>Does what leads to another page, waits until it is there, and looks at it.</summary>
    private async Task LeadsToAPageAsync(Func<Task> act, int status, string what)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        IResponse? answer = null;
        void Arrived(object? sender, IPage where) => arrived.TrySetResult();
        void Answered(object? sender, IResponse response)
        {
            if (response.Request.IsNavigationRequest && response.Request.Frame == page.MainFrame)
            {
                answer = response;
            }
        }

        // loaded, not only parsed: without scripts nothing else makes a page wait for its style
        page.Load += Arrived;
        page.Response += Answered;
        try
        {
            await act();
            await arrived.Task.WaitAsync(TimeSpan.FromMilliseconds(LongestWait));
        }
        catch (Exception failure) when (failure is TimeoutException or PlaywrightException)
        {
            Assert.Fail($"{what} led nowhere ({failure.Message}): {await DescribeAsync()}");
        }
        finally
        {
            page.Load -= Arrived;
            page.Response -= Answered;
        }

        Assert.True(answer?.Status == status, $"{what} was answered with {answer?.Status}, not {status}: {await DescribeAsync()}");
        await watch.LookAtAsync(page);
    }

    private async Task MustBeThereAsync(Task looking, string what)
    {
        try
        {
            await looking;
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{what} is not on {await DescribeAsync()}");
        }
    }

    private async Task<(string Tag, string Type, bool IsFolded)> KindOfAsync(ILocator field, string name)
    {
        var looking = field.EvaluateAsync<string[]>(
            "field => [field.tagName, field.type ?? '', field.closest('details:not([open])') ? 'folded' : '']", null, new LocatorEvaluateOptions { Timeout = ShortestWait });
        await MustBeThereAsync(looking, name);
        var kind = await looking;
        return (kind[0], kind[1], kind[2].Length > 0);
    }

    // what is folded away is opened as a person would: by its summary
    private static async Task UnfoldAsync(ILocator field)
    {
        foreach (var closed in await field.Locator("xpath=ancestor::details[not(@open)]/summary").AllAsync())
        {
            await closed.ClickAsync();
        }
    }
}
