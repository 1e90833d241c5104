using DtcPortal.Domain.Reporting;

namespace DtcPortal.Web.UserInterface;

/// <summary>How a chart is drawn.</summary>
public enum ChartKind
{
    /// <summary>Upright bars by period, with lines such as a target.</summary>
    Columns,

    /// <summary>Bars to the side, one a centre.</summary>
    Rows,

    /// <summary>Bars to the side, each the whole of its parts.</summary>
    StackedRows,
}

/// <summary>One series of a chart, a column of its table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsLine">Whether it is a dashed line with markers over the bars.</param>
public sealed record ChartSeries(string Name, bool IsLine = false);

/// <summary>One row of a chart's table.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Values">A value for each series; null where there is no figure.</param>
/// <param name="Address">Where the rows behind it are; null for none.</param>
/// <param name="IsIncomplete">Whether figures are missing from it: hatched and named.</param>
/// <param name="Light">Its light.</param>
/// <param name="Percent">Percent of the target beside the light.</param>
public sealed record ChartRow(string Label, IReadOnlyList<decimal?> Values, string? Address = null, bool IsIncomplete = false, Light Light = Light.None, decimal? Percent = null);

/// <summary>A chart titled by its question, with its answer, its data as a table, CSV and PNG.</summary>
public sealed record ChartCard
{
    /// <summary>An id that no other chart of the page has.</summary>
    public required string Id { get; init; }

    /// <summary>The question it answers.</summary>
    public required string Question { get; init; }

    /// <summary>The answer in a line.</summary>
    public string? Answer { get; init; }

    /// <summary>How it is drawn.</summary>
    public required ChartKind Kind { get; init; }

    /// <summary>Head of the first column.</summary>
    public required string LabelHead { get; init; }

    /// <summary>The other columns.</summary>
    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>The rows.</summary>
    public required IReadOnlyList<ChartRow> Rows { get; init; }

    /// <summary>Unit of the values.</summary>
    public required string Unit { get; init; }

    /// <summary>Places after the point.</summary>
    public int Decimals { get; init; }

    /// <summary>Lines across the bars, such as 70, 90 and 100 %.</summary>
    public IReadOnlyList<decimal> References { get; init; } = [];

    /// <summary>What the legend says of incomplete rows.</summary>
    public string? IncompleteText { get; init; }

    /// <summary>Head of the column of lights; null for "Light".</summary>
    public string? LightHead { get; init; }

    /// <summary>Address of the figures as CSV.</summary>
    public string? Csv { get; init; }

    /// <summary>Whether a row has a light.</summary>
    public bool HasLights => Rows.Any(row => row.Light != Light.None);
}
