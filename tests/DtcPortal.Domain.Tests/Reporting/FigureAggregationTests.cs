using DtcPortal.Domain.Reporting;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace DtcPortal.Domain.Tests.Reporting;

public sealed class FigureAggregationTests
{
    private static readonly Guid First = new(1, 0, 0, new byte[8]);
    private static readonly Guid Second = new(2, 0, 0, new byte[8]);
    private static readonly ReportingPeriod Start = new(2025, 1);

    [Theory]
    [InlineData(OverTime.Sum, 2, 3, 60)]
    [InlineData(OverTime.Latest, 2, 3, 50)]
    [InlineData(OverTime.Cumulative, 2, 3, 70)]
    [InlineData(OverTime.Sum, 1, 3, 70)]
    public void Total_OfCounts_AddsUpOverTimeAndCentresApart(OverTime overTime, int from, int to, int expected)
    {
        var figures = new[] { Figure(First, 1, 10), Figure(First, 2, 10), Figure(First, 3, 20), Figure(Second, 2, 30) };

        var total = FigureAggregation.Total(Input(overTime, OverCentres.Sum, from, to, figures));

        Assert.Equal(expected, total.Total?.Value);
    }

    [Fact]
    public void Total_WithMissingFigures_CountsThemAndDoesNotTakeThemForZero()
    {
        var some = FigureAggregation.Total(Input(OverTime.Sum, OverCentres.Sum, 1, 3, [Figure(First, 1, 10), Figure(Second, 3, 0)]));
        var none = FigureAggregation.Total(Input(OverTime.Sum, OverCentres.Sum, 1, 3, []));

        Assert.Equal((10m, 2, 4), (some.Total!.Value, some.Approved, some.Missing));
        Assert.Equal((null, 0, 6), (none.Total, none.Approved, none.Missing));
    }

    [Fact]
    public void Total_OfShares_IsTheRatioOfTwoSums()
    {
        var figures = new[] { Figure(First, 1, 1, 10), Figure(First, 2, 9, 10), Figure(Second, 2, 30, 80) };

        Assert.Equal(0.4m, FigureAggregation.Total(Input(OverTime.Sum, OverCentres.Ratio, 1, 3, figures)).Total?.Value);
        Assert.Equal(39m / 90m, FigureAggregation.Total(Input(OverTime.Latest, OverCentres.Ratio, 1, 3, figures)).Total?.Value);
        Assert.Null(FigureAggregation.Total(Input(OverTime.Sum, OverCentres.Ratio, 1, 3, [Figure(First, 1, 0, 0)])).Total);
    }

    [Fact]
    public void AgainstTargets_OfCounts_TakesOnlyPairsThatHaveBoth()
    {
        var figures = new[] { Figure(First, 1, 10), Figure(First, 2, 20), Figure(Second, 1, 30) };
        CentreTarget[] targets = [Target(First, 1, 15), Target(First, 3, 99), Target(Second, 1, 25)];

        var against = FigureAggregation.AgainstTargets(Input(OverTime.Sum, OverCentres.Sum, 1, 3, figures), targets);

        Assert.Equal((40m, 40m, 2), (against.Actual!.Value, against.Target!.Value, against.Pairs));
    }

    [Fact]
    public void AgainstTargets_OfShares_NeverSumsTargets()
    {
        var input = Input(OverTime.Sum, OverCentres.Ratio, 1, 3, [Figure(First, 1, 1, 10), Figure(Second, 1, 9, 10)]);

        var equal = FigureAggregation.AgainstTargets(input, [Target(First, 1, 0.4m), Target(Second, 1, 0.4m)]);
        var different = FigureAggregation.AgainstTargets(input, [Target(First, 1, 0.4m), Target(Second, 1, 0.5m)]);

        Assert.Equal((0.5m, 0.4m), (equal.Actual!.Value, equal.Target!.Value));
        Assert.Null(different.Target);
    }

    [Fact]
    public void AgainstTargets_WithoutAnyPair_IsNothing()
    {
        var against = FigureAggregation.AgainstTargets(Input(OverTime.Sum, OverCentres.Sum, 1, 3, [Figure(First, 1, 1)]), []);

        Assert.Equal(new FigureAgainstTarget(null, null, 0), against);
    }

    [Fact]
    public void Total_OfAnything_IsTheSumOfTheTotalsOfItsSpansAndCentres()
    {
        var drawn = Gen.Choose(-1, 50).ArrayOf(8);
        Prop.ForAll(drawn.ToArbitrary(), values =>
        {
            var figures = values.Index().Where(value => value.Item >= 0)
                .Select(value => Figure(value.Index < 4 ? First : Second, 1 + (value.Index % 4), value.Item)).ToArray();
            decimal Sum(int from, int to, IEnumerable<CentreFigure> of) =>
                FigureAggregation.Total(Input(OverTime.Sum, OverCentres.Sum, from, to, [.. of])).Total?.Value ?? 0;
            var whole = Sum(1, 4, figures);
            return whole == Sum(1, 2, figures) + Sum(3, 4, figures)
                && whole == Sum(1, 4, figures.Where(figure => figure.Centre == First)) + Sum(1, 4, figures.Where(figure => figure.Centre == Second))
                && whole == (FigureAggregation.Total(Input(OverTime.Cumulative, OverCentres.Sum, 4, 4, figures)).Total?.Value ?? 0)
                && whole == Sum(1, 4, figures.Reverse());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private static ReportingPeriod Period(int quarter) => new(2025, quarter);

    private static CentreFigure Figure(Guid centre, int quarter, decimal numerator, decimal? denominator = null) =>
        new(centre, Period(quarter), numerator, denominator);

    private static CentreTarget Target(Guid centre, int quarter, decimal target) => new(centre, Period(quarter), target);

    private static AggregationInput Input(OverTime overTime, OverCentres overCentres, int from, int to, CentreFigure[] figures) => new()
    {
        OverTime = overTime,
        OverCentres = overCentres,
        From = Period(from),
        To = Period(to),
        PhaseStart = Start,
        Figures = figures,
        Expected = [.. from centre in new[] { First, Second }
                       from quarter in Enumerable.Range(1, 4)
                       select new CentrePeriod(centre, Period(quarter))],
    };
}
