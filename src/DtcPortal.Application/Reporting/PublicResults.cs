using DtcPortal.Application.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;

namespace DtcPortal.Application.Reporting;

/// <summary>How wide an area is.</summary>
public enum AreaLevel
{
    /// <summary>The whole programme.</summary>
    Programme = 1,

    /// <summary>A region of ITU.</summary>
    Region = 2,

    /// <summary>A centre.</summary>
    Centre = 3,
}

/// <summary>What a published figure speaks of.</summary>
/// <param name="Level">How wide.</param>
/// <param name="Region">The region; null for the programme.</param>
/// <param name="CentreId">The centre; null for wider areas.</param>
public readonly record struct PublicArea(AreaLevel Level, Region? Region = null, Guid? CentreId = null)
{
    /// <summary>The whole programme.</summary>
    public static readonly PublicArea Programme = new(AreaLevel.Programme);

    /// <summary>A region.</summary>
    public static PublicArea Of(Region region) => new(AreaLevel.Region, region);

    /// <summary>A centre.</summary>
    public static PublicArea Of(Region region, Guid centreId) => new(AreaLevel.Centre, region, centreId);
}

/// <summary>One published cell; hidden cells all look alike.</summary>
/// <param name="Area">What it speaks of.</param>
/// <param name="Part">The whole, or a disaggregation and part such as sex:women.</param>
/// <param name="Figure">The figure; null when it is hidden, or a share has no denominator.</param>
/// <param name="IsHidden">Whether it is hidden so that no person can be recognised (rules.md 10).</param>
public sealed record PublicCell(PublicArea Area, string Part, Figure? Figure, bool IsHidden);

/// <summary>Centres, or quarters of centres, without an approved figure.</summary>
/// <param name="Missing">How many.</param>
/// <param name="Expected">Of how many that were to report.</param>
public sealed record MissingCentres(int Missing, int Expected);

/// <summary>All published cells of one indicator and period; page, CSV and API only select among them.</summary>
/// <param name="Period">The period.</param>
/// <param name="Centres">How many centres have an approved figure.</param>
/// <param name="Cells">In display order: programme, regions, centres; the whole first.</param>
public sealed record PublicPeriod(ReportingPeriod Period, int Centres, IReadOnlyList<PublicCell> Cells)
{
    private readonly Dictionary<(PublicArea, string), PublicCell> _byPlace = Cells.ToDictionary(cell => (cell.Area, cell.Part));

    /// <summary>How many centres of a wide area were to report, and how many of them have no approved figure (rules.md 9); null for a centre.</summary>
    public MissingCentres? MissingIn(PublicArea area, IEnumerable<CentreName> centres)
    {
        if (area.Level == AreaLevel.Centre)
        {
            return null;
        }

        var expected = centres.Where(centre => centre.Reports(Period) && (area.Region is null || area.Region == centre.Region)).Select(centre => centre.Id).ToHashSet();
        var reported = Cells.Where(cell => cell.Area.Level == AreaLevel.Centre && cell.Part == Observation.WholePart).Select(cell => cell.Area.CentreId!.Value).ToHashSet();
        // amounts of money are published for the programme only
        var missing = reported.Count == 0 ? Math.Max(0, expected.Count - Centres) : expected.Count(centre => !reported.Contains(centre));
        return new MissingCentres(missing, expected.Count);
    }

    /// <summary>The cell of an area and part; null when it is not published.</summary>
    public PublicCell? Find(PublicArea area, string part = Observation.WholePart) => _byPlace.GetValueOrDefault((area, part));
}

/// <summary>An indicator as far as showing it needs.</summary>
public sealed record IndicatorFacts
{
    /// <summary>Code.</summary>
    public required string Code { get; init; }

    /// <summary>Group.</summary>
    public required LocalizedText Group { get; init; }

    /// <summary>Name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What is counted.</summary>
    public required LocalizedText Definition { get; init; }

    /// <summary>Unit.</summary>
    public required LocalizedText Unit { get; init; }

    /// <summary>Which way it should go.</summary>
    public required Direction Direction { get; init; }

    /// <summary>How it adds up over time.</summary>
    public required OverTime OverTime { get; init; }

    /// <summary>How it adds up over centres.</summary>
    public required OverCentres OverCentres { get; init; }

    /// <summary>Digits after the point.</summary>
    public required int Decimals { get; init; }

    /// <summary>A ratio's numerator.</summary>
    public required IReadOnlyList<IndicatorTerm> Numerator { get; init; }

    /// <summary>A ratio's denominator.</summary>
    public required IReadOnlyList<IndicatorTerm> Denominator { get; init; }

    /// <summary>Codes of its disaggregations.</summary>
    public required IReadOnlyList<string> Disaggregations { get; init; }

    /// <summary>Whether it is a share or a ratio.</summary>
    public bool IsRatio => Numerator.Count > 0;

    /// <summary>Whether it is an amount of money, published for the whole programme only.</summary>
    public bool IsMoney => Decimals == 2 && !IsRatio;
}

/// <summary>All that is published of an indicator.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Periods">Periods with an approved figure, oldest first.</param>
public sealed record PublicIndicator(IndicatorFacts Indicator, IReadOnlyList<PublicPeriod> Periods)
{
    /// <summary>
    /// The published cells that a span's figure is made of: one of each period, of a cumulative figure from the first on; of a latest figure the last one,
    /// or the last one of each centre where not all of them have a figure in the same last period.
    /// </summary>
    public IReadOnlyList<(ReportingPeriod Period, PublicCell Cell)> Counting(PublicArea area, string part, ReportingPeriod from, ReportingPeriod to)
    {
        var within = Periods.Where(period => period.Period <= to && (period.Period >= from || Indicator.OverTime == OverTime.Cumulative)).ToArray();
        var cells = within.Select(period => (period.Period, Cell: period.Find(area, part))).Where(found => found.Cell is not null).Select(found => (found.Period, Cell: found.Cell!)).ToArray();
        if (Indicator.OverTime != OverTime.Latest || cells.Length == 0)
        {
            return cells;
        }

        var ofCentres = area.Level == AreaLevel.Centre ? [] : within
            .SelectMany(period => period.Cells.Where(cell => cell.Part == part && cell.Area.Level == AreaLevel.Centre && (area.Region is null || area.Region == cell.Area.Region))
                .Select(cell => (period.Period, Cell: cell)))
            .GroupBy(found => found.Cell.Area).Select(centre => centre.MaxBy(found => found.Period)).ToArray();
        return ofCentres.All(found => found.Period == cells[^1].Period) ? [cells[^1]] : ofCentres;
    }

    /// <summary>
    /// The figure of a span as a cell of its own, made from published cells only: hidden when one of them is, without a figure when there is none.
    /// </summary>
    public PublicCell Span(PublicArea area, string part, ReportingPeriod from, ReportingPeriod to)
    {
        var cells = Counting(area, part, from, to);
        if (cells.Any(found => found.Cell.IsHidden))
        {
            return new PublicCell(area, part, null, IsHidden: true);
        }

        var figures = cells.Select(found => found.Cell.Figure).OfType<Figure>().ToArray();
        var figure = figures.Length == 0 ? null
            : Indicator.IsRatio ? new Figure(figures.Sum(one => one.Numerator), figures.Sum(one => one.Denominator))
            : new Figure(figures.Sum(one => one.Numerator));
        return new PublicCell(area, part, figure, IsHidden: false);
    }
}
