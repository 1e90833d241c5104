using DtcPortal.Application.Signing;
using DtcPortal.Domain.Common;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Signing;

/// <summary>A page with something that both parties sign: the partial _Signing posts to these two handlers.</summary>
public abstract class SigningPage : PortalPage
{
    private const string ReadField = "read";
    private const string ReasonField = "Reason";

    private Guid? _subject;

    /// <summary>Signs a version that was read.</summary>
    /// <param name="kind">What kind of thing.</param>
    /// <param name="subjectId">The thing.</param>
    /// <param name="number">The version that was read.</param>
    /// <param name="read">Whether the signer ticked that they read it.</param>
    public Task<IActionResult> OnPostSignAsync(SignedKind kind, Guid subjectId, int number, bool read)
    {
        // what else the page binds was not sent with this form
        ModelState.Clear();
        _subject = subjectId;
        return AttemptAsync(
            async () =>
            {
                Rule.Require(read, "Tick that you read this version.", ReadField);
                var complete = await Signing.SignAsync(new SignRequest { Kind = kind, SubjectId = subjectId, Number = number, Actor = Actor }, Cancel);
                Notice(complete
                    ? T["Both parties have signed version {0}. It is in force.", number]
                    : T["You signed version {0}. It is in force once the other party signs it too.", number]);
                return RedirectAfterSigning(kind, complete);
            },
            ShowAsync);
    }

    /// <summary>Does not agree, or takes a signature back, with a reason.</summary>
    public Task<IActionResult> OnPostDisagreeAsync(SignedKind kind, Guid subjectId, string? reason)
    {
        ModelState.Clear();
        _subject = subjectId;
        ModelState.SetModelValue(SigningFields.Reason(subjectId), reason, reason);
        ModelState.MarkFieldValid(SigningFields.Reason(subjectId));
        return AttemptAsync(
            async () =>
            {
                await Signing.DisagreeAsync(new DisagreeRequest { Kind = kind, SubjectId = subjectId, Reason = reason, Actor = Actor }, Cancel);
                Notice(T["The signatures are dropped, with your reason."]);
                return RedirectAfterSigning(kind, complete: false);
            },
            ShowAsync);
    }

    /// <summary>Loads what the page shows and returns Page().</summary>
    protected abstract Task<IActionResult> ShowAsync();

    /// <summary>Where to go after a signature; the same page unless said otherwise.</summary>
    protected virtual IActionResult RedirectAfterSigning(SignedKind kind, bool complete) => Redirect(Request.Path);

    // a page may hold several things to sign, each with fields of its own
    /// <inheritdoc />
    protected override string KeyOf(string? field) => (_subject, field) switch
    {
        ({ } subject, ReadField) => SigningFields.Read(subject),
        ({ } subject, ReasonField) => SigningFields.Reason(subject),
        _ => base.KeyOf(field),
    };

    private SigningService Signing => HttpContext.RequestServices.GetRequiredService<SigningService>();
}

/// <summary>Names under which the partial _Signing shows what is wrong; each is its element's id as well.</summary>
public static class SigningFields
{
    /// <summary>The box that a signer ticks.</summary>
    public static string Read(Guid subjectId) => $"read-{subjectId}";

    /// <summary>Why a signer does not agree.</summary>
    public static string Reason(Guid subjectId) => $"reason-{subjectId}";
}
