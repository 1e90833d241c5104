using DtcPortal.Application.Accounts;

namespace DtcPortal.Web.Tests.Security;

internal sealed class PlatformAccess : IAccessTable
{
    public IEnumerable<Access> Rules =>
    [
        Access.Everyone("/error/{code:int}"),
        Access.Everyone("/healthz/live"),
        Access.Everyone("/healthz/ready"),
        Access.Everyone("/account/sign-in"),
        Access.Everyone("/account/register"),
        Access.Everyone("/account/confirm"),
        Access.Everyone("/account/reset"),
        Access.Everyone("/account/sent"),
        Access.Everyone("/account/language"),
        Access.Everyone("/demo/mail/{id:guid}"),
        Access.SignedIn("/account/sign-out"),
        Access.SignedIn("/account/profile"),
        Access.SignedIn("/work"),
        Access.Only("/manage/institutions", PortalRole.ProgrammeManager),
        Access.Only("/admin/users", PortalRole.Administrator),
        Access.Only("/admin/users/invite", PortalRole.Administrator),
        Access.Only("/admin/users/{id:guid}", PortalRole.Administrator),
        Access.Only("/admin/audit", PortalRole.Administrator),
        Access.Only("/admin/outbox", PortalRole.Administrator),
        Access.Only("/admin/clock", PortalRole.Administrator),
        Access.Only("/admin/jobs/{**path}", PortalRole.Administrator),
    ];
}
