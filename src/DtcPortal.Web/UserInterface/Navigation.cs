using System.Security.Claims;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Localization;

namespace DtcPortal.Web.UserInterface;

/// <summary>One link under the bar.</summary>
/// <param name="Address">Where it leads.</param>
/// <param name="Text">Its words.</param>
/// <param name="IsCurrent">Whether the page at hand is under it.</param>
public sealed record NavigationLink(string Address, string Text, bool IsCurrent);

/// <summary>The links under the bar: at most six, by what one does most.</summary>
public static class Navigation
{
    /// <summary>Most links shown.</summary>
    public const int Most = 6;

    /// <summary>The links for who is signed in, the one of the path at hand marked.</summary>
    public static IReadOnlyList<NavigationLink> For(ClaimsPrincipal user, PathString path, IText text, bool isDemo)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(text);
        var links = Links(user, text, isDemo).DistinctBy(link => link.Address).Take(Most).ToList();
        var current = links.Where(link => IsUnder(path, link.Address)).OrderByDescending(link => link.Address.Length).FirstOrDefault().Address;
        return [.. links.Select(link => new NavigationLink(link.Address, link.Text, link.Address == current))];
    }

    private static List<(string Address, string Text)> Links(ClaimsPrincipal user, IText text, bool isDemo)
    {
        if (user.Identity is not { IsAuthenticated: true })
        {
            return [("/", text["Home"]), ("/calls", text["Calls"]), ("/centres", text["Centres"]), ("/results", text["Results"]), ("/about", text["About"])];
        }

        var links = new List<(string Address, string Text)> { ("/work", text["What awaits me"]) };
        if (Is(user, PortalRole.Administrator))
        {
            links.AddRange([("/admin/users", text["Accounts"]), ("/admin/audit", text["Audit"]), ("/admin/outbox", text["Mails"]), ("/admin/jobs", text["Jobs"])]);
            if (isDemo)
            {
                links.Add(("/admin/clock", text["Clock"]));
            }
        }

        if (Is(user, PortalRole.ProgrammeManager))
        {
            links.AddRange([("/manage/calls", text["Calls"]), ("/manage/phases", text["Phases"]), ("/manage/centres", text["Centres"]), ("/manage/reports", text["Reports"]), ("/partners", text["Dashboard"])]);
        }

        if (Is(user, PortalRole.CoChair))
        {
            links.AddRange([("/committee", text["Committee"]), ("/manage/phases", text["Phases"]), ("/manage/presence", text["Presence"]), ("/manage/targets", text["Targets"]), ("/partners", text["Dashboard"])]);
        }

        if (Is(user, PortalRole.CommitteeMember))
        {
            links.AddRange([("/committee", text["My reviews"]), ("/calls", text["Calls"]), ("/partners", text["Dashboard"])]);
        }

        // whose institution hosts a centre may apply again in a later phase
        if (Is(user, PortalRole.Applicant) && Is(user, PortalRole.CentreManager))
        {
            links.Add(("/candidacies", text["My candidacies"]));
        }

        if (Is(user, PortalRole.CentreManager) || Is(user, PortalRole.CentreReporter))
        {
            links.AddRange([("/centre", text["Our centre"]), ("/centre/activities", text["Activities"]), ("/centre/reports", text["Reports"]), ("/centre/income", text["Income"]), ("/centre/agreement", text["Agreement|nav"])]);
        }

        if (Is(user, PortalRole.Applicant))
        {
            links.AddRange([("/candidacies", text["My candidacies"]), ("/calls", text["Calls"]), ("/centres", text["Centres"])]);
        }

        if (Is(user, PortalRole.PartnerViewer))
        {
            links.AddRange([("/partners", text["Dashboard"]), ("/partners/commitments", text["Commitments"]), ("/partners/contributions", text["Contributions"]), ("/centres", text["Centres"]), ("/results", text["Results"])]);
        }

        return links;
    }

    private static bool Is(ClaimsPrincipal user, PortalRole role) => user.IsInRole(role.ToString());

    private static bool IsUnder(PathString path, string address) => address == "/" ? path == "/" || !path.HasValue : path.StartsWithSegments(address);
}
