using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace DtcPortal.Web.Security;

/// <summary>How large a request may be.</summary>
public static class UploadLimit
{
    /// <summary>Bytes of a request with files: 20 MB of document, and the form around it.</summary>
    public const long Bytes = (20 * 1024 * 1024) + (256 * 1024);

    /// <summary>Says 413 before the body is read; the form reader would say an empty 400.</summary>
    internal static void UseUploadLimit(this WebApplication app) => app.Use((context, next) =>
    {
        var isRefused = context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (context.Request.ContentLength > Bytes && !isRefused)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            context.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = Bytes;
        }

        return next(context);
    });
}
