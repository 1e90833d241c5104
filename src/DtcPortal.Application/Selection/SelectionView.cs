using DtcPortal.Domain.Common;
using DtcPortal.Domain.Selection;

namespace DtcPortal.Application.Selection;

/// <summary>A row of a selection: a candidacy, where it stands and why.</summary>
public sealed record SelectionRow
{
    /// <summary>The candidacy.</summary>
    public required StandingCandidacy Candidacy { get; init; }

    /// <summary>What the rules say of it.</summary>
    public required ProposalLine Line { get; init; }

    /// <summary>Rank by score among all that are rankable, from 1; null for one that is not.</summary>
    public required int? Rank { get; init; }

    /// <summary>Whether another has the same score.</summary>
    public required bool IsTied { get; init; }

    /// <summary>The other candidacy that the reason speaks of.</summary>
    public StandingCandidacy? Other { get; init; }

    /// <summary>Why it stands elsewhere than the rules put it; null where it does not.</summary>
    public string? OverrideReason { get; init; }

    /// <summary>Where it stood before, in a what-if that moves it; null where it does not move.</summary>
    public SelectionOutcome? Before { get; init; }

    /// <summary>Where its offer stands; null without one.</summary>
    public OfferState? Offer { get; init; }

    /// <summary>The seat that it took after another left it; null for none.</summary>
    public int? TakenSeat { get; init; }

    /// <summary>Whether it declined its seat or let the offer lapse.</summary>
    public bool HasLeft => Offer is OfferState.Declined or OfferState.Lapsed;

    /// <summary>The seat that it has now; null for none.</summary>
    public int? Seat => HasLeft ? null : TakenSeat ?? Line.Seat;

    /// <summary>Where it stands among those of its region who wait now, from 1; null for one that does not wait.</summary>
    public int? PlaceInLine { get; init; }

    /// <summary>Whether it waits for a seat now.</summary>
    public bool Waits => Line.Outcome == SelectionOutcome.Waitlisted && Offer is null;

    /// <summary>Whether both the rules and this row say the same; overrides do not.</summary>
    public bool IsInPool => Line.Reason is not (OutcomeReason.NotRankable or OutcomeReason.BelowMinimum or OutcomeReason.BelowCriterionMinimum);
}

/// <summary>A region of a selection with its rows: seats in the order given, waitlist, those out.</summary>
public sealed record SelectionGroup
{
    /// <summary>The region.</summary>
    public required Region Region { get; init; }

    /// <summary>Its need.</summary>
    public required decimal Need { get; init; }

    /// <summary>Seats that its candidacies can fill.</summary>
    public required int Supply { get; init; }

    /// <summary>Seats that it holds from earlier calls of the phase.</summary>
    public int Taken { get; init; }

    /// <summary>Uses of the presence band.</summary>
    public required IReadOnlyList<BandUse> BandUses { get; init; }

    /// <summary>Its rows.</summary>
    public required IReadOnlyList<SelectionRow> Rows { get; init; }

    /// <summary>Seats given.</summary>
    public int Seats => Rows.Count(row => row.Line.Outcome == SelectionOutcome.Chosen);

    /// <summary>Candidacies in the pool.</summary>
    public int Pool => Rows.Count(row => row.IsInPool);

    /// <summary>Countries that have one in the pool.</summary>
    public int Countries => Rows.Where(row => row.IsInPool).Select(row => row.Candidacy.Country).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Candidacies that are out.</summary>
    public int Out => Rows.Count(row => row.Line.Outcome == SelectionOutcome.Out);
}

/// <summary>A seat in the order given: the quotient that gave it to its region.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Region">The region.</param>
/// <param name="Need">Its need.</param>
/// <param name="Divisor">2 × seats that it had + 1, those from earlier calls of the phase counted.</param>
/// <param name="Row">Who takes it.</param>
public sealed record GivenSeat(int Number, Region Region, decimal Need, int Divisor, SelectionRow Row);

/// <summary>A selection as a table: groups by seats and need.</summary>
public sealed record SelectionTable
{
    /// <summary>Regions with a need, those with most seats first, then by need; also those without a candidacy.</summary>
    public required IReadOnlyList<SelectionGroup> Groups { get; init; }

    /// <summary>All rows.</summary>
    public IEnumerable<SelectionRow> Rows => Groups.SelectMany(group => group.Rows);

    /// <summary>How many have an outcome.</summary>
    public int Count(SelectionOutcome outcome) => Rows.Count(row => row.Line.Outcome == outcome);

    /// <summary>How many declined or let their offer lapse.</summary>
    public int Left => Rows.Count(row => row.HasLeft);

    /// <summary>The seats of a region as they are now, by number; one that was left and not taken stays with its region, without a row.</summary>
    public IReadOnlyList<(int Number, SelectionRow? Row)> Places(SelectionGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var taken = Rows.Select(row => row.Seat).ToHashSet();
        var held = group.Rows.Where(row => row.Seat is not null).Select(row => (row.Seat!.Value, (SelectionRow?)row));
        var free = group.Rows.Where(row => row.HasLeft && row.Line.Seat is not null && !taken.Contains(row.Line.Seat)).Select(row => (row.Line.Seat!.Value, (SelectionRow?)null));
        return [.. held.Concat(free).OrderBy(place => place.Item1)];
    }

    /// <summary>The seats in the order given.</summary>
    public IReadOnlyList<GivenSeat> Seats()
    {
        var needs = Groups.ToDictionary(group => group.Region, group => group.Need);
        var had = Groups.ToDictionary(group => group.Region, group => group.Taken);
        var seats = new List<GivenSeat>();
        foreach (var row in Rows.Where(row => row.Line.Seat is not null).OrderBy(row => row.Line.Seat))
        {
            var before = had.GetValueOrDefault(row.Candidacy.Region);
            had[row.Candidacy.Region] = before + 1;
            seats.Add(new GivenSeat(row.Line.Seat!.Value, row.Candidacy.Region, needs.GetValueOrDefault(row.Candidacy.Region), (2 * before) + 1, row));
        }

        return seats;
    }

    /// <summary>
    /// How many seats supply took from regions or gave to others, against need alone (product.md 2); regions that differ only.
    /// </summary>
    public IReadOnlyDictionary<Region, int> MovedBySupply(int seats, IReadOnlyList<RegionNeed> needs)
    {
        // the needs that it was made with, which a later call of the phase may have changed
        var lots = needs.ToDictionary(need => need.Region, need => need.Lot);
        var demands = Groups.Select(group => new RegionDemand(group.Region, group.Need, group.Taken + seats, lots.GetValueOrDefault(group.Region), group.Taken));
        var without = SeatAllocation.Give([.. demands], seats).CountBy(region => region).ToDictionary();
        return Groups.Select(group => (group.Region, Difference: group.Seats - without.GetValueOrDefault(group.Region)))
            .Where(group => group.Difference != 0).ToDictionary(group => group.Region, group => group.Difference);
    }

    /// <summary>Builds it from the lines of a proposal.</summary>
    /// <param name="basis">What the proposal was made from.</param>
    /// <param name="lines">One per candidacy, with the reason of an override.</param>
    /// <param name="regions">Facts of each region.</param>
    /// <param name="complete">Adds what the caller knows of a row.</param>
    public static SelectionTable Build(
        SelectionBasis basis, IEnumerable<(ProposalLine Line, string? OverrideReason)> lines, IReadOnlyList<RegionProposal> regions, Func<SelectionRow, SelectionRow>? complete = null)
    {
        ArgumentNullException.ThrowIfNull(basis);
        ArgumentNullException.ThrowIfNull(regions);
        var candidacies = basis.Candidacies.ToDictionary(candidacy => candidacy.Id);
        var ranks = Ranks(basis);
        var rows = lines.Where(line => candidacies.ContainsKey(line.Line.Candidacy)).Select(line =>
        {
            var rank = ranks.TryGetValue(line.Line.Candidacy, out var found) ? found : default;
            var row = new SelectionRow
            {
                Candidacy = candidacies[line.Line.Candidacy],
                Line = line.Line,
                Rank = rank.Rank == 0 ? null : rank.Rank,
                IsTied = rank.IsTied,
                Other = line.Line.Other is { } other ? candidacies.GetValueOrDefault(other) : null,
                OverrideReason = line.OverrideReason,
            };
            return complete is null ? row : complete(row);
        }).ToLookup(row => row.Candidacy.Region);
        var groups = regions.Select(region => new SelectionGroup
        {
            Region = region.Region,
            Need = region.Need,
            Supply = region.Supply,
            Taken = region.Taken,
            BandUses = region.BandUses,
            Rows =
            [
                .. rows[region.Region].Where(row => !row.Candidacy.IsHidden).OrderBy(row => row.Line.Outcome).ThenBy(row => row.Line.Seat ?? row.Line.WaitlistPlace ?? int.MaxValue)
                    .ThenBy(row => row.Rank ?? int.MaxValue).ThenBy(row => row.Candidacy.Reference, StringComparer.Ordinal),
                // a place among the others would tell the outcome of one that is hidden
                .. rows[region.Region].Where(row => row.Candidacy.IsHidden).OrderBy(row => row.Candidacy.Reference, StringComparer.Ordinal),
            ],
        });
        groups = groups.Select(group => group with { Rows = WithPlaces(group.Rows) });
        return new SelectionTable { Groups = [.. groups.OrderByDescending(group => group.Seats).ThenByDescending(group => group.Need).ThenBy(group => group.Region)] };
    }

    private static IReadOnlyList<SelectionRow> WithPlaces(IReadOnlyList<SelectionRow> rows)
    {
        var line = rows.Where(row => row.Waits).OrderBy(row => row.Line.WaitlistPlace).Select(row => row.Candidacy.Id).Index().ToDictionary(waiting => waiting.Item, waiting => waiting.Index + 1);
        return [.. rows.Select(row => line.TryGetValue(row.Candidacy.Id, out var place) ? row with { PlaceInLine = place } : row)];
    }

    /// <summary>Ranks by score, equal scores sharing one.</summary>
    public static IReadOnlyDictionary<Guid, (int Rank, bool IsTied)> Ranks(SelectionBasis basis)
    {
        ArgumentNullException.ThrowIfNull(basis);
        var byScore = basis.Candidacies.Where(candidacy => candidacy.IsRankable(basis.Stage)).GroupBy(candidacy => candidacy.Score!.Value).OrderByDescending(group => group.Key);
        var ranks = new Dictionary<Guid, (int, bool)>();
        foreach (var group in byScore)
        {
            var (rank, tied) = (ranks.Count + 1, group.Skip(1).Any());
            foreach (var candidacy in group)
            {
                ranks[candidacy.Id] = (rank, tied);
            }
        }

        return ranks;
    }
}

/// <summary>A freed seat and who is proposed for it.</summary>
/// <param name="Id">The proposal.</param>
/// <param name="SeatNumber">The seat.</param>
/// <param name="Leaver">Who declined or let the offer lapse.</param>
/// <param name="CandidacyId">Who comes next.</param>
/// <param name="IsOfSameRegion">False when the leaver's region had nobody left.</param>
/// <param name="DecidedAt">When both had signed; null before.</param>
public sealed record SuccessionRow(Guid Id, int SeatNumber, Guid Leaver, Guid CandidacyId, bool IsOfSameRegion, DateTimeOffset? DecidedAt);

/// <summary>What the page of a selection shows.</summary>
public sealed record SelectionView
{
    /// <summary>What it is made from, as it stands now.</summary>
    public required SelectionBasis Basis { get; init; }

    /// <summary>The decision; null before a proposal is made.</summary>
    public required Guid? DecisionId { get; init; }

    /// <summary>When the lines were made or last overridden.</summary>
    public required DateTimeOffset? MadeAt { get; init; }

    /// <summary>By whom.</summary>
    public required string? MadeBy { get; init; }

    /// <summary>Seats that could be given when it was made.</summary>
    public required int Cap { get; init; }

    /// <summary>Why seats were adjusted; null where they were not.</summary>
    public required string? AdjustmentReason { get; init; }

    /// <summary>When both had signed.</summary>
    public required DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The table; null before a proposal is made.</summary>
    public required SelectionTable? Table { get; init; }

    /// <summary>Number of the version that is signed; null where the page does not say it.</summary>
    public required int? Number { get; init; }

    /// <summary>Parties whose signature stands.</summary>
    public required IReadOnlyList<Party> SignedBy { get; init; }

    /// <summary>Whether scores changed since it was made.</summary>
    public required bool IsStale { get; init; }

    /// <summary>Seats that were declined or lapsed after the decision, by number.</summary>
    public required IReadOnlyList<SuccessionRow> Successions { get; init; }
}

/// <summary>What a signature of the selection does.</summary>
public sealed record SelectionSummary
{
    /// <summary>The decision.</summary>
    public required Guid DecisionId { get; init; }

    /// <summary>The call.</summary>
    public required Guid CallId { get; init; }

    /// <summary>Its name in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>Its title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The phase, as people call it.</summary>
    public required LocalizedText PhaseName { get; init; }

    /// <summary>Who made the version.</summary>
    public required string MadeBy { get; init; }

    /// <summary>How many get an offer.</summary>
    public required int Chosen { get; init; }

    /// <summary>How many wait.</summary>
    public required int Waitlisted { get; init; }

    /// <summary>How many are out.</summary>
    public required int Out { get; init; }

    /// <summary>Days to answer an offer.</summary>
    public required int OfferDays { get; init; }

    /// <summary>By when an offer made now is to be answered.</summary>
    public required DateTimeOffset AnswerBy { get; init; }

    /// <summary>Why it cannot be signed; null when it can.</summary>
    public required Message? Missing { get; init; }

    /// <summary>Whether a conflict of interest, upheld or not decided, keeps the reader from what is signed, since that names the candidacy.</summary>
    public required bool IsHidden { get; init; }
}

/// <summary>A freed seat and who is proposed for it.</summary>
public sealed record SuccessionView
{
    /// <summary>The proposal.</summary>
    public required Guid Id { get; init; }

    /// <summary>The call.</summary>
    public required Guid CallId { get; init; }

    /// <summary>Its name in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>Its title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The seat.</summary>
    public required int SeatNumber { get; init; }

    /// <summary>Days to answer the offer.</summary>
    public required int OfferDays { get; init; }

    /// <summary>By when an offer made now is to be answered.</summary>
    public DateTimeOffset AnswerBy { get; init; }

    /// <summary>Who comes next.</summary>
    public required string Next { get; init; }

    /// <summary>Its reference.</summary>
    public required string NextReference { get; init; }

    /// <summary>Its country.</summary>
    public required string NextCountry { get; init; }

    /// <summary>Its score in millionths of a point.</summary>
    public required long? NextScore { get; init; }

    /// <summary>Who left.</summary>
    public required string Leaver { get; init; }

    /// <summary>The leaver's country.</summary>
    public required string LeaverCountry { get; init; }

    /// <summary>Whether it was declined; else the offer lapsed.</summary>
    public required bool HasDeclined { get; init; }

    /// <summary>Why it was declined.</summary>
    public required string? DeclineReason { get; init; }

    /// <summary>The region that gets the seat.</summary>
    public required Region Region { get; init; }

    /// <summary>False when the leaver's region had nobody left.</summary>
    public required bool IsOfSameRegion { get; init; }

    /// <summary>Whether a conflict of interest keeps the reader from who comes next.</summary>
    public required bool IsHidden { get; init; }
}
