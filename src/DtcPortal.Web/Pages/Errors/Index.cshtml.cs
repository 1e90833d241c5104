using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DtcPortal.Web.Pages.Errors;

/// <summary>Says in a sentence what went wrong and what to do next; never how the program failed.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel : PortalPage
{
    /// <summary>Heading.</summary>
    public string Heading { get; private set; } = string.Empty;

    /// <summary>What happened and what to do next.</summary>
    public string Explanation { get; private set; } = string.Empty;

    /// <summary>Under this number the failure stands in the log; null when nothing failed.</summary>
    public string? Number { get; private set; }

    /// <summary>The page whose form was refused; null where nothing was sent.</summary>
    public string? Back { get; private set; }

    /// <inheritdoc />
    [NonHandler]
    public override void OnPageHandlerExecuting(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context) => Explain();

    /// <summary>Shows the page, whatever was asked for.</summary>
    public void OnGet()
    {
    }

    /// <summary>The same after a form.</summary>
    public void OnPost()
    {
    }

    private void Explain()
    {
        var asked = int.TryParse(RouteData.Values["code"]?.ToString(), out var code) ? code : 404;
        // opened by hand it is an ordinary page about nothing
        Response.StatusCode = Response.StatusCode == 200 ? (asked is >= 400 and < 600 ? asked : 404) : Response.StatusCode;
        (Heading, Explanation) = Response.StatusCode switch
        {
            400 => (T["The form could not be read"], T["It may have been open for too long, or your browser keeps no cookies. Go back, reload the page and send it again."]),
            403 => (T["You may not do this"], T["Your account does not open this page. If it should, ask the one who invited you."]),
            404 or 405 => (T["There is no such page"], T["The address may be mistyped, or what was there may have moved."]),
            409 => (T["Someone else was quicker"], T["This was changed while you were working. Go back, reload the page and look again."]),
            413 => (T["The file is too large"], T["A file can have 20 MB. Go back and choose a smaller one, or split it."]),
            429 => (T["Too many attempts"], T["Wait a minute, then try again."]),
            _ => (T["Something went wrong"], T["It is not your fault and it has been written down. Go back and try again in a moment."]),
        };
        Explanation = HttpContext.Items[ExceptionFilter.ReasonKey] as string ?? Explanation;
        Back = HttpMethods.IsPost(Request.Method) && Response.StatusCode is 400 or 409 or 413 ? HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath : null;
        Number = Response.StatusCode >= 500 ? HttpContext.TraceIdentifier : null;
    }
}
