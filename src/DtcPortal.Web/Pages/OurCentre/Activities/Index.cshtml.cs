using DtcPortal.Application.Centres;
using DtcPortal.Application.Exporting;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Reporting;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using DtcPortal.Web.UserInterface;

namespace DtcPortal.Web.Pages.OurCentre.Activities;

[Authorize(Policy = nameof(Policies.CentreStaff))]
public sealed class IndexModel(ActivityQueries queries, ActivityService activities, ManagedCentreQueries centres) : PortalPage
{
    [BindProperty(SupportsGet = true, Name = "period")]
    public string? PeriodText { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? KindText { get; set; }

    [BindProperty(SupportsGet = true, Name = "level")]
    public string? LevelText { get; set; }

    [BindProperty(SupportsGet = true, Name = "counted")]
    public string? CountedText { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Sort { get; set; } = "-date";

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>An activity that was just removed, to be put back.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Removed { get; set; }

    public ActivityList View { get; private set; } = null!;

    /// <summary>How far the centre has come: activities are entered while it is active.</summary>
    public CentreStanding Standing { get; private set; } = null!;

    /// <summary>The removed one; null when there is none, or it was put back.</summary>
    public Activity? Undo { get; private set; }

    public ActivityFilter Filter => new()
    {
        Period = ReportingPeriod.TryParse(PeriodText, out var period) ? period : null,
        Kind = Enum.TryParse<ActivityKind>(KindText, out var kind) && Enum.IsDefined(kind) ? kind : null,
        Level = Enum.TryParse<TrainingLevel>(LevelText, out var level) && Enum.IsDefined(level) ? level : null,
        Counted = Enum.TryParse<ActivityCount>(CountedText, out var counted) && Enum.IsDefined(counted) ? counted : null,
        Words = Words,
        Sort = Sort,
        Page = PageNumber,
    };

    public bool IsFiltered => Filter is { Period: not null } or { Kind: not null } or { Level: not null } or { Counted: not null } || !string.IsNullOrWhiteSpace(Words);

    public Task<IActionResult> OnGetAsync()
    {
        // an address that says nothing known shows all
        ModelState.Clear();
        return ShowAsync();
    }

    public async Task<IActionResult> OnGetDownloadAsync(string? format)
    {
        var rows = await queries.AllOfMineAsync(Actor, Filter, Cancel);
        string[] heads =
        [
            T["Quarter"], T["Kind"], T["Title"], T["First day"], T["Last day"], T["Level"], T["Delivery"], T["Curriculum"], T["Target group"], T["Hours"],
            T["People"], T["Women"], T["Men"], T["Sex not stated"], T["Completed|people"], T["Certificates"],
        ];
        return new ExportTable("activities", heads, rows.Select(row => (IReadOnlyList<object?>)
        [
            row.Period.ToString(), T.Of(row.Kind), row.Title, row.StartsOn, row.EndsOn, row.Level is { } level ? T.Of(level) : null, row.Mode is { } mode ? T.Of(mode) : null,
            row.Curriculum is { } source ? T.Of(source) : null, row.TargetGroup is { } group ? T.Of(group) : null, row.Entered.Hours,
            row.Entered.People, row.Entered.Women, row.Entered.Men, row.Entered.NotStated, row.Entered.Completed, row.Entered.Certificates,
        ])).ToFile(format);
    }

    public Task<IActionResult> OnPostRestoreAsync(Guid id)
    {
        ModelState.Clear();
        return AttemptAsync(
            async () =>
            {
                await activities.RestoreAsync(Actor, id, Cancel);
                Notice(T["The activity is back."]);
                return Redirect("/centre/activities");
            },
            ShowAsync);
    }

    private async Task<IActionResult> ShowAsync()
    {
        View = await queries.MineAsync(Actor, Filter, Cancel);
        Standing = await centres.StandingAsync(Actor, Cancel);
        if (Removed is { } id && (await queries.FindAsync(Actor, id, Cancel)).Activity is { RemovedAt: not null } removed)
        {
            Undo = removed;
        }

        return Page();
    }
}
