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

/// <summary>A seat on the committee of a call, with the call.</summary>
public sealed record CommitteeSeatOfCall
{
    /// <summary>The call.</summary>
    public required Guid CallId { get; init; }

    /// <summary>Its name in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>Its title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Where it stands.</summary>
    public required CallStage Stage { get; init; }

    /// <summary>When it opens.</summary>
    public required DateTimeOffset OpensAt { get; init; }

    /// <summary>The first instant that is too late.</summary>
    public required DateTimeOffset DeadlineEndsAt { get; init; }

    /// <summary>By when reviews are due, planned or set.</summary>
    public required DateTimeOffset? ReviewsDueAt { get; init; }

    /// <summary>What the actor does there.</summary>
    public required CommitteeSeat Seat { get; init; }

    /// <summary>Their party.</summary>
    public required Party Party { get; init; }

    /// <summary>Whether they stand in for their party's co-chair when needed.</summary>
    public required bool IsAlternate { get; init; }

    /// <summary>Whether reviews are assigned to them.</summary>
    public required bool Reviews { get; init; }

    /// <summary>When they had declared their conflicts; null before.</summary>
    public required DateTimeOffset? DeclaredAt { get; init; }

    /// <summary>Their country, ISO 3166-1 alpha-2; null where it is not known.</summary>
    public required string? Nationality { get; init; }

    /// <summary>Whether they sign for their party in this call, and do what its co-chair does: see <see cref="CallSigners"/>.</summary>
    public required bool Signs { get; init; }

    /// <summary>Where the call stands for its readers at an instant.</summary>
    public CallState StateAt(DateTimeOffset instant) => Call.StateOf(Stage, OpensAt, DeadlineEndsAt, instant);
}

/// <summary>A candidacy as a member of its call's committee may see it, with the member's own assignment.</summary>
public sealed record CommitteeCandidacy
{
    /// <summary>The candidacy.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its reference.</summary>
    public required string Reference { get; init; }

    /// <summary>Name of the institution.</summary>
    public required string Institution { get; init; }

    /// <summary>Where the training takes place, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>Number of the snapshot that counts.</summary>
    public required int SnapshotNumber { get; init; }

    /// <summary>The seat and the call.</summary>
    public required CommitteeSeatOfCall Seat { get; init; }

    /// <summary>The actor's standing assignment; null without one.</summary>
    public required Guid? AssignmentId { get; init; }

    /// <summary>Its place in their reading order, from 1.</summary>
    public required int? Position { get; init; }

    /// <summary>Reviews assigned to them in the call.</summary>
    public required int AssignedInCall { get; init; }

    /// <summary>Whether a question to the applicant is open: then it is not scored.</summary>
    public required bool IsClarified { get; init; }

    /// <summary>When the actor submitted their review; null without one.</summary>
    public required DateTimeOffset? OwnSubmittedAt { get; init; }

    /// <summary>Whether the actor may read the reviews: after their own, as one who signs and does not review it, and all once deliberation has started.</summary>
    public bool MayReadReviews =>
        OwnSubmittedAt is not null || (AssignmentId is null && Seat.Signs) || Seat.Stage is CallStage.Deliberation or CallStage.Decided or CallStage.Archived;
}

/// <summary>
/// Who sees what of a committee's work: members of the call, after they declared their conflicts, and never a candidacy with which they have
/// an upheld or undecided conflict (product.md 6).
/// </summary>
public sealed class CommitteeAccess(PortalDbContext db)
{
    private static readonly Message DeclareFirst = new("Declare your conflicts of interest first; then you see the candidacies.");
    private static readonly Message Conflicted = new("You have a conflict of interest with this candidacy, upheld or not decided yet. You see neither the candidacy nor its scores.");

    /// <summary>The actor's seat on a call's committee. Throws NotFoundException when they have none.</summary>
    public Task<CommitteeSeatOfCall> RequireSeatAsync(Actor actor, string slug, CancellationToken cancellationToken) =>
        Seats(actor).Where(seat => seat.Slug == slug).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();

    /// <summary>The actor's seats, the latest call first.</summary>
    public async Task<IReadOnlyList<CommitteeSeatOfCall>> SeatsAsync(Actor actor, CancellationToken cancellationToken) =>
        await Seats(actor).OrderByDescending(seat => seat.CallId).ToListAsync(cancellationToken);

    /// <summary>
    /// A candidacy for a member. Throws NotFoundException when it is none of their committee's, ForbiddenException before they declared
    /// their conflicts and with a conflict that is upheld or undecided.
    /// </summary>
    public async Task<CommitteeCandidacy> RequireCandidacyAsync(Actor actor, string reference, CancellationToken cancellationToken)
    {
        var found = await (
            from candidacy in db.Candidacies.AsNoTracking()
            where candidacy.Reference == reference && candidacy.State == CandidacyState.Submitted && candidacy.Eligibility != Eligibility.Ineligible
            join institution in db.Institutions on candidacy.InstitutionId equals institution.Id
            join seat in Seats(actor) on candidacy.CallId equals seat.CallId
            from assignment in db.ReviewAssignments
                .Where(one => one.CandidacyId == candidacy.Id && one.MemberId == actor.Id && one.RemovedAt == null).DefaultIfEmpty()
            from review in db.Reviews.Where(one => one.AssignmentId == assignment.Id).DefaultIfEmpty()
            select new
            {
                HasConflict = db.ConflictsOfInterest.Any(conflict =>
                    conflict.CandidacyId == candidacy.Id && conflict.MemberId == actor.Id && conflict.State != ConflictState.Dismissed),
                IsSameNationality = seat.Nationality == institution.Country
                    && !db.ConflictsOfInterest.Any(conflict => conflict.CandidacyId == candidacy.Id && conflict.MemberId == actor.Id),
                Candidacy = new CommitteeCandidacy
                {
                    Id = candidacy.Id,
                    Reference = candidacy.Reference,
                    Institution = institution.Name,
                    Country = candidacy.Country,
                    SnapshotNumber = candidacy.SubmittedNumber ?? 0,
                    Seat = seat,
                    AssignmentId = (Guid?)assignment.Id,
                    Position = (int?)assignment.Position,
                    AssignedInCall = db.ReviewAssignments.Count(one => one.MemberId == actor.Id && one.CallId == candidacy.CallId && one.RemovedAt == null),
                    IsClarified = db.Clarifications.Any(clarification => clarification.CandidacyId == candidacy.Id && clarification.ClosedAt == null),
                    OwnSubmittedAt = review.SubmittedAt,
                },
            }).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        Demand(found.Candidacy.Seat.DeclaredAt, found.HasConflict || found.IsSameNationality);
        return found.Candidacy;
    }

    /// <summary>Throws ForbiddenException before conflicts are declared, and with one that keeps the member from the candidacy.</summary>
    internal static void Demand(DateTimeOffset? declaredAt, bool hasConflict)
    {
        if (hasConflict)
        {
            throw new ForbiddenException(Conflicted);
        }

        if (declaredAt is null)
        {
            throw new ForbiddenException(DeclareFirst);
        }
    }

    /// <summary>The actor's seats, to be read further.</summary>
    internal IQueryable<CommitteeSeatOfCall> Seats(Actor actor)
    {
        var signers = CallSigners.Of(db);
        return from member in db.CommitteeMembers.AsNoTracking()
               where member.UserId == actor.Id
               join call in db.Calls on member.CallId equals call.Id
               select new CommitteeSeatOfCall
               {
                   CallId = call.Id,
                   Slug = call.Slug,
                   Title = call.Title,
                   Stage = call.Stage,
                   OpensAt = call.OpensAt,
                   DeadlineEndsAt = call.DeadlineEndsAt,
                   ReviewsDueAt = call.ReviewsDueAt,
                   Seat = member.Seat,
                   Party = member.Party,
                   IsAlternate = member.IsAlternate,
                   Reviews = member.Reviews,
                   DeclaredAt = member.DeclaredAt,
                   Nationality = member.Nationality,
                   Signs = signers.Any(signer => signer.Id == member.Id),
               };
    }
}
