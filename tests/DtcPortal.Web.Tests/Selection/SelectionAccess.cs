using DtcPortal.Application.Accounts;
using DtcPortal.Web.Tests.Security;

namespace DtcPortal.Web.Tests.Selection;

internal sealed class SelectionAccess : IAccessTable
{
    public IEnumerable<Access> Rules =>
    [
        Access.Only("/candidacies/{reference}/result", PortalRole.Applicant),
        Access.Only("/candidacies/{reference}/result/accept", PortalRole.Applicant),
        Access.Only("/candidacies/{reference}/result/decline", PortalRole.Applicant),
        Access.Only("/committee/calls/{slug}/ranking", PortalRole.CommitteeMember, PortalRole.CoChair),
        Access.Only("/committee/calls/{slug}/ranking/calibration", PortalRole.CommitteeMember, PortalRole.CoChair),
        Access.Only("/committee/calls/{slug}/selection", PortalRole.CommitteeMember, PortalRole.CoChair),
        Access.Only("/committee/calls/{slug}/selection/sign", PortalRole.CommitteeMember, PortalRole.CoChair),
        Access.Only("/committee/calls/{slug}/selection/seats", PortalRole.CommitteeMember, PortalRole.CoChair),
        Access.Only("/committee/calls/{slug}/selection/override", PortalRole.CommitteeMember, PortalRole.CoChair),
        Access.Only("/committee/calls/{slug}/selection/what-if", PortalRole.CommitteeMember, PortalRole.CoChair),
        Access.Only("/committee/calls/{slug}/selection/successors/{id:guid}", PortalRole.CommitteeMember, PortalRole.CoChair),
    ];
}
