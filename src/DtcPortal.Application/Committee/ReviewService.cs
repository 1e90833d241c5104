using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Committee;

/// <summary>A member's reviews: begun, saved criterion by criterion, submitted once, reopened only by a co-chair (product.md 6).</summary>
public sealed class ReviewService(PortalDbContext db, PortalClock clock, CommitteeAccess access, SignerRule signers, CallRubrics rubrics, ScoreKeeper scores)
{
    private static readonly Message NotScored = new("This candidacy waits for the applicant's answer. It is not scored meanwhile.");

    /// <summary>Begins a review without scores; one that was begun stays as it is.</summary>
    public async Task StartAsync(Actor actor, string reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var open = await OpenAsync(actor, reference, null, cancellationToken);
        if (open.Review is null)
        {
            await BeginAsync(open, actor, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>
    /// Saves score and reason on one criterion, either of which may be missing; begins the review when it was not.
    /// Throws DbUpdateConcurrencyException when the review is not the version that the member saw.
    /// </summary>
    public async Task<SavedReview> SaveScoreAsync(SaveScore options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var open = await OpenAsync(options.Actor, options.Reference, options.Criterion, cancellationToken);
        var review = await WritableAsync(open, options.Actor, options.Version, cancellationToken);
        review.Score(options.Criterion, options.Score, options.Reason, clock.Now);
        var saved = await SavedAsync(review, cancellationToken);
        var rubric = await rubrics.OfAsync(db, open.CallId, cancellationToken);
        return saved with { Previous = rubric.Neighbour(options.Criterion, -1)?.Code, Next = rubric.Neighbour(options.Criterion, 1)?.Code };
    }

    /// <summary>Saves remarks for the co-chairs and feedback for the applicant.</summary>
    public async Task<SavedReview> SaveRemarksAsync(SaveRemarks options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var open = await OpenAsync(options.Actor, options.Reference, null, cancellationToken);
        var review = await WritableAsync(open, options.Actor, options.Version, cancellationToken);
        review.Write(options.ConfidentialRemarks, options.Feedback, clock.Now);
        return await SavedAsync(review, cancellationToken);
    }

    /// <summary>
    /// Submits a review, and in the same transaction what the candidacy's reviews add up to. Throws RuleBrokenException at the criterion
    /// where a score or reason is missing.
    /// </summary>
    public Task SubmitAsync(SubmitReview options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return db.AtomicallyAsync(
            async () =>
            {
                var open = await OpenAsync(options.Actor, options.Reference, null, cancellationToken);
                var review = await WritableAsync(open, options.Actor, options.Version, cancellationToken);
                if (db.Entry(review).State != EntityState.Added)
                {
                    await db.Entry(review).Collection(found => found.Scores).LoadAsync(cancellationToken);
                }

                review.Write(options.ConfidentialRemarks, options.Feedback, clock.Now);
                var rubric = await rubrics.OfAsync(db, open.CallId, cancellationToken);
                review.Submit(rubric.Weights, clock.Now);
                await db.SaveChangesAsync(cancellationToken);
                await scores.RefreshAsync(open.CallId, open.CandidacyId, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Writes and submits whole reviews of one call in one transaction, for imports and the demo's data.</summary>
    public Task SubmitWholeAsync(SubmitWholeReviews options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return db.AtomicallyAsync(
            async () =>
            {
                var call = await db.Calls.AsNoTracking().Where(found => found.Slug == options.Slug)
                    .Select(found => new { found.Id, found.Stage }).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
                Rule.Require(call.Stage == CallStage.Scoring, "Reviews are written while the call is in scoring.");
                var rubric = await rubrics.OfAsync(db, call.Id, cancellationToken);
                var assignments = await (
                    from assignment in db.ReviewAssignments.AsNoTracking()
                    where assignment.CallId == call.Id && assignment.RemovedAt == null && !db.Reviews.Any(review => review.AssignmentId == assignment.Id)
                    join candidacy in db.Candidacies on assignment.CandidacyId equals candidacy.Id
                    select new { candidacy.Reference, Assignment = assignment }).ToDictionaryAsync(found => (found.Reference, found.Assignment.MemberId), cancellationToken);
                foreach (var whole in options.Reviews)
                {
                    var assignment = assignments.GetValueOrDefault((whole.Reference, whole.MemberId)).OrNotFound().Assignment;
                    var review = new Review(
                        assignment.Id, call.Id, assignment.CandidacyId, assignment.MemberId, assignment.Party, rubric.Criteria.Select(criterion => criterion.Code), clock.Now);
                    foreach (var criterion in rubric.Criteria)
                    {
                        var (value, reason) = whole.Scores[criterion.Code];
                        review.Score(criterion.Code, value, reason, clock.Now);
                    }

                    review.Write(whole.ConfidentialRemarks, whole.Feedback, clock.Now);
                    review.Submit(rubric.Weights, clock.Now);
                    db.Reviews.Add(review);
                }

                await db.SaveChangesAsync(cancellationToken);
                await scores.RefreshCallAsync(call.Id, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>The co-chair of either party, or where needed the alternate, reopens a submitted review with a reason; it counts no longer until submitted again.</summary>
    public async Task ReopenAsync(ReopenReview options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var candidacy = await access.RequireCandidacyAsync(options.Actor, options.Reference, cancellationToken);
        await signers.RequireAsync(options.Actor, candidacy.Seat.CallId, cancellationToken);
        Rule.Require(candidacy.Seat.Stage is CallStage.Scoring or CallStage.Deliberation, "Reviews are reopened until the selection is decided.");
        await db.AtomicallyAsync(
            async () =>
            {
                var review = await db.Reviews.SingleOrDefaultAsync(found => found.Id == options.ReviewId && found.CandidacyId == candidacy.Id, cancellationToken).OrNotFoundAsync();
                review.Reopen(options.Reason, clock.Now);
                await db.SaveChangesAsync(cancellationToken);
                await scores.RefreshAsync(candidacy.Seat.CallId, candidacy.Id, cancellationToken);
            },
            cancellationToken);
    }

    // one query for who, where and what: a criterion is saved with each pause in typing
    private async Task<OpenReview> OpenAsync(Actor actor, string reference, string? criterion, CancellationToken cancellationToken)
    {
        var found = await (
            from candidacy in db.Candidacies
            where candidacy.Reference == reference && candidacy.State == CandidacyState.Submitted && candidacy.Eligibility != Eligibility.Ineligible
            join call in db.Calls on candidacy.CallId equals call.Id
            join member in db.CommitteeMembers on candidacy.CallId equals member.CallId
            where member.UserId == actor.Id
            from assignment in db.ReviewAssignments
                .Where(one => one.CandidacyId == candidacy.Id && one.MemberId == actor.Id && one.RemovedAt == null).DefaultIfEmpty()
            from review in db.Reviews.Where(one => one.AssignmentId == assignment.Id).DefaultIfEmpty()
            from score in db.CriterionScores.Where(one => one.ReviewId == review.Id && one.Criterion == criterion).DefaultIfEmpty()
            select new
            {
                CandidacyId = candidacy.Id,
                candidacy.CallId,
                call.Stage,
                call.DeliberationAt,
                member.DeclaredAt,
                member.Party,
                AssignmentId = (Guid?)assignment.Id,
                HasConflict = db.ConflictsOfInterest.Any(conflict =>
                    conflict.CandidacyId == candidacy.Id && conflict.MemberId == actor.Id && conflict.State != ConflictState.Dismissed),
                IsClarified = db.Clarifications.Any(clarification => clarification.CandidacyId == candidacy.Id && clarification.ClosedAt == null),
                Review = review,
                Score = score,
            }).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        CommitteeAccess.Demand(found.DeclaredAt, found.HasConflict);
        if (found.AssignmentId is not { } assignmentId)
        {
            throw new NotFoundException();
        }

        Rule.Require(!found.IsClarified, NotScored);
        // one that was reopened in scoring and not submitted again was waived by both with the start of deliberation
        Rule.Require(
            found.Stage == CallStage.Scoring || (found.Stage == CallStage.Deliberation && found.Review?.ReopenedAt > found.DeliberationAt),
            "Reviews are written while the call is in scoring.");
        return new OpenReview(found.CallId, found.CandidacyId, assignmentId, found.Party, found.Review);
    }

    private async Task<Review> WritableAsync(OpenReview open, Actor actor, long? version, CancellationToken cancellationToken)
    {
        if (open.Review is not { } review)
        {
            return version is null ? await BeginAsync(open, actor, cancellationToken) : throw new DbUpdateConcurrencyException();
        }

        Rule.Require(!review.IsSubmitted, "This review is submitted. Only a co-chair can reopen it.");
        // a form that saw no review must not write over one
        if (version != review.Version)
        {
            throw new DbUpdateConcurrencyException();
        }

        return review;
    }

    private async Task<Review> BeginAsync(OpenReview open, Actor actor, CancellationToken cancellationToken)
    {
        var rubric = await rubrics.OfAsync(db, open.CallId, cancellationToken);
        var review = new Review(open.AssignmentId, open.CallId, open.CandidacyId, actor.Id, open.Party, rubric.Criteria.Select(criterion => criterion.Code), clock.Now);
        db.Reviews.Add(review);
        return review;
    }

    private async Task<SavedReview> SavedAsync(Review review, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            // two windows began the same review at once
            throw new DbUpdateConcurrencyException(exception.Message, exception);
        }

        return new SavedReview(review.Version, review.SavedAt ?? clock.Now);
    }

    private sealed record OpenReview(Guid CallId, Guid CandidacyId, Guid AssignmentId, Party Party, Review? Review);
}
