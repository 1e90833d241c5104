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

/// <summary>A standing assignment.</summary>
public sealed record AssignmentRow
{
    /// <summary>The assignment.</summary>
    public required Guid Id { get; init; }

    /// <summary>Made with these.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>The candidacy.</summary>
    public required string Reference { get; init; }

    /// <summary>The member.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>The member's party.</summary>
    public required Party Party { get; init; }

    /// <summary>Whether its review was begun.</summary>
    public required bool IsBegun { get; init; }

    /// <summary>Whether its review was submitted.</summary>
    public required bool IsSubmitted { get; init; }

    /// <summary>Whether the member has declared a conflict since.</summary>
    public required bool HasConflict { get; init; }
}

/// <summary>Assignments made at once.</summary>
/// <param name="Id">The batch.</param>
/// <param name="ReviewsEach">k; 0 by hand.</param>
/// <param name="Seed">The seed.</param>
/// <param name="AuthorName">Who made them.</param>
/// <param name="MadeAt">When.</param>
/// <param name="EffectiveAt">When they took effect; null while they wait for both signatures.</param>
public sealed record BatchRow(Guid Id, int ReviewsEach, long Seed, string AuthorName, DateTimeOffset MadeAt, DateTimeOffset? EffectiveAt);

/// <summary>The assignments of a call and the plan for what is not assigned yet.</summary>
public sealed record AssignmentsOfCall
{
    /// <summary>The call.</summary>
    public required Guid CallId { get; init; }

    /// <summary>Its name in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>Its title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Where it stands.</summary>
    public required CallStage Stage { get; init; }

    /// <summary>Where it stands for its readers now.</summary>
    public required CallState State { get; init; }

    /// <summary>By when reviews are due.</summary>
    public required DateTimeOffset? ReviewsDueAt { get; init; }

    /// <summary>k by the call's rules.</summary>
    public required int ReviewsEach { get; init; }

    /// <summary>Candidacies that can be reviewed, assigned or not.</summary>
    public required IReadOnlyList<AssignableCandidacy> Candidacies { get; init; }

    /// <summary>Candidacies that wait for an answer of the applicant.</summary>
    public required int Clarified { get; init; }

    /// <summary>Standing assignments.</summary>
    public required IReadOnlyList<AssignmentRow> Assignments { get; init; }

    /// <summary>Batches that stand or wait, the latest first.</summary>
    public required IReadOnlyList<BatchRow> Batches { get; init; }

    /// <summary>The plan for what is not assigned.</summary>
    public required PlannedAssignment Planned { get; init; }
}

/// <summary>Reads assignments for managers and co-chairs.</summary>
public sealed class AssignmentQueries(PortalDbContext db, AssignmentPlanning planning, PortalClock clock)
{
    private const int GreatestUsualSeed = 10_000;

    /// <summary>The assignments of a call with a preview of the plan. Throws NotFoundException when there is no such call, or the reader neither manages it nor signs in it.</summary>
    public async Task<AssignmentsOfCall> OfCallAsync(Actor actor, string slug, int? reviewsEach, long? seed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (isManager, signers) = (actor.Is(PortalRole.ProgrammeManager), CallSigners.Of(db));
        var call = await db.Calls.AsNoTracking()
            .Where(found => found.Slug == slug
                && (isManager || signers.Any(member => member.CallId == found.Id && member.UserId == actor.Id)))
            .Select(found => new
            {
                found.Id,
                found.Slug,
                found.Title,
                found.Stage,
                found.OpensAt,
                found.DeadlineEndsAt,
                found.ReviewsDueAt,
                found.ReviewsEach,
                Clarified = db.Candidacies.Count(candidacy => candidacy.CallId == found.Id && candidacy.State == CandidacyState.Submitted
                    && db.Clarifications.Any(clarification => clarification.CandidacyId == candidacy.Id && clarification.ClosedAt == null)),
            }).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        var batches = await db.AssignmentBatches.AsNoTracking().Where(batch => batch.CallId == call.Id && batch.UndoneAt == null && batch.ReviewsEach > 0)
            .OrderByDescending(batch => batch.Id)
            .Select(batch => new BatchRow(batch.Id, batch.ReviewsEach, batch.Seed, batch.AuthorName, batch.MadeAt, batch.EffectiveAt)).ToListAsync(cancellationToken);
        var assignments = await AssignmentsAsync(call.Id, cancellationToken);
        var planned = await planning.PlanAsync(call.Id, reviewsEach ?? call.ReviewsEach, seed ?? UsualSeed(call.Id), cancellationToken);
        return new AssignmentsOfCall
        {
            CallId = call.Id,
            Slug = call.Slug,
            Title = call.Title,
            Stage = call.Stage,
            State = Call.StateOf(call.Stage, call.OpensAt, call.DeadlineEndsAt, clock.Now),
            ReviewsDueAt = call.ReviewsDueAt,
            ReviewsEach = call.ReviewsEach,
            Candidacies = planned.Assignable,
            Clarified = call.Clarified,
            Assignments = assignments,
            Batches = batches,
            Planned = planned,
        };
    }

    private static long UsualSeed(Guid callId) => 1 + (long)((ulong)SeededOrder.Derive(1, callId) % GreatestUsualSeed);

    private Task<List<AssignmentRow>> AssignmentsAsync(Guid callId, CancellationToken cancellationToken) => (
        from assignment in db.ReviewAssignments.AsNoTracking()
        where assignment.CallId == callId && assignment.RemovedAt == null
        join candidacy in db.Candidacies on assignment.CandidacyId equals candidacy.Id
        orderby candidacy.Reference, assignment.Party, assignment.Position
        select new AssignmentRow
        {
            Id = assignment.Id,
            BatchId = assignment.BatchId,
            Reference = candidacy.Reference,
            MemberId = assignment.MemberId,
            Party = assignment.Party,
            IsBegun = db.Reviews.Any(review => review.AssignmentId == assignment.Id),
            IsSubmitted = db.Reviews.Any(review => review.AssignmentId == assignment.Id && review.SubmittedAt != null),
            HasConflict = db.ConflictsOfInterest.Any(conflict =>
                conflict.CandidacyId == assignment.CandidacyId && conflict.MemberId == assignment.MemberId && conflict.State != ConflictState.Dismissed),
        }).ToListAsync(cancellationToken);
}
