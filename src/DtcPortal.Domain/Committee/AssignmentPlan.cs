using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Committee;

/// <summary>One who reviews.</summary>
/// <param name="Id">The committee member.</param>
/// <param name="Party">The party they represent.</param>
public sealed record PlannedMember(Guid Id, Party Party);

/// <summary>A member who must not see a candidacy.</summary>
/// <param name="Candidacy">The candidacy.</param>
/// <param name="Member">The member with an upheld or undecided conflict.</param>
public sealed record MemberConflict(Guid Candidacy, Guid Member);

/// <summary>What reviews are assigned from.</summary>
public sealed record AssignmentInput
{
    /// <summary>The candidacies to review.</summary>
    public required IReadOnlyCollection<Guid> Candidacies { get; init; }

    /// <summary>Those who review.</summary>
    public required IReadOnlyCollection<PlannedMember> Members { get; init; }

    /// <summary>Who must not review what.</summary>
    public required IReadOnlyCollection<MemberConflict> Conflicts { get; init; }

    /// <summary>k, reviews per candidacy: 2 or more, since each party gives at least one.</summary>
    public required int ReviewsEach { get; init; }

    /// <summary>Reviews that members have already, by member: loads are balanced with them counted.</summary>
    public IReadOnlyDictionary<Guid, int> Loads { get; init; } = new Dictionary<Guid, int>();

    /// <summary>The same input and seed give the same plan.</summary>
    public required long Seed { get; init; }
}

/// <summary>One review to write.</summary>
/// <param name="Candidacy">The candidacy.</param>
/// <param name="Member">Who reviews it.</param>
public sealed record PlannedReview(Guid Candidacy, Guid Member);

/// <summary>How a member is loaded.</summary>
/// <param name="Member">The member.</param>
/// <param name="Party">Their party.</param>
/// <param name="Reviews">How many reviews they get.</param>
/// <param name="Before">How many they have already.</param>
public sealed record MemberLoad(Guid Member, Party Party, int Reviews, int Before = 0)
{
    /// <summary>How many they have with the plan.</summary>
    public int Total => Before + Reviews;
}

/// <summary>Why a candidacy or the balance of loads is blocked.</summary>
public enum AssignmentObstacle
{
    /// <summary>Nothing blocks: the plan meets every rule.</summary>
    None = 0,

    /// <summary>Candidacies lack free members, of both parties or of one: there is no plan.</summary>
    TooFewMembers = 1,

    /// <summary>Conflicts keep loads apart: the plan is the one with the smallest spread, which both parties confirm.</summary>
    LoadsApart = 2,
}

/// <summary>A plan to preview, or what blocks it.</summary>
/// <param name="Obstacle">What blocks.</param>
/// <param name="Reviews">The plan, by candidacy and member; empty when there is none.</param>
/// <param name="Loads">Each member's load, ITU first.</param>
/// <param name="SpreadWithinParties">Greatest difference of loads within a party.</param>
/// <param name="SpreadOverall">Greatest difference of loads between any two members.</param>
/// <param name="BlockedCandidacies">The candidacies that block; empty when nothing does.</param>
/// <param name="BlockingConflicts">The conflicts that block; empty when members are too few without any.</param>
public sealed record AssignmentPlan(
    AssignmentObstacle Obstacle,
    IReadOnlyList<PlannedReview> Reviews,
    IReadOnlyList<MemberLoad> Loads,
    int SpreadWithinParties,
    int SpreadOverall,
    IReadOnlyList<Guid> BlockedCandidacies,
    IReadOnlyList<MemberConflict> BlockingConflicts)
{
    /// <summary>Whether the plan meets every rule.</summary>
    public bool IsBalanced => Obstacle == AssignmentObstacle.None;
}
