using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Committee;

/// <summary>Where a conflict of interest stands.</summary>
public enum ConflictState
{
    /// <summary>Declared or flagged, not decided: it blocks like an upheld one.</summary>
    Undecided = 1,

    /// <summary>The member sees neither the candidacy nor its scores.</summary>
    Upheld = 2,

    /// <summary>No conflict.</summary>
    Dismissed = 3,
}

/// <summary>A conflict of interest of a member with a candidacy, decided by the other party's co-chair (product.md 6).</summary>
public sealed class ConflictOfInterest : IVersioned
{
    /// <summary>Longest reason in characters.</summary>
    public const int ReasonLength = 2000;

    private ConflictOfInterest()
    {
    }

    /// <summary>A conflict as declared, or flagged by the portal when the institution is of the member's country.</summary>
    public ConflictOfInterest(Guid callId, Guid candidacyId, Guid memberId, Party memberParty, string memberName, string? reason, bool isFlagged, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (CallId, CandidacyId, MemberId, MemberParty, MemberName) = (callId, candidacyId, memberId, memberParty, memberName);
        (Reason, IsFlagged, DeclaredAt, State) = (Limited(reason), isFlagged, now, ConflictState.Undecided);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The call.</summary>
    public Guid CallId { get; private set; }

    /// <summary>The candidacy.</summary>
    public Guid CandidacyId { get; private set; }

    /// <summary>The account of the member.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>The member's party; the other one's co-chair decides.</summary>
    public Party MemberParty { get; private set; }

    /// <summary>The member's name.</summary>
    public string MemberName { get; private set; } = string.Empty;

    /// <summary>What the conflict is.</summary>
    public string Reason { get; private set; } = string.Empty;

    /// <summary>Whether the portal flagged it because of nationality.</summary>
    public bool IsFlagged { get; private set; }

    /// <summary>When it was declared.</summary>
    public DateTimeOffset DeclaredAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public ConflictState State { get; private set; }

    /// <summary>Who decided.</summary>
    public string? DecidedByName { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why.</summary>
    public string? DecisionReason { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Whether it keeps the member from the candidacy.</summary>
    public bool Blocks => State != ConflictState.Dismissed;

    /// <summary>The other party's co-chair decides.</summary>
    public void Decide(bool upheld, string? reason, Party party, string name, DateTimeOffset now)
    {
        Rule.Require(party == MemberParty.Other(), "The co-chair of the other party decides.");
        (State, DecisionReason, DecidedByName, DecidedAt) = (upheld ? ConflictState.Upheld : ConflictState.Dismissed, Limited(reason), name, now);
    }

    /// <summary>The member acts for another party now; what was decided stands.</summary>
    public void ActFor(Party party) => MemberParty = party;

    private static string Limited(string? reason)
    {
        var trimmed = Rule.Reason(reason);
        Rule.Require(trimmed.Length <= ReasonLength, new Message("A reason has at most {0} characters.", ReasonLength), "Reason");
        return trimmed;
    }
}
