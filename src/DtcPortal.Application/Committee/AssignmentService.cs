using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Committee;

/// <summary>A plan to take into effect.</summary>
public sealed record AssignReviews
{
    /// <summary>A manager, or a co-chair of the call.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The call.</summary>
    public required string Slug { get; init; }

    /// <summary>k.</summary>
    public required int ReviewsEach { get; init; }

    /// <summary>The seed that was previewed.</summary>
    public required long Seed { get; init; }
}

/// <summary>One assignment by hand.</summary>
public sealed record AssignByHand
{
    /// <summary>A manager, or a co-chair of the call.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The call.</summary>
    public required string Slug { get; init; }

    /// <summary>The candidacy.</summary>
    public required string Reference { get; init; }

    /// <summary>The account of the member.</summary>
    public required Guid MemberId { get; init; }
}

/// <summary>What became of a plan.</summary>
/// <param name="Reviews">How many reviews it assigns.</param>
/// <param name="AwaitsBoth">Whether both parties sign it first.</param>
public sealed record AssignmentOutcome(int Reviews, bool AwaitsBoth);

/// <summary>Assigns reviews: balanced by a plan, or by hand (product.md 6, rules.md 8).</summary>
public sealed class AssignmentService(
    PortalDbContext db, PortalClock clock, CommitteeAccess access, AssignmentPlanning planning, ConflictService conflicts, SigningService signing, AssignmentMaker maker, ScoreKeeper scores, ReviewMails mails)
{
    /// <summary>
    /// Takes a plan into effect; where its spread is wider than the rules ask, puts it to both parties instead. Throws RuleBrokenException
    /// when nothing can be assigned or a reviewer has not declared conflicts.
    /// </summary>
    public async Task<AssignmentOutcome> AssignAsync(AssignReviews options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var call = await RequireCallAsync(options.Actor, options.Slug, cancellationToken);
        Rule.Require(call.Stage is CallStage.Screening or CallStage.Scoring, "Reviews are assigned during screening and scoring.");
        await conflicts.FlagNationalitiesAsync(call.Id, cancellationToken);
        return await db.AtomicallyAsync(
            async () =>
            {
                await GiveUpWaitingAsync(call.Id, cancellationToken);
                var planned = await planning.PlanAsync(call.Id, options.ReviewsEach, options.Seed, cancellationToken);
                AssignmentMaker.RequirePossible(planned);
                var batch = new AssignmentBatch(call.Id, options.ReviewsEach, options.Seed, options.Actor.Name, clock.Now);
                db.AssignmentBatches.Add(batch);
                if (planned.NeedsBoth(call.ReviewsEach))
                {
                    await signing.RefreshAsync(SignedKind.AssignmentSpread, batch.Id, cancellationToken);
                    return new AssignmentOutcome(planned.Plan!.Reviews.Count, AwaitsBoth: true);
                }

                await maker.MakeAsync(batch, planned, cancellationToken);
                return new AssignmentOutcome(planned.Plan!.Reviews.Count, AwaitsBoth: false);
            },
            cancellationToken);
    }

    /// <summary>Undoes the assignments of a batch, or gives up a plan that waits for signatures. Throws RuleBrokenException once a review is begun.</summary>
    public async Task UndoAsync(Actor actor, string slug, Guid batchId, CancellationToken cancellationToken)
    {
        var call = await RequireCallAsync(actor, slug, cancellationToken);
        await db.AtomicallyAsync(
            async () =>
            {
                var batch = await db.AssignmentBatches.SingleOrDefaultAsync(found => found.Id == batchId && found.CallId == call.Id, cancellationToken).OrNotFoundAsync();
                var assignments = await db.ReviewAssignments.Where(assignment => assignment.BatchId == batchId && assignment.RemovedAt == null).ToListAsync(cancellationToken);
                var begun = await db.Reviews.AnyAsync(
                    review => db.ReviewAssignments.Any(assignment => assignment.Id == review.AssignmentId && assignment.BatchId == batchId && assignment.RemovedAt == null), cancellationToken);
                var wasWaiting = batch.IsWaiting;
                batch.Undo(begun, clock.Now);
                assignments.ForEach(assignment => assignment.Remove(clock.Now));
                await db.SaveChangesAsync(cancellationToken);
                if (wasWaiting)
                {
                    await signing.RefreshAsync(SignedKind.AssignmentSpread, batch.Id, cancellationToken);
                }

                await scores.RefreshCallAsync(call.Id, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Assigns one review by hand. Throws RuleBrokenException at MemberId with a conflict, without a declaration, or when it is assigned already.</summary>
    public async Task AddAsync(AssignByHand options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var call = await RequireCallAsync(options.Actor, options.Slug, cancellationToken);
        Rule.Require(call.Stage is CallStage.Screening or CallStage.Scoring, "Reviews are assigned during screening and scoring.");
        await conflicts.FlagNationalitiesAsync(call.Id, cancellationToken);
        await db.AtomicallyAsync(
            async () =>
            {
                var candidacy = await planning.Assignable(call.Id).SingleOrDefaultAsync(found => found.Reference == options.Reference, cancellationToken);
                Rule.Require(candidacy is not null, "Choose an eligible candidacy that does not wait for the applicant.", "Reference");
                var member = await db.CommitteeMembers.AsNoTracking()
                    .SingleOrDefaultAsync(found => found.CallId == call.Id && found.UserId == options.MemberId && found.Reviews, cancellationToken);
                Rule.Require(member is not null, "Choose somebody who reviews for this call.", "MemberId");
                Rule.Require(member.DeclaredAt is not null, new Message("{0} has not declared conflicts of interest yet.", member.Name), "MemberId");
                var hasConflict = await db.ConflictsOfInterest.AnyAsync(
                    conflict => conflict.CandidacyId == candidacy.Id && conflict.MemberId == member.UserId && conflict.State != ConflictState.Dismissed, cancellationToken);
                Rule.Require(!hasConflict, new Message("{0} has a conflict of interest with {1}, upheld or not decided yet.", member.Name, candidacy.Institution), "MemberId");
                var mine = await db.ReviewAssignments.Where(found => found.CallId == call.Id && found.MemberId == member.UserId && found.RemovedAt == null)
                    .Select(found => new { found.CandidacyId, found.Position }).ToListAsync(cancellationToken);
                Rule.Require(!mine.Exists(found => found.CandidacyId == candidacy.Id), new Message("{0} reviews {1} already.", member.Name, candidacy.Institution), "MemberId");
                var batch = new AssignmentBatch(call.Id, 0, 0, options.Actor.Name, clock.Now);
                batch.TakeEffect(clock.Now);
                db.AssignmentBatches.Add(batch);
                var position = mine.Select(found => found.Position).DefaultIfEmpty().Max() + 1;
                db.ReviewAssignments.Add(new ReviewAssignment(batch.Id, call.Id, candidacy.Id, member.UserId, member.Party, position, clock.Now));
                await db.SaveChangesAsync(cancellationToken);
                await scores.RefreshAsync(call.Id, candidacy.Id, cancellationToken);
                await mails.AssignedAsync(call.Id, [member.UserId], cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Takes one assignment back. Throws RuleBrokenException when its review is begun by a member without a conflict.</summary>
    public async Task RemoveAsync(Actor actor, string slug, Guid assignmentId, CancellationToken cancellationToken)
    {
        var call = await RequireCallAsync(actor, slug, cancellationToken);
        await db.AtomicallyAsync(
            async () =>
            {
                var assignment = await db.ReviewAssignments
                    .SingleOrDefaultAsync(found => found.Id == assignmentId && found.CallId == call.Id && found.RemovedAt == null, cancellationToken).OrNotFoundAsync();
                var begun = await db.Reviews.AnyAsync(review => review.AssignmentId == assignmentId, cancellationToken)
                    && !await db.ConflictsOfInterest.AnyAsync(
                        conflict => conflict.CandidacyId == assignment.CandidacyId && conflict.MemberId == assignment.MemberId && conflict.State != ConflictState.Dismissed, cancellationToken);
                Rule.Require(!begun, "This review is begun; its assignment stays.");
                assignment.Remove(clock.Now);
                await db.SaveChangesAsync(cancellationToken);
                await scores.RefreshAsync(call.Id, assignment.CandidacyId, cancellationToken);
            },
            cancellationToken);
    }

    // a waiting plan is given up when another one is made
    private async Task GiveUpWaitingAsync(Guid callId, CancellationToken cancellationToken)
    {
        var waiting = await db.AssignmentBatches.Where(batch => batch.CallId == callId && batch.EffectiveAt == null && batch.UndoneAt == null).ToListAsync(cancellationToken);
        foreach (var batch in waiting)
        {
            batch.Undo(reviewsBegun: false, clock.Now);
            await signing.RefreshAsync(SignedKind.AssignmentSpread, batch.Id, cancellationToken);
        }
    }

    private async Task<CallOfAssignments> RequireCallAsync(Actor actor, string slug, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Is(PortalRole.ProgrammeManager) && !(await access.RequireSeatAsync(actor, slug, cancellationToken)).Signs)
        {
            throw new ForbiddenException();
        }

        return await db.Calls.AsNoTracking().Where(call => call.Slug == slug)
            .Select(call => new CallOfAssignments(call.Id, call.Stage, call.ReviewsEach)).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
    }

    private sealed record CallOfAssignments(Guid Id, CallStage Stage, int ReviewsEach);
}
