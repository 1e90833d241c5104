using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Selection;

/// <summary>A place on a region's waitlist after the decision (rules.md 7).</summary>
public sealed class WaitlistEntry
{
    private WaitlistEntry()
    {
    }

    /// <summary>A place.</summary>
    public WaitlistEntry(Guid callId, Guid candidacyId, Region region, string country, int place)
    {
        Id = Guid.CreateVersion7();
        (CallId, CandidacyId, Region, Country, Place) = (callId, candidacyId, region, country, place);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The call.</summary>
    public Guid CallId { get; private set; }

    /// <summary>Who waits.</summary>
    public Guid CandidacyId { get; private set; }

    /// <summary>Its region.</summary>
    public Region Region { get; private set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; private set; } = string.Empty;

    /// <summary>Place, from 1.</summary>
    public int Place { get; private set; }

    /// <summary>When it got a seat; null while it waits.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>It got a seat.</summary>
    public void Leave(DateTimeOffset now) => LeftAt ??= now;
}

/// <summary>Who is proposed for a seat that was declined or lapsed; both sign it (rules.md 7).</summary>
public sealed class SeatSuccession : IVersioned
{
    private SeatSuccession()
    {
    }

    /// <summary>A proposal for a freed seat.</summary>
    public SeatSuccession(Guid callId, Guid seatId, Guid leaverCandidacyId, SuccessorProposal proposal, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (CallId, SeatId, LeaverCandidacyId, ProposedAt) = (callId, seatId, leaverCandidacyId, now);
        (CandidacyId, Region, IsOfSameRegion) = (proposal.Candidacy, proposal.Region, proposal.IsOfSameRegion);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The call.</summary>
    public Guid CallId { get; private set; }

    /// <summary>The freed seat.</summary>
    public Guid SeatId { get; private set; }

    /// <summary>Who declined or let the offer lapse.</summary>
    public Guid LeaverCandidacyId { get; private set; }

    /// <summary>Who comes next.</summary>
    public Guid CandidacyId { get; private set; }

    /// <summary>Its region.</summary>
    public Region Region { get; private set; }

    /// <summary>False when the leaver's region had nobody left.</summary>
    public bool IsOfSameRegion { get; private set; }

    /// <summary>When it was proposed.</summary>
    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>When both had signed; null before.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Both have signed.</summary>
    public void Decide(DateTimeOffset now) => DecidedAt ??= now;
}
