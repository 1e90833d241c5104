using DtcPortal.Application.Calls;
using DtcPortal.Application.Phases;
using DtcPortal.Application.Signing;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Pages.Signing;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Committee.SignRules.Presence;

/// <summary>The lists of countries in which the parties are present: those in force at the call's deadline, and new ones to sign.</summary>
[Authorize(Policy = nameof(Policies.Committee))]
public sealed class IndexModel(CallRulesQueries queries, PresenceQueries presence, SigningQueries sheets) : SigningPage
{
    [FromRoute]
    public string Slug { get; set; } = string.Empty;

    public CallSigned ToSign { get; private set; } = null!;

    public IReadOnlyDictionary<Party, PresenceRow> InForce { get; private set; } = new Dictionary<Party, PresenceRow>();

    public IReadOnlyList<(PresenceRow List, SigningView? Signing)> Open { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<IActionResult> ShowAsync()
    {
        ToSign = await queries.SignedAsync(Slug, Actor, Cancel);
        var lists = await presence.ListAsync(Cancel);
        InForce = PresenceQueries.InForceAt(lists, new Deadline(ToSign.Head.DeadlineLocal, ToSign.Head.DeadlineZone));
        var open = lists.Where(list => list.AgreedAt is null).OrderBy(list => list.Party).ToList();
        var views = await sheets.ViewsAsync([.. open.Select(list => list.Id)], Actor, null, Cancel);
        Open = [.. open.Select(list => (list, views.GetValueOrDefault((SignedKind.Presence, list.Id))))];
        return Page();
    }
}
