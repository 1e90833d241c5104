using DtcPortal.Application.Calls;
using DtcPortal.Application.Signing;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Pages.Signing;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Committee.SignRules.Rules;

/// <summary>All that a call says, for both co-chairs to sign before it is published.</summary>
[Authorize(Policy = nameof(Policies.Committee))]
public sealed class IndexModel(CallRulesQueries queries, SigningQueries sheets) : SigningPage
{
    [FromRoute]
    public string Slug { get; set; } = string.Empty;

    public CallRulesView View { get; private set; } = null!;

    public SigningView? Signing { get; private set; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(View.ToSign.Head.DeadlineZone);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<IActionResult> ShowAsync()
    {
        View = await queries.RulesAsync(Slug, Actor, Cancel);
        Signing = await sheets.ViewAsync(SignedKind.CallRules, View.ToSign.Head.Id, Actor, View.ToSign.Head.Id, Cancel);
        return Page();
    }
}
