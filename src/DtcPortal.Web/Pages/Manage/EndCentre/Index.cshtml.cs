using DtcPortal.Application.Centres;
using DtcPortal.Application.Reporting;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Reporting;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.EndCentre;

/// <summary>Says what ending a centre does, and asks once.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(ManagedCentreQueries queries, ReportListQueries reports, CentreService centres) : PortalPage
{
    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The centre.</summary>
    public ManagedCentre Centre { get; private set; } = null!;

    /// <summary>Quarters that are over and whose report the centre owes.</summary>
    public IReadOnlyList<ReportingPeriod> OpenReports { get; private set; } = [];

    /// <summary>Asks; a centre that does not work has nothing to end.</summary>
    public async Task<IActionResult> OnGetAsync(string slug)
    {
        await LoadAsync(slug);
        return Centre.State is CentreState.Active or CentreState.Suspended ? Page() : Redirect($"/manage/centres/{slug}");
    }

    /// <summary>Ends it.</summary>
    public Task<IActionResult> OnPostAsync(string slug) => AttemptAsync(
        async () =>
        {
            await centres.ChangeAsync(new ChangeCentre { Actor = Actor, Centre = slug, Change = CentreChange.End, Reason = Reason }, Cancel);
            Notice(T["The centre has ended; its people get a mail."]);
            return Redirect($"/manage/centres/{slug}");
        },
        async () =>
        {
            await LoadAsync(slug);
            return Page();
        });

    private async Task LoadAsync(string slug)
    {
        Centre = await queries.FindAsync(slug, Cancel);
        OpenReports = await reports.OwedAsync(slug, Cancel);
    }
}
