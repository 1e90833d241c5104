using DtcPortal.Application.Calls;
using DtcPortal.Application.Signing;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Pages.Signing;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Committee.SignRules.Amendment;

/// <summary>The amendments of a call, the open one for both co-chairs to sign.</summary>
[Authorize(Policy = nameof(Policies.Committee))]
public sealed class IndexModel(CallRulesQueries queries, CallPartQueries parts, SigningQueries sheets) : SigningPage
{
    [FromRoute]
    public string Slug { get; set; } = string.Empty;

    public CallSigned ToSign { get; private set; } = null!;

    public IReadOnlyList<CallAmendmentRow> Amendments { get; private set; } = [];

    public SigningView? Signing { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<IActionResult> ShowAsync()
    {
        ToSign = await queries.SignedAsync(Slug, Actor, Cancel);
        Amendments = await parts.AmendmentsOfAsync(ToSign.Head.Id, Cancel);
        Signing = ToSign.OpenAmendmentId is { } open ? await sheets.ViewAsync(SignedKind.CallAmendment, open, Actor, ToSign.Head.Id, Cancel) : null;
        return Page();
    }
}
