using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Selection;

/// <summary>What an institution answered to its offer.</summary>
public enum OfferAnswer
{
    /// <summary>Nothing yet; after the time limit the offer has lapsed.</summary>
    None = 1,

    /// <summary>Accepted.</summary>
    Accepted = 2,

    /// <summary>Declined.</summary>
    Declined = 3,
}

/// <summary>Where an offer stands at an instant.</summary>
public enum OfferState
{
    /// <summary>Waits for an answer.</summary>
    Open = 1,

    /// <summary>Accepted.</summary>
    Accepted = 2,

    /// <summary>Declined.</summary>
    Declined = 3,

    /// <summary>The time limit passed without an answer.</summary>
    Lapsed = 4,
}

/// <summary>A seat offered to a chosen institution, to be accepted or declined within a set time (product.md 1).</summary>
public sealed class Offer : IVersioned
{
    private Offer()
    {
    }

    /// <summary>An offer.</summary>
    public Offer(Guid callId, Guid phaseId, Guid seatId, Guid candidacyId, Guid institutionId, DateTimeOffset answerBy, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (CallId, PhaseId, SeatId, CandidacyId, InstitutionId) = (callId, phaseId, seatId, candidacyId, institutionId);
        (OfferedAt, AnswerBy, Answer) = (now, answerBy, OfferAnswer.None);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The call.</summary>
    public Guid CallId { get; private set; }

    /// <summary>The phase.</summary>
    public Guid PhaseId { get; private set; }

    /// <summary>The seat.</summary>
    public Guid SeatId { get; private set; }

    /// <summary>The candidacy; it gets one offer.</summary>
    public Guid CandidacyId { get; private set; }

    /// <summary>The institution.</summary>
    public Guid InstitutionId { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset OfferedAt { get; private set; }

    /// <summary>First instant that is too late to answer.</summary>
    public DateTimeOffset AnswerBy { get; private set; }

    /// <summary>What was answered.</summary>
    public OfferAnswer Answer { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Who answered.</summary>
    public Guid? AnsweredById { get; private set; }

    /// <summary>Why it was declined; may be blank.</summary>
    public string? DeclineReason { get; private set; }

    /// <summary>When the seat of a declined or lapsed offer was freed; null before.</summary>
    public DateTimeOffset? SeatFreedAt { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Where it stands at an instant.</summary>
    public OfferState StateAt(DateTimeOffset instant) => Answer switch
    {
        OfferAnswer.Accepted => OfferState.Accepted,
        OfferAnswer.Declined => OfferState.Declined,
        _ => instant < AnswerBy ? OfferState.Open : OfferState.Lapsed,
    };

    /// <summary>The institution accepts in time.</summary>
    public void Accept(Guid userId, DateTimeOffset arrival) => Reply(OfferAnswer.Accepted, userId, null, arrival);

    /// <summary>The institution declines in time.</summary>
    public void Decline(Guid userId, string? reason, DateTimeOffset arrival) => Reply(OfferAnswer.Declined, userId, reason, arrival);

    /// <summary>The seat was freed after a decline or lapse.</summary>
    public void SeatFreed(DateTimeOffset now) => SeatFreedAt ??= now;

    private void Reply(OfferAnswer answer, Guid userId, string? reason, DateTimeOffset arrival)
    {
        Rule.Require(Answer == OfferAnswer.None, "This offer is answered already.");
        Rule.Require(arrival < AnswerBy, "The time to answer this offer has passed.");
        (Answer, AnsweredAt, AnsweredById, DeclineReason) = (answer, arrival, userId, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
    }
}
