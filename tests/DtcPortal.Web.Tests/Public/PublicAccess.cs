using DtcPortal.Web.Tests.Security;

namespace DtcPortal.Web.Tests.Public;

internal sealed class PublicAccess : IAccessTable
{
    public IEnumerable<Access> Rules =>
    [
        Access.Everyone("/"),
        Access.Everyone("/calls"),
        Access.Everyone("/calls/{slug}"),
        Access.Everyone("/calls/{slug}/eligibility"),
        Access.Everyone("/centres"),
        Access.Everyone("/centres/{slug}"),
        Access.Everyone("/about"),
        Access.Everyone("/privacy"),
        Access.Everyone("/accessibility"),
        Access.Everyone("/results"),
        Access.Everyone("/api/v1/results"),
        Access.Everyone("/api/v1/indicators"),
        Access.Everyone("/openapi/{documentName}.json"),
    ];
}
