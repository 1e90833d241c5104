using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Committee;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Committee;

/// <summary>Keeps the committees of running calls as the accounts are: who signs for a party does so in its running calls, too (rules.md 2).</summary>
public sealed class CommitteeSeating(PortalDbContext db, PortalClock clock, ScoreKeeper scores)
{
    /// <summary>
    /// Seats of somebody of a party follow their account, also into another party; inside the transaction of what changed it. A co-chair is seated in each
    /// running call. Reviews that they have not submitted for the party which they left are taken back.
    /// </summary>
    public async Task FollowAsync(PortalUser user, bool isCoChair, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        var running = await db.Calls.Where(call => call.Stage != CallStage.Archived).Select(call => new { call.Id, call.Stage })
            .ToDictionaryAsync(call => call.Id, call => call.Stage, cancellationToken);
        var calls = running.Keys.ToList();
        var seats = await db.CommitteeMembers.Where(member => member.UserId == user.Id && calls.Contains(member.CallId)).ToListAsync(cancellationToken);
        // the committee of a decided call stays as it decided; only who signs for a party goes on to sign there
        var left = seats.Where(seat => seat.Party != user.Party && (isCoChair || running[seat.CallId] < CallStage.Decided)).ToList();
        left.ForEach(seat => seat.ActFor(user.Party!.Value));
        await LeaveAsync(user, [.. left.Select(seat => seat.CallId).Where(call => running[call] < CallStage.Decided)], cancellationToken);
        foreach (var seat in seats.Where(seat => seat.Party == user.Party))
        {
            seat.Take(isCoChair ? CommitteeSeat.CoChair : CommitteeSeat.Member, user.IsAlternate, user.Nationality);
        }

        if (isCoChair)
        {
            var formerly = await db.CommitteeMembers
                .Where(member => member.Party == user.Party && member.Seat == CommitteeSeat.CoChair && member.UserId != user.Id && calls.Contains(member.CallId))
                .ToListAsync(cancellationToken);
            formerly.ForEach(seat => seat.Take(CommitteeSeat.Member, seat.IsAlternate, seat.Nationality));
            db.CommitteeMembers.AddRange(calls.Except(seats.Select(seat => seat.CallId)).Select(call => new CommitteeMember(
                call, user.Id, user.DisplayName, user.Party!.Value, CommitteeSeat.CoChair, reviews: false, isAlternate: false, user.Nationality)));
        }
    }

    private async Task LeaveAsync(PortalUser user, IReadOnlyCollection<Guid> calls, CancellationToken cancellationToken)
    {
        if (calls.Count == 0)
        {
            return;
        }

        // the co-chair of the party that is now the other one decides
        var conflicts = await db.ConflictsOfInterest.Where(conflict => conflict.MemberId == user.Id && calls.Contains(conflict.CallId)).ToListAsync(cancellationToken);
        conflicts.ForEach(conflict => conflict.ActFor(user.Party!.Value));
        var assignments = await db.ReviewAssignments
            .Where(assignment => assignment.MemberId == user.Id && calls.Contains(assignment.CallId) && assignment.RemovedAt == null
                && !db.Reviews.Any(review => review.AssignmentId == assignment.Id && review.SubmittedAt != null))
            .OrderBy(assignment => assignment.CandidacyId).ToListAsync(cancellationToken);
        assignments.ForEach(assignment => assignment.Remove(clock.Now));
        await db.SaveChangesAsync(cancellationToken);
        foreach (var assignment in assignments)
        {
            await scores.RefreshAsync(assignment.CallId, assignment.CandidacyId, cancellationToken);
        }
    }
}
