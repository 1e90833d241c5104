using DtcPortal.Application.Signing;
using DtcPortal.Domain.Common;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Signing;

/// <summary>A page with something that both parties sign: the partial _Signing posts to these two handlers.</summary>
public abstract class SigningPage : PortalPage
{
    /// <summary>Signs a version that was read.</summary>
    /// <param name="kind">What kind of thing.</param>
    /// <param name="subjectId">The thing.</param>
    /// <param name="number">The version that was read.</param>
    /// <param name="read">Whether the signer ticked that they read it.</param>
    public Task<IActionResult> OnPostSignAsync(SignedKind kind, Guid subjectId, int number, bool read)
    {
        // what else the page binds was not sent with this form
        ModelState.Clear();
        return AttemptAsync(
            async () =>
            {
                Rule.Require(read, "Tick that you read this version.", "read");
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

    private SigningService Signing => HttpContext.RequestServices.GetRequiredService<SigningService>();
}
