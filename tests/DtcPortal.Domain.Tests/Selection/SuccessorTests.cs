using DtcPortal.Domain.Common;
using DtcPortal.Domain.Selection;
using Xunit;

namespace DtcPortal.Domain.Tests.Selection;

public sealed class SuccessorTests
{
    private static readonly RegionNeed[] Needs =
        [new(Region.Africa, 71.8m, 1), new(Region.AsiaPacific, 51.6m, 2), new(Region.Americas, 22.8m, 3)];

    [Fact]
    public void Find_WhenTheFirstOnTheListIsOfTheLeaversCountry_TakesIt()
    {
        var next = Claim(Region.Africa, "KE");

        var found = Successor.Find(Freed([Claim(Region.Africa, "GH")], [next, Claim(Region.Africa, "TG")]));

        Assert.Equal(new SuccessorProposal(next.Candidacy, Region.Africa, true), found);
    }

    [Fact]
    public void Find_WhenACountryIsFull_SkipsIt()
    {
        var next = Claim(Region.Africa, "TG");

        var found = Successor.Find(Freed([Claim(Region.Africa, "GH")], [Claim(Region.Africa, "GH"), next]));

        Assert.Equal(next.Candidacy, found?.Candidacy);
    }

    [Fact]
    public void Find_WhenTheRegionHasNobodyLeft_TakesTheFirstOfTheRegionThatTheSeatRuleNames()
    {
        var asia = Claim(Region.AsiaPacific, "NP");
        SeatClaim[] taken = [Claim(Region.AsiaPacific, "BD"), Claim(Region.Americas, "HT")];

        var found = Successor.Find(Freed(taken, [Claim(Region.Americas, "BR"), Claim(Region.AsiaPacific, "BD"), asia]));

        Assert.Equal(new SuccessorProposal(asia.Candidacy, Region.AsiaPacific, false), found);
    }

    [Fact]
    public void Find_WhenAnotherRegionHasItsShare_CountsTheSeatsItHas()
    {
        var america = Claim(Region.Americas, "BR");
        SeatClaim[] taken = [Claim(Region.AsiaPacific, "BD"), Claim(Region.AsiaPacific, "LA")];

        var found = Successor.Find(Freed(taken, [Claim(Region.AsiaPacific, "NP"), america]));

        Assert.Equal(america.Candidacy, found?.Candidacy);
    }

    [Fact]
    public void Find_WhenNobodyWaits_IsNull() => Assert.Null(Successor.Find(Freed([], [])));

    private static SeatClaim Claim(Region region, string country) => new(Guid.NewGuid(), region, country);

    private static FreedSeat Freed(SeatClaim[] taken, SeatClaim[] waiting) =>
        new() { Region = Region.Africa, Taken = taken, Waiting = waiting, Needs = Needs, LimitPerCountry = 1 };
}
