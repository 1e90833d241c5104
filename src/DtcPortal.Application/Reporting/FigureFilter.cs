using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;

namespace DtcPortal.Application.Reporting;

/// <summary>What an address asks to see, as it is written there.</summary>
public sealed record FigureFilterText
{
    /// <summary>Code of an indicator.</summary>
    public string? Indicator { get; init; }

    /// <summary>Code of a region, such as AFR.</summary>
    public string? Region { get; init; }

    /// <summary>Slug of a centre.</summary>
    public string? Centre { get; init; }

    /// <summary>Slug of a phase.</summary>
    public string? Phase { get; init; }

    /// <summary>First period, such as 2026-Q1.</summary>
    public string? From { get; init; }

    /// <summary>Last period.</summary>
    public string? To { get; init; }
}

/// <summary>What was understood of it.</summary>
public sealed record FigureFilter
{
    /// <summary>The region; null for all.</summary>
    public Region? Region { get; init; }

    /// <summary>First period; null for the first with figures.</summary>
    public ReportingPeriod? From { get; init; }

    /// <summary>Last period; null for the last with figures.</summary>
    public ReportingPeriod? To { get; init; }

    /// <summary>What was ignored because it does not exist or contradicts itself, each with why.</summary>
    public IReadOnlyList<Message> Notes { get; init; } = [];

    /// <summary>Reads region and periods; what cannot be read is ignored with a note.</summary>
    public static FigureFilter Read(FigureFilterText text)
    {
        var notes = new List<Message>();
        Region? region = RegionCodes.TryParse(text.Region, out var known) ? known : null;
        if (region is null && !string.IsNullOrEmpty(text.Region))
        {
            notes.Add(new Message("There is no region {0}; it is ignored.", text.Region));
        }

        var (from, to) = (Period(text.From, notes), Period(text.To, notes));
        if (from > to)
        {
            notes.Add(new Message("The first quarter is after the last; both are ignored."));
            (from, to) = (null, null);
        }

        return new FigureFilter { Region = region, From = from, To = to, Notes = notes };
    }

    private static ReportingPeriod? Period(string? text, List<Message> notes)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (ReportingPeriod.TryParse(text, out var period))
        {
            return period;
        }

        notes.Add(new Message("{0} is not a quarter such as 2026-Q3; it is ignored.", text));
        return null;
    }
}
