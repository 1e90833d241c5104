using DtcPortal.Application.Exporting;
using DtcPortal.Application.Selection;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Committee.ReadSelection;

/// <summary>The selection of a call: seats by region, a row for each candidacy with its reason.</summary>
[Authorize(Policy = nameof(Policies.Committee))]
public sealed class IndexModel(SelectionQueries queries, SelectionService service) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = string.Empty;

    public SelectionView View { get; private set; } = null!;

    public bool CanChange => View.Basis is { Reader.Signs: true, Stage: CallStage.Deliberation };

    /// <summary>Whether what could still be otherwise is of use: until the decision.</summary>
    public bool CanTry => View.DecidedAt is null && (View.Table is not null || View.Basis.Stage == CallStage.Deliberation);

    public bool CanPropose => CanChange && View.Basis is { Cap: not null, Needs.Count: > 0, Candidacies.Count: > 0 };

    public StateWord State => View switch
    {
        { DecidedAt: not null } => new(Tone.Good, T["Decided"]),
        { DecisionId: null } => new(Tone.Plain, T["Not proposed"]),
        { SignedBy: [var party] } => new(Tone.Info, T["Signed by {0}", T.The(party)]),
        _ => new(Tone.Info, T["Proposed"]),
    };

    /// <summary>Who comes next for each free seat, by seat; without the candidacy where a conflict keeps the reader from it.</summary>
    public IEnumerable<(SuccessionRow Succession, StandingCandidacy? Next)> ToSign =>
        from succession in View.Successions
        where succession.DecidedAt is null
        let next = View.Basis.Candidacies.FirstOrDefault(candidacy => candidacy.Id == succession.CandidacyId)
        select (succession, next is { IsHidden: false } ? next : null);

    /// <summary>What has to come first while there is no proposal.</summary>
    public string Next => View.Basis switch
    {
        { Stage: < CallStage.Deliberation } => T["It is made in deliberation, once reviews are in or both parties waived the missing ones."],
        { Needs.Count: 0 } => T["Both parties sign the needs by region first."],
        { Cap: null } => T["Both parties sign the cap first."],
        { Candidacies.Count: 0 } => T["No candidacy stands for selection."],
        _ => T["A co-chair makes it."],
    };

    public async Task OnGetAsync() => View = await queries.FindAsync(Slug, Actor, Cancel);

    public Task<IActionResult> OnPostProposeAsync() => AttemptAsync(
        async () =>
        {
            var made = await service.ProposeAsync(new ProposeSelection { Actor = Actor, CallSlug = Slug }, Cancel);
            Notice(made.IsNew ? T["The proposal is made. Both parties sign it."] : T["Nothing has changed: version {0} stands with its signatures.", made.Number]);
            return Redirect($"/committee/calls/{Slug}/selection");
        },
        async () =>
        {
            await OnGetAsync();
            return Page();
        });

    public async Task<IActionResult> OnGetDownloadAsync(string? format)
    {
        await OnGetAsync();
        return SelectionFile.Of(T, View).ToFile(format);
    }
}
