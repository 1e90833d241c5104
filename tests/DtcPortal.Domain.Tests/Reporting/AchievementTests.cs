using DtcPortal.Domain.Reporting;
using Xunit;

namespace DtcPortal.Domain.Tests.Reporting;

public sealed class AchievementTests
{
    [Theory]
    [InlineData(90, 100, Direction.HigherIsBetter, Light.Good)]
    [InlineData(89.999, 100, Direction.HigherIsBetter, Light.Watch)]
    [InlineData(70, 100, Direction.HigherIsBetter, Light.Watch)]
    [InlineData(69.999, 100, Direction.HigherIsBetter, Light.Bad)]
    [InlineData(0, 100, Direction.HigherIsBetter, Light.Bad)]
    [InlineData(10, 0, Direction.HigherIsBetter, Light.None)]
    [InlineData(100, 90, Direction.LowerIsBetter, Light.Good)]
    [InlineData(100, 89.999, Direction.LowerIsBetter, Light.Watch)]
    [InlineData(100, 69, Direction.LowerIsBetter, Light.Bad)]
    [InlineData(0, 50, Direction.LowerIsBetter, Light.Good)]
    [InlineData(0, 0, Direction.LowerIsBetter, Light.Good)]
    [InlineData(1, 0, Direction.LowerIsBetter, Light.Bad)]
    public void LightOf_ActualAndTarget_TakesTheBetterColourAtAnEdge(double actual, double target, Direction direction, Light expected) =>
        Assert.Equal(expected, Achievement.LightOf(new Figure((decimal)actual), new Figure((decimal)target), direction));

    [Fact]
    public void LightOf_AShareOfThirds_IsNotRounded()
    {
        Assert.Equal(Light.Good, Achievement.LightOf(new Figure(3, 10), new Figure(1, 3), Direction.HigherIsBetter));
        Assert.Equal(Light.Watch, Achievement.LightOf(new Figure(2_999_999, 10_000_000), new Figure(1, 3), Direction.HigherIsBetter));
    }

    [Fact]
    public void LightOf_WithoutATargetOrAnActual_IsNone()
    {
        Assert.Equal(Light.None, Achievement.LightOf(new Figure(1), null, Direction.HigherIsBetter));
        Assert.Equal(Light.None, Achievement.LightOf(null, new Figure(1), Direction.LowerIsBetter));
    }

    [Fact]
    public void Percent_OfATarget_FollowsTheDirection()
    {
        Assert.Equal(80m, Achievement.Percent(new Figure(40), new Figure(50), Direction.HigherIsBetter));
        Assert.Equal(125m, Achievement.Percent(new Figure(40), new Figure(50), Direction.LowerIsBetter));
        Assert.Null(Achievement.Percent(new Figure(0), new Figure(50), Direction.LowerIsBetter));
        Assert.Null(Achievement.Percent(new Figure(5), new Figure(0), Direction.HigherIsBetter));
    }

    [Theory]
    [InlineData(150, 100, false)]
    [InlineData(150.01, 100, true)]
    [InlineData(50, 100, false)]
    [InlineData(49.99, 100, true)]
    [InlineData(20, 0, false)]
    [InlineData(21, 0, true)]
    public void NeedsComment_AJump_IsMoreThanHalfOfTheLastApproved(double value, double last, bool expected) =>
        Assert.Equal(expected, JumpRule.NeedsComment((decimal)value, (decimal)last));

    [Fact]
    public void NeedsComment_WithoutALastApprovedOrWithAnotherShare_FollowsThem()
    {
        Assert.False(JumpRule.NeedsComment(1_000, null));
        Assert.True(JumpRule.NeedsComment(111, 100, percent: 10));
        Assert.False(JumpRule.NeedsComment(110, 100, percent: 10));
    }

    [Fact]
    public void Check_PartsAndTotal_NamesTheFirstProblem()
    {
        Assert.Equal(PartsProblem.None, PartsRule.Check(5, [2, 3]));
        Assert.Equal(PartsProblem.None, PartsRule.Check(null, [null, null]));
        Assert.Equal(PartsProblem.None, PartsRule.Check(5, []));
        Assert.Equal(PartsProblem.WrongSum, PartsRule.Check(6, [2, 3]));
        Assert.Equal(PartsProblem.PartMissing, PartsRule.Check(2, [2, null]));
        Assert.Equal(PartsProblem.TotalMissing, PartsRule.Check(null, [2, 3]));
        Assert.Equal(PartsProblem.Negative, PartsRule.Check(1, [2, -1]));
    }
}
