using DtcPortal.Domain.Common;
using Xunit;

namespace DtcPortal.Domain.Tests.Common;

public sealed class ScoreTests
{
    [Theory]
    [InlineData(1, 2, 0)]
    [InlineData(3, 2, 2)]
    [InlineData(5, 2, 2)]
    [InlineData(7, 3, 2)]
    [InlineData(8, 3, 3)]
    [InlineData(-1, 2, 0)]
    [InlineData(-3, 2, -2)]
    public void HalfToEven_OfAFraction_TakesTheNearestAndTheEvenOfTwo(int numerator, int denominator, long expected) =>
        Assert.Equal(expected, ExactRounding.HalfToEven(numerator, denominator));

    [Theory]
    [InlineData("3", 3_000_000)]
    [InlineData("0.0000005", 0)]
    [InlineData("0.0000015", 2)]
    [InlineData("71.8000009", 71_800_001)]
    public void ToMillionths_OfMoreDigits_TakesTheNearestAndTheEvenOfTwo(string value, long expected) =>
        Assert.Equal(expected, ExactRounding.ToMillionths(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(-1)]
    [InlineData(100_000_001)]
    public void FromMillionths_OutsideOfTheScale_IsRefused(long millionths) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Score.FromMillionths(millionths));

    [Fact]
    public void FromPoints_AndBack_IsExact()
    {
        var score = Score.FromPoints(78.123456m);

        Assert.Equal(78_123_456, score.Millionths);
        Assert.Equal(78.123456m, score.Points);
        Assert.Equal("78.123456", score.ToString());
    }

    [Fact]
    public void FromMillionths_OfACriterionMeanAboveFive_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CriterionMean.FromMillionths(5_000_001));

    [Fact]
    public void Code_OfEachRegion_IsReadBack()
    {
        foreach (var region in Enum.GetValues<Region>())
        {
            Assert.True(RegionCodes.TryParse(region.Code(), out var read));
            Assert.Equal(region, read);
        }

        Assert.False(RegionCodes.TryParse("XXX", out _));
    }

    [Fact]
    public void Other_OfEachParty_IsTheOtherOne()
    {
        Assert.Equal(Party.Cisco, Party.Itu.Other());
        Assert.Equal(Party.Itu, Party.Cisco.Other());
    }
}
