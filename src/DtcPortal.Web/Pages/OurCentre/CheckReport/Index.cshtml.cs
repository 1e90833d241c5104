using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Reporting;
using DtcPortal.Domain.Reporting;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.OurCentre.CheckReport;

[Authorize(Policy = nameof(Policies.CentreStaff))]
public sealed class IndexModel(ReportQueries queries, ReportService reports) : PortalPage
{
    [BindProperty(SupportsGet = true, Name = "period")]
    public string PeriodText { get; set; } = string.Empty;

    [BindProperty]
    public long Version { get; set; }

    public ReportView View { get; private set; } = null!;

    public bool IsManager => Actor.Is(PortalRole.CentreManager);

    public bool IsReady => View.IsEditable && View.IsOver && View.RowsInNeed.Count == 0;

    /// <summary>Where a computed figure comes from; null for none.</summary>
    public string? SourceOf(Indicator indicator) => WriteReport.ReportAddresses.Of(indicator, [.. View.Rows.Select(row => row.Indicator)], View.Period);

    private ReportingPeriod Period => ReportingPeriod.TryParse(PeriodText, out var period) ? period : throw new NotFoundException();

    public async Task<IActionResult> OnGetAsync()
    {
        View = await queries.MineAsync(Actor, Period, Cancel);
        return View.IsEditable ? Page() : Redirect($"/centre/reports/{Period}");
    }

    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            await reports.SubmitAsync(new SubmitReport { Actor = Actor, Period = Period, Version = Version }, Cancel);
            Notice(T["Report {0} is submitted. A manager of ITU or Cisco verifies it, a manager of the other approves it.", Period]);
            return Redirect($"/centre/reports/{Period}");
        },
        async () =>
        {
            View = await queries.MineAsync(Actor, Period, Cancel);
            return Page();
        });
}
