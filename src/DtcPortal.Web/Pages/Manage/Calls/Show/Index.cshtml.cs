using DtcPortal.Application.Calls;
using DtcPortal.Application.Common;
using DtcPortal.Application.Signing;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Calls.Show;

/// <summary>A call: its parts with their state, who still has to sign, and the steps from publishing to the archive.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(CallQueries queries, SigningQueries sheets, PortalClock clock, Moments moments) : PortalPage
{
    [FromRoute]
    public string Slug { get; set; } = string.Empty;

    public CallOverview View { get; private set; } = null!;

    public SigningView? Signing { get; private set; }

    public CallState State => View.Head.StateAt(clock.Now);

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(View.Head.DeadlineZone);

    public IReadOnlyList<PartLine> Parts => PartLines.Of(View, clock.Now, T);

    /// <summary>Who still has to sign the rules.</summary>
    public string WhoSigns => Signing switch
    {
        null => T["Nothing is put to be signed yet."],
        { IsComplete: true, CompletedAt: { } at } => T["Version {0}, signed by both on {1}", Signing.Number, moments.Day(at)],
        { Itu: null, Cisco: null } => T["Version {0}: a co-chair of each party has to sign", Signing.Number],
        { Itu: null } => T["Version {0}: a co-chair of {1} still has to sign", Signing.Number, T.The(Party.Itu)],
        _ => T["Version {0}: a co-chair of {1} still has to sign", Signing.Number, T.The(Party.Cisco)],
    };

    public async Task OnGetAsync()
    {
        View = await queries.OverviewAsync(Slug, Cancel);
        Signing = await sheets.ViewAsync(SignedKind.CallRules, View.Head.Id, Actor, View.Head.Id, Cancel);
    }
}
