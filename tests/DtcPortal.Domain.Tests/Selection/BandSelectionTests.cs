using DtcPortal.Domain.Common;
using DtcPortal.Domain.Selection;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace DtcPortal.Domain.Tests.Selection;

public sealed class BandSelectionTests
{
    private const long Point = 1_000_000;

    private static readonly PoolCandidacy[] Example =
    [
        Candidacy('A', "KE", 90m), Candidacy('B', "KE", 89.9m), Candidacy('D', "GH", 86.5m, present: true),
        Candidacy('E', "TG", 89m), Candidacy('F', "ML", 86.2m, present: true), Candidacy('G', "GH", 84m, present: true),
    ];

    [Theory]
    [InlineData(1, 3, 2, "AD", "BFEG")]
    [InlineData(1, 0, 2, "AE", "BDFG")]
    [InlineData(2, 3, 3, "ABD", "FEG")]
    [InlineData(1, 3, 4, "ADFE", "BG")]
    public void Choose_TheExampleOfTheRules_GivesItsOrderAndWaitlist(int limit, int band, int seats, string chosen, string waitlist)
    {
        var result = BandSelection.Choose(Example, seats, limit, band * Point);
        var ids = result.Chosen.Select(choice => choice.Candidacy.Id).ToHashSet();

        Assert.Equal(chosen, Names(result.Chosen.Select(choice => choice.Candidacy)));
        Assert.Equal(waitlist, Names(Waitlists.Order(Example, ids, band * Point)));
    }

    [Fact]
    public void Choose_WhenPresenceBringsOneIn_SaysInPlaceOfWhom()
    {
        var use = Assert.Single(BandSelection.Choose(Example, 2, 1, 3 * Point).BandUses);

        Assert.Equal(new Guid[] { Id('E') }, use.PassedOver);
        Assert.Equal((Id('D'), BandEffect.WhoIsIn, Id('E')), (use.Preferred, use.Effect, use.InPlaceOf));
    }

    [Fact]
    public void Choose_WhenPresenceChangesTheOrderOnly_SaysSo()
    {
        var uses = BandSelection.Choose(Example, 4, 1, 3 * Point).BandUses;

        Assert.Equal([Id('D'), Id('F')], uses.Select(use => use.Preferred));
        Assert.All(uses, use => Assert.Equal((BandEffect.Order, null), (use.Effect, use.InPlaceOf)));
    }

    [Fact]
    public void Choose_AtTheEdgeOfTheBand_Contends()
    {
        PoolCandidacy[] pool = [Candidacy('A', "KE", 90m), Candidacy('B', "GH", 87m, present: true)];
        PoolCandidacy[] outside = [Candidacy('A', "KE", 90m), Candidacy('B', "GH", 86.999999m, present: true)];

        Assert.Equal("B", Names(BandSelection.Choose(pool, 1, 1, 3 * Point).Chosen.Select(choice => choice.Candidacy)));
        Assert.Equal("A", Names(BandSelection.Choose(outside, 1, 1, 3 * Point).Chosen.Select(choice => choice.Candidacy)));
    }

    [Theory]
    [InlineData(4.0, 3.0, 2, 4.0, 3.0, 1, "B", DecidedBy.Lot)]
    [InlineData(4.0, 3.5, 2, 4.0, 3.0, 1, "A", DecidedBy.C7)]
    [InlineData(4.0, 3.0, 2, 4.1, 1.0, 9, "B", DecidedBy.C9)]
    public void Choose_EqualScores_AreDecidedByC9ThenC7ThenLot(
        double c9A, double c7A, int lotA, double c9B, double c7B, int lotB, string first, DecidedBy by)
    {
        PoolCandidacy[] pool = [Tied('A', "KE", c9A, c7A, lotA), Tied('B', "GH", c9B, c7B, lotB)];

        var choice = BandSelection.Choose(pool, 1, 1, 3 * Point).Chosen.Single();

        Assert.Equal(first, Names([choice.Candidacy]));
        Assert.Equal(by, choice.DecidedBy);
        Assert.Equal(2, choice.Contenders);
    }

    [Fact]
    public void Choose_OfAnything_AgreesWithTheRuleFollowedSeatBySeat() => Check((pool, seats, limit, band) =>
        BandSelection.Choose(pool, seats, limit, band).Chosen.Select(choice => choice.Candidacy.Id)
            .SequenceEqual(SeatBySeat(pool, seats, limit, band)));

    [Fact]
    public void OrderAll_OfAnything_AgreesWithTheRuleWithoutALimit() => Check((pool, _, _, band) =>
        BandSelection.OrderAll(pool, band).Select(candidacy => candidacy.Id)
            .SequenceEqual(SeatBySeat(pool, pool.Length, int.MaxValue, band)));

    [Fact]
    public void Choose_InAnyOrderOfInput_ChoosesTheSame() => Check((pool, seats, limit, band) =>
    {
        var left = BandSelection.Choose(pool, seats, limit, band);
        var right = BandSelection.Choose(pool.Reverse(), seats, limit, band);
        return left.Chosen.SequenceEqual(right.Chosen) && left.BandUses.Count == right.BandUses.Count;
    });

    [Fact]
    public void Choose_FromSeatsTakenBefore_GoesOnAsInOne() => Check((pool, seats, limit, band) =>
    {
        var all = BandSelection.Choose(pool, seats, limit, band).Chosen.Select(choice => choice.Candidacy).ToArray();
        return Enumerable.Range(0, all.Length + 1).All(before =>
        {
            var taken = all.Take(before).CountBy(candidacy => candidacy.Country).ToDictionary();
            var later = BandSelection.Choose(pool.Except(all.Take(before)), seats - before, limit, band, taken);
            return later.Chosen.Select(choice => choice.Candidacy).SequenceEqual(all.Skip(before))
                && later.BandUses.All(use => use.PassedOver.All(id => pool.Single(one => one.Id == id) is var passed && taken.GetValueOrDefault(passed.Country) < limit));
        });
    });

    [Fact]
    public void Choose_OfAnything_AccountsForAllWhoAreInInsteadOfOthers() => Check((pool, seats, limit, band) =>
    {
        var result = BandSelection.Choose(pool, seats, limit, band);
        var onMerit = BandSelection.Choose(pool.Select(candidacy => candidacy with { IsPresent = false }), seats, limit, band)
            .Chosen.Select(choice => choice.Candidacy.Id).ToHashSet();
        var now = result.Chosen.Select(choice => choice.Candidacy.Id).ToHashSet();
        var changes = result.BandUses.Where(use => use.Effect == BandEffect.WhoIsIn).ToArray();
        return changes.Select(use => use.Preferred).ToHashSet().SetEquals(now.Except(onMerit))
            && changes.Select(use => use.InPlaceOf!.Value).ToHashSet().SetEquals(onMerit.Except(now));
    });

    internal static PoolCandidacy Candidacy(char name, string country, decimal score, bool present = false) => new(
        Id(name), Region.Africa, country, Score.FromPoints(score), CriterionMean.FromPoints(3), CriterionMean.FromPoints(3), present, name);

    private static PoolCandidacy Tied(char name, string country, double c9, double c7, int lot) =>
        Candidacy(name, country, 80m) with
        {
            C9 = CriterionMean.FromPoints((decimal)c9), C7 = CriterionMean.FromPoints((decimal)c7), Lot = lot,
        };

    private static Guid Id(char name) => new(name, 0, 0, new byte[8]);

    private static string Names(IEnumerable<PoolCandidacy> candidacies) =>
        string.Concat(candidacies.Select(candidacy => (char)candidacy.Id.ToByteArray()[0]));

    private static List<Guid> SeatBySeat(PoolCandidacy[] pool, int seats, int limit, long band)
    {
        var chosen = new List<PoolCandidacy>();
        while (chosen.Count < seats)
        {
            var rest = pool.Except(chosen).Where(one => chosen.Count(other => other.Country == one.Country) < limit).ToArray();
            if (rest.Length == 0)
            {
                break;
            }

            var edge = rest.Max(one => one.Score.Millionths) - band;
            chosen.Add(rest.Where(one => one.Score.Millionths >= edge)
                .OrderByDescending(one => one.IsPresent).ThenByDescending(one => one.Score)
                .ThenByDescending(one => one.C9).ThenByDescending(one => one.C7).ThenBy(one => one.Lot).First());
        }

        return [.. chosen.Select(one => one.Id)];
    }

    private static void Check(Func<PoolCandidacy[], int, int, long, bool> property)
    {
        var candidacies =
            from country in Gen.Elements("KE", "GH", "TG", "ML", "SN")
            from score in Gen.Choose(0, 20)
            from c9 in Gen.Choose(0, 2)
            from c7 in Gen.Choose(0, 2)
            from present in Gen.Elements(true, false)
            select (country, score, c9, c7, present);
        var inputs =
            from drawn in candidacies.ListOf()
            from seats in Gen.Choose(0, 8)
            from limit in Gen.Choose(1, 3)
            from band in Gen.Choose(0, 6)
            select (Pool: drawn.Select((one, at) => new PoolCandidacy(
                new Guid(at + 1, 0, 0, new byte[8]), Region.Africa, one.country, Score.FromPoints(80 + (one.score / 2m)),
                CriterionMean.FromPoints(one.c9), CriterionMean.FromPoints(one.c7), one.present, (at * 7) % 101)).ToArray(),
                Seats: seats, Limit: limit, Band: band * Point / 2);
        Prop.ForAll(inputs.ToArbitrary(), input => property(input.Pool, input.Seats, input.Limit, input.Band))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }
}
