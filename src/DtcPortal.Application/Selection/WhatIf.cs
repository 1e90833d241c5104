using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Selection;

namespace DtcPortal.Application.Selection;

/// <summary>What one would have otherwise; what is null stays as the call has it.</summary>
public sealed record WhatIf
{
    /// <summary>Weights by criterion; they sum to 100.</summary>
    public IReadOnlyDictionary<string, int>? Weights { get; init; }

    /// <summary>Seats by region.</summary>
    public IReadOnlyDictionary<Region, int>? Seats { get; init; }

    /// <summary>Width of the band in points.</summary>
    public decimal? Band { get; init; }

    /// <summary>Most seats for one country.</summary>
    public int? LimitPerCountry { get; init; }

    /// <summary>Seats in all; for a phase without a cap, or to see what another would do.</summary>
    public int? Cap { get; init; }

    /// <summary>
    /// The table, with where each candidacy stood before where it moves. Pure. Throws RuleBrokenException at the field when a value may not be.
    /// </summary>
    /// <param name="basis">What the call has.</param>
    /// <param name="before">Where each stands now; empty to compare with what the rules propose.</param>
    public SelectionTable Compute(SelectionBasis basis, IReadOnlyDictionary<Guid, SelectionOutcome> before)
    {
        ArgumentNullException.ThrowIfNull(basis);
        ArgumentNullException.ThrowIfNull(before);
        var (rules, changed) = (new FormRules(), basis);
        rules.Require(Band is null or (>= 0 and <= 100), "The band is from 0 to 100 points.", "Band");
        rules.Require(LimitPerCountry is null or (>= 1 and <= 10), "The limit per country is a whole number from 1 to 10.", "Limit");
        rules.Require(Cap is null or (>= 0 and <= 100), "A cap is from 0 to 100 seats.", "Cap");
        rules.Gather(() => changed = Reweighed(basis));
        rules.Demand();
        var actual = basis.ToInput();
        var input = changed.ToInput() with
        {
            BandMillionths = Band is { } band ? ExactRounding.ToMillionths(band) : basis.BandMillionths,
            LimitPerCountry = LimitPerCountry ?? basis.LimitPerCountry,
            Cap = Cap ?? basis.FreeSeats,
        };
        if (Seats is not null)
        {
            SelectionCheck.RequireAdjustable(input, Seats);
            input = input with { AdjustedSeats = Seats };
        }

        var reference = before.Count > 0 ? before : SelectionProposer.Propose(actual).Lines.ToDictionary(line => line.Candidacy, line => line.Outcome);
        var proposal = SelectionProposer.Propose(input);
        return SelectionTable.Build(
            changed, proposal.Lines.Select(line => (line, (string?)null)), proposal.Regions,
            row => reference.TryGetValue(row.Candidacy.Id, out var outcome) && outcome != row.Line.Outcome ? row with { Before = outcome } : row);
    }

    private SelectionBasis Reweighed(SelectionBasis basis)
    {
        if (Weights is not { } weights)
        {
            return basis;
        }

        var all = basis.Criteria.Select(criterion => weights.GetValueOrDefault(criterion.Code, criterion.Weight)).ToArray();
        Rule.Require(all.All(weight => weight is >= 0 and <= 100), "A weight is a whole number from 0 to 100.", "Weights");
        Rule.Require(
            WeightRule.Check(all) == WeightProblem.None, new Message("The weights sum to {0}. They must sum to 100.", all.Sum()), "Weights");
        var byCode = basis.Criteria.Zip(all).ToDictionary(pair => pair.First.Code, pair => pair.Second);
        return basis with { Candidacies = [.. basis.Candidacies.Select(candidacy => candidacy with { Score = Weighed(candidacy, byCode) })] };
    }

    // the mean of the parties' totals is the total of the means: a score from the stored means differs by rounding at most
    private static long? Weighed(StandingCandidacy candidacy, Dictionary<string, int> weights)
    {
        const int pointsDivisor = 5;
        return candidacy.Score is null ? null : ExactRounding.HalfToEven(candidacy.Criteria.Sum(mean => weights.GetValueOrDefault(mean.Key) * mean.Value), pointsDivisor);
    }
}
