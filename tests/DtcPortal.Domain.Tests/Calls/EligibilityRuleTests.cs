using DtcPortal.Domain.Calls;
using Xunit;

namespace DtcPortal.Domain.Tests.Calls;

public sealed class EligibilityRuleTests
{
    private static readonly CountryStatus Maldives = new("MV", Economy.Developed, new DateOnly(1971, 1, 1), new DateOnly(2011, 1, 1));

    [Theory]
    [InlineData("1970-12-31", EligibilityGround.None)]
    [InlineData("1971-01-01", EligibilityGround.LeastDeveloped)]
    [InlineData("2010-12-31", EligibilityGround.LeastDeveloped)]
    [InlineData("2011-01-01", EligibilityGround.None)]
    public void GroundOn_TheEdgesOfAStatus_CountsTheFirstDayAndNotTheEnd(string day, EligibilityGround expected) =>
        Assert.Equal(expected, EligibilityRule.GroundOn(Maldives, EligibilityRule.ParseDay(day)!.Value));

    [Fact]
    public void GroundOn_ADevelopingCountry_NeedsNoOtherStatus()
    {
        Assert.Equal(EligibilityGround.Developing, EligibilityRule.GroundOn(Maldives with { Economy = Economy.Developing }, new DateOnly(2026, 1, 1)));
        Assert.False(EligibilityRule.IsEligible(new CountryStatus("CH", Economy.Developed), new DateOnly(2026, 1, 1)));
    }

    [Fact]
    public void ParseDay_AYearAlone_IsItsFirstOfJanuary()
    {
        Assert.Equal(new DateOnly(1971, 1, 1), EligibilityRule.ParseDay("1971"));
        Assert.Equal(new DateOnly(2029, 12, 19), EligibilityRule.ParseDay("2029-12-19"));
        Assert.Null(EligibilityRule.ParseDay(""));
        Assert.Throws<FormatException>(() => EligibilityRule.ParseDay("19.12.2029"));
    }

    [Fact]
    public void Check_AnHonestYes_HasNoObstacle() =>
        Assert.Empty(EligibilityRule.Check(new EligibilityAnswers(new CountryStatus("KE", Economy.Developing), true, BodyKind.AcademicUnit, true, true), new DateOnly(2026, 1, 1)));

    [Fact]
    public void Check_NothingThatIsAskedFor_NamesEachObstacle() =>
        Assert.Equal(
            Enum.GetValues<EligibilityObstacle>(),
            EligibilityRule.Check(new EligibilityAnswers(null, false, BodyKind.Other, false, false), new DateOnly(2026, 1, 1)));

    [Theory]
    [InlineData(WeightProblem.None, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10)]
    [InlineData(WeightProblem.None, 100, 0)]
    [InlineData(WeightProblem.NoCriteria)]
    [InlineData(WeightProblem.OutOfRange, 110, -10)]
    [InlineData(WeightProblem.WrongSum, 50, 49)]
    [InlineData(WeightProblem.WrongSum, 51, 50)]
    public void Check_Weights_SumToOneHundred(WeightProblem expected, params int[] weights) =>
        Assert.Equal(expected, WeightRule.Check(weights));
}
