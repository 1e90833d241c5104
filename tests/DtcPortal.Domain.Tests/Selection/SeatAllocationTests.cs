using DtcPortal.Domain.Common;
using DtcPortal.Domain.Selection;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace DtcPortal.Domain.Tests.Selection;

public sealed class SeatAllocationTests
{
    private const int WithoutEnd = 1_000_000;
    private static readonly Region[] Order =
        [Region.Africa, Region.AsiaPacific, Region.ArabStates, Region.Cis, Region.Americas, Region.Europe];

    private static readonly decimal[] Needs2019 = [71.8m, 51.6m, 48.4m, 27.8m, 22.8m, 17.5m];

    [Theory]
    [InlineData(10, new[] { WithoutEnd, WithoutEnd, WithoutEnd, WithoutEnd, WithoutEnd, WithoutEnd }, new[] { 3, 2, 2, 1, 1, 1 })]
    [InlineData(10, new[] { WithoutEnd, WithoutEnd, WithoutEnd, 0, WithoutEnd, 0 }, new[] { 4, 3, 2, 0, 1, 0 })]
    [InlineData(10, new[] { 2, 9, 1, 0, 9, 1 }, new[] { 2, 4, 1, 0, 2, 1 })]
    [InlineData(12, new[] { WithoutEnd, WithoutEnd, WithoutEnd, WithoutEnd, WithoutEnd, WithoutEnd }, new[] { 4, 3, 2, 1, 1, 1 })]
    public void Give_WithTheNeedsOf2019_GivesTheSeatsOfTheRules(int cap, int[] supply, int[] expected)
    {
        var given = SeatAllocation.Give(Demands(Needs2019, supply), cap);

        Assert.Equal(expected, Order.Select(region => given.Count(seat => seat == region)));
        Assert.Equal(cap, given.Count);
    }

    [Fact]
    public void Give_EqualQuotients_TakesTheHigherNeedFirst()
    {
        var given = SeatAllocation.Give(
            [new RegionDemand(Region.Africa, 30m, 9, 2, Taken: 1), new RegionDemand(Region.Europe, 10m, 9, 1)], 1);

        Assert.Equal([Region.Africa], given);
    }

    [Fact]
    public void Give_EqualNeeds_TakesTheLowerLotFirst()
    {
        var given = SeatAllocation.Give([new RegionDemand(Region.Africa, 10m, 9, 2), new RegionDemand(Region.Europe, 10m, 9, 1)], 3);

        Assert.Equal([Region.Europe, Region.Africa, Region.Europe], given);
    }

    [Fact]
    public void Give_WhenSupplyEnds_LeavesSeatsEmpty() =>
        Assert.Equal(3, SeatAllocation.Give([new RegionDemand(Region.Africa, 71.8m, 3, 1)], 10).Count);

    [Fact]
    public void Give_ARegionTwice_IsRefused() =>
        Assert.Throws<ArgumentException>(() =>
            SeatAllocation.Give([new RegionDemand(Region.Africa, 1, 1, 1), new RegionDemand(Region.Africa, 2, 1, 2)], 1));

    [Fact]
    public void Next_WithAllTakenSeatsCounted_NamesTheRegionOfTheNextSeat()
    {
        var taken = new[] { 4, 3, 2, 0, 1, 0 };
        var demands = Demands(Needs2019, [4, 3, 3, 0, 2, 0]).Select((demand, at) => demand with { Taken = taken[at] }).ToArray();

        Assert.Equal(Region.ArabStates, SeatAllocation.Next(demands));
        Assert.Null(SeatAllocation.Next([new RegionDemand(Region.Africa, 1, 1, 1, Taken: 1)]));
    }

    [Fact]
    public void Breaches_WhenMoreNeedGetsFewerSeats_NamesBoth()
    {
        var demands = Demands(Needs2019, [9, 9, 9, 0, 9, 0]);

        var breaches = SeatAllocation.Breaches(
            demands, new Dictionary<Region, int> { [Region.Africa] = 4, [Region.AsiaPacific] = 3, [Region.Americas] = 3 });

        Assert.Equal([new NeedBreach(Region.ArabStates, Region.Americas)], breaches);
    }

    [Fact]
    public void Breaches_WithSeatsTaken_CountsThem_AndSpeaksOnlyOfSeatsToBeGiven()
    {
        RegionDemand[] demands = [new(Region.Africa, 71.8m, Supply: 3, Lot: 1, Taken: 1), new(Region.AsiaPacific, 51.6m, Supply: 4, Lot: 2, Taken: 2)];

        Assert.Equal([new NeedBreach(Region.Africa, Region.AsiaPacific)], SeatAllocation.Breaches(demands, new Dictionary<Region, int> { [Region.Africa] = 1, [Region.AsiaPacific] = 1 }));
        Assert.Empty(SeatAllocation.Breaches(demands, new Dictionary<Region, int> { [Region.Africa] = 2, [Region.AsiaPacific] = 1 }));
        Assert.Empty(SeatAllocation.Breaches(demands, new Dictionary<Region, int>()));
    }

    [Fact]
    public void Give_FromSeatsTakenBefore_GoesOnAsInOne() => Check((demands, cap) =>
    {
        var all = SeatAllocation.Give(demands, cap);
        return Enumerable.Range(0, all.Count + 1).All(before =>
        {
            var taken = all.Take(before).CountBy(region => region).ToDictionary();
            var later = demands.Select(demand => demand with { Taken = taken.GetValueOrDefault(demand.Region) }).ToArray();
            return SeatAllocation.Give(later, cap - before).SequenceEqual(all.Skip(before));
        });
    });

    [Fact]
    public void Give_OfAnything_SumsToTheCapOrTheSupply() => Check((demands, cap) =>
        SeatAllocation.Give(demands, cap).Count == Math.Min(cap, demands.Sum(demand => demand.Supply)));

    [Fact]
    public void Give_OfAnything_NeverGivesMoreNeedFewerSeatsUnlessItsSupplyEnds() => Check((demands, cap) =>
    {
        var given = SeatAllocation.Give(demands, cap).CountBy(region => region).ToDictionary();
        return demands.All(demand => given.GetValueOrDefault(demand.Region) <= demand.Supply)
            && (from more in demands
                from less in demands
                where more.Need > less.Need
                select given.GetValueOrDefault(more.Region) >= given.GetValueOrDefault(less.Region)
                    || given.GetValueOrDefault(more.Region) == more.Supply).All(kept => kept)
            && SeatAllocation.Breaches(demands, given).Count == 0;
    });

    [Fact]
    public void Give_InAnyOrderOfInput_GivesTheSame() => Check((demands, cap) =>
        SeatAllocation.Give(demands, cap).SequenceEqual(SeatAllocation.Give([.. demands.Reverse()], cap)));

    [Fact]
    public void Give_OneSeatMore_KeepsThoseBefore() => Check((demands, cap) =>
    {
        var more = SeatAllocation.Give(demands, cap + 1);
        return SeatAllocation.Give(demands, cap).SequenceEqual(more.Take(cap));
    });

    internal static RegionDemand[] Demands(decimal[] needs, int[] supply) =>
        [.. Order.Select((region, at) => new RegionDemand(region, needs[at], supply[at], at))];

    private static void Check(Func<RegionDemand[], int, bool> property)
    {
        var inputs =
            from needs in Gen.Choose(0, 30).ArrayOf(6)
            from supply in Gen.Choose(0, 8).ArrayOf(6)
            from lots in Gen.Shuffle(Enumerable.Range(0, 6))
            from cap in Gen.Choose(0, 30)
            select (Demands: Order.Select((region, at) => new RegionDemand(region, needs[at] / 10m, supply[at], lots[at])).ToArray(), Cap: cap);
        Prop.ForAll(inputs.ToArbitrary(), input => property(input.Demands, input.Cap)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }
}
