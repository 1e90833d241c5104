using DtcPortal.Application.Accounts;
using DtcPortal.Domain.Reporting;

namespace DtcPortal.Application.Reporting;

/// <summary>What is typed for an indicator.</summary>
public sealed record FigureEntry
{
    /// <summary>The total; null for no figure. Of a computed indicator it is not read.</summary>
    public decimal? Total { get; init; }

    /// <summary>Parts by disaggregation and part, such as sex:women; null for not typed.</summary>
    public IReadOnlyDictionary<string, decimal?> Parts { get; init; } = new Dictionary<string, decimal?>();

    /// <summary>Comment.</summary>
    public string? Comment { get; init; }

    /// <summary>Takes what the activities say, whatever total and parts hold.</summary>
    public bool TakesActivities { get; init; }
}

/// <summary>A save of a draft; indicators that are not among the values stay as they are.</summary>
public sealed record SaveReport
{
    /// <summary>One of the centre's staff.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The period.</summary>
    public required ReportingPeriod Period { get; init; }

    /// <summary>The version that was seen; <see cref="NotBegun"/> when there was no report, null does not compare.</summary>
    public long? Version { get; init; }

    /// <summary>What is typed, by code of the indicator.</summary>
    public required IReadOnlyDictionary<string, FigureEntry> Values { get; init; }

    /// <summary>Version of a report that was not begun.</summary>
    public const long NotBegun = -1;
}

/// <summary>What a save answers.</summary>
/// <param name="Version">The version now.</param>
/// <param name="SavedAt">When it was saved.</param>
public sealed record SavedReport(long Version, DateTimeOffset SavedAt);

/// <summary>Mends parts that miss their total: what is missing is not stated; where more is stated than the total, the total is their sum.</summary>
public sealed record RepairReport
{
    /// <summary>One of the centre's staff.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The period.</summary>
    public required ReportingPeriod Period { get; init; }

    /// <summary>Code of the indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>Code of the disaggregation.</summary>
    public required string Disaggregation { get; init; }
}

/// <summary>A step of a report by the centre's manager.</summary>
public sealed record SubmitReport
{
    /// <summary>The centre's manager.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The period.</summary>
    public required ReportingPeriod Period { get; init; }

    /// <summary>The version that was seen; null does not compare.</summary>
    public long? Version { get; init; }

    /// <summary>Whether the parties' managers get a mail.</summary>
    public bool Notifies { get; init; } = true;
}

/// <summary>A step of a report by a programme manager of a party.</summary>
public sealed record DecideReport
{
    /// <summary>The programme manager.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Name of the centre in addresses.</summary>
    public required string Centre { get; init; }

    /// <summary>The period.</summary>
    public required ReportingPeriod Period { get; init; }

    /// <summary>The version that was seen; null does not compare.</summary>
    public long? Version { get; init; }

    /// <summary>Remarks of a return: by code of the indicator, an empty one for the whole report. Others do not read them.</summary>
    public IReadOnlyDictionary<string, string?> Remarks { get; init; } = new Dictionary<string, string?>();

    /// <summary>Whether those whom it concerns get a mail.</summary>
    public bool Notifies { get; init; } = true;
}

/// <summary>A correction of an approved report.</summary>
public sealed record CorrectReport
{
    /// <summary>The centre's manager, or a programme manager.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Name of the centre in addresses; not read when the centre's own manager asks.</summary>
    public string? Centre { get; init; }

    /// <summary>The period.</summary>
    public required ReportingPeriod Period { get; init; }

    /// <summary>Why.</summary>
    public required string? Reason { get; init; }
}

/// <summary>Another due date.</summary>
public sealed record MoveReportDue
{
    /// <summary>The programme manager.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Name of the centre in addresses.</summary>
    public required string Centre { get; init; }

    /// <summary>The period.</summary>
    public required ReportingPeriod Period { get; init; }

    /// <summary>The last day on which it is in time.</summary>
    public required DateOnly? DueOn { get; init; }

    /// <summary>Why.</summary>
    public required string? Reason { get; init; }
}
