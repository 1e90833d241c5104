using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DtcPortal.Web.UserInterface;

/// <summary>
/// Keeps the filters, order and page that somebody chose in a list, so that they find it again when they come back to its bare address.
/// They stand in the address; a cookie of the list's own path remembers the last one until the browser is closed.
/// </summary>
public static class ListChoice
{
    /// <summary>The parameter that forgets the choice: a link to ?all=1 shows the whole list.</summary>
    public const string All = "all";

    private const string Cookie = "list";
    private const int Longest = 1000;

    /// <summary>Where to go instead: to the kept choice from the bare address, or to the bare address when all is asked for; null to show the list.</summary>
    public static IActionResult? Kept(this PageModel page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var request = page.Request;
        var path = request.PathBase + request.Path;
        var options = new CookieOptions { Path = path, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = request.IsHttps, IsEssential = true };
        if (request.Query.ContainsKey(All))
        {
            page.Response.Cookies.Delete(Cookie, options);
            return page.LocalRedirect(path);
        }

        var kept = request.Cookies[Cookie];
        if (request.QueryString.HasValue)
        {
            if (kept != request.QueryString.Value && request.QueryString.Value!.Length <= Longest)
            {
                page.Response.Cookies.Append(Cookie, request.QueryString.Value, options);
            }

            return null;
        }

        return kept is { Length: > 1 and <= Longest } && kept[0] == '?' ? page.LocalRedirect(path + kept) : null;
    }
}
