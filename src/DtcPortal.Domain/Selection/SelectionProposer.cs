using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Selection;

/// <summary>Why seats by region cannot be adjusted so.</summary>
public enum AdjustmentProblem
{
    /// <summary>They can.</summary>
    None = 0,

    /// <summary>A number is below 0, or a region is named that has no need.</summary>
    Invalid = 1,

    /// <summary>They are more than the cap.</summary>
    AboveCap = 2,

    /// <summary>A region gets more than its supply.</summary>
    AboveSupply = 3,

    /// <summary>A region with more need gets fewer seats than another, and not all its supply.</summary>
    AgainstNeed = 4,
}

/// <summary>Makes the proposal that both parties sign: seats by region, who takes them, who waits (rules.md 5–7).</summary>
public static class SelectionProposer
{
    /// <summary>
    /// The proposal; the same for the same input in any order. Throws ArgumentException when a region with a candidacy in the pool has no need,
    /// or when adjusted seats may not stand (<see cref="CheckAdjustment"/>).
    /// </summary>
    public static SelectionProposal Propose(SelectionInput input)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(input.LimitPerCountry, 1, nameof(input));
        ArgumentOutOfRangeException.ThrowIfNegative(input.Cap, nameof(input));
        var outside = new List<ProposalLine>();
        var pool = Pool(input, outside);
        var demands = Demands(input, pool);
        var seatOrder = SeatOrder(input, demands);
        var chosen = new List<ProposalLine>();
        var waiting = new List<ProposalLine>();
        var regions = new List<RegionProposal>();
        var held = Held(input);
        foreach (var demand in demands.OrderBy(demand => demand.Region))
        {
            var candidates = pool.GetValueOrDefault(demand.Region, []);
            var numbers = seatOrder.Index().Where(seat => seat.Item == demand.Region).Select(seat => SeatNumber(input, seat.Index)).ToArray();
            var result = BandSelection.Choose(candidates, numbers.Length, input.LimitPerCountry, input.BandMillionths, held);
            chosen.AddRange(result.Chosen.Zip(numbers, ChosenLine));
            waiting.AddRange(WaitlistLines(candidates, result, input));
            regions.Add(new RegionProposal(
                demand.Region, demand.Need, candidates.Count, demand.Fillable, numbers.Length, result.BandUses, demand.Taken));
        }

        return new SelectionProposal(
            [.. chosen.OrderBy(line => line.Seat), .. waiting, .. outside.OrderBy(line => line.Region).ThenBy(line => line.Candidacy)],
            regions,
            input.Cap - chosen.Count);
    }

    /// <summary>The need, supply and lot of each region: what seats are given by.</summary>
    public static IReadOnlyList<RegionDemand> Demands(SelectionInput input) => Demands(input, Pool(input, []));

    /// <summary>Whether seats by region may be adjusted so, and if not the first problem in the order of <see cref="AdjustmentProblem"/>.</summary>
    public static AdjustmentProblem CheckAdjustment(
        IReadOnlyCollection<RegionDemand> demands, IReadOnlyDictionary<Region, int> seats, int cap)
    {
        var supply = demands.ToDictionary(demand => demand.Region, demand => demand.Fillable);
        if (seats.Any(entry => entry.Value < 0 || (entry.Value > 0 && !supply.ContainsKey(entry.Key))))
        {
            return AdjustmentProblem.Invalid;
        }

        if (seats.Values.Sum(value => (long)value) > cap)
        {
            return AdjustmentProblem.AboveCap;
        }

        if (seats.Any(entry => entry.Value > supply.GetValueOrDefault(entry.Key)))
        {
            return AdjustmentProblem.AboveSupply;
        }

        return SeatAllocation.Breaches(demands, seats).Count > 0 ? AdjustmentProblem.AgainstNeed : AdjustmentProblem.None;
    }

    private static Dictionary<Region, List<PoolCandidacy>> Pool(SelectionInput input, List<ProposalLine> outside)
    {
        var pool = new Dictionary<Region, List<PoolCandidacy>>();
        var minimums = input.CriterionMinimums.OrderBy(minimum => minimum.Key, StringComparer.Ordinal).ToArray();
        foreach (var candidacy in input.Candidacies)
        {
            if (OutLine(candidacy, input.MinimumScore, minimums) is { } line)
            {
                outside.Add(line);
                continue;
            }

            if (!pool.TryGetValue(candidacy.Region, out var members))
            {
                pool[candidacy.Region] = members = [];
            }

            members.Add(new PoolCandidacy(
                candidacy.Id, candidacy.Region, candidacy.Country, candidacy.Score!.Value,
                candidacy.Criteria.GetValueOrDefault("C9"), candidacy.Criteria.GetValueOrDefault("C7"), candidacy.IsPresent, candidacy.Lot));
        }

        return pool;
    }

    private static ProposalLine? OutLine(
        SelectionCandidacy candidacy, Score? minimum, IEnumerable<KeyValuePair<string, CriterionMean>> criterionMinimums)
    {
        var line = new ProposalLine
        {
            Candidacy = candidacy.Id, Region = candidacy.Region, Outcome = SelectionOutcome.Out, Reason = OutcomeReason.NotRankable,
        };
        if (candidacy.Score is not { } score)
        {
            return line;
        }

        if (minimum is { } least && score < least)
        {
            return line with { Reason = OutcomeReason.BelowMinimum, Value = score.Millionths, Threshold = least.Millionths };
        }

        foreach (var (code, needed) in criterionMinimums)
        {
            var mean = candidacy.Criteria.GetValueOrDefault(code);
            if (mean < needed)
            {
                return line with
                {
                    Reason = OutcomeReason.BelowCriterionMinimum, Criterion = code, Value = mean.Millionths, Threshold = needed.Millionths,
                };
            }
        }

        return null;
    }

    private static RegionDemand[] Demands(SelectionInput input, Dictionary<Region, List<PoolCandidacy>> pool)
    {
        var without = pool.Keys.Except(input.Needs.Select(need => need.Region)).Order().ToArray();
        if (without.Length > 0)
        {
            throw new ArgumentException($"No need is recorded for {string.Join(", ", without.Select(region => region.Code()))}.", nameof(input));
        }

        var (held, taken) = (Held(input), input.Taken.CountBy(seat => seat.Region).ToDictionary());
        return [.. input.Needs.Select(need => new RegionDemand(
            need.Region, need.Need, taken.GetValueOrDefault(need.Region) + Fillable(pool.GetValueOrDefault(need.Region, []), input.LimitPerCountry, held), need.Lot,
            taken.GetValueOrDefault(need.Region)))];
    }

    private static Dictionary<string, int> Held(SelectionInput input) =>
        input.Taken.CountBy(seat => seat.Country, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    private static int Fillable(List<PoolCandidacy> pool, int limit, Dictionary<string, int> held) =>
        pool.CountBy(candidacy => candidacy.Country, StringComparer.Ordinal)
            .Sum(country => Math.Clamp(limit - held.GetValueOrDefault(country.Key), 0, country.Value));

    private static IReadOnlyList<Region> SeatOrder(SelectionInput input, RegionDemand[] demands)
    {
        if (input.AdjustedSeats is not { } adjusted)
        {
            return SeatAllocation.Give(demands, input.Cap);
        }

        var problem = CheckAdjustment(demands, adjusted, input.Cap);
        if (problem != AdjustmentProblem.None)
        {
            throw new ArgumentException($"The adjusted seats may not stand: {problem}.", nameof(input));
        }

        var limited = demands.Select(demand => demand with { Supply = demand.Taken + adjusted.GetValueOrDefault(demand.Region) }).ToArray();
        return SeatAllocation.Give(limited, input.Cap);
    }

    private static int SeatNumber(SelectionInput input, int index) => index < input.SeatNumbers.Count
        ? input.SeatNumbers[index]
        : (input.SeatNumbers.Count == 0 ? 0 : input.SeatNumbers[^1]) + index - input.SeatNumbers.Count + 1;

    private static ProposalLine ChosenLine(BandChoice choice, int seat) => new()
    {
        Candidacy = choice.Candidacy.Id,
        Region = choice.Candidacy.Region,
        Outcome = SelectionOutcome.Chosen,
        Seat = seat,
        Other = choice.Next,
        Reason = choice.DecidedBy switch
        {
            DecidedBy.Presence => OutcomeReason.Presence,
            DecidedBy.Score => OutcomeReason.Score,
            DecidedBy.C9 => OutcomeReason.C9,
            DecidedBy.C7 => OutcomeReason.C7,
            DecidedBy.Lot => OutcomeReason.Lot,
            _ => OutcomeReason.Uncontested,
        },
    };

    private static IEnumerable<ProposalLine> WaitlistLines(
        List<PoolCandidacy> candidates, BandSelectionResult result, SelectionInput input)
    {
        var chosen = result.Chosen.Select(choice => choice.Candidacy.Id).ToHashSet();
        var displacedBy = result.BandUses.Where(use => use.InPlaceOf is not null)
            .ToDictionary(use => use.InPlaceOf!.Value, use => use.Preferred);
        var held = Held(input);
        var firstOf = result.Chosen.GroupBy(choice => choice.Candidacy.Country, StringComparer.Ordinal)
            .ToDictionary(country => country.Key, country => (Seats: country.Count(), First: country.First().Candidacy.Id), StringComparer.Ordinal);
        var last = result.Chosen.Select(choice => choice.Candidacy).Order(PoolOrder.Merit).LastOrDefault();
        return Waitlists.Order(candidates, chosen, input.BandMillionths).Select((candidacy, index) =>
        {
            var compatriots = firstOf.GetValueOrDefault(candidacy.Country);
            var isFull = held.GetValueOrDefault(candidacy.Country) + compatriots.Seats >= input.LimitPerCountry;
            var (reason, other) = displacedBy.TryGetValue(candidacy.Id, out var preferred) ? (OutcomeReason.PassedOverForPresence, preferred)
                : isFull && (last is null || PoolOrder.Merit.Compare(candidacy, last) < 0)
                    ? (OutcomeReason.CountryLimit, compatriots.Seats > 0 ? compatriots.First : (Guid?)null)
                : (last is null ? OutcomeReason.NoSeatForRegion : OutcomeReason.SeatsGiven, null);
            return new ProposalLine
            {
                Candidacy = candidacy.Id,
                Region = candidacy.Region,
                Outcome = SelectionOutcome.Waitlisted,
                WaitlistPlace = index + 1,
                Other = other,
                Reason = reason,
            };
        });
    }
}
