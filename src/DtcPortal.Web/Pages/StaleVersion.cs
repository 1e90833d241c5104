namespace DtcPortal.Web.Pages;

/// <summary>What a form does about a version that became stale.</summary>
public static class StaleVersion
{
    /// <summary>After 409 the form carries the version that is stored now, so that saving again is a decision and works.</summary>
    public static void AcceptVersion(this PortalPage page, long version)
    {
        ArgumentNullException.ThrowIfNull(page);
        const string key = "Input.Version";
        if (page.Response.StatusCode == StatusCodes.Status409Conflict)
        {
            page.ModelState.SetModelValue(key, version, version.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
