using DtcPortal.Application.Accounts;
using DtcPortal.Application.Reporting;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;

namespace DtcPortal.Application.Partners;

/// <summary>Who asks for which figures.</summary>
public sealed record FigureRequest
{
    /// <summary>Who asks: the parties see exact figures, all others the published ones (product.md 9).</summary>
    public required Actor Actor { get; init; }

    /// <summary>What the address says.</summary>
    public required FigureFilterText Text { get; init; }
}

/// <summary>A phase to choose.</summary>
public sealed record DashboardPhase(Guid Id, string Slug, LocalizedText Name, DateOnly StartsOn);

/// <summary>A centre that reports.</summary>
public sealed record DashboardCentre
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>ITU's region.</summary>
    public required Region Region { get; init; }

    /// <summary>The phase.</summary>
    public required Guid PhaseId { get; init; }

    /// <summary>Its first reporting period.</summary>
    public required ReportingPeriod FirstPeriod { get; init; }

    /// <summary>When it ended; null while it goes on.</summary>
    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether it is to report for a period.</summary>
    public bool Reports(ReportingPeriod period) => ReportingSchedule.Includes(FirstPeriod, EndedAt, period);
}

/// <summary>An aggregate beside its target.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Total">The figure over all that was approved.</param>
/// <param name="Against">The figure and the target over the centre-periods that have both.</param>
/// <param name="IsHidden">Whether the figure is hidden from the one who asks.</param>
public sealed record Measured(IndicatorFacts Indicator, AggregatedFigure Total, FigureAgainstTarget Against, bool IsHidden)
{
    /// <summary>The light.</summary>
    public Light Light => Achievement.LightOf(Against.Actual, Against.Target, Indicator.Direction);

    /// <summary>Percent of the target.</summary>
    public decimal? Percent => Achievement.Percent(Against.Actual, Against.Target, Indicator.Direction);
}

/// <summary>A quarter of the trend.</summary>
public sealed record QuarterFigure(ReportingPeriod Period, Measured Measured);

/// <summary>A centre against its own targets.</summary>
public sealed record CentreFigures(DashboardCentre Centre, Measured Measured);

/// <summary>Who was trained: figures by sex.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Parts">Figure by part, such as sex:women; null where hidden or none.</param>
public sealed record TrainedBySex(IndicatorFacts Indicator, IReadOnlyDictionary<string, Figure?> Parts);

/// <summary>How a centre, or all together, is financed.</summary>
/// <param name="Centre">The centre; null for all together.</param>
/// <param name="Sources">Income by part, such as income-source:donations.</param>
/// <param name="SelfFinanced">The self-financing ratio beside its target; null when it is not set up.</param>
public sealed record Financing(DashboardCentre? Centre, IReadOnlyDictionary<string, Figure?> Sources, Measured? SelfFinanced);

/// <summary>A report that is not approved yet.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="State">Where it stands; null when it was not begun.</param>
/// <param name="DueAt">First instant at which it is overdue.</param>
/// <param name="IsOverdue">Whether the centre should have submitted it.</param>
public sealed record OpenReport(DashboardCentre Centre, ReportState? State, DateTimeOffset DueAt, bool IsOverdue);

/// <summary>Reports of a quarter that has ended.</summary>
/// <param name="Period">The quarter.</param>
/// <param name="Expected">How many centres are to report.</param>
/// <param name="Approved">How many reports are approved.</param>
/// <param name="Open">The others, overdue ones first.</param>
public sealed record ReportsOfPeriod(ReportingPeriod Period, int Expected, int Approved, IReadOnlyList<OpenReport> Open);

/// <summary>What the address was understood to ask, with all that can be chosen.</summary>
public sealed record DashboardChoice
{
    /// <summary>Indicators.</summary>
    public required IReadOnlyList<IndicatorFacts> Indicators { get; init; }

    /// <summary>Phases with a centre that reports.</summary>
    public required IReadOnlyList<DashboardPhase> Phases { get; init; }

    /// <summary>Centres of the phase and region chosen.</summary>
    public required IReadOnlyList<DashboardCentre> Centres { get; init; }

    /// <summary>The indicator; null when there is none at all.</summary>
    public required IndicatorFacts? Indicator { get; init; }

    /// <summary>The phase; null for all.</summary>
    public required DashboardPhase? Phase { get; init; }

    /// <summary>The region; null for all.</summary>
    public required Region? Region { get; init; }

    /// <summary>The centre; null for all.</summary>
    public required DashboardCentre? Centre { get; init; }

    /// <summary>First quarter.</summary>
    public required ReportingPeriod From { get; init; }

    /// <summary>Last quarter.</summary>
    public required ReportingPeriod To { get; init; }

    /// <summary>The quarter whose late and missing reports are told: the last one asked for that has ended, else the last one that has ended.</summary>
    public required ReportingPeriod Reported { get; init; }

    /// <summary>Quarters to choose from, oldest first.</summary>
    public required IReadOnlyList<ReportingPeriod> Periods { get; init; }

    /// <summary>What was ignored, and why.</summary>
    public required IReadOnlyList<Message> Notes { get; init; }

    /// <summary>Whether figures are exact; else they are the published ones.</summary>
    public required bool IsExact { get; init; }

    /// <summary>Centres that the figures speak of.</summary>
    public IReadOnlyList<DashboardCentre> Scope => Centre is { } centre ? [centre] : Centres;
}

/// <summary>The partners' dashboard.</summary>
public sealed record Dashboard
{
    /// <summary>What it speaks of.</summary>
    public required DashboardChoice Choice { get; init; }

    /// <summary>Figures for the sentences, by code of the indicator; those that do not exist are left out.</summary>
    public required IReadOnlyDictionary<string, Measured> Headlines { get; init; }

    /// <summary>Women's figures for the sentences, by code.</summary>
    public required IReadOnlyList<TrainedBySex> Trained { get; init; }

    /// <summary>The chosen indicator by quarter, up to the last one chosen; with some before the first to compare with, where only few are chosen.</summary>
    public required IReadOnlyList<QuarterFigure> Quarters { get; init; }

    /// <summary>Centres that were to report in the quarters chosen, against their own targets, best first.</summary>
    public required IReadOnlyList<CentreFigures> CentreFigures { get; init; }

    /// <summary>All together, then centres by self-financing.</summary>
    public required IReadOnlyList<Financing> Financing { get; init; }

    /// <summary>Reports of the quarter that the choice names; null when no centre was to report.</summary>
    public required ReportsOfPeriod? Reports { get; init; }
}

/// <summary>One row behind a figure.</summary>
/// <param name="Centre">The centre; null where only wider areas are published.</param>
/// <param name="Period">The period.</param>
/// <param name="Figure">The approved figure; null when it is missing or hidden.</param>
/// <param name="IsHidden">Whether it is hidden.</param>
/// <param name="Counts">Whether it is part of the sum: of a latest figure only the last one of each centre is.</param>
/// <param name="Revision">Revision of the report.</param>
/// <param name="ApprovedAt">When it was approved.</param>
public sealed record FigureRow(DashboardCentre? Centre, ReportingPeriod Period, Figure? Figure, bool IsHidden, bool Counts, int? Revision, DateTimeOffset? ApprovedAt);

/// <summary>A figure and the rows that sum to it.</summary>
/// <param name="Choice">What it speaks of.</param>
/// <param name="Part">The whole, or a part.</param>
/// <param name="Measured">The figure.</param>
/// <param name="Rows">Its rows, newest periods first.</param>
public sealed record FigureDetail(DashboardChoice Choice, string Part, Measured Measured, IReadOnlyList<FigureRow> Rows);
