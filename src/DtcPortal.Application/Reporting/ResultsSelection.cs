using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;

namespace DtcPortal.Application.Reporting;

/// <summary>One published cell with its indicator and period, as files and the API write it.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Period">The period.</param>
/// <param name="Cell">The cell.</param>
public sealed record ResultRow(IndicatorFacts Indicator, ReportingPeriod Period, PublicCell Cell);

/// <summary>Public filters: they only select among the published cells (rules.md 10).</summary>
public static class ResultsSelection
{
    /// <summary>The cells of an indicator within the filter; a region leaves the region and its centres.</summary>
    public static IEnumerable<ResultRow> Rows(this PublicIndicator indicator, FigureFilter filter) =>
        indicator.Within(filter).SelectMany(period => period.Cells
            .Where(cell => filter.Region is null || cell.Area.Region == filter.Region)
            .Select(cell => new ResultRow(indicator.Indicator, period.Period, cell)));

    /// <summary>The periods within the filter, oldest first.</summary>
    public static IEnumerable<PublicPeriod> Within(this PublicIndicator indicator, FigureFilter filter) =>
        indicator.Periods.Where(period => (filter.From is not { } from || period.Period >= from) && (filter.To is not { } to || period.Period <= to));

    /// <summary>The areas that the filter leaves, in display order.</summary>
    public static IReadOnlyList<PublicArea> Areas(this PublicIndicator indicator, FigureFilter filter) =>
        [.. indicator.Rows(filter).Select(row => row.Cell.Area).Distinct().OrderBy(area => area.Level).ThenBy(area => area.Region)];
}
