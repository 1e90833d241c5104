using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Committee;

/// <summary>Assignments made at once, to be undone at once.</summary>
public sealed class AssignmentBatch : IVersioned
{
    private AssignmentBatch()
    {
    }

    /// <summary>Assignments of a call.</summary>
    public AssignmentBatch(Guid callId, long seed, string authorName, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (CallId, Seed, AuthorName, MadeAt) = (callId, seed, authorName, now);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The call.</summary>
    public Guid CallId { get; private set; }

    /// <summary>Seed of the plan and of the reading orders.</summary>
    public long Seed { get; private set; }

    /// <summary>Who made them.</summary>
    public string AuthorName { get; private set; } = string.Empty;

    /// <summary>When.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>When they were undone; null while they stand.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Undoes them; the caller has checked that no review was begun.</summary>
    public void Undo(DateTimeOffset now) => UndoneAt ??= now;
}

/// <summary>A review that a member is to write.</summary>
public sealed class ReviewAssignment : IVersioned
{
    private ReviewAssignment()
    {
    }

    /// <summary>An assignment, one for each candidacy and member while it stands.</summary>
    public ReviewAssignment(Guid batchId, Guid callId, Guid candidacyId, Guid memberId, Party party, int position, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (BatchId, CallId, CandidacyId, MemberId, Party, Position, AssignedAt) = (batchId, callId, candidacyId, memberId, party, position, now);
        StandingKey = $"{candidacyId:N}-{memberId:N}";
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Made with these.</summary>
    public Guid BatchId { get; private set; }

    /// <summary>The call.</summary>
    public Guid CallId { get; private set; }

    /// <summary>The candidacy.</summary>
    public Guid CandidacyId { get; private set; }

    /// <summary>The account of the member.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>The member's party.</summary>
    public Party Party { get; private set; }

    /// <summary>Place in the member's own reading order, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset AssignedAt { get; private set; }

    /// <summary>When it was taken back; null while it stands.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Candidacy and member while it stands, null once taken back: the database allows one of each.</summary>
    public string? StandingKey { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Takes it back.</summary>
    public void Remove(DateTimeOffset now) => (RemovedAt, StandingKey) = (RemovedAt ?? now, null);
}
