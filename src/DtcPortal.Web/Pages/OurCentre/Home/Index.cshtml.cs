using DtcPortal.Application.Centres;
using DtcPortal.Application.Reporting;
using DtcPortal.Domain.Reporting;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using DtcPortal.Web.UserInterface;

namespace DtcPortal.Web.Pages.OurCentre.Home;

[Authorize(Policy = nameof(Policies.CentreStaff))]
public sealed class IndexModel(CentreHomeQueries queries) : PortalPage
{
    private const int MostReports = 6;

    public CentreHome View { get; private set; } = null!;

    /// <summary>The latest reports.</summary>
    public IEnumerable<HomeReport> Reports => View.Reports.Take(MostReports);

    public bool IsActive => View.Standing.IsWorking;

    public bool HasEnded => View.Standing.EndedAt is not null;

    public async Task OnGetAsync() => View = await queries.MineAsync(Actor, Cancel);

    /// <summary>The state of a commitment.</summary>
    public StateWord StateOf(CommitmentProgress commitment) =>
        commitment.Done >= commitment.Agreed ? new(Tone.Good, T["Done|commitment"]) : commitment.Done > 0 ? new(Tone.Info, T["In progress"]) : new(Tone.Plain, T["Not started"]);

    /// <summary>The name of an indicator of the shipped catalogue, of which a remark speaks.</summary>
    public static string RowOf(ReportingPeriod period, string? indicator) => indicator is null ? $"/centre/reports/{period}" : $"/centre/reports/{period}#{indicator}";
}
