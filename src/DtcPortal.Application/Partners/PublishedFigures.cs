using DtcPortal.Application.Reporting;
using DtcPortal.Domain.Reporting;

namespace DtcPortal.Application.Partners;

/// <summary>The published cells, for all who are not of a party: what they see here they see on the results page, and no more (rules.md 10).</summary>
internal sealed class PublishedFigures(
    IReadOnlyDictionary<string, PublicIndicator> published, IReadOnlySet<CentrePeriod> approved, IReadOnlyList<TargetInForce> targets, IReadOnlyDictionary<Guid, DateOnly> phaseStarts)
    : FigureBook(targets, phaseStarts)
{
    public override AggregatedFigure Total(IndicatorFacts indicator, string part, FigureScope scope, ReportingPeriod from, ReportingPeriod to)
    {
        var start = Start(indicator, scope, from);
        var reported = Periods(indicator, start, to).Sum(period => Reported(period, scope).Count());
        return new AggregatedFigure(
            published.GetValueOrDefault(indicator.Code)?.Span(scope.Area, part, start, to).Figure, reported, Math.Max(0, Expected(scope, start, to).Count - reported));
    }

    public override bool IsHidden(IndicatorFacts indicator, string part, FigureScope scope, ReportingPeriod from, ReportingPeriod to) =>
        published.GetValueOrDefault(indicator.Code)?.Span(scope.Area, part, from, to).IsHidden == true;

    // the cells of a wide area cannot be taken apart: it is compared only where each centre that has a figure has a target
    public override FigureAgainstTarget Against(IndicatorFacts indicator, FigureScope scope, ReportingPeriod from, ReportingPeriod to)
    {
        var (area, start) = (scope.Area, Start(indicator, scope, from));
        var pairs = Periods(indicator, start, to).SelectMany(period => Reported(period, scope)).ToHashSet();
        var aims = Targets(indicator, scope, start, to).Where(target => pairs.Contains(new CentrePeriod(target.Centre, target.Period))).ToArray();
        var actual = published.GetValueOrDefault(indicator.Code)?.Span(area, Observation.WholePart, start, to).Figure;
        if (actual is null || aims.Length == 0 || aims.Length != pairs.Count)
        {
            return new FigureAgainstTarget(null, null, 0);
        }

        var input = new AggregationInput
        {
            OverTime = indicator.OverTime, OverCentres = indicator.OverCentres, From = start, To = to, PhaseStart = start,
            Figures = [.. aims.Select(aim => new CentreFigure(aim.Centre, aim.Period, aim.Target, indicator.IsRatio ? 1 : null))],
            Expected = [.. aims.Select(aim => new CentrePeriod(aim.Centre, aim.Period))],
        };
        return FigureAggregation.AgainstTargets(input, aims) with { Actual = actual };
    }

    public override IReadOnlyList<FigureRow> Rows(IndicatorFacts indicator, string part, FigureScope scope, ReportingPeriod from, ReportingPeriod to)
    {
        var counting = published.GetValueOrDefault(indicator.Code)?.Counting(scope.Area, part, from, to) ?? [];
        var own = Periods(indicator, Start(indicator, scope, from), to).Select(period => (period.Period, Cell: period.Find(scope.Area, part)))
            .Where(row => row.Cell is not null).Select(row => (row.Period, Cell: row.Cell!));
        // what is made of the last figures of single centres shows these
        var rows = counting.All(row => row.Cell.Area == scope.Area) ? own : counting;
        var centres = scope.Centres.ToDictionary(centre => centre.Id);
        return [.. rows.OrderByDescending(row => row.Period).Select(row => new FigureRow(
            row.Cell.Area.CentreId is { } centre ? centres.GetValueOrDefault(centre) : null, row.Period, row.Cell.Figure, row.Cell.IsHidden, counting.Contains(row), null, null))];
    }

    // amounts of money are published for the programme only: there those count whose report is approved
    private IEnumerable<CentrePeriod> Reported(PublicPeriod period, FigureScope scope)
    {
        var cells = period.Cells.Where(cell => cell.Part == Observation.WholePart && cell.Area.Level == AreaLevel.Centre).Select(cell => cell.Area.CentreId!.Value).ToHashSet();
        return scope.Centres.Select(centre => new CentrePeriod(centre.Id, period.Period)).Where(pair => cells.Count == 0 ? approved.Contains(pair) : cells.Contains(pair.Centre));
    }

    private IEnumerable<PublicPeriod> Periods(IndicatorFacts indicator, ReportingPeriod from, ReportingPeriod to) =>
        published.GetValueOrDefault(indicator.Code)?.Periods.Where(period => period.Period >= from && period.Period <= to) ?? [];
}
