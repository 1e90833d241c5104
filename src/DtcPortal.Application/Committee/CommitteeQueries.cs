using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Committee;

/// <summary>A review assigned to the reader.</summary>
public sealed record OwnAssignment
{
    /// <summary>The call.</summary>
    public required Guid CallId { get; init; }

    /// <summary>The candidacy.</summary>
    public required string Reference { get; init; }

    /// <summary>Name of the institution.</summary>
    public required string Institution { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>Place in their reading order.</summary>
    public required int Position { get; init; }

    /// <summary>Criteria with a score.</summary>
    public required int Scored { get; init; }

    /// <summary>Whether it was begun.</summary>
    public required bool IsBegun { get; init; }

    /// <summary>When it was submitted.</summary>
    public required DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>Whether a co-chair reopened it.</summary>
    public required bool IsReopened { get; init; }

    /// <summary>Whether a conflict keeps them from it.</summary>
    public required bool HasConflict { get; init; }

    /// <summary>Whether it waits for the applicant.</summary>
    public required bool IsClarified { get; init; }
}

/// <summary>A call whose committee the reader is on.</summary>
public sealed record CommitteeCall
{
    /// <summary>The seat and the call.</summary>
    public required CommitteeSeatOfCall Seat { get; init; }

    /// <summary>How many criteria it has.</summary>
    public required int Criteria { get; init; }

    /// <summary>Reviews assigned to all.</summary>
    public required int Assigned { get; init; }

    /// <summary>Reviews submitted by all.</summary>
    public required int Submitted { get; init; }

    /// <summary>Conflicts not decided that the reader's party decides.</summary>
    public required int ToDecide { get; init; }

    /// <summary>Members who have not declared.</summary>
    public required int Undeclared { get; init; }

    /// <summary>Eligible candidacies without reviewers.</summary>
    public required int Unassigned { get; init; }

    /// <summary>The reader's own reviews in their reading order.</summary>
    public IReadOnlyList<OwnAssignment> Own { get; init; } = [];
}

/// <summary>A candidacy in the list of a call's committee.</summary>
public sealed record CandidacyRow
{
    /// <summary>Its reference.</summary>
    public required string Reference { get; init; }

    /// <summary>Name of the institution.</summary>
    public required string Institution { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>Whether a conflict keeps the reader from it: then nothing below is shown.</summary>
    public required bool HasConflict { get; init; }

    /// <summary>Whether it is eligible.</summary>
    public required bool IsEligible { get; init; }

    /// <summary>Whether it waits for the applicant.</summary>
    public required bool IsClarified { get; init; }

    /// <summary>Reviews assigned.</summary>
    public required int Assigned { get; init; }

    /// <summary>Reviews submitted.</summary>
    public required int Submitted { get; init; }

    /// <summary>Score in millionths; null without one or before the reader may see it.</summary>
    public required long? ScoreMillionths { get; init; }

    /// <summary>Criteria on which reviewers differ, such as "C6 2".</summary>
    public required IReadOnlyList<string> Differences { get; init; }
}

/// <summary>How far a member is.</summary>
public sealed record MemberProgress(Guid UserId, string Name, Party Party, CommitteeSeat Seat, bool Reviews, bool IsAlternate, DateTimeOffset? DeclaredAt, int Assigned, int Submitted, int Begun);

/// <summary>The committee of one call.</summary>
public sealed record CommitteeOfCall
{
    /// <summary>The seat and the call.</summary>
    public required CommitteeSeatOfCall Seat { get; init; }

    /// <summary>Candidacies by reference.</summary>
    public required IReadOnlyList<CandidacyRow> Candidacies { get; init; }

    /// <summary>Members, ITU's first.</summary>
    public required IReadOnlyList<MemberProgress> Members { get; init; }

    /// <summary>Conflicts not decided that the reader's party decides.</summary>
    public required int ToDecide { get; init; }

    /// <summary>The latest assignment plan that waits for both signatures; null without one.</summary>
    public required Guid? WaitingBatch { get; init; }
}

/// <summary>What a committee's members and co-chairs see of their work.</summary>
public sealed class CommitteeQueries(PortalDbContext db, CommitteeAccess access)
{
    /// <summary>The reader's calls, those under way first.</summary>
    public async Task<IReadOnlyList<CommitteeCall>> OverviewAsync(Actor actor, CancellationToken cancellationToken)
    {
        var calls = await (
            from seat in access.Seats(actor)
            where seat.Stage != CallStage.Draft
            orderby seat.CallId descending
            select new CommitteeCall
            {
                Seat = seat,
                Criteria = db.CallCriteria.Count(criterion => criterion.CallId == seat.CallId),
                Assigned = db.ReviewAssignments.Count(assignment => assignment.CallId == seat.CallId && assignment.RemovedAt == null),
                Submitted = db.Reviews.Count(review => review.CallId == seat.CallId && review.SubmittedAt != null
                    && db.ReviewAssignments.Any(assignment => assignment.Id == review.AssignmentId && assignment.RemovedAt == null)),
                ToDecide = db.ConflictsOfInterest.Count(conflict => conflict.CallId == seat.CallId && conflict.State == ConflictState.Undecided && conflict.MemberParty != seat.Party),
                Undeclared = db.CommitteeMembers.Count(other => other.CallId == seat.CallId && other.Reviews && other.DeclaredAt == null),
                Unassigned = db.Candidacies.Count(candidacy => candidacy.CallId == seat.CallId && candidacy.State == CandidacyState.Submitted
                    && candidacy.Eligibility == Eligibility.Eligible && candidacy.ReviewsAssigned == 0
                    && !db.Clarifications.Any(clarification => clarification.CandidacyId == candidacy.Id && clarification.ClosedAt == null)),
            }).ToListAsync(cancellationToken);
        var own = (await OwnAsync(actor, cancellationToken)).ToLookup(assignment => assignment.CallId);
        return [.. calls.Select(call => call with { Own = [.. own[call.Seat.CallId]] })];
    }

    /// <summary>The committee of a call with its candidacies. Throws NotFoundException for calls of others.</summary>
    public async Task<CommitteeOfCall> CallAsync(Actor actor, string slug, CancellationToken cancellationToken)
    {
        var seat = await access.RequireSeatAsync(actor, slug, cancellationToken);
        var seesScores = seat.DeclaredAt is not null && (seat.Signs || seat.Stage >= CallStage.Deliberation);
        var rows = await (
            from candidacy in db.Candidacies.AsNoTracking()
            where candidacy.CallId == seat.CallId && candidacy.State == CandidacyState.Submitted && candidacy.Eligibility != Eligibility.Ineligible
            join institution in db.Institutions on candidacy.InstitutionId equals institution.Id
            orderby candidacy.Reference
            select new CandidacyRow
            {
                Reference = candidacy.Reference,
                Institution = institution.Name,
                Country = candidacy.Country,
                HasConflict = db.ConflictsOfInterest.Any(conflict =>
                    conflict.CandidacyId == candidacy.Id && conflict.MemberId == actor.Id && conflict.State != ConflictState.Dismissed),
                IsEligible = candidacy.Eligibility == Eligibility.Eligible,
                IsClarified = db.Clarifications.Any(clarification => clarification.CandidacyId == candidacy.Id && clarification.ClosedAt == null),
                Assigned = candidacy.ReviewsAssigned,
                Submitted = candidacy.ReviewsSubmitted,
                ScoreMillionths = candidacy.ScoreMillionths,
                Differences = candidacy.Differences,
            }).ToListAsync(cancellationToken);
        var members = await MembersAsync(seat.CallId, cancellationToken);
        var toDecide = await db.ConflictsOfInterest.CountAsync(
            conflict => conflict.CallId == seat.CallId && conflict.State == ConflictState.Undecided && conflict.MemberParty != seat.Party, cancellationToken);
        var waiting = await db.AssignmentBatches.AsNoTracking().Where(batch => batch.CallId == seat.CallId && batch.EffectiveAt == null && batch.UndoneAt == null)
            .OrderByDescending(batch => batch.Id).Select(batch => (Guid?)batch.Id).FirstOrDefaultAsync(cancellationToken);
        return new CommitteeOfCall
        {
            Seat = seat,
            Candidacies = [.. rows.Select(row => seesScores && !row.HasConflict ? row : row with { ScoreMillionths = null, Differences = [] })],
            Members = members,
            ToDecide = toDecide,
            WaitingBatch = waiting,
        };
    }

    internal Task<List<MemberProgress>> MembersAsync(Guid callId, CancellationToken cancellationToken) => db.CommitteeMembers.AsNoTracking()
        .Where(member => member.CallId == callId)
        .OrderBy(member => member.Party).ThenBy(member => member.Seat).ThenBy(member => member.Name)
        .Select(member => new MemberProgress(
            member.UserId, member.Name, member.Party, member.Seat, member.Reviews, member.IsAlternate, member.DeclaredAt,
            db.ReviewAssignments.Count(assignment => assignment.CallId == callId && assignment.MemberId == member.UserId && assignment.RemovedAt == null),
            db.Reviews.Count(review => review.CallId == callId && review.MemberId == member.UserId && review.SubmittedAt != null
                && db.ReviewAssignments.Any(assignment => assignment.Id == review.AssignmentId && assignment.RemovedAt == null)),
            db.Reviews.Count(review => review.CallId == callId && review.MemberId == member.UserId
                && db.ReviewAssignments.Any(assignment => assignment.Id == review.AssignmentId && assignment.RemovedAt == null))))
        .ToListAsync(cancellationToken);

    private Task<List<OwnAssignment>> OwnAsync(Actor actor, CancellationToken cancellationToken) => (
        from assignment in db.ReviewAssignments.AsNoTracking()
        where assignment.MemberId == actor.Id && assignment.RemovedAt == null
        join candidacy in db.Candidacies on assignment.CandidacyId equals candidacy.Id
        join institution in db.Institutions on candidacy.InstitutionId equals institution.Id
        from review in db.Reviews.Where(one => one.AssignmentId == assignment.Id).DefaultIfEmpty()
        orderby assignment.Position
        select new OwnAssignment
        {
            CallId = assignment.CallId,
            Reference = candidacy.Reference,
            Institution = institution.Name,
            Country = candidacy.Country,
            Position = assignment.Position,
            Scored = db.CriterionScores.Count(score => score.ReviewId == review.Id && score.Value != null),
            IsBegun = review != null,
            SubmittedAt = review.SubmittedAt,
            IsReopened = review.ReopenedBecause != null,
            HasConflict = db.ConflictsOfInterest.Any(conflict =>
                conflict.CandidacyId == candidacy.Id && conflict.MemberId == actor.Id && conflict.State != ConflictState.Dismissed),
            IsClarified = db.Clarifications.Any(clarification => clarification.CandidacyId == candidacy.Id && clarification.ClosedAt == null),
        }).ToListAsync(cancellationToken);
}
