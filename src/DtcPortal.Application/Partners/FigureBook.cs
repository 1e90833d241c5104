using DtcPortal.Application.Reporting;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;

namespace DtcPortal.Application.Partners;

/// <summary>A target in force, with its phase.</summary>
internal sealed record TargetInForce(Guid PhaseId, Target Target);

/// <summary>Centres, and the area in which their published figures stand.</summary>
internal sealed record FigureScope(PublicArea Area, IReadOnlyList<DashboardCentre> Centres)
{
    /// <summary>What the address chose.</summary>
    public static FigureScope Of(DashboardChoice choice) => choice.Centre is { } centre ? Of(centre)
        : new FigureScope(choice.Region is { } region ? PublicArea.Of(region) : PublicArea.Programme, choice.Centres);

    /// <summary>One centre.</summary>
    public static FigureScope Of(DashboardCentre centre) => new(PublicArea.Of(centre.Region, centre.Id), [centre]);
}

/// <summary>Figures of centres and what they are measured against; exact for the parties, published cells for all others.</summary>
internal abstract class FigureBook(IReadOnlyList<TargetInForce> targets, IReadOnlyDictionary<Guid, DateOnly> phaseStarts)
{
    /// <summary>The aggregate of an indicator's part over centres and a span.</summary>
    public abstract AggregatedFigure Total(IndicatorFacts indicator, string part, FigureScope scope, ReportingPeriod from, ReportingPeriod to);

    /// <summary>Whether that aggregate is hidden.</summary>
    public abstract bool IsHidden(IndicatorFacts indicator, string part, FigureScope scope, ReportingPeriod from, ReportingPeriod to);

    /// <summary>The rows behind it.</summary>
    public abstract IReadOnlyList<FigureRow> Rows(IndicatorFacts indicator, string part, FigureScope scope, ReportingPeriod from, ReportingPeriod to);

    /// <summary>Figure and target over the centre-periods that have both.</summary>
    public abstract FigureAgainstTarget Against(IndicatorFacts indicator, FigureScope scope, ReportingPeriod from, ReportingPeriod to);

    /// <summary>All of it.</summary>
    public Measured Measure(IndicatorFacts indicator, FigureScope scope, ReportingPeriod from, ReportingPeriod to) => new(
        indicator,
        Total(indicator, Observation.WholePart, scope, from, to),
        Against(indicator, scope, from, to),
        IsHidden(indicator, Observation.WholePart, scope, from, to));

    /// <summary>Who is to report in a span.</summary>
    protected static IReadOnlyList<CentrePeriod> Expected(FigureScope scope, ReportingPeriod from, ReportingPeriod to)
    {
        var expected = new List<CentrePeriod>();
        for (var period = from; period <= to; period = period.Next)
        {
            expected.AddRange(scope.Centres.Where(centre => centre.Reports(period)).Select(centre => new CentrePeriod(centre.Id, period)));
        }

        return expected;
    }

    /// <summary>Targets of the centres in a span.</summary>
    protected IReadOnlyList<CentreTarget> Targets(IndicatorFacts indicator, FigureScope scope, ReportingPeriod from, ReportingPeriod to)
    {
        var ofIndicator = targets.Where(target => target.Target.Indicator == indicator.Code).ToLookup(target => target.PhaseId, target => target.Target);
        var phaseOf = scope.Centres.ToDictionary(centre => centre.Id, centre => centre.PhaseId);
        return [.. Expected(scope, from, to)
            .Select(pair => (Pair: pair, Target: Target.For(ofIndicator[phaseOf[pair.Centre]], indicator.Code, pair.Centre, pair.Period)))
            .Where(found => found.Target is not null)
            .Select(found => new CentreTarget(found.Pair.Centre, found.Pair.Period, found.Target!.Value))];
    }

    /// <summary>Where the figures of a span begin: cumulative ones with the phase.</summary>
    protected ReportingPeriod Start(IndicatorFacts indicator, FigureScope scope, ReportingPeriod from) =>
        indicator.OverTime == OverTime.Cumulative ? PhaseStart(scope, from) : from;

    /// <summary>Where cumulative figures begin: the first phase of the centres.</summary>
    protected ReportingPeriod PhaseStart(FigureScope scope, ReportingPeriod otherwise) =>
        scope.Centres.Select(centre => phaseStarts.TryGetValue(centre.PhaseId, out var start) ? start : otherwise.FirstDay).DefaultIfEmpty(otherwise.FirstDay).Min() is var first
            ? new ReportingPeriod(first.Year, ((first.Month - 1) / 3) + 1)
            : otherwise;
}

/// <summary>An approved figure with where it comes from.</summary>
internal sealed record BookedFigure(CentreFigure Figure, string Indicator, string Part, int Revision, DateTimeOffset ApprovedAt);

/// <summary>Exact figures, for the parties.</summary>
internal sealed class ExactFigures(IEnumerable<BookedFigure> figures, IReadOnlyList<TargetInForce> targets, IReadOnlyDictionary<Guid, DateOnly> phaseStarts)
    : FigureBook(targets, phaseStarts)
{
    private readonly ILookup<(string, string), BookedFigure> _figures = figures.ToLookup(figure => (figure.Indicator, figure.Part));

    public override AggregatedFigure Total(IndicatorFacts indicator, string part, FigureScope scope, ReportingPeriod from, ReportingPeriod to) =>
        FigureAggregation.Total(Input(indicator, part, scope, from, to));

    public override bool IsHidden(IndicatorFacts indicator, string part, FigureScope scope, ReportingPeriod from, ReportingPeriod to) => false;

    public override FigureAgainstTarget Against(IndicatorFacts indicator, FigureScope scope, ReportingPeriod from, ReportingPeriod to) =>
        FigureAggregation.AgainstTargets(Input(indicator, Observation.WholePart, scope, from, to), Targets(indicator, scope, Start(indicator, scope, from), to));

    public override IReadOnlyList<FigureRow> Rows(IndicatorFacts indicator, string part, FigureScope scope, ReportingPeriod from, ReportingPeriod to)
    {
        var booked = _figures[(indicator.Code, part)].ToDictionary(figure => (figure.Figure.Centre, figure.Figure.Period));
        var rows = Expected(scope, Start(indicator, scope, from), to)
            .Select(pair => (Pair: pair, Booked: booked.GetValueOrDefault((pair.Centre, pair.Period)))).ToArray();
        var latest = rows.Where(row => row.Booked is not null).GroupBy(row => row.Pair.Centre).ToDictionary(centre => centre.Key, centre => centre.Max(row => row.Pair.Period));
        var centres = scope.Centres.ToDictionary(centre => centre.Id);
        return [.. rows.OrderByDescending(row => row.Pair.Period).ThenBy(row => centres[row.Pair.Centre].Name, StringComparer.CurrentCulture).Select(row => new FigureRow(
            centres[row.Pair.Centre], row.Pair.Period, FigureOf(row.Booked), false,
            row.Booked is not null && (indicator.OverTime != OverTime.Latest || latest[row.Pair.Centre] == row.Pair.Period),
            row.Booked?.Revision, row.Booked?.ApprovedAt))];
    }

    private static Figure? FigureOf(BookedFigure? booked) =>
        booked is null || booked.Figure.Denominator == 0 ? null : new Figure(booked.Figure.Numerator, booked.Figure.Denominator ?? 1);

    private AggregationInput Input(IndicatorFacts indicator, string part, FigureScope scope, ReportingPeriod from, ReportingPeriod to)
    {
        var start = Start(indicator, scope, from);
        return new AggregationInput
        {
            OverTime = indicator.OverTime,
            OverCentres = part == Observation.WholePart ? indicator.OverCentres : OverCentres.Sum,
            From = from, To = to, PhaseStart = start,
            Figures = [.. _figures[(indicator.Code, part)].Select(figure => figure.Figure)],
            Expected = Expected(scope, start, to),
        };
    }
}
