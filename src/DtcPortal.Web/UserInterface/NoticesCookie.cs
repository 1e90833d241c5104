using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace DtcPortal.Web.UserInterface;

/// <summary>
/// What is said on the next page waits in a cookie of the framework's. Pages look for it each time, and the framework then removes it each time, there or not;
/// this removes it only where the browser sent one.
/// </summary>
internal sealed class NoticesCookie(CookieTempDataProvider cookie) : ITempDataProvider
{
    /// <inheritdoc />
    public IDictionary<string, object> LoadTempData(HttpContext context) => cookie.LoadTempData(context);

    /// <inheritdoc />
    public void SaveTempData(HttpContext context, IDictionary<string, object> values)
    {
        if (values.Count > 0 || context.Request.Cookies.ContainsKey(CookieTempDataProvider.CookieName))
        {
            cookie.SaveTempData(context, values);
        }
    }
}
