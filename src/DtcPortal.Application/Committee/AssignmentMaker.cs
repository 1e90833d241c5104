using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Committee;

/// <summary>Makes assignments from a plan, whether a manager takes it into effect or both parties sign it.</summary>
public sealed class AssignmentMaker(PortalDbContext db, PortalClock clock, ScoreKeeper scores, ReviewMails mails)
{
    /// <summary>Makes the assignments of a plan, each member's in a reading order of their own.</summary>
    public async Task MakeAsync(AssignmentBatch batch, PlannedAssignment planned, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(planned);
        var last = await db.ReviewAssignments.Where(found => found.CallId == batch.CallId && found.RemovedAt == null)
            .GroupBy(found => found.MemberId).Select(group => new { group.Key, Position = group.Max(found => found.Position) })
            .ToDictionaryAsync(group => group.Key, group => group.Position, cancellationToken);
        var parties = planned.Reviewers.ToDictionary(reviewer => reviewer.UserId, reviewer => reviewer.Party);
        foreach (var member in planned.Plan!.Reviews.GroupBy(review => review.Member))
        {
            var position = last.GetValueOrDefault(member.Key);
            foreach (var candidacy in ReadingOrder.For(member.Key, member.Select(review => review.Candidacy), batch.Seed))
            {
                db.ReviewAssignments.Add(new ReviewAssignment(batch.Id, batch.CallId, candidacy, member.Key, parties[member.Key], ++position, clock.Now));
            }
        }

        batch.TakeEffect(clock.Now);
        await db.SaveChangesAsync(cancellationToken);
        await scores.RefreshCallAsync(batch.CallId, cancellationToken);
        await mails.AssignedAsync(batch.CallId, [.. planned.Plan.Reviews.Select(review => review.Member).Distinct()], cancellationToken);
    }

    /// <summary>Throws RuleBrokenException when a plan cannot take effect.</summary>
    public static void RequirePossible(PlannedAssignment planned)
    {
        ArgumentNullException.ThrowIfNull(planned);
        Rule.Require(planned.Candidacies.Count > 0, "No eligible candidacy waits for reviewers.");
        Rule.Require(planned.Plan is not null, "Nobody reviews for this call yet. Add members to its committee.");
        Rule.Require(planned.Undeclared.Count == 0, new Message("{0} must declare conflicts of interest first.", string.Join(", ", planned.Undeclared.Select(reviewer => reviewer.Name))));
        Rule.Require(
            planned.Plan.Obstacle != AssignmentObstacle.TooFewMembers,
            new Message("No assignment gives each candidacy {0} reviews with one by each party: members without a conflict are too few.", planned.ReviewsEach));
    }
}
