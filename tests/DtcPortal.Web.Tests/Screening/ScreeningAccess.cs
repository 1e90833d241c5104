using DtcPortal.Application.Accounts;
using DtcPortal.Web.Tests.Security;

namespace DtcPortal.Web.Tests.Screening;

internal sealed class ScreeningAccess : IAccessTable
{
    public IEnumerable<Access> Rules =>
    [
        Access.Only("/manage/calls/{slug}/candidacies", PortalRole.ProgrammeManager, PortalRole.CoChair),
        Access.Only("/manage/calls/{slug}/candidacies/enter", PortalRole.ProgrammeManager),
        Access.Only("/manage/calls/{slug}/screening", PortalRole.ProgrammeManager, PortalRole.CoChair),
        Access.Only("/manage/calls/{slug}/screening/computed", PortalRole.ProgrammeManager),
        Access.Only("/manage/calls/{slug}/screening/{reference}", PortalRole.ProgrammeManager, PortalRole.CoChair, PortalRole.CommitteeMember),
        Access.Only("/candidacies/{reference}/clarification", PortalRole.Applicant),
    ];
}
