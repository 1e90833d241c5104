using DtcPortal.Application.Calls;
using DtcPortal.Application.Phases;
using DtcPortal.Application.Signing;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Pages.Signing;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Committee.SignRules.Needs;

/// <summary>The needs by region of a call's phase, for both co-chairs to sign.</summary>
[Authorize(Policy = nameof(Policies.Committee))]
public sealed class IndexModel(CallRulesQueries queries, PhaseQueries phases, SigningQueries sheets) : SigningPage
{
    [FromRoute]
    public string Slug { get; set; } = string.Empty;

    public CallSigned ToSign { get; private set; } = null!;

    public NeedsView View { get; private set; } = null!;

    public SigningView? Signing { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<IActionResult> ShowAsync()
    {
        ToSign = await queries.SignedAsync(Slug, Actor, Cancel);
        View = await phases.NeedsAsync(ToSign.PhaseSlug, Cancel);
        Signing = View.Id is { } id ? await sheets.ViewAsync(SignedKind.Needs, id, Actor, null, Cancel) : null;
        return Page();
    }
}
