using DtcPortal.Application.Reporting;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Xunit;

namespace DtcPortal.Web.Tests.Public;

/// <summary>How published cells make the figure of a span (rules.md 9 and 10).</summary>
public sealed class PublicIndicatorTests
{
    private static readonly ReportingPeriod First = new(2026, 1);
    private static readonly PublicArea Nairobi = PublicArea.Of(Region.Africa, Guid.CreateVersion7());
    private static readonly PublicArea Lima = PublicArea.Of(Region.Americas, Guid.CreateVersion7());

    [Theory]
    [InlineData(OverTime.Sum, 120)]
    [InlineData(OverTime.Cumulative, 270)]
    [InlineData(OverTime.Latest, 120)]
    public void Span_ASpanThatBeginsLater_AddsAsTheIndicatorSays(OverTime overTime, int expected)
    {
        var indicator = Of(overTime, [(Nairobi, 100), (Lima, 50)], [(Nairobi, 120)]);

        Assert.Equal(new Figure(expected), indicator.Span(PublicArea.Programme, Observation.WholePart, First.Next, First.Next).Figure);
    }

    [Fact]
    public void Span_LatestWhereACentreHasNoFigureInTheLastPeriod_TakesItsLastOne()
    {
        var indicator = Of(OverTime.Latest, [(Nairobi, 100), (Lima, 50)], [(Nairobi, 120)]);

        Assert.Equal(new Figure(170), indicator.Span(PublicArea.Programme, Observation.WholePart, First, First.Next).Figure);
        Assert.Equal([Lima, Nairobi], indicator.Counting(PublicArea.Programme, Observation.WholePart, First, First.Next).Select(found => found.Cell.Area).OrderBy(area => area == Nairobi));
        Assert.Equal(new Figure(120), indicator.Span(Nairobi, Observation.WholePart, First, First.Next).Figure);
    }

    [Fact]
    public void Span_LatestMadeOfAHiddenCell_IsHidden()
    {
        var indicator = Of(OverTime.Latest, [(Nairobi, 100), (Lima, null)], [(Nairobi, 120)]);

        Assert.Null(indicator.Span(PublicArea.Programme, Observation.WholePart, First, First.Next).Figure);
        Assert.True(indicator.Span(PublicArea.Programme, Observation.WholePart, First, First.Next).IsHidden);
        Assert.False(indicator.Span(Nairobi, Observation.WholePart, First, First.Next).IsHidden);
    }

    private static PublicIndicator Of(OverTime overTime, params (PublicArea Area, int? Value)[][] periods) => new(
        new IndicatorFacts
        {
            Code = "laboratories", Group = LocalizedText.Of("Centre"), Name = LocalizedText.Of("Laboratories"), Definition = LocalizedText.Of("Laboratories in use"), Unit = LocalizedText.Of("laboratories"),
            Direction = Direction.HigherIsBetter, OverTime = overTime, OverCentres = OverCentres.Sum, Decimals = 0, Numerator = [], Denominator = [], Disaggregations = [],
        },
        [
            .. periods.Select((centres, at) => new PublicPeriod(
                at == 0 ? First : First.Next,
                centres.Length,
                [
                    Cell(PublicArea.Programme, centres.Sum(centre => centre.Value ?? 0)),
                    .. centres.Select(centre => Cell(centre.Area, centre.Value)),
                ])),
        ]);

    private static PublicCell Cell(PublicArea area, int? value) => new(area, Observation.WholePart, value is { } shown ? new Figure(shown) : null, value is null);
}
