using DtcPortal.Application.Storage;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Committee;

/// <summary>A candidacy that can be reviewed.</summary>
public sealed record AssignableCandidacy
{
    /// <summary>The candidacy.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its reference.</summary>
    public required string Reference { get; init; }

    /// <summary>Name of the institution.</summary>
    public required string Institution { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>Whether it has a standing assignment.</summary>
    public required bool IsAssigned { get; init; }
}

/// <summary>A reviewer of a call.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Name">Their name.</param>
/// <param name="Party">Their party.</param>
/// <param name="HasDeclared">Whether they declared their conflicts.</param>
/// <param name="Load">Reviews that are assigned to them.</param>
public sealed record CallReviewer(Guid UserId, string Name, Party Party, bool HasDeclared, int Load);

/// <summary>A plan with what it was made from.</summary>
public sealed record PlannedAssignment
{
    /// <summary>The plan; null while nothing can be planned: no candidacies, or no reviewer of a party.</summary>
    public required AssignmentPlan? Plan { get; init; }

    /// <summary>k.</summary>
    public required int ReviewsEach { get; init; }

    /// <summary>The seed.</summary>
    public required long Seed { get; init; }

    /// <summary>Candidacies that can be reviewed, assigned or not.</summary>
    public required IReadOnlyList<AssignableCandidacy> Assignable { get; init; }

    /// <summary>Those without assignments, which the plan is for.</summary>
    public IReadOnlyList<AssignableCandidacy> Candidacies => [.. Assignable.Where(candidacy => !candidacy.IsAssigned)];

    /// <summary>Reviewers, ITU's first.</summary>
    public required IReadOnlyList<CallReviewer> Reviewers { get; init; }

    /// <summary>Reviewers who have not declared their conflicts.</summary>
    public IReadOnlyList<CallReviewer> Undeclared => [.. Reviewers.Where(reviewer => !reviewer.HasDeclared)];

    /// <summary>Whether both sign it first: its spread is wider than the rules ask, or k is another than the call's.</summary>
    public bool NeedsBoth(int reviewsEachOfCall) => Plan is { Obstacle: AssignmentObstacle.LoadsApart } || ReviewsEach != reviewsEachOfCall;
}

/// <summary>Makes plans from what is eligible, who reviews and who must not (rules.md 8).</summary>
public sealed class AssignmentPlanning(PortalDbContext db)
{
    /// <summary>Fewest reviews for each candidacy: one by each party.</summary>
    public const int LeastReviews = 2;

    /// <summary>Most reviews for each candidacy.</summary>
    public const int MostReviews = 10;

    /// <summary>The plan for candidacies that are not assigned yet; those that wait for an answer of the applicant are left out.</summary>
    public async Task<PlannedAssignment> PlanAsync(Guid callId, int reviewsEach, long seed, CancellationToken cancellationToken)
    {
        Rule.Require(reviewsEach is >= LeastReviews and <= MostReviews, "Reviews for each candidacy are a whole number from 2 to 10.", "ReviewsEach");
        var assignable = await Assignable(callId).OrderBy(candidacy => candidacy.Reference).ToListAsync(cancellationToken);
        var candidacies = assignable.Where(candidacy => !candidacy.IsAssigned).ToList();
        var reviewers = await db.CommitteeMembers.AsNoTracking().Where(member => member.CallId == callId && member.Reviews)
            .OrderBy(member => member.Party).ThenBy(member => member.Name)
            .Select(member => new CallReviewer(member.UserId, member.Name, member.Party, member.DeclaredAt != null,
                db.ReviewAssignments.Count(assignment => assignment.CallId == callId && assignment.MemberId == member.UserId && assignment.RemovedAt == null)))
            .ToListAsync(cancellationToken);
        var conflicts = await db.ConflictsOfInterest.AsNoTracking().Where(conflict => conflict.CallId == callId && conflict.State != ConflictState.Dismissed)
            .Select(conflict => new MemberConflict(conflict.CandidacyId, conflict.MemberId)).ToListAsync(cancellationToken);
        var plan = candidacies.Count == 0 || reviewers.Count == 0 ? null : AssignmentPlanner.Plan(new AssignmentInput
        {
            Candidacies = [.. candidacies.Select(candidacy => candidacy.Id)],
            Members = [.. reviewers.Select(reviewer => new PlannedMember(reviewer.UserId, reviewer.Party))],
            Conflicts = conflicts,
            ReviewsEach = reviewsEach,
            Seed = seed,
            Loads = reviewers.ToDictionary(reviewer => reviewer.UserId, reviewer => reviewer.Load),
        });
        return new PlannedAssignment { Plan = plan, ReviewsEach = reviewsEach, Seed = seed, Assignable = assignable, Reviewers = reviewers };
    }

    /// <summary>Candidacies of a call that can be reviewed now.</summary>
    internal IQueryable<AssignableCandidacy> Assignable(Guid callId) =>
        from candidacy in db.Candidacies.AsNoTracking()
        where candidacy.CallId == callId && candidacy.State == CandidacyState.Submitted && candidacy.Eligibility == Eligibility.Eligible
            && !db.Clarifications.Any(clarification => clarification.CandidacyId == candidacy.Id && clarification.ClosedAt == null)
        join institution in db.Institutions on candidacy.InstitutionId equals institution.Id
        select new AssignableCandidacy
        {
            Id = candidacy.Id,
            Reference = candidacy.Reference,
            Institution = institution.Name,
            Country = candidacy.Country,
            IsAssigned = db.ReviewAssignments.Any(assignment => assignment.CandidacyId == candidacy.Id && assignment.RemovedAt == null),
        };
}
