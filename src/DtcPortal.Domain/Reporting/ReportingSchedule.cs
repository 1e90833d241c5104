namespace DtcPortal.Domain.Reporting;

/// <summary>For which periods a centre is to report.</summary>
public static class ReportingSchedule
{
    /// <summary>
    /// The periods that are over and to be reported, first to last: from the first whole one after the centre became Active to the last whole one before now
    /// or before it ended. Empty before the first.
    /// </summary>
    public static IReadOnlyList<ReportingPeriod> Ended(ReportingPeriod? first, DateTimeOffset? endedAt, DateTimeOffset now)
    {
        if (first is not { } from)
        {
            return [];
        }

        var until = endedAt is { } end && end < now ? end : now;
        return [.. ReportingPeriod.Between(from, ReportingPeriod.Of(until).Previous)];
    }

    /// <summary>Whether a centre is to report for a period, over or not: from its first one to the last whole one before it ended.</summary>
    public static bool Includes(ReportingPeriod first, DateTimeOffset? endedAt, ReportingPeriod period) =>
        period >= first && (endedAt is not { } ended || period < ReportingPeriod.Of(ended));

    /// <summary>As <see cref="Ended"/>, and the period that runs while the centre has not ended.</summary>
    public static IReadOnlyList<ReportingPeriod> Open(ReportingPeriod? first, DateTimeOffset? endedAt, DateTimeOffset now)
    {
        var running = ReportingPeriod.Of(now);
        var ended = Ended(first, endedAt, now);
        return first is { } from && from <= running && (endedAt is null || endedAt >= now) ? [.. ended, running] : ended;
    }
}
