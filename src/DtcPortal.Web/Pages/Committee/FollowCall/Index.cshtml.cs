using DtcPortal.Application.Committee;
using DtcPortal.Application.Common;
using DtcPortal.Application.Signing;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Pages.Signing;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Committee.FollowCall;

/// <summary>The committee of one call: candidacies, how far reviews are, and what both parties sign to go on.</summary>
[Authorize(Policy = nameof(Policies.Committee))]
public sealed class IndexModel(CommitteeQueries queries, SigningQueries signing, CallStageService stages, PortalClock clock) : SigningPage
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = string.Empty;

    public CommitteeOfCall View { get; private set; } = null!;

    public CallState State => View.Seat.StateAt(clock.Now);

    /// <summary>What is to be signed next; null when nothing is.</summary>
    public SigningView? ToSign { get; private set; }

    public bool MayStartDeliberation => View.Seat is { Signs: true, Stage: CallStage.Scoring } && ToSign is null;

    public int Submitted => View.Candidacies.Sum(candidacy => candidacy.Submitted);

    public int Assigned => View.Candidacies.Sum(candidacy => candidacy.Assigned);

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostDeliberateAsync()
    {
        ModelState.Clear();
        return AttemptAsync(
            async () =>
            {
                await stages.ProposeDeliberationAsync(Actor, Slug, Cancel);
                return Redirect($"/committee/calls/{Slug}#sign");
            },
            ShowAsync);
    }

    public StateWord StateOf(CandidacyRow row) => row switch
    {
        { HasConflict: true } => new(Tone.Plain, T["Conflict"]),
        { IsClarified: true } => new(Tone.Watch, T["Waits for the applicant"]),
        { IsEligible: false } => new(Tone.Plain, T["In screening"]),
        { Assigned: 0 } => new(Tone.Plain, T["No reviewers yet"]),
        _ when row.Submitted >= row.Assigned => new(Tone.Good, T["All reviews in"]),
        _ => new(Tone.Info, T.Plural(row.Submitted, "{0} of {1} reviews|one", "{0} of {1} reviews", row.Assigned)),
    };

    /// <summary>The heading above the signatures.</summary>
    public string SignHeading => ToSign?.Kind switch
    {
        SignedKind.ScoringStart => T["Start of scoring"],
        SignedKind.DeliberationStart => T["Start of deliberation"],
        _ => T["Assignment of reviews"],
    };

    /// <summary>What the signatures do.</summary>
    public string SignMeaning => ToSign?.Kind switch
    {
        SignedKind.ScoringStart => T["Once both have signed, reviews are open to the members, and the needs by region can no longer change."],
        SignedKind.DeliberationStart => T["Once both have signed, missing reviews are waived, no further review is written, and the lots are drawn."],
        _ => T["Conflicts keep the loads further apart than the rules ask. Once both have signed, these reviews are assigned."],
    };

    protected override async Task<IActionResult> ShowAsync()
    {
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        View = await queries.CallAsync(Actor, Slug, Cancel);
        var (kind, subject) = View switch
        {
            { WaitingBatch: { } batch } => (SignedKind.AssignmentSpread, batch),
            { Seat.Stage: CallStage.Screening, Seat.ReviewsDueAt: not null } => (SignedKind.ScoringStart, View.Seat.CallId),
            { Seat.Stage: CallStage.Scoring } => (SignedKind.DeliberationStart, View.Seat.CallId),
            _ => default,
        };
        if (subject != Guid.Empty && View.Seat.Signs)
        {
            ToSign = await signing.ViewAsync(kind, subject, Actor, View.Seat.CallId, Cancel);
        }
    }
}
