using DtcPortal.Application.Reporting;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;

namespace DtcPortal.Web.Pages.OurCentre.Reports;

[Authorize(Policy = nameof(Policies.CentreStaff))]
public sealed class IndexModel(ReportListQueries queries) : PortalPage
{
    public IReadOnlyList<ReportListRow> Rows { get; private set; } = [];

    public async Task OnGetAsync() => Rows = await queries.MineAsync(Actor, Cancel);
}
