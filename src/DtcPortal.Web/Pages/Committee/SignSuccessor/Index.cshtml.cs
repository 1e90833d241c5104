using DtcPortal.Application.Common;
using DtcPortal.Application.Selection;
using DtcPortal.Application.Signing;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Pages.Signing;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Committee.SignSuccessor;

/// <summary>Who takes a seat that was declined or lapsed; both sign.</summary>
[Authorize(Policy = nameof(Policies.Committee))]
public sealed class IndexModel(SelectionQueries queries, SigningQueries signing) : SigningPage
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = string.Empty;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SuccessionView View { get; private set; } = null!;

    public SigningView Sheet { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        View = await queries.SuccessionAsync(Slug, Id, Actor, Cancel);
        Sheet = await signing.ViewAsync(SignedKind.Successor, Id, Actor, View.CallId, Cancel).OrNotFoundAsync();
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        await OnGetAsync();
        return Page();
    }

    protected override IActionResult RedirectAfterSigning(SignedKind kind, bool complete) =>
        complete ? Redirect($"/committee/calls/{Slug}/selection") : base.RedirectAfterSigning(kind, complete);
}
