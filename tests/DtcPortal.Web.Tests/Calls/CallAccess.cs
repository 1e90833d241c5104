using DtcPortal.Application.Accounts;
using DtcPortal.Web.Tests.Security;

namespace DtcPortal.Web.Tests.Calls;

internal sealed class CallAccess : IAccessTable
{
    private static readonly string[] Managed =
    [
        "/manage/calls", "/manage/calls/new", "/manage/calls/{slug}", "/manage/calls/{slug}/text", "/manage/calls/{slug}/dates", "/manage/calls/{slug}/contact",
        "/manage/calls/{slug}/criteria", "/manage/calls/{slug}/criterion/{code?}", "/manage/calls/{slug}/qualifications", "/manage/calls/{slug}/qualification/{code?}",
        "/manage/calls/{slug}/judging", "/manage/calls/{slug}/countries", "/manage/calls/{slug}/form", "/manage/calls/{slug}/form/{section}",
        "/manage/calls/{slug}/committee", "/manage/calls/{slug}/amendments", "/manage/calls/{slug}/questions", "/manage/calls/{slug}/next/{step}",
    ];

    private static readonly string[] Signed =
    [
        "/committee/calls/{slug}/rules", "/committee/calls/{slug}/rules/needs", "/committee/calls/{slug}/rules/presence", "/committee/calls/{slug}/rules/amendment",
    ];

    public IEnumerable<Access> Rules =>
    [
        .. Managed.Select(address => Access.Only(address, PortalRole.ProgrammeManager)),
        .. Signed.Select(address => Access.Only(address, PortalRole.CommitteeMember, PortalRole.CoChair)),
    ];
}
