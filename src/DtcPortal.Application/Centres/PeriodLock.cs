using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Centres;

/// <summary>Activities and income of a period stand still while its report is with the parties, and once it is approved: each reported figure opens what it is made of.</summary>
public static class PeriodLock
{
    /// <summary>Whether activities and income of a period may change, by its latest report.</summary>
    public static bool IsOpen(ReportState? latest) => latest is null or ReportState.Draft or ReportState.Returned;

    /// <summary>
    /// Holds what a centre reports for this transaction, before anything of it is read: what is entered waits for a report that is being submitted, and
    /// the report for what is being entered, so that its figures are of all that is stored.
    /// </summary>
    public static Task HoldPeriodsAsync(this PortalDbContext db, Guid centreId, CancellationToken cancellationToken) =>
        db.Centres.Where(centre => centre.Id == centreId).ExecuteUpdateAsync(set => set.SetProperty(centre => centre.City, centre => centre.City), cancellationToken);

    /// <summary>Throws RuleBrokenException when the period no longer changes; in a transaction that holds it.</summary>
    public static async Task RequireOpenAsync(this PortalDbContext db, Guid centreId, ReportingPeriod period, string? field, CancellationToken cancellationToken)
    {
        var latest = await db.Reports.AsNoTracking()
            .Where(report => report.CentreId == centreId && report.Period == period)
            .OrderByDescending(report => report.Revision)
            .Select(report => (ReportState?)report.State)
            .FirstOrDefaultAsync(cancellationToken);
        Rule.Require(latest != ReportState.Approved, new Message("The report of {0} is approved; what it is made of changes only by a correction of the report.", period), field);
        Rule.Require(IsOpen(latest), new Message("The report of {0} is submitted; what it is made of changes only once it is returned.", period), field);
    }
}
