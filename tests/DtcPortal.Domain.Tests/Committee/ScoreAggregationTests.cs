using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace DtcPortal.Domain.Tests.Committee;

public sealed class ScoreAggregationTests
{
    private static readonly WeightedCriterion[] Criteria = [new("C1", 60), new("C2", 40)];

    [Theory]
    [InlineData(410, 78.5)]
    [InlineData(411, 78.6)]
    public void ScoreFromTotals_TheExampleOfTheRules_IsTheMeanOfThePartiesMeans(int cisco, double expected) =>
        Assert.Equal((decimal)expected, ScoreAggregation.ScoreFromTotals([350, 400], [cisco])?.Points);

    [Fact]
    public void ScoreFromTotals_AThird_IsRoundedOnceToMillionths() =>
        Assert.Equal(33_366_667, ScoreAggregation.ScoreFromTotals([0, 0, 1], [333, 333, 334])?.Millionths);

    [Fact]
    public void Summarise_OneParty_HasNoScore()
    {
        var summary = ScoreAggregation.Summarise(Criteria, [Review(Party.Itu, 5, 4)]);

        Assert.Null(summary.Score);
        Assert.Equal(92m, summary.Itu?.Points);
        Assert.Null(summary.Cisco);
        Assert.Null(summary.Criteria[0].Both);
    }

    [Fact]
    public void Summarise_ThreeReviews_GivesMeansByPartyAndFlagsSpread()
    {
        var summary = ScoreAggregation.Summarise(Criteria, [Review(Party.Itu, 5, 4), Review(Party.Itu, 4, 4), Review(Party.Cisco, 3, 3)]);

        Assert.Equal((4.5m, 3m, 3.75m, 2), (summary.Criteria[0].Itu?.Points, summary.Criteria[0].Cisco?.Points,
            summary.Criteria[0].Both?.Points, summary.Criteria[0].Spread));
        Assert.True(summary.Criteria[0].IsFlagged);
        Assert.False(summary.Criteria[1].IsFlagged);
        Assert.True(summary.IsFlagged);
        Assert.Equal(73m, summary.Score?.Points);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(6)]
    public void Total_AScoreOffTheScale_IsRefused(int score) =>
        Assert.Throws<ArgumentException>(() => ScoreAggregation.Total(Criteria, Review(Party.Itu, score, 3)));

    [Fact]
    public void Total_AScoreMissing_IsRefused() =>
        Assert.Throws<ArgumentException>(() =>
            ScoreAggregation.Total(Criteria, new ReviewScores(Party.Itu, new Dictionary<string, int> { ["C1"] = 3 })));

    [Fact]
    public void Summarise_OfAnything_IsTheWeightedMeanOfTheCriteriaAndStableUnderOrder()
    {
        var scores =
            from party in Gen.Elements(Party.Itu, Party.Cisco)
            from first in Gen.Choose(0, 5)
            from second in Gen.Choose(0, 5)
            select Review(party, first, second);
        Prop.ForAll(scores.NonEmptyListOf().ToArbitrary(), reviews =>
        {
            var summary = ScoreAggregation.Summarise(Criteria, [.. reviews]);
            var turned = ScoreAggregation.Summarise(Criteria, [.. Enumerable.Reverse(reviews)]);
            if (summary.Score != turned.Score || !summary.Criteria.SequenceEqual(turned.Criteria))
            {
                return false;
            }

            decimal? Mean(Party party) => reviews.Where(review => review.Party == party)
                .Select(review => (decimal?)((60m * review.Scores["C1"]) + (40m * review.Scores["C2"])) / 5m).Average();
            var expected = (Mean(Party.Itu) + Mean(Party.Cisco)) / 2m;
            return summary.Score is { } score
                ? Math.Abs(score.Points - expected!.Value) <= 0.000_000_5m
                : expected is null;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void Alpha_OfKrippendorffsIntervalExample_IsWhatHePublished()
    {
        // K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), example C: interval alpha 0.849
        int[][] units =
        [
            [1, 1, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4],
            [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2], [5, 5, 5], [1, 1], [3],
        ];

        Assert.Equal(0.849, ReviewerAgreement.Alpha(units)!.Value, 0.0005);
        Assert.Equal(1.0, ReviewerAgreement.Alpha([[1, 1], [4, 4]]));
        Assert.Null(ReviewerAgreement.Alpha([[3, 3], [3, 3]]));
        Assert.Null(ReviewerAgreement.Alpha([[1], [5]]));
    }

    private static ReviewScores Review(Party party, int first, int second) =>
        new(party, new Dictionary<string, int> { ["C1"] = first, ["C2"] = second });
}
