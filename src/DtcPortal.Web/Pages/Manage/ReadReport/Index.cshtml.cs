using DtcPortal.Application.Common;
using DtcPortal.Application.Reporting;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.ReadReport;

[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(ReportQueries queries, ReportService reports) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string Centre { get; set; } = string.Empty;

    [BindProperty(SupportsGet = true, Name = "period")]
    public string PeriodText { get; set; } = string.Empty;

    [BindProperty]
    public long? Version { get; set; }

    /// <summary>Remarks by code of the indicator.</summary>
    [BindProperty(Name = nameof(Remarks))]
    public Dictionary<string, string?> Remarks { get; set; } = [];

    /// <summary>A remark on the whole report.</summary>
    [BindProperty]
    public string? Remark { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    public ReportView View { get; private set; } = null!;

    public bool CanVerify => View.State == ReportState.Submitted && Actor.Party is not null;

    public bool CanApprove => View is { State: ReportState.Verified, Verified: { } verified } && Actor.Party is { } party && party != verified.For;

    public bool CanReturn => View.State is ReportState.Submitted or ReportState.Verified;

    /// <summary>Whether the reader's own party has verified it, so that the other's approval is awaited.</summary>
    public bool AwaitsOther => View is { State: ReportState.Verified, Verified: { } verified } && verified.For == Actor.Party;

    /// <summary>Where the activities of a figure are listed.</summary>
    public string? ActivitiesOf(Indicator indicator) =>
        OurCentre.WriteReport.ReportAddresses.ActivitiesOf(indicator.Computation) is { } filter ? $"{Here}/activities?{filter.TrimStart('&')}" : null;

    public string Here => $"/manage/reports/{Centre}/{Period}";

    private ReportingPeriod Period => ReportingPeriod.TryParse(PeriodText, out var period) ? period : throw new NotFoundException();

    public async Task<IActionResult> OnGetAsync()
    {
        View = await queries.OfAsync(Centre, Period, Cancel);
        return Page();
    }

    public Task<IActionResult> OnPostReturnAsync() => DecideAsync(
        options => reports.ReturnAsync(options with { Remarks = Remarks.Append(new(string.Empty, Remark)).ToDictionary(pair => pair.Key, pair => pair.Value) }, Cancel),
        T["The report is returned to the centre with your remarks."]);

    public Task<IActionResult> OnPostVerifyAsync() => DecideAsync(
        options => reports.VerifyAsync(options, Cancel), T["You verified the report. A manager of the other party approves it."]);

    /// <summary>Approves what was read; nothing takes it back.</summary>
    public Task<IActionResult> OnPostApproveAsync(bool read) => DecideAsync(
        options =>
        {
            Rule.Require(read, "Tick that you read the report.", "read");
            return reports.ApproveAsync(options, Cancel);
        },
        T["The report is approved; its figures are in the results now."]);

    public Task<IActionResult> OnPostMoveAsync() => DoAsync(
        () => reports.MoveDueAsync(new MoveReportDue { Actor = Actor, Centre = Centre, Period = Period, DueOn = DueOn, Reason = Reason }, Cancel),
        T["The due date is moved; the centre was told."]);

    public Task<IActionResult> OnPostCorrectAsync() => DoAsync(
        () => reports.CorrectAsync(new CorrectReport { Actor = Actor, Centre = Centre, Period = Period, Reason = Reason }, Cancel),
        T["The centre was asked to correct the report; the approved figures stand until then."]);

    private Task<IActionResult> DecideAsync(Func<DecideReport, Task> decide, string notice) =>
        DoAsync(() => decide(new DecideReport { Actor = Actor, Centre = Centre, Period = Period, Version = Version }), notice);

    private Task<IActionResult> DoAsync(Func<Task> act, string notice) => AttemptAsync(
        async () =>
        {
            await act();
            Notice(notice);
            return Redirect(Here);
        },
        OnGetAsync);
}
