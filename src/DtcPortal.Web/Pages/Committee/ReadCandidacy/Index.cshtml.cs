using DtcPortal.Application.Committee;
using DtcPortal.Domain.Calls;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Committee.ReadCandidacy;

/// <summary>One candidacy for the committee: what it says; after one's own review those of others and the discussion.</summary>
[Authorize(Policy = nameof(Policies.Committee))]
public sealed class IndexModel(ReviewQueries queries, ReviewService reviews, DiscussionService discussion, ConflictService conflicts) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = string.Empty;

    /// <summary>What was typed into the form that was refused.</summary>
    public string? Typed { get; private set; }

    /// <summary>The review whose reopening was refused.</summary>
    public Guid? RefusedReview { get; private set; }

    public CandidacyForCommittee View { get; private set; } = null!;

    /// <summary>Whether the reader reopens reviews.</summary>
    public bool Reopens { get; private set; }

    public bool MayWrite => View.Candidacy is { AssignmentId: not null, OwnSubmittedAt: null, IsClarified: false, Seat.Stage: CallStage.Scoring };

    public bool MayDiscuss => View.Candidacy is { MayReadReviews: true, Seat.Stage: CallStage.Scoring or CallStage.Deliberation };

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostDiscussAsync(string? text, Guid? key)
    {
        Typed = text;
        return ActAsync(
            async () =>
            {
                await discussion.ContributeAsync(new Contribute { Actor = Actor, Reference = Reference, Text = text, Key = key }, Cancel);
                return Redirect($"/committee/{Reference}#discussion");
            });
    }

    public Task<IActionResult> OnPostReopenAsync(Guid review, string? reason)
    {
        (Typed, RefusedReview) = (reason, review);
        return ActAsync(
            async () =>
            {
                await reviews.ReopenAsync(new ReopenReview { Actor = Actor, Reference = Reference, ReviewId = review, Reason = reason }, Cancel);
                Notice(T["The review is open again. It counts once its member submits it."]);
                return Redirect($"/committee/{Reference}#reviews");
            });
    }

    public async Task<IActionResult> OnPostConflictAsync(string? conflict)
    {
        await LoadAsync();
        Typed = conflict;
        return await ActAsync(
            async () =>
            {
                Domain.Common.Rule.Require(!string.IsNullOrWhiteSpace(conflict), "Write what your conflict is.", "conflict");
                await conflicts.DeclareAsync(
                    new DeclareConflicts { Actor = Actor, Slug = View.Candidacy.Seat.Slug, Conflicts = [new DeclaredConflict(Reference, conflict)], IsComplete = true }, Cancel);
                Notice(T["Your conflict is stored. You no longer see this candidacy unless the other party's co-chair finds no conflict."]);
                return Redirect("/committee");
            });
    }

    private Task<IActionResult> ActAsync(Func<Task<IActionResult>> act)
    {
        ModelState.Clear();
        return AttemptAsync(
            act,
            async () =>
            {
                await LoadAsync();
                return Page();
            });
    }

    private async Task LoadAsync()
    {
        View = await queries.CandidacyAsync(Actor, Reference, Cancel);
        Reopens = View.Candidacy.Seat is { Stage: CallStage.Scoring or CallStage.Deliberation } seat && View.Reviews.Count > 0
            && seat.Signs;
    }
}
