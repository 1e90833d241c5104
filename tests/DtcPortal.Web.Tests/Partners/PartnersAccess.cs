using DtcPortal.Application.Accounts;
using DtcPortal.Web.Tests.Security;

namespace DtcPortal.Web.Tests.Partners;

internal sealed class PartnersAccess : IAccessTable
{
    private static readonly PortalRole[] Partners = [PortalRole.PartnerViewer, PortalRole.ProgrammeManager, PortalRole.CoChair, PortalRole.CommitteeMember];

    private static readonly PortalRole[] PartnersAndCentres = [.. Partners, PortalRole.CentreManager, PortalRole.CentreReporter];

    public IEnumerable<Access> Rules =>
    [
        Access.Only("/partners", Partners),
        Access.Only("/partners/figures", Partners),
        Access.Only("/partners/contributions", PartnersAndCentres),
        Access.Only("/partners/contributions/{id:guid}", PartnersAndCentres),
        Access.Only("/partners/contributions/pledge", Partners),
        Access.Only("/partners/commitments", PartnersAndCentres),
        Access.Only("/partners/commitments/{id:guid}", PortalRole.ProgrammeManager),
        Access.Only("/manage/partners", PortalRole.ProgrammeManager),
    ];
}
