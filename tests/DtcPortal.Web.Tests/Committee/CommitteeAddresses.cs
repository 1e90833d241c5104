using DtcPortal.Application.Accounts;
using DtcPortal.Web.Tests.Security;

namespace DtcPortal.Web.Tests.Committee;

internal sealed class CommitteeAddresses : IAccessTable
{
    public IEnumerable<Access> Rules =>
    [
        Access.Only("/committee", PortalRole.CommitteeMember, PortalRole.CoChair),
        Access.Only("/committee/calls/{slug}", PortalRole.CommitteeMember, PortalRole.CoChair),
        Access.Only("/committee/calls/{slug}/conflicts", PortalRole.CommitteeMember, PortalRole.CoChair),
        Access.Only("/committee/{reference}", PortalRole.CommitteeMember, PortalRole.CoChair),
        Access.Only("/committee/{reference}/documents/{id:guid}/download", PortalRole.CommitteeMember, PortalRole.CoChair),
        Access.Only("/committee/{reference}/review", PortalRole.CommitteeMember, PortalRole.CoChair),
        Access.Only("/committee/{reference}/review/submit", PortalRole.CommitteeMember, PortalRole.CoChair),
        Access.Only("/manage/calls/{slug}/assignments", PortalRole.ProgrammeManager, PortalRole.CoChair, PortalRole.CommitteeMember),
    ];
}
