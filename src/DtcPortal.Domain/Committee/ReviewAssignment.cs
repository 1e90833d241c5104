using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Committee;

/// <summary>Assignments made at once, to be undone at once.</summary>
public sealed class AssignmentBatch : IVersioned
{
    private AssignmentBatch()
    {
    }

    /// <summary>Assignments of a call. Those that both sign wait until <see cref="TakeEffect"/>.</summary>
    /// <param name="callId">The call.</param>
    /// <param name="reviewsEach">k, reviews for each candidacy; 0 for an assignment by hand.</param>
    /// <param name="seed">Seed of the plan and of the reading orders.</param>
    /// <param name="authorName">Who makes them.</param>
    /// <param name="now">The instant.</param>
    public AssignmentBatch(Guid callId, int reviewsEach, long seed, string authorName, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (CallId, ReviewsEach, Seed, AuthorName, MadeAt) = (callId, reviewsEach, seed, authorName, now);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The call.</summary>
    public Guid CallId { get; private set; }

    /// <summary>k, reviews for each candidacy; 0 for an assignment by hand.</summary>
    public int ReviewsEach { get; private set; }

    /// <summary>Seed of the plan and of the reading orders.</summary>
    public long Seed { get; private set; }

    /// <summary>Who made them.</summary>
    public string AuthorName { get; private set; } = string.Empty;

    /// <summary>When.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>When the assignments were made from it; null while it waits for both signatures.</summary>
    public DateTimeOffset? EffectiveAt { get; private set; }

    /// <summary>When they were undone, or the plan was given up; null while they stand.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Whether it was made by hand.</summary>
    public bool IsByHand => ReviewsEach == 0;

    /// <summary>Whether it waits for both signatures.</summary>
    public bool IsWaiting => EffectiveAt is null && UndoneAt is null;

    /// <summary>The assignments are made.</summary>
    public void TakeEffect(DateTimeOffset now)
    {
        Rule.Require(UndoneAt is null, "This plan was given up.");
        EffectiveAt ??= now;
    }

    /// <summary>Undoes them, or gives the plan up.</summary>
    /// <param name="reviewsBegun">Whether a review of them was begun.</param>
    /// <param name="now">The instant.</param>
    public void Undo(bool reviewsBegun, DateTimeOffset now)
    {
        Rule.Require(!reviewsBegun, "A review is begun. Assignments can no longer be undone at once; change them by hand.");
        UndoneAt ??= now;
    }
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

    /// <summary>When the member was reminded that the review is overdue; null when never.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>The member was reminded.</summary>
    public void Remind(DateTimeOffset now) => RemindedAt ??= now;

    /// <summary>Takes it back.</summary>
    public void Remove(DateTimeOffset now) => (RemovedAt, StandingKey) = (RemovedAt ?? now, null);
}
