namespace DtcPortal.Web.Security;

internal static class SecurityHeaders
{
    private const string Strict =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    // Hangfire's dashboard, administrators only, sets styles inline
    private const string Dashboard =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Sends with each answer what browsers may do with it.</summary>
    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments(PortalPaths.Jobs) ? Dashboard : Strict;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            // what somebody sees by their rights stays in no cache: pages, documents, exports
            if (headers.CacheControl.Count == 0 && context.User.Identity?.IsAuthenticated == true)
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(context);
    });
}

/// <summary>Addresses that more than one file needs.</summary>
public static class PortalPaths
{
    /// <summary>Where sign-in is asked for.</summary>
    public const string SignIn = "/account/sign-in";

    /// <summary>Where sign-in leads.</summary>
    public const string Work = "/work";

    /// <summary>Hangfire's dashboard.</summary>
    public const string Jobs = "/admin/jobs";
}
