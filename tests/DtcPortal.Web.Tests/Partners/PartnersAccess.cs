using DtcPortal.Application.Accounts;
using DtcPortal.Web.Tests.Security;

namespace DtcPortal.Web.Tests.Partners;

internal sealed class PartnersAccess : IAccessTable
{
    private static readonly PortalRole[] Partners = [PortalRole.PartnerViewer, PortalRole.ProgrammeManager, PortalRole.CoChair, PortalRole.CommitteeMember];

    public IEnumerable<Access> Rules =>
    [
        Access.Only("/partners", Partners),
        Access.Only("/partners/figures", Partners),
    ];
}
