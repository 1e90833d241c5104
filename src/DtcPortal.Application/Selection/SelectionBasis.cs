using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Selection;

namespace DtcPortal.Application.Selection;

/// <summary>A criterion as a selection reads it.</summary>
/// <param name="Code">Such as C1.</param>
/// <param name="Name">A line.</param>
/// <param name="Weight">0–100.</param>
/// <param name="MinimumMillionths">Least mean in millionths; null for none.</param>
public sealed record BasisCriterion(string Code, LocalizedText Name, int Weight, long? MinimumMillionths);

/// <summary>A candidacy that stands for selection: submitted and eligible.</summary>
public sealed record StandingCandidacy
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Reference for people.</summary>
    public required string Reference { get; init; }

    /// <summary>The institution.</summary>
    public required Guid InstitutionId { get; init; }

    /// <summary>Its name.</summary>
    public required string Institution { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>ITU's region.</summary>
    public required Region Region { get; init; }

    /// <summary>Score in millionths of a point; null unless both parties have a review.</summary>
    public required long? Score { get; init; }

    /// <summary>ITU's mean in millionths of a point.</summary>
    public required long? Itu { get; init; }

    /// <summary>Cisco's mean in millionths of a point.</summary>
    public required long? Cisco { get; init; }

    /// <summary>Means of both by criterion in millionths.</summary>
    public required IReadOnlyDictionary<string, long> Criteria { get; init; }

    /// <summary>Where reviewers differ by 2 points or more, such as "C6 2".</summary>
    public required IReadOnlyList<string> Differences { get; init; }

    /// <summary>Reviews assigned.</summary>
    public required int Assigned { get; init; }

    /// <summary>Reviews submitted.</summary>
    public required int Submitted { get; init; }

    /// <summary>Its lot; the lower wins.</summary>
    public required int Lot { get; init; }

    /// <summary>Whether a conflict of interest keeps the reader from it: they see neither the candidacy nor its scores (product.md 6).</summary>
    public required bool IsHidden { get; init; }

    /// <summary>Whether the reader has a review of it to submit, and so sees no scores of others before deliberation (product.md 6).</summary>
    public required bool AwaitsReader { get; init; }

    /// <summary>Whether a co-chair reopened a review since deliberation started: it is missing, and nobody waived it.</summary>
    public bool IsReopened { get; init; }

    /// <summary>Whether its reviews are in, or both waived the missing ones by starting deliberation, and each party has one (product.md 7).</summary>
    public bool IsRankable(CallStage stage) => Score is not null && !IsReopened && ((Assigned > 0 && Submitted >= Assigned) || stage >= CallStage.Deliberation);
}

/// <summary>A seat that an earlier call of the phase gave.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Holder">Who holds it.</param>
public sealed record HeldSeat(int Number, SeatClaim Holder)
{
    /// <summary>The numbers from 1 to the cap without those held.</summary>
    public static IReadOnlyList<int> Without(int cap, IReadOnlyList<HeldSeat> held) => [.. Enumerable.Range(1, cap).Except(held.Select(seat => seat.Number))];
}

/// <summary>What the reader is on the call's committee.</summary>
/// <param name="Party">Their party.</param>
/// <param name="Seat">Co-chair or member.</param>
/// <param name="Signs">Whether they sign for their party in this call: its co-chair, or the alternate of one with an upheld conflict.</param>
/// <param name="DeclaredAt">When they had declared their conflicts; null before.</param>
public sealed record CommitteeReader(Party Party, CommitteeSeat Seat, bool Signs, DateTimeOffset? DeclaredAt);

/// <summary>All that a proposal of a call is made from, as it stands now.</summary>
public sealed record SelectionBasis
{
    /// <summary>What the reader is on the committee; null when they are not of it.</summary>
    public required CommitteeReader? Reader { get; init; }

    /// <summary>The call.</summary>
    public required Guid CallId { get; init; }

    /// <summary>Name in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>Title of the call.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Where the call stands.</summary>
    public required CallStage Stage { get; init; }

    /// <summary>When deliberation started and the lots were drawn.</summary>
    public required DateTimeOffset? DeliberationAt { get; init; }

    /// <summary>When both had signed the selection.</summary>
    public required DateTimeOffset? DecidedAt { get; init; }

    /// <summary>When a review that the ranking hangs on was last saved; null for none.</summary>
    public DateTimeOffset? LastReviewAt { get; init; }

    /// <summary>Most seats for one country.</summary>
    public required int LimitPerCountry { get; init; }

    /// <summary>Width of the band in millionths of a point.</summary>
    public required long BandMillionths { get; init; }

    /// <summary>Least score in millionths; null for none.</summary>
    public required long? MinimumScore { get; init; }

    /// <summary>Days to answer an offer.</summary>
    public required int OfferDays { get; init; }

    /// <summary>Criteria in their order.</summary>
    public required IReadOnlyList<BasisCriterion> Criteria { get; init; }

    /// <summary>The phase.</summary>
    public required Guid PhaseId { get; init; }

    /// <summary>Its name in addresses.</summary>
    public required string PhaseSlug { get; init; }

    /// <summary>As people call it.</summary>
    public required LocalizedText PhaseName { get; init; }

    /// <summary>Its cap; null until both agree one.</summary>
    public required int? Cap { get; init; }

    /// <summary>Seats of it that nobody holds.</summary>
    public required int FreeSeats { get; init; }

    /// <summary>Seats that earlier calls of the phase gave; empty once this call is decided, since its proposal keeps them.</summary>
    public required IReadOnlyList<HeldSeat> Taken { get; init; }

    /// <summary>Numbers of the seats that no earlier call gave, in their order.</summary>
    public IReadOnlyList<int> FreeSeatNumbers => HeldSeat.Without(Cap ?? 0, Taken);

    /// <summary>The signed needs with the regions' lots; empty while they are not signed.</summary>
    public required IReadOnlyList<RegionNeed> Needs { get; init; }

    /// <summary>Countries in which a party is present by the lists in force at the deadline.</summary>
    public required IReadOnlyDictionary<Party, IReadOnlySet<string>> Presence { get; init; }

    /// <summary>The candidacies.</summary>
    public required IReadOnlyList<StandingCandidacy> Candidacies { get; init; }

    /// <summary>Whether a party is present in a country.</summary>
    public bool IsPresent(Party party, string country) => Presence.TryGetValue(party, out var countries) && countries.Contains(country);

    /// <summary>Throws RuleBrokenException unless each region with a candidacy has a signed need.</summary>
    public void RequireNeeds()
    {
        Rule.Require(Needs.Count > 0, "Both parties sign the needs by region first.");
        Rule.Require(Candidacies.All(candidacy => Needs.Any(need => need.Region == candidacy.Region)), "The signed needs lack a region that has a candidacy.");
    }

    /// <summary>What the rules compute a proposal from.</summary>
    public SelectionInput ToInput() => new()
    {
        Candidacies =
        [
            .. Candidacies.Select(candidacy => new SelectionCandidacy
            {
                Id = candidacy.Id,
                Region = candidacy.Region,
                Country = candidacy.Country,
                Score = candidacy.IsRankable(Stage) ? Score.FromMillionths(candidacy.Score!.Value) : null,
                Criteria = candidacy.Criteria.ToDictionary(mean => mean.Key, mean => CriterionMean.FromMillionths(mean.Value)),
                IsPresent = IsPresent(Party.Itu, candidacy.Country) || IsPresent(Party.Cisco, candidacy.Country),
                Lot = candidacy.Lot,
            }),
        ],
        Needs = Needs,
        Cap = FreeSeats,
        Taken = [.. Taken.Select(held => held.Holder)],
        SeatNumbers = FreeSeatNumbers,
        LimitPerCountry = LimitPerCountry,
        BandMillionths = BandMillionths,
        MinimumScore = MinimumScore is { } least ? Score.FromMillionths(least) : null,
        CriterionMinimums = Criteria.Where(criterion => criterion.MinimumMillionths is not null)
            .ToDictionary(criterion => criterion.Code, criterion => CriterionMean.FromMillionths(criterion.MinimumMillionths!.Value)),
    };
}
