using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;

namespace DtcPortal.Application.Reporting;

/// <summary>A remark as shown.</summary>
/// <param name="Indicator">Code of the indicator; null for the whole report.</param>
/// <param name="Text">What it says.</param>
/// <param name="Party">Whose.</param>
/// <param name="AuthorName">Who wrote it.</param>
/// <param name="WrittenAt">When.</param>
/// <param name="IsOpen">Whether it is of the last return and waits for an answer.</param>
public sealed record RemarkView(string? Indicator, string Text, Party Party, string AuthorName, DateTimeOffset WrittenAt, bool IsOpen);

/// <summary>One indicator of a report.</summary>
public sealed record ReportRow
{
    /// <summary>The indicator.</summary>
    public required Indicator Indicator { get; init; }

    /// <summary>What activities, income and agreement say now; null for no figure.</summary>
    public required IndicatorValue? FromActivities { get; init; }

    /// <summary>What the report says; null for no figure.</summary>
    public required IndicatorValue? Reported { get; init; }

    /// <summary>What was typed of an entered indicator, or is followed.</summary>
    public required EnteredFigure Typed { get; init; }

    /// <summary>Whether it changes with the activities.</summary>
    public required bool Follows { get; init; }

    /// <summary>The approved figure of the period before; null when there is none.</summary>
    public required Figure? Previous { get; init; }

    /// <summary>The last approved figure and its period; null when there is none.</summary>
    public required (Figure Figure, ReportingPeriod Period)? LastApproved { get; init; }

    /// <summary>What was approved before, where this corrects it; null for no figure.</summary>
    public required IndicatorValue? Corrected { get; init; }

    /// <summary>The target in force; null when none is.</summary>
    public required Figure? Target { get; init; }

    /// <summary>The centre's comment.</summary>
    public required string? Comment { get; init; }

    /// <summary>What keeps the report from being submitted.</summary>
    public required IReadOnlyList<ReportProblem> Problems { get; init; }

    /// <summary>Remarks on it, oldest first.</summary>
    public required IReadOnlyList<RemarkView> Remarks { get; init; }

    /// <summary>The light.</summary>
    public Light Light => Achievement.LightOf(Reported?.Figure, Target, Indicator.Direction);

    /// <summary>Percent of the target.</summary>
    public decimal? Percent => Achievement.Percent(Reported?.Figure, Target, Indicator.Direction);

    /// <summary>Whether the centre types it.</summary>
    public bool IsEntered => Indicator.Source == IndicatorSource.Entered;

    /// <summary>Change against the last approved figure in percent, where that is above 0.</summary>
    public decimal? JumpPercent => Reported is { } now && LastApproved is { Figure.Value: > 0 and var last } ? 100 * (now.Figure.Value - last) / last : null;

    /// <summary>Whether a comment was asked for: the value jumps.</summary>
    public bool Jumps => IsEntered && Typed.Total is { } total && JumpRule.NeedsComment(total, LastApproved?.Figure.Numerator, Indicator.JumpPercent);
}

/// <summary>A report of a centre, begun or not.</summary>
public sealed record ReportView
{
    /// <summary>The centre.</summary>
    public required ReportingCentre Centre { get; init; }

    /// <summary>The period.</summary>
    public required ReportingPeriod Period { get; init; }

    /// <summary>Where it stands; null when it was not begun.</summary>
    public required ReportState? State { get; init; }

    /// <summary>Its version; <see cref="SaveReport.NotBegun"/> when it was not begun.</summary>
    public required long Version { get; init; }

    /// <summary>Its revision.</summary>
    public required int Revision { get; init; }

    /// <summary>Why an approved report is corrected.</summary>
    public required string? CorrectionReason { get; init; }

    /// <summary>First instant at which it is overdue.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Why the due date was moved.</summary>
    public required string? DueReason { get; init; }

    /// <summary>Last save and by whom.</summary>
    public required (string Name, DateTimeOffset At)? Saved { get; init; }

    /// <summary>Submission and by whom.</summary>
    public required (string Name, DateTimeOffset At)? Submitted { get; init; }

    /// <summary>Verification, by whom and for which party.</summary>
    public required (string Name, DateTimeOffset At, Party For)? Verified { get; init; }

    /// <summary>Approval and by whom.</summary>
    public required (string Name, DateTimeOffset At)? Approved { get; init; }

    /// <summary>When the revision before was approved, where this corrects it.</summary>
    public required DateTimeOffset? CorrectedApprovedAt { get; init; }

    /// <summary>One row an indicator, in order.</summary>
    public required IReadOnlyList<ReportRow> Rows { get; init; }

    /// <summary>Remarks on the whole report.</summary>
    public required IReadOnlyList<RemarkView> Remarks { get; init; }

    /// <summary>Whether the period is over.</summary>
    public required bool IsOver { get; init; }

    /// <summary>Whether it is late: not with the parties, and the due date has passed.</summary>
    public required bool IsOverdue { get; init; }

    /// <summary>The last day on which it is in time.</summary>
    public DateOnly DueOn => DateOnly.FromDateTime(DueAt.AddTicks(-1).UtcDateTime);

    /// <summary>Whether the centre is to report the period: it has not ended before the period was over.</summary>
    public required bool IsAsked { get; init; }

    /// <summary>Whether the centre may change it.</summary>
    public bool IsEditable => IsAsked && State is (null or ReportState.Draft or ReportState.Returned);

    /// <summary>Rows that keep it from being submitted.</summary>
    public IReadOnlyList<ReportRow> RowsInNeed => [.. Rows.Where(row => row.Problems.Count > 0)];

    /// <summary>Whether it corrects an approved report.</summary>
    public bool IsCorrection => Revision > 1;
}
