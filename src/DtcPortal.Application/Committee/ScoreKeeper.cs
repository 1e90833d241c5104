using DtcPortal.Application.Storage;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Committee;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Committee;

/// <summary>
/// Keeps on each candidacy how many reviews it has and what they add up to (rules.md 4), so that lists and rankings read no reviews.
/// A review counts while its assignment stands.
/// </summary>
public sealed class ScoreKeeper(PortalDbContext db, CallRubrics rubrics)
{
    /// <summary>
    /// Counts and sums again, from what is saved; the caller saves, in the same transaction. The candidacy's row is locked first,
    /// so that two reviews that are submitted at once are both counted.
    /// </summary>
    public async Task<Candidacy> RefreshAsync(Guid callId, Guid candidacyId, CancellationToken cancellationToken)
    {
        await LockAsync(candidacyId, cancellationToken);
        var rubric = await rubrics.OfAsync(db, callId, cancellationToken);
        var candidacy = await db.Candidacies.SingleAsync(found => found.Id == candidacyId, cancellationToken);
        var reviews = await Counting(callId).Where(review => review.CandidacyId == candidacyId).AsNoTracking().Include(review => review.Scores).ToListAsync(cancellationToken);
        var assigned = await db.ReviewAssignments.CountAsync(
            assignment => assignment.CandidacyId == candidacyId && assignment.RemovedAt == null, cancellationToken);
        Keep(candidacy, rubric, assigned, reviews);
        return candidacy;
    }

    /// <summary>The same for all candidacies of a call.</summary>
    public async Task RefreshCallAsync(Guid callId, CancellationToken cancellationToken)
    {
        var rubric = await rubrics.OfAsync(db, callId, cancellationToken);
        var candidacies = await db.Candidacies.Where(found => found.CallId == callId && found.State == CandidacyState.Submitted).ToListAsync(cancellationToken);
        var reviews = (await Counting(callId).AsNoTracking().Include(review => review.Scores).ToListAsync(cancellationToken)).ToLookup(review => review.CandidacyId);
        var assigned = await db.ReviewAssignments.Where(assignment => assignment.CallId == callId && assignment.RemovedAt == null)
            .GroupBy(assignment => assignment.CandidacyId).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        candidacies.ForEach(candidacy => Keep(candidacy, rubric, assigned.GetValueOrDefault(candidacy.Id), [.. reviews[candidacy.Id]]));
    }

    private static void Keep(Candidacy candidacy, CallRubric rubric, int assigned, List<Review> reviews)
    {
        candidacy.SetReviewCounts(assigned, reviews.Count);
        candidacy.SetScores(ScoreAggregation.Summarise(rubric.Weights, [.. reviews.Select(review => review.ToScores())]));
    }

    private Task<int> LockAsync(Guid candidacyId, CancellationToken cancellationToken) =>
        db.Candidacies.Where(candidacy => candidacy.Id == candidacyId)
            .ExecuteUpdateAsync(update => update.SetProperty(candidacy => candidacy.ReviewsSubmitted, candidacy => candidacy.ReviewsSubmitted), cancellationToken);

    private IQueryable<Review> Counting(Guid callId) => db.Reviews.Where(review =>
        review.CallId == callId && review.SubmittedAt != null
        && db.ReviewAssignments.Any(assignment => assignment.Id == review.AssignmentId && assignment.RemovedAt == null));
}
