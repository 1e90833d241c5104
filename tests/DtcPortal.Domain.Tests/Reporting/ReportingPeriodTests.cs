using DtcPortal.Domain.Reporting;
using Xunit;

namespace DtcPortal.Domain.Tests.Reporting;

public sealed class ReportingPeriodTests
{
    [Fact]
    public void Parse_AQuarter_HasItsDaysAndNeighbours()
    {
        var period = ReportingPeriod.Parse("2026-Q4");

        Assert.Equal((new DateOnly(2026, 10, 1), new DateOnly(2026, 12, 31)), (period.FirstDay, period.LastDay));
        Assert.Equal(("2027-Q1", "2026-Q3", "Q4 2026"), (period.Next.ToString(), period.Previous.ToString(), period.Label));
        Assert.Equal(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), period.End);
        Assert.Equal(period, period.Next.Previous);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-Q5")]
    [InlineData("2026-Q0")]
    [InlineData("2026-q3")]
    [InlineData("2026Q3")]
    [InlineData("2026-Q33")]
    [InlineData("+026-Q3")]
    [InlineData("1999-Q4")]
    [InlineData("2200-Q1")]
    public void TryParse_AnythingElse_IsRefused(string? text) => Assert.False(ReportingPeriod.TryParse(text, out _));

    [Theory]
    [InlineData("2000-Q1")]
    [InlineData("2199-Q4")]
    public void Neighbours_OfTheFirstAndTheLastThatIsRead_AreQuartersToo(string text)
    {
        var period = ReportingPeriod.Parse(text);
        Assert.Equal(period, period.Previous.Next);
        Assert.Equal(period, period.Next.Previous);
        Assert.True(period.End > period.Start);
    }

    [Theory]
    [InlineData("2026-03-31T23:59:59.9999999Z", "2026-Q1")]
    [InlineData("2026-04-01T00:00:00Z", "2026-Q2")]
    [InlineData("2026-04-01T01:00:00+02:00", "2026-Q1")]
    public void Of_AnInstant_IsItsQuarterInUtc(string instant, string expected) =>
        Assert.Equal(expected, ReportingPeriod.Of(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)).ToString());

    [Theory]
    [InlineData("2026-04-01T00:00:00Z", "2026-Q2")]
    [InlineData("2026-04-01T00:00:00.0000001Z", "2026-Q3")]
    [InlineData("2026-12-31T12:00:00Z", "2027-Q1")]
    public void FirstAfter_Activation_IsTheFirstWholeQuarter(string instant, string expected) =>
        Assert.Equal(expected, ReportingPeriod.FirstAfter(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)).ToString());

    [Fact]
    public void Between_TwoQuarters_HasBoth()
    {
        var periods = ReportingPeriod.Between(new(2025, 3), new(2026, 2));

        Assert.Equal(["2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"], periods.Select(period => period.ToString()));
        Assert.Empty(ReportingPeriod.Between(new(2026, 2), new(2025, 3)));
        Assert.True(new ReportingPeriod(2025, 4) < new ReportingPeriod(2026, 1));
    }
}
