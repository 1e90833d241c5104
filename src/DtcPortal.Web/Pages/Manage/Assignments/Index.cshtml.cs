using DtcPortal.Application.Accounts;
using DtcPortal.Application.Committee;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Committee;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Assignments;

/// <summary>Who reviews what: a balanced plan with its preview, changes by hand, and the start of scoring put to both parties.</summary>
[Authorize(Policy = nameof(Policies.ManagersAndCommittee))]
public sealed class IndexModel(AssignmentQueries queries, AssignmentService assignments, CallStageService stages) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = string.Empty;

    /// <summary>k of the preview; the call's own unless given.</summary>
    [BindProperty(SupportsGet = true, Name = "k")]
    public int? ReviewsEach { get; set; }

    /// <summary>Seed of the preview.</summary>
    [BindProperty(SupportsGet = true, Name = "seed")]
    public long? Seed { get; set; }

    [BindProperty]
    public DateOnly? ReviewsDueOn { get; set; }

    public AssignmentsOfCall View { get; private set; } = null!;

    public bool CanAssign => View.Stage is CallStage.Screening or CallStage.Scoring;

    public bool IsCoChair => Actor.Is(PortalRole.CoChair);

    public BatchRow? Waiting => View.Batches.FirstOrDefault(batch => batch.EffectiveAt is null);

    public bool NeedsBoth => View.Planned.NeedsBoth(View.ReviewsEach);

    public bool CanTakeEffect => CanAssign && View.Planned.Plan is { Obstacle: not AssignmentObstacle.TooFewMembers } && View.Planned.Undeclared.Count == 0;

    public ILookup<string, AssignmentRow> ByCandidacy => View.Assignments.ToLookup(row => row.Reference);

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAssignAsync(int reviewsEach, long seed)
    {
        (ReviewsEach, Seed) = (reviewsEach, seed);
        return ActAsync(
            async () =>
            {
                var outcome = await assignments.AssignAsync(new AssignReviews { Actor = Actor, Slug = Slug, ReviewsEach = reviewsEach, Seed = seed }, Cancel);
                Notice(outcome.AwaitsBoth
                    ? T["The plan waits for both parties: a co-chair of each signs it on the committee's page."]
                    : T.Plural(outcome.Reviews, "{0} review is assigned.", "{0} reviews are assigned."));
            });
    }

    public Task<IActionResult> OnPostUndoAsync(Guid batch) => ActAsync(
        async () =>
        {
            await assignments.UndoAsync(Actor, Slug, batch, Cancel);
            Notice(T["The assignments are undone."]);
        });

    public Task<IActionResult> OnPostAddAsync(string? reference, Guid member) => ActAsync(
        async () =>
        {
            await assignments.AddAsync(new AssignByHand { Actor = Actor, Slug = Slug, Reference = reference ?? string.Empty, MemberId = member }, Cancel);
            Notice(T["The review is assigned."]);
        });

    public Task<IActionResult> OnPostRemoveAsync(Guid assignment) => ActAsync(
        async () =>
        {
            await assignments.RemoveAsync(Actor, Slug, assignment, Cancel);
            Notice(T["The assignment is taken back."]);
        });

    public Task<IActionResult> OnPostScoringAsync() => ActAsync(
        async () =>
        {
            await stages.ProposeScoringAsync(new ProposeScoring { Actor = Actor, Slug = Slug, ReviewsDueOn = ReviewsDueOn }, Cancel);
            Notice(T["The start of scoring waits for both parties: a co-chair of each signs it on the committee's page."]);
        });

    public string NameOf(Guid member) => View.Planned.Reviewers.FirstOrDefault(reviewer => reviewer.UserId == member)?.Name ?? T["no longer a reviewer"];

    public AssignableCandidacy? Candidacy(Guid id) => View.Candidacies.FirstOrDefault(candidacy => candidacy.Id == id);

    private Task<IActionResult> ActAsync(Func<Task> act) => AttemptAsync(
        async () =>
        {
            await act();
            return Redirect($"/manage/calls/{Slug}/assignments");
        },
        async () =>
        {
            await LoadAsync();
            return Page();
        });

    private async Task LoadAsync()
    {
        var usable = ReviewsEach is >= AssignmentPlanning.LeastReviews and <= AssignmentPlanning.MostReviews ? ReviewsEach : null;
        View = await queries.OfCallAsync(Actor, Slug, usable, Seed, Cancel);
        ReviewsDueOn ??= View.ReviewsDueAt is { } due ? DateOnly.FromDateTime(due.UtcDateTime) : null;
    }
}
