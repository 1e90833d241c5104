using DtcPortal.Application.Accounts;
using DtcPortal.Web.Tests.Security;

namespace DtcPortal.Web.Tests.Centres;

internal sealed class AgreementAccess : IAccessTable
{
    public IEnumerable<Access> Rules =>
    [
        Access.Only("/manage/centres", PortalRole.ProgrammeManager),
        Access.Only("/manage/centres/{slug}", PortalRole.ProgrammeManager),
        Access.Only("/manage/centres/{slug}/end", PortalRole.ProgrammeManager),
        Access.Only("/centre/agreement", PortalRole.CentreReporter, PortalRole.CentreManager),
        Access.Only("/centre/people", PortalRole.CentreManager),
        Access.Only("/centre/people/{id:guid}", PortalRole.CentreManager),
    ];
}
