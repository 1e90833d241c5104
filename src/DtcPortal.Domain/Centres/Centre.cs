using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;

namespace DtcPortal.Domain.Centres;

/// <summary>Where a centre stands; before acceptance there is an offer and no centre (product.md 8).</summary>
public enum CentreState
{
    /// <summary>The institution accepted.</summary>
    Accepted = 1,

    /// <summary>An agreement was entered and waits for signatures.</summary>
    AgreementPending = 2,

    /// <summary>Its agreement is signed by ITU and the centre.</summary>
    Active = 3,

    /// <summary>Suspended.</summary>
    Suspended = 4,

    /// <summary>Ended; its seat stays empty.</summary>
    Ended = 5,
}

/// <summary>A Digital Transformation Centre.</summary>
public sealed class Centre : IVersioned
{
    /// <summary>Longest name or slug.</summary>
    public const int NameLength = 200;

    private Centre()
    {
    }

    /// <summary>A centre of an institution that accepted its offer; the accepting account is its manager (rules.md 2).</summary>
    public Centre(Guid candidacyId, Guid institutionId, Guid phaseId, Guid seatId, string slug, string name, string nameKey, string country, Region region, string city, Guid managerId, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (CandidacyId, InstitutionId, PhaseId, SeatId) = (candidacyId, institutionId, phaseId, seatId);
        (Slug, Name, NameKey, Country, Region, City) = (slug, name, nameKey, country, region, city);
        (ManagerId, AcceptedAt, State) = (managerId, now, CentreState.Accepted);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The candidacy that was chosen.</summary>
    public Guid CandidacyId { get; private set; }

    /// <summary>The institution.</summary>
    public Guid InstitutionId { get; private set; }

    /// <summary>The phase.</summary>
    public Guid PhaseId { get; private set; }

    /// <summary>Its seat; a seat has one centre.</summary>
    public Guid SeatId { get; private set; }

    /// <summary>Name in addresses.</summary>
    public string Slug { get; private set; } = string.Empty;

    /// <summary>Name.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>The name folded for search.</summary>
    public string NameKey { get; private set; } = string.Empty;

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; private set; } = string.Empty;

    /// <summary>ITU's region.</summary>
    public Region Region { get; private set; }

    /// <summary>Where it is.</summary>
    public string City { get; private set; } = string.Empty;

    /// <summary>The account that manages it.</summary>
    public Guid ManagerId { get; private set; }

    /// <summary>Where it stands.</summary>
    public CentreState State { get; private set; }

    /// <summary>When the institution accepted.</summary>
    public DateTimeOffset AcceptedAt { get; private set; }

    /// <summary>When it became Active first; null before.</summary>
    public DateTimeOffset? ActiveAt { get; private set; }

    /// <summary>Its first reporting period: the first whole quarter after it became Active; null before.</summary>
    public ReportingPeriod? FirstPeriod { get; private set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it was suspended or ended last.</summary>
    public string? StateReason { get; private set; }

    /// <summary>What it presents to the public.</summary>
    public LocalizedText About { get; private set; } = LocalizedText.Empty;

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>An agreement was entered.</summary>
    public void AgreementEntered()
    {
        if (State == CentreState.Accepted)
        {
            State = CentreState.AgreementPending;
        }
    }

    /// <summary>The agreement is signed by ITU and the centre.</summary>
    public void Activate(DateTimeOffset now)
    {
        Rule.Require(State is CentreState.Accepted or CentreState.AgreementPending, "Only a centre that waits for its agreement becomes active by it.");
        (State, ActiveAt, FirstPeriod) = (CentreState.Active, now, ReportingPeriod.FirstAfter(now));
    }

    /// <summary>Suspends an active centre, with a reason.</summary>
    public void Suspend(string? reason)
    {
        Rule.Require(State == CentreState.Active, "Only an active centre is suspended.");
        (StateReason, State) = (Rule.Reason(reason), CentreState.Suspended);
    }

    /// <summary>Takes a suspension back.</summary>
    public void Resume()
    {
        Rule.Require(State == CentreState.Suspended, "Only a suspended centre is resumed.");
        (State, StateReason) = (CentreState.Active, null);
    }

    /// <summary>Ends it, with a reason; the seat stays empty unless a signed amendment says otherwise.</summary>
    public void End(string? reason, DateTimeOffset now)
    {
        Rule.Require(State != CentreState.Ended, "This centre has ended already.");
        (StateReason, State, EndedAt) = (Rule.Reason(reason), CentreState.Ended, now);
    }

    /// <summary>Throws <see cref="RuleBrokenException"/> once it has ended: what it did stays, and nothing is added.</summary>
    public void RequireNotEnded() => Rule.Require(
        State != CentreState.Ended, new Message("The centre ended on {0:d MMMM yyyy}; nothing more is entered.", DateOnly.FromDateTime((EndedAt ?? AcceptedAt).UtcDateTime)));

    /// <summary>Sets what it presents to the public.</summary>
    public void Present(LocalizedText about) => About = about;

    /// <summary>Hands the centre to another account of it.</summary>
    public void HandTo(Guid managerId) => ManagerId = managerId;
}
