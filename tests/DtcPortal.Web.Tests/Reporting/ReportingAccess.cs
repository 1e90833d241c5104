using DtcPortal.Application.Accounts;
using DtcPortal.Web.Tests.Security;

namespace DtcPortal.Web.Tests.Reporting;

internal sealed class ReportingAccess : IAccessTable
{
    private static readonly PortalRole[] Staff = [PortalRole.CentreReporter, PortalRole.CentreManager];

    public IEnumerable<Access> Rules =>
    [
        Access.Only("/centre", Staff),
        Access.Only("/centre/activities", Staff),
        Access.Only("/centre/activities/new", Staff),
        Access.Only("/centre/activities/{id:guid}", Staff),
        Access.Only("/centre/income", Staff),
        Access.Only("/centre/reports", Staff),
        Access.Only("/centre/reports/{period}", Staff),
        Access.Only("/centre/reports/{period}/submit", Staff),
        Access.Only("/manage/reports", PortalRole.ProgrammeManager),
        Access.Only("/manage/reports/{centre}/{period}", PortalRole.ProgrammeManager),
        Access.Only("/manage/reports/{centre}/{period}/activities", PortalRole.ProgrammeManager),
        Access.Only("/manage/indicators", PortalRole.ProgrammeManager, PortalRole.CoChair),
        Access.Only("/manage/indicators/{code}", PortalRole.ProgrammeManager, PortalRole.CoChair),
        Access.Only("/manage/targets/{phase?}", PortalRole.ProgrammeManager, PortalRole.CoChair),
    ];
}
