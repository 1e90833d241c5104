using System.Text.Json;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Localization;
using DtcPortal.Application.Mail;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Hosting;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Web.Pages;

/// <summary>What every page has: who acts, the texts, a notice after a redirect, and one answer to broken rules.</summary>
public abstract class PortalPage : PageModel
{
    /// <summary>Key of the notices among the values that survive one redirect.</summary>
    public const string NoticeKey = "Notices";

    /// <summary>Key of the mails that the act at hand caused, which the demonstration shows.</summary>
    public const string MailsKey = "Mails";

    private const int MostMails = 5;

    private Actor? _actor;
    private IText? _text;

    /// <summary>Who acts; nobody's account when nobody has signed in.</summary>
    public Actor Actor => _actor ??= CurrentActor.Of(User);

    /// <summary>Whether somebody has signed in.</summary>
    public bool IsSignedIn => Actor.Id != Guid.Empty;

    /// <summary>Texts in the reader's language.</summary>
    public IText T => _text ??= HttpContext.RequestServices.GetRequiredService<IText>();

    /// <summary>When the request arrived, by the portal's clock (rules.md 1).</summary>
    public DateTimeOffset ArrivedAt => HttpContext.Features.GetRequiredFeature<IArrival>().At;

    /// <summary>Cancelled when the reader goes away.</summary>
    protected CancellationToken Cancel => HttpContext.RequestAborted;

    /// <summary>After an act of the demonstration its mails can be read.</summary>
    // an override loses the mark of what it overrides, and its name would make it answer the method PAGE
    [NonHandler]
    public override void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        var services = HttpContext.RequestServices;
        if (HttpMethods.IsPost(Request.Method) && services.GetRequiredService<IHostEnvironment>().IsDemo()
            && services.GetRequiredService<MailComposer>().Enqueued is { Count: > 0 } mails)
        {
            TempData[MailsKey] = JsonSerializer.Serialize(mails.Take(MostMails));
        }
    }

    /// <summary>Shows a sentence, already in the reader's language, on the next page.</summary>
    protected void Notice(string sentence)
    {
        var notices = TempData.Peek(NoticeKey) is string json ? JsonSerializer.Deserialize<List<string>>(json)! : [];
        notices.Add(sentence);
        TempData[NoticeKey] = JsonSerializer.Serialize(notices);
    }

    /// <summary>Shows a message on the next page.</summary>
    protected void Notice(Message message) => Notice(T.Of(message));

    /// <summary>
    /// Acts when what was sent is valid. A broken rule is said at its field with 400, a stale version with 409; then the page is shown again with what was typed.
    /// </summary>
    /// <param name="act">Calls the service; usually ends in a redirect.</param>
    /// <param name="again">Loads what the page shows and returns Page().</param>
    /// <param name="check">Checks the form alone, so that where something in it cannot be read the rest that is wrong is told too; null checks nothing.</param>
    protected async Task<IActionResult> AttemptAsync(Func<Task<IActionResult>> act, Func<Task<IActionResult>> again, Func<Task>? check = null)
    {
        if (!ModelState.IsValid)
        {
            await TellAsync(check);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await again();
        }

        try
        {
            return await act();
        }
        catch (RuleBrokenException broken)
        {
            Tell(broken);
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError(string.Empty, T["Someone else changed this while you were working. Compare it with what you typed, then save again."]);
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        // what the refused attempt changed must neither be shown nor saved
        HttpContext.RequestServices.GetRequiredService<PortalDbContext>().ChangeTracker.Clear();
        return await again();
    }

    private async Task TellAsync(Func<Task>? check)
    {
        try
        {
            await (check?.Invoke() ?? Task.CompletedTask);
        }
        catch (RuleBrokenException broken)
        {
            Tell(broken);
        }
    }

    // a field says one thing, and what compares it with another waits until it is right by itself
    private void Tell(RuleBrokenException broken)
    {
        var wrong = ModelState.Where(entry => entry.Value?.Errors.Count > 0).Select(entry => entry.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var rule in broken.All.Where(rule => !rule.Compared.Append(rule.Field).Any(field => field is not null && wrong.Contains(KeyOf(field)))))
        {
            ModelState.AddModelError(KeyOf(rule.Field), T.Of(rule.Rule));
        }
    }

    /// <summary>As above, with a check that waits for nothing.</summary>
    protected Task<IActionResult> AttemptAsync(Func<Task<IActionResult>> act, Func<Task<IActionResult>> again, Action check) => AttemptAsync(
        act,
        again,
        () =>
        {
            check();
            return Task.CompletedTask;
        });

    /// <summary>Under which name a page shows what is wrong with a field that a rule names.</summary>
    protected virtual string KeyOf(string? field)
    {
        const string input = "Input";
        return field is null ? string.Empty
            : GetType().GetProperty(input) is null || field.StartsWith($"{input}.", StringComparison.Ordinal) || IsBound(field) ? field
            : $"{input}.{field}";

        // a field of the page itself, beside its Input
        bool IsBound(string name) => GetType().GetProperty(name)?.IsDefined(typeof(BindPropertyAttribute), inherit: true) == true;
    }
}
