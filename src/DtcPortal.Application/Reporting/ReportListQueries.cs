using DtcPortal.Application.Accounts;
using DtcPortal.Application.Centres;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Reporting;

/// <summary>Where a report stands in a list.</summary>
public enum ReportStanding
{
    /// <summary>Awaited, and the due date has not passed.</summary>
    Awaited = 1,

    /// <summary>The due date has passed, and it was never submitted.</summary>
    Missing = 2,

    /// <summary>Returned to the centre.</summary>
    Returned = 3,

    /// <summary>Waits to be verified.</summary>
    Submitted = 4,

    /// <summary>Waits for the other party's approval.</summary>
    Verified = 5,

    /// <summary>Approved by both.</summary>
    Approved = 6,
}

/// <summary>A report in a list, begun or not; of several revisions the latest.</summary>
public sealed record ReportListRow
{
    /// <summary>Name of the centre in addresses.</summary>
    public required string CentreSlug { get; init; }

    /// <summary>The centre.</summary>
    public required string Centre { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>Region.</summary>
    public required Region Region { get; init; }

    /// <summary>The period.</summary>
    public required ReportingPeriod Period { get; init; }

    /// <summary>Its state; null when it was not begun.</summary>
    public required ReportState? State { get; init; }

    /// <summary>Where it stands.</summary>
    public required ReportStanding Standing { get; init; }

    /// <summary>Its revision.</summary>
    public required int Revision { get; init; }

    /// <summary>First instant at which it is overdue.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When it was submitted last.</summary>
    public required DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>Whether it was, or is, later than its due date.</summary>
    public required bool IsLate { get; init; }

    /// <summary>The party that verified it.</summary>
    public required Party? VerifiedFor { get; init; }

    /// <summary>When it was approved.</summary>
    public required DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>Remarks that wait for an answer.</summary>
    public required int OpenRemarks { get; init; }

    /// <summary>The last day on which it is in time.</summary>
    public DateOnly DueOn => DateOnly.FromDateTime(DueAt.AddTicks(-1).UtcDateTime);
}

/// <summary>What a list of reports is narrowed to and sorted by.</summary>
public sealed record ReportFilter
{
    /// <summary>Only this period; null for all.</summary>
    public ReportingPeriod? Period { get; init; }

    /// <summary>Only this centre, by its name in addresses; null for all.</summary>
    public string? Centre { get; init; }

    /// <summary>Only these; null for all.</summary>
    public ReportStanding? Standing { get; init; }

    /// <summary>period, centre, due or state; a minus before it turns the order around.</summary>
    public string Sort { get; init; } = "-period";
}

/// <summary>Lists reports, those that are missing too.</summary>
public sealed class ReportListQueries(PortalDbContext db, PortalClock clock)
{
    /// <summary>Rows a page.</summary>
    public const int PageSize = 50;

    /// <summary>Reports of the actor's own centre, latest first, the running period's too.</summary>
    public async Task<IReadOnlyList<ReportListRow>> MineAsync(Actor actor, CancellationToken cancellationToken)
    {
        var centreId = CentreAccess.Mine(actor);
        return await RowsAsync(db.Centres.Where(centre => centre.Id == centreId), cancellationToken);
    }

    /// <summary>All reports of all centres, those of the running period once they are begun; and the periods there are.</summary>
    public async Task<(IReadOnlyList<ReportListRow> Rows, IReadOnlyList<ReportingPeriod> Periods, IReadOnlyList<(string Slug, string Name)> Centres)> AllAsync(
        ReportFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var running = ReportingPeriod.Of(clock.Now);
        var all = (await RowsAsync(db.Centres, cancellationToken)).Where(row => row.Period < running || row.State is not null).ToList();
        var rows = all.Where(row => filter.Period is null || row.Period == filter.Period)
            .Where(row => filter.Centre is null || row.CentreSlug == filter.Centre)
            .Where(row => filter.Standing is null || row.Standing == filter.Standing);
        return (
            Sorted(rows, filter.Sort),
            [.. all.Select(row => row.Period).Distinct().OrderDescending()],
            [.. all.Select(row => (row.CentreSlug, row.Centre)).Distinct().OrderBy(centre => centre.Centre, StringComparer.CurrentCultureIgnoreCase)]);
    }

    /// <summary>Quarters that are over and whose report a centre has not submitted, or got back, oldest first.</summary>
    public async Task<IReadOnlyList<ReportingPeriod>> OwedAsync(string centre, CancellationToken cancellationToken)
    {
        var running = ReportingPeriod.Of(clock.Now);
        var rows = await RowsAsync(db.Centres.Where(found => found.Slug == centre), cancellationToken);
        return [.. rows.Where(row => row.Period < running && row.State is (null or ReportState.Draft or ReportState.Returned)).Select(row => row.Period).Order()];
    }

    private async Task<List<ReportListRow>> RowsAsync(IQueryable<Domain.Centres.Centre> which, CancellationToken cancellationToken)
    {
        var centres = await which.AsNoTracking().Where(centre => centre.FirstPeriod != null)
            .Select(centre => new { centre.Id, centre.Slug, centre.Name, centre.Country, centre.Region, centre.FirstPeriod, centre.EndedAt })
            .ToListAsync(cancellationToken);
        var reports = await (
            from report in db.Reports.AsNoTracking()
            join centre in which on report.CentreId equals centre.Id
            where !db.Reports.Any(later => later.CentreId == report.CentreId && later.Period == report.Period && later.Revision > report.Revision)
            select new
            {
                report.CentreId, report.Period, report.Revision, report.State, report.DueAt, report.SubmittedAt, report.VerifiedFor, report.ApprovedAt,
                Remarks = report.State == ReportState.Returned ? report.Remarks.Count(remark => remark.WrittenAt >= report.SubmittedAt) : 0,
            }).ToListAsync(cancellationToken);
        var known = reports.ToDictionary(report => (report.CentreId, report.Period));
        var now = clock.Now;
        return
        [
            .. from centre in centres
               from period in ReportingSchedule.Open(centre.FirstPeriod, centre.EndedAt, now).Reverse()
               let report = known.GetValueOrDefault((centre.Id, period))
               let due = report?.DueAt ?? Report.DueOf(period)
               select new ReportListRow
               {
                   CentreSlug = centre.Slug, Centre = centre.Name, Country = centre.Country, Region = centre.Region, Period = period,
                   State = report?.State, Revision = report?.Revision ?? 1, DueAt = due, SubmittedAt = report?.SubmittedAt,
                   VerifiedFor = report?.VerifiedFor, ApprovedAt = report?.ApprovedAt, OpenRemarks = report?.Remarks ?? 0,
                   Standing = StandingOf(report?.State, due, now),
                   IsLate = report?.State is null or ReportState.Draft or ReportState.Returned ? now >= due : report.SubmittedAt >= due,
               },
        ];
    }

    private static ReportStanding StandingOf(ReportState? state, DateTimeOffset due, DateTimeOffset now) => state switch
    {
        ReportState.Returned => ReportStanding.Returned,
        ReportState.Submitted => ReportStanding.Submitted,
        ReportState.Verified => ReportStanding.Verified,
        ReportState.Approved => ReportStanding.Approved,
        _ => now >= due ? ReportStanding.Missing : ReportStanding.Awaited,
    };

    private static List<ReportListRow> Sorted(IEnumerable<ReportListRow> rows, string sort)
    {
        var turned = sort.StartsWith('-');
        IOrderedEnumerable<ReportListRow> By<T>(Func<ReportListRow, T> key, IComparer<T>? comparer = null) => turned ? rows.OrderByDescending(key, comparer) : rows.OrderBy(key, comparer);
        var sorted = sort.TrimStart('-') switch
        {
            "centre" => By(row => row.Centre, StringComparer.CurrentCultureIgnoreCase).ThenByDescending(row => row.Period),
            "due" => By(row => row.DueAt),
            "state" => By(row => row.Standing).ThenByDescending(row => row.Period),
            "submitted" => By(row => row.SubmittedAt),
            _ => By(row => row.Period),
        };
        return [.. sorted.ThenBy(row => row.Centre, StringComparer.CurrentCultureIgnoreCase)];
    }
}
