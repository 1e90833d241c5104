using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Reporting;

/// <summary>Reminds centres of due dates: 14 days before, on the last day, and once after it; what was sent stands in the report, so each goes once.</summary>
public sealed class ReportReminders(PortalDbContext db, PortalClock clock, ReportMail mail) : IDueWork, IDeadlineSource
{
    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var centres = await db.Centres.AsNoTracking().Where(centre => centre.FirstPeriod != null && (centre.State == CentreState.Active || centre.State == CentreState.Suspended))
            .Select(centre => new { centre.Id, centre.FirstPeriod, centre.EndedAt })
            .ToListAsync(cancellationToken);
        // a report whose reminders are all sent is of no more interest here
        var latest = await db.Reports.AsNoTracking().Select(report => new { report.CentreId, report.Period, report.Revision, report.State, report.Reminded }).ToListAsync(cancellationToken);
        var known = latest.GroupBy(report => (report.CentreId, report.Period)).ToDictionary(group => group.Key, group => group.MaxBy(report => report.Revision)!);
        foreach (var centre in centres)
        {
            foreach (var period in ReportingSchedule.Ended(centre.FirstPeriod, centre.EndedAt, now))
            {
                var report = known.GetValueOrDefault((centre.Id, period));
                if (report is null ? now >= Report.DueOf(period).AddDays(-Report.RemindDays) : report is { State: ReportState.Draft or ReportState.Returned, Reminded: not DueReminder.Overdue })
                {
                    await RemindAsync(centre.Id, period, cancellationToken);
                }
            }
        }
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<UpcomingDeadline>> AfterAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        var running = ReportingPeriod.Of(instant);
        var anyReports = await db.Centres.AnyAsync(centre => centre.FirstPeriod != null && centre.EndedAt == null && centre.FirstPeriod <= running, cancellationToken);
        var moved = await db.Reports.AsNoTracking()
            .Where(report => report.DueAt > instant && (report.State == ReportState.Draft || report.State == ReportState.Returned))
            .Select(report => new { report.Period, report.DueAt }).Distinct().ToListAsync(cancellationToken);
        var dates = moved.Select(report => (report.Period, report.DueAt)).ToHashSet();
        var deadlines = new List<UpcomingDeadline>();
        if (anyReports)
        {
            deadlines.Add(new UpcomingDeadline(running.End, new Message("Quarter {0} is over: its reports can be submitted", running.ToString())));
            dates.Add((running, Report.DueOf(running)));
            if (Report.DueOf(running.Previous) > instant)
            {
                dates.Add((running.Previous, Report.DueOf(running.Previous)));
            }
        }

        deadlines.AddRange(dates.Select(date => new UpcomingDeadline(date.DueAt, new Message("Reports of {0} were due", date.Period))));
        return deadlines;
    }

    private async Task RemindAsync(Guid centreId, ReportingPeriod period, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var report = await db.Reports.Where(found => found.CentreId == centreId && found.Period == period).OrderByDescending(found => found.Revision).FirstOrDefaultAsync(cancellationToken);
        if (report is null)
        {
            report = new Report(centreId, period, 1, clock.Now);
            db.Reports.Add(report);
        }

        var step = report.ReminderAt(clock.Now);
        if (step == DueReminder.None)
        {
            return;
        }

        report.Remind(step);
        await mail.RemindAsync(report, step, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || exception.IsDuplicate())
        {
            // another node sent it, or somebody saves just now: the next run looks again
            db.ChangeTracker.Clear();
        }
    }
}
