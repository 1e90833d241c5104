using System.Globalization;
using DtcPortal.Browser.Tests.Infrastructure;
using DtcPortal.Tests;
using Microsoft.Playwright;
using Xunit;

namespace DtcPortal.Browser.Tests.Journey;

/// <summary>
/// The whole chain, from an empty portal to the partners' dashboard, with nothing but its pages: people are invited, a phase and its call are
/// written, signed and published, institutions apply, the committee decides, centres report. Time moves by the clock of the demonstration's environment.
/// </summary>
internal sealed partial class Journey(ChromiumBrowser browser, Uri address, Journey.Way way) : IAsyncDisposable
{
    /// <summary>Mail address of the first administrator.</summary>
    public const string Administrator = "root@example.org";

    /// <summary>Everybody's password.</summary>
    public const string Password = "eleven quiet green tables";

    private readonly Watch _watch = new(way.Screenshots);
    private readonly List<Person> _people = [];
    private readonly TemporaryFolder _documents = new();

    private Person _admin = null!;
    private Person _managerItu = null!;
    private Person _managerCisco = null!;
    private Person _chairItu = null!;
    private Person _chairCisco = null!;
    private Person _partner = null!;
    private readonly List<IBrowserContext> _watching = [];

    /// <summary>How people use the portal.</summary>
    /// <param name="Language">What their browsers ask for.</param>
    /// <param name="Width">Of their windows, in CSS pixels.</param>
    /// <param name="JavaScript">Whether scripts run.</param>
    /// <param name="HasFourth">Whether a fourth institution applies that is too weak to be chosen; it meets no kind of page that the others do not.</param>
    internal sealed record Way(string Language, int Width, bool JavaScript, bool HasFourth = false)
    {
        /// <summary>Where pictures of the pages are kept, for who wants to look at them.</summary>
        public string? Screenshots { get; } = Environment.GetEnvironmentVariable("PORTAL_TESTS_SCREENSHOTS") is { Length: > 0 } folder
            ? Directory.CreateDirectory(Path.Combine(folder, $"{Language}-{Width}{(JavaScript ? "" : "-noscript")}")).FullName
            : null;
    }

    /// <summary>Walks it from end to end.</summary>
    public async Task WalkAsync()
    {
        if (!way.JavaScript)
        {
            await WatchWithScriptsAsync();
        }

        await InviteEverybodyAsync();
        await AgreeOnThePhaseAsync();
        await PublishTheCallAsync();
        await ApplyAsync();
        await ScreenAsync();
        await AssignAsync();
        await ReviewAsync();
        await DecideAsync();
        await AnswerOffersAsync();
        await ActivateCentreAsync();
        await ReportAsync();
        await SeeResultsAsync();
        await LookAtTheRecordsAsync();
        Assert.True(_watch.Findings.Count == 0, string.Join(Environment.NewLine, _watch.Findings));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people)
        {
            await person.LeaveAsync();
        }

        foreach (var window in _watching)
        {
            await window.CloseAsync();
        }

        _documents.Dispose();
    }

    private async Task WatchWithScriptsAsync()
    {
        _watch.Mirror = await WatchingAsync();
        await _watch.Mirror.RouteAsync("**/*.js", route => route.AbortAsync());
        await _watch.Mirror.GotoAsync(new Uri(address, "/about").ToString());
        _watch.Twin = await WatchingAsync();
        _watch.Hear(_watch.Twin);

        async Task<IPage> WatchingAsync()
        {
            var window = await browser.OpenAsync(way.Width, way.Language);
            _watching.Add(window);
            return await window.NewPageAsync();
        }
    }

    private async Task<Person> SomebodyAsync()
    {
        var window = await browser.OpenAsync(way.Width, way.Language, way.JavaScript);
        var page = await window.NewPageAsync();
        _watch.Hear(page);
        var person = new Person(window, page, address, _watch);
        _people.Add(person);
        return person;
    }

    /// <summary>Signs for a party: reads the version, says so, and presses the button.</summary>
    private static async Task SignAsync(Person chair, string where)
    {
        await chair.OpenAsync(where);
        await chair.FillAsync("read", "true");
        await chair.PressAsync("form[action*='handler=Sign'] button");
        await chair.MustSeeAsync("main [role=status]");
    }

    private async Task BothSignAsync(string where)
    {
        await SignAsync(_chairItu, where);
        await SignAsync(_chairCisco, where);
    }

    private async Task MoveClockAsync(int days)
    {
        await _admin.OpenAsync("/admin/clock");
        await _admin.FillAsync("Days", days.ToString(CultureInfo.InvariantCulture));
        await _admin.PressAsync("#by-days button");
        Today = Today.AddDays(days);
    }

    /// <summary>The day of the portal, which goes ahead of the real one.</summary>
    private DateOnly Today { get; set; } = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <summary>A file that somebody has at hand.</summary>
    private async Task<string> DocumentAsync(string name)
    {
        var file = _documents.PathOf($"{name}.pdf");
        await File.WriteAllTextAsync(file, "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
        return file;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
