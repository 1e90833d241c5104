using DtcPortal.Application.Accounts;
using DtcPortal.Web.Tests.Security;

namespace DtcPortal.Web.Tests.Phases;

internal sealed class PhaseAccess : IAccessTable
{
    public IEnumerable<Access> Rules =>
    [
        Access.Only("/manage/phases", PortalRole.ProgrammeManager, PortalRole.CoChair),
        Access.Only("/manage/phases/new", PortalRole.ProgrammeManager),
        Access.Only("/manage/phases/{slug}", PortalRole.ProgrammeManager, PortalRole.CoChair),
        Access.Only("/manage/phases/{slug}/edit", PortalRole.ProgrammeManager),
        Access.Only("/manage/phases/{slug}/amendments", PortalRole.ProgrammeManager, PortalRole.CoChair),
        Access.Only("/manage/phases/{slug}/review", PortalRole.ProgrammeManager),
        Access.Only("/manage/phases/{slug}/needs", PortalRole.ProgrammeManager, PortalRole.CoChair),
        Access.Only("/manage/presence", PortalRole.ProgrammeManager, PortalRole.CoChair),
        Access.Only("/manage/presence/new", PortalRole.ProgrammeManager),
        Access.Only("/manage/presence/{id:guid}", PortalRole.ProgrammeManager, PortalRole.CoChair),
    ];
}
