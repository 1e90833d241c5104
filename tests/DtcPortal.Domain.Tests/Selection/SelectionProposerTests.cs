using DtcPortal.Domain.Common;
using DtcPortal.Domain.Selection;
using Xunit;

namespace DtcPortal.Domain.Tests.Selection;

public sealed class SelectionProposerTests
{
    private static readonly RegionNeed[] Needs =
    [
        new(Region.Africa, 71.8m, 1), new(Region.AsiaPacific, 51.6m, 2), new(Region.ArabStates, 48.4m, 3),
        new(Region.Cis, 27.8m, 4), new(Region.Americas, 22.8m, 5), new(Region.Europe, 17.5m, 6),
    ];

    [Fact]
    public void Propose_TwoRegions_NumbersSeatsInTheOrderGiven()
    {
        var kenya = Candidacy(Region.Africa, "KE", 90);
        var ghana = Candidacy(Region.Africa, "GH", 80);
        var nepal = Candidacy(Region.AsiaPacific, "NP", 60);

        var proposal = SelectionProposer.Propose(Input([ghana, nepal, kenya]) with { Cap = 3 });

        Assert.Equal([(kenya.Id, 1), (nepal.Id, 2), (ghana.Id, 3)], proposal.Lines.Select(line => (line.Candidacy, line.Seat!.Value)));
        Assert.Equal(0, proposal.EmptySeats);
    }

    [Fact]
    public void Propose_BelowAMinimum_IsNeitherChosenNorWaitlistedWithSeatsEmpty()
    {
        var low = Candidacy(Region.Africa, "KE", 59.999999m);
        var equal = Candidacy(Region.Africa, "GH", 60, ("C3", 2));
        var weak = Candidacy(Region.Africa, "TG", 90, ("C3", 1.999999m));
        var missing = Candidacy(Region.Africa, "ML", 90) with { Score = null };
        var input = Input([low, equal, weak, missing]) with
        {
            MinimumScore = Score.FromPoints(60),
            CriterionMinimums = new Dictionary<string, CriterionMean> { ["C3"] = CriterionMean.FromPoints(2) },
        };

        var lines = SelectionProposer.Propose(input).Lines.ToDictionary(line => line.Candidacy);

        Assert.Equal(SelectionOutcome.Chosen, lines[equal.Id].Outcome);
        Assert.Equal((OutcomeReason.BelowMinimum, 59_999_999L, 60_000_000L),
            (lines[low.Id].Reason, lines[low.Id].Value!.Value, lines[low.Id].Threshold!.Value));
        Assert.Equal((OutcomeReason.BelowCriterionMinimum, "C3"), (lines[weak.Id].Reason, lines[weak.Id].Criterion));
        Assert.Equal(OutcomeReason.NotRankable, lines[missing.Id].Reason);
        Assert.All([low, weak, missing], one => Assert.Equal(SelectionOutcome.Out, lines[one.Id].Outcome));
    }

    [Fact]
    public void Propose_TheRest_SaysWhyEachWaits()
    {
        var first = Candidacy(Region.Africa, "KE", 90);
        var compatriot = Candidacy(Region.Africa, "KE", 89);
        var present = Candidacy(Region.Africa, "GH", 80) with { IsPresent = true };
        var passedOver = Candidacy(Region.Africa, "TG", 82);
        var later = Candidacy(Region.Africa, "ML", 50);
        var elsewhere = Candidacy(Region.Europe, "MD", 95);

        var proposal = SelectionProposer.Propose(Input([first, compatriot, present, passedOver, later, elsewhere]) with { Cap = 2 });
        var lines = proposal.Lines.ToDictionary(line => line.Candidacy);

        Assert.Equal((OutcomeReason.CountryLimit, first.Id), (lines[compatriot.Id].Reason, lines[compatriot.Id].Other));
        Assert.Equal((OutcomeReason.PassedOverForPresence, present.Id), (lines[passedOver.Id].Reason, lines[passedOver.Id].Other));
        Assert.Equal(OutcomeReason.SeatsGiven, lines[later.Id].Reason);
        Assert.Equal(OutcomeReason.NoSeatForRegion, lines[elsewhere.Id].Reason);
        Assert.Equal((OutcomeReason.Presence, passedOver.Id), (lines[present.Id].Reason, lines[present.Id].Other));
        Assert.Equal([1, 2, 3], new[] { compatriot, passedOver, later }.Select(one => lines[one.Id].WaitlistPlace!.Value));
    }

    [Theory]
    [InlineData(2, 0, AdjustmentProblem.None)]
    [InlineData(1, 0, AdjustmentProblem.None)]
    [InlineData(1, 2, AdjustmentProblem.AgainstNeed)]
    [InlineData(2, 2, AdjustmentProblem.AboveCap)]
    [InlineData(3, 0, AdjustmentProblem.AboveSupply)]
    [InlineData(-1, 0, AdjustmentProblem.Invalid)]
    public void CheckAdjustment_OfSeatsByRegion_RefusesWhatBreaksARule(int africa, int asia, AdjustmentProblem expected)
    {
        RegionDemand[] demands = [new(Region.Africa, 71.8m, 2, 1), new(Region.AsiaPacific, 51.6m, 2, 2)];
        var seats = new Dictionary<Region, int> { [Region.Africa] = africa, [Region.AsiaPacific] = asia };

        Assert.Equal(expected, SelectionProposer.CheckAdjustment(demands, seats, cap: 3));
    }

    [Fact]
    public void Propose_WithAdjustedSeats_GivesThoseSeats()
    {
        var input = Input([Candidacy(Region.Africa, "KE", 90), Candidacy(Region.Africa, "GH", 80), Candidacy(Region.AsiaPacific, "NP", 60)]);

        var proposal = SelectionProposer.Propose(input with { AdjustedSeats = new Dictionary<Region, int> { [Region.Africa] = 2 } });

        Assert.Equal(2, proposal.Regions.Single(region => region.Region == Region.Africa).Seats);
        Assert.Equal(0, proposal.Regions.Single(region => region.Region == Region.AsiaPacific).Seats);
        Assert.Throws<ArgumentException>(() =>
            SelectionProposer.Propose(input with { AdjustedSeats = new Dictionary<Region, int> { [Region.AsiaPacific] = 1 } }));
    }

    [Fact]
    public void Propose_WithSeatsOfAnEarlierCall_CountsThemForRegionAndCountry()
    {
        var full = Candidacy(Region.Africa, "KE", 95);
        var togo = Candidacy(Region.Africa, "TG", 70);
        var jordan = Candidacy(Region.ArabStates, "JO", 65);
        var input = Input([full, togo, jordan]) with
        {
            Cap = 1, Taken = [new SeatClaim(Guid.NewGuid(), Region.Africa, "KE"), new SeatClaim(Guid.NewGuid(), Region.AsiaPacific, "NP")],
        };

        var proposal = SelectionProposer.Propose(input);
        var lines = proposal.Lines.ToDictionary(line => line.Candidacy);

        // 48.4 ÷ 1 is more than 71.8 ÷ 3
        Assert.Equal(SelectionOutcome.Chosen, lines[jordan.Id].Outcome);
        Assert.Equal((OutcomeReason.CountryLimit, null), (lines[full.Id].Reason, lines[full.Id].Other));
        Assert.Equal((OutcomeReason.NoSeatForRegion, null), (lines[togo.Id].Reason, lines[togo.Id].Other));
        var africa = proposal.Regions.Single(region => region.Region == Region.Africa);
        Assert.Equal((2, 1, 0, 1), (africa.Pool, africa.Supply, africa.Seats, africa.Taken));
        Assert.Equal((2, 1), SelectionProposer.Demands(input).Where(demand => demand.Region == Region.Africa).Select(demand => (demand.Supply, demand.Fillable)).Single());
    }

    [Fact]
    public void Propose_ARegionWithoutNeed_IsRefused() =>
        Assert.Throws<ArgumentException>(() => SelectionProposer.Propose(Input([Candidacy(Region.Africa, "KE", 90)]) with { Needs = [] }));

    [Fact]
    public void Propose_OfThousands_ListsEachOnceAndInTheSameOrderForAnyInput()
    {
        var candidacies = Many(5_000);

        var proposal = SelectionProposer.Propose(Input(candidacies));
        var again = SelectionProposer.Propose(Input([.. candidacies.Reverse()]));

        Assert.Equal(proposal.Lines, again.Lines);
        Assert.Equal(candidacies.Select(one => one.Id).Order(), proposal.Lines.Select(line => line.Candidacy).Order());
        Assert.Equal(10, proposal.Lines.Count(line => line.Outcome == SelectionOutcome.Chosen));
    }

    private static SelectionCandidacy[] Many(int count) =>
        [.. Enumerable.Range(0, count).Select(at => Candidacy((Region)(1 + (at * 31 % 6)), $"C{at * 17 % 40}", 40 + (at * 7919 % 5000 / 100m)) with
        {
            Id = new Guid(at + 1, 0, 0, new byte[8]), IsPresent = at % 3 == 0, Lot = at,
        })];

    private static SelectionInput Input(SelectionCandidacy[] candidacies) =>
        new() { Candidacies = candidacies, Needs = Needs, Cap = 10, LimitPerCountry = 1, BandMillionths = 3_000_000 };

    private static SelectionCandidacy Candidacy(Region region, string country, decimal score, params (string Code, decimal Mean)[] means) => new()
    {
        Id = Guid.NewGuid(),
        Region = region,
        Country = country,
        Score = Score.FromPoints(score),
        Criteria = means.ToDictionary(mean => mean.Code, mean => CriterionMean.FromPoints(mean.Mean)),
        IsPresent = false,
        Lot = 1,
    };
}
