using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Reporting;

/// <summary>Reports that await a centre's staff, or a manager of a party; one query each.</summary>
public sealed class ReportWork(PortalDbContext db, PortalClock clock) : IWorkSource
{
    // more than these are one line that leads to the list
    private const int MostLines = 5;

    /// <inheritdoc />
    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.IsAny(PortalRole.CentreReporter, PortalRole.CentreManager) && actor.CentreId is { } centreId)
        {
            return await OfCentreAsync(centreId, cancellationToken);
        }

        return actor.Is(PortalRole.ProgrammeManager) && actor.Party is { } party ? await OfManagerAsync(party, cancellationToken) : [];
    }

    private async Task<IReadOnlyList<WorkItem>> OfCentreAsync(Guid centreId, CancellationToken cancellationToken)
    {
        var centre = await db.Centres.AsNoTracking().Where(found => found.Id == centreId)
            .Select(found => new
            {
                found.FirstPeriod,
                found.EndedAt,
                Reports = db.Reports.Where(report => report.CentreId == found.Id)
                    .Select(report => new { report.Period, report.Revision, report.State, report.DueAt, Remarks = report.Remarks.Count(remark => remark.WrittenAt >= report.SubmittedAt) })
                    .ToList(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (centre is null)
        {
            return [];
        }

        var latest = centre.Reports.GroupBy(report => report.Period).ToDictionary(group => group.Key, group => group.MaxBy(report => report.Revision)!);
        var items = new List<WorkItem>();
        foreach (var period in ReportingSchedule.Ended(centre.FirstPeriod, centre.EndedAt, clock.Now))
        {
            var report = latest.GetValueOrDefault(period);
            if (report is not null && report.State is not (ReportState.Draft or ReportState.Returned))
            {
                continue;
            }

            var due = report?.DueAt ?? Report.DueOf(period);
            var late = clock.Now >= due ? new Message("It is overdue.") : null;
            var what = report?.State == ReportState.Returned ? Returned(period, report.Remarks)
                : report is { Revision: > 1 } ? new Message("Correct report {0} and submit it again", period)
                : new Message("Report {0} is to be submitted", period);
            // the last minute that is in time, as everywhere
            items.Add(new WorkItem(what, $"/centre/reports/{period}", due.AddMinutes(-1), Detail: late));
        }

        return items;
    }

    private static Message Returned(ReportingPeriod period, int remarks) => remarks == 1
        ? new Message("Report {0} was returned with 1 remark", period)
        : new Message("Report {0} was returned with {1} remarks", period, remarks);

    private async Task<IReadOnlyList<WorkItem>> OfManagerAsync(Party party, CancellationToken cancellationToken)
    {
        var waiting = await (
            from report in db.Reports.AsNoTracking()
            join centre in db.Centres on report.CentreId equals centre.Id
            where report.State == ReportState.Submitted || (report.State == ReportState.Verified && report.VerifiedFor != party)
            orderby report.SubmittedAt
            select new { report.State, report.Period, report.SubmittedAt, centre.Slug, centre.Name }).ToListAsync(cancellationToken);
        var toApprove = waiting.Where(report => report.State == ReportState.Verified).ToList();
        var toVerify = waiting.Where(report => report.State == ReportState.Submitted).ToList();
        var items = new List<WorkItem>();
        if (toApprove.Count > MostLines)
        {
            items.Add(new WorkItem(new Message("{0} reports to approve", toApprove.Count), "/manage/reports?state=Verified&period="));
        }
        else
        {
            items.AddRange(toApprove.Select(report => new WorkItem(new Message("Approve report {0} of {1}", report.Period, report.Name), $"/manage/reports/{report.Slug}/{report.Period}")));
        }

        if (toVerify.Count > MostLines)
        {
            items.Add(new WorkItem(new Message("{0} reports to verify", toVerify.Count), "/manage/reports?state=Submitted&period="));
        }
        else
        {
            items.AddRange(toVerify.Select(report => new WorkItem(new Message("Verify report {0} of {1}", report.Period, report.Name), $"/manage/reports/{report.Slug}/{report.Period}")));
        }

        return items;
    }
}
