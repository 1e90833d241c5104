using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Selection;

/// <summary>A candidacy that stands for selection.</summary>
public sealed record SelectionCandidacy
{
    /// <summary>The candidacy.</summary>
    public required Guid Id { get; init; }

    /// <summary>The ITU region of its country.</summary>
    public required Region Region { get; init; }

    /// <summary>ISO 3166-1 alpha-2 of the country where the training takes place.</summary>
    public required string Country { get; init; }

    /// <summary>Its score; null when it is not rankable, since reviews are missing and not waived.</summary>
    public required Score? Score { get; init; }

    /// <summary>Mean of the parties' means for each criterion, by code; C9 and C7 decide ties, a missing one counts 0.</summary>
    public required IReadOnlyDictionary<string, CriterionMean> Criteria { get; init; }

    /// <summary>Whether ITU or Cisco is present in the country, by the lists in force at the deadline.</summary>
    public required bool IsPresent { get; init; }

    /// <summary>Its place in the order drawn when deliberation started; the lower wins.</summary>
    public required int Lot { get; init; }
}

/// <summary>All that a proposal is computed from.</summary>
public sealed record SelectionInput
{
    /// <summary>The candidacies that were scored, in any order.</summary>
    public required IReadOnlyCollection<SelectionCandidacy> Candidacies { get; init; }

    /// <summary>Need and lot of each region that has a candidacy.</summary>
    public required IReadOnlyCollection<RegionNeed> Needs { get; init; }

    /// <summary>Seats to give.</summary>
    public required int Cap { get; init; }

    /// <summary>Numbers of the seats to give, in their order; empty for 1 and on. Beyond them it counts on.</summary>
    public IReadOnlyList<int> SeatNumbers { get; init; } = [];

    /// <summary>Seats of the phase that its earlier calls gave; they count for their regions and countries.</summary>
    public IReadOnlyCollection<SeatClaim> Taken { get; init; } = [];

    /// <summary>Most seats for one country, 1 or more.</summary>
    public required int LimitPerCountry { get; init; }

    /// <summary>Width of the presence band in millionths of a point.</summary>
    public required long BandMillionths { get; init; }

    /// <summary>Least score; null for none. Met when equal.</summary>
    public Score? MinimumScore { get; init; }

    /// <summary>Least mean by criterion, by code. Met when equal.</summary>
    public IReadOnlyDictionary<string, CriterionMean> CriterionMinimums { get; init; } = new Dictionary<string, CriterionMean>();

    /// <summary>Seats by region as both parties adjusted them; null for those that the rule gives.</summary>
    public IReadOnlyDictionary<Region, int>? AdjustedSeats { get; init; }
}

/// <summary>What a proposal says of a candidacy.</summary>
public enum SelectionOutcome
{
    /// <summary>It gets a seat.</summary>
    Chosen = 1,

    /// <summary>It waits for a seat that is freed.</summary>
    Waitlisted = 2,

    /// <summary>Neither.</summary>
    Out = 3,
}

/// <summary>Why a candidacy is in, out or waitlisted; the sentence is made where it is shown.</summary>
public enum OutcomeReason
{
    /// <summary>Chosen without another contending within the band.</summary>
    Uncontested = 1,

    /// <summary>Chosen for presence, before Other.</summary>
    Presence = 2,

    /// <summary>Chosen for its score, before Other.</summary>
    Score = 3,

    /// <summary>Chosen for C9, its score being equal to that of Other.</summary>
    C9 = 4,

    /// <summary>Chosen for C7, score and C9 being equal to those of Other.</summary>
    C7 = 5,

    /// <summary>Chosen by lot, all being equal to Other.</summary>
    Lot = 6,

    /// <summary>Waitlisted: the region's seats went to others.</summary>
    SeatsGiven = 7,

    /// <summary>Waitlisted: its country reached the limit with Other, or in an earlier call of the phase, while one with less merit got a seat or none was left to.</summary>
    CountryLimit = 8,

    /// <summary>Waitlisted: Other took its place for presence.</summary>
    PassedOverForPresence = 9,

    /// <summary>Waitlisted: its region got no seat.</summary>
    NoSeatForRegion = 10,

    /// <summary>Out: reviews are missing.</summary>
    NotRankable = 11,

    /// <summary>Out: Value, its score, is below Threshold, in millionths.</summary>
    BelowMinimum = 12,

    /// <summary>Out: Value, its mean on Criterion, is below Threshold, in millionths.</summary>
    BelowCriterionMinimum = 13,
}

/// <summary>What a proposal says of one candidacy, and why.</summary>
public sealed record ProposalLine
{
    /// <summary>The candidacy.</summary>
    public required Guid Candidacy { get; init; }

    /// <summary>Its region.</summary>
    public required Region Region { get; init; }

    /// <summary>In, waiting or out.</summary>
    public required SelectionOutcome Outcome { get; init; }

    /// <summary>Why.</summary>
    public required OutcomeReason Reason { get; init; }

    /// <summary>Number of the seat, in the order given; null unless chosen.</summary>
    public int? Seat { get; init; }

    /// <summary>Place on the region's waitlist, from 1; null unless waitlisted.</summary>
    public int? WaitlistPlace { get; init; }

    /// <summary>The other candidacy that the reason speaks of.</summary>
    public Guid? Other { get; init; }

    /// <summary>The criterion that the reason speaks of.</summary>
    public string? Criterion { get; init; }

    /// <summary>The candidacy's value in millionths, for a minimum that is not met.</summary>
    public long? Value { get; init; }

    /// <summary>That minimum in millionths.</summary>
    public long? Threshold { get; init; }
}

/// <summary>A region in a proposal.</summary>
/// <param name="Region">The region.</param>
/// <param name="Need">Its need.</param>
/// <param name="Pool">Its candidacies in the pool.</param>
/// <param name="Supply">How many seats they could fill with the limit per country.</param>
/// <param name="Seats">Seats given.</param>
/// <param name="BandUses">Each use of the presence band.</param>
/// <param name="Taken">Seats that the region holds from earlier calls of the phase.</param>
public sealed record RegionProposal(Region Region, decimal Need, int Pool, int Supply, int Seats, IReadOnlyList<BandUse> BandUses, int Taken = 0);

/// <summary>A proposal: a line per candidacy (seats first, then waitlists by region, then those out) and a summary per region.</summary>
/// <param name="Lines">One per candidacy.</param>
/// <param name="Regions">One per region with a need, in the order of <see cref="Region"/>.</param>
/// <param name="EmptySeats">Seats of the cap that nobody can fill, or that an adjustment leaves empty.</param>
public sealed record SelectionProposal(IReadOnlyList<ProposalLine> Lines, IReadOnlyList<RegionProposal> Regions, int EmptySeats);
