using DtcPortal.Application.Common;
using DtcPortal.Application.Localization;
using DtcPortal.Domain.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Web.Pages;

/// <summary>Answers what services throw with the page for it: 404, 403, 409, 400.</summary>
internal sealed class ExceptionFilter(IText text) : IExceptionFilter
{
    /// <summary>Key of the sentence that the error page shows.</summary>
    public const string ReasonKey = "Portal:Reason";

    public void OnException(ExceptionContext context)
    {
        var (status, reason) = context.Exception switch
        {
            NotFoundException => (StatusCodes.Status404NotFound, null),
            ForbiddenException forbidden => (StatusCodes.Status403Forbidden, forbidden.Reason),
            RuleBrokenException broken => (StatusCodes.Status400BadRequest, broken.Rule),
            DbUpdateConcurrencyException => (StatusCodes.Status409Conflict, null),
            _ => (0, default(Message)),
        };
        if (status == 0)
        {
            return;
        }

        context.ExceptionHandled = true;
        context.HttpContext.Items[ReasonKey] = reason is null ? null : text.Of(reason);
        context.Result = new StatusCodeResult(status);
    }
}
