using DtcPortal.Application.Centres;
using DtcPortal.Application.Common;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Reporting;

/// <summary>What managers of the parties do with a report; both parties means managers of different parties (rules.md 2).</summary>
public sealed partial class ReportService
{
    /// <summary>Returns a submitted report with remarks, one at least.</summary>
    public async Task ReturnAsync(DecideReport options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var party = CentreAccess.PartyOfManager(options.Actor);
        var report = await DecidedAsync(options, cancellationToken);
        var remarks = options.Remarks.Where(remark => !string.IsNullOrWhiteSpace(remark.Value) && (remark.Key.Length == 0 || report.Values.Any(value => value.Indicator == remark.Key))).Select(remark => (remark.Key.Length == 0 ? null : remark.Key, remark.Value!.Trim())).ToList();
        foreach (var (indicator, text) in remarks)
        {
            Rule.Require(text.Length <= Report.TextLength, new Message("A remark has at most {0} characters.", Report.TextLength), $"Remarks[{indicator}]");
        }

        report.Return(party, options.Actor.Name, remarks, clock.Now);
        if (options.Notifies)
        {
            await mail.ReturnedAsync(report, cancellationToken);
        }

        await SaveChangesAsync(cancellationToken);
    }

    /// <summary>Verifies a submitted report for the actor's party.</summary>
    public async Task VerifyAsync(DecideReport options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var party = CentreAccess.PartyOfManager(options.Actor);
        var report = await DecidedAsync(options, cancellationToken);
        report.Verify(party, options.Actor.Name, clock.Now);
        if (options.Notifies)
        {
            await mail.VerifiedAsync(report, cancellationToken);
        }

        await SaveChangesAsync(cancellationToken);
    }

    /// <summary>Approves a report that the other party verified; its figures become observations in the same transaction.</summary>
    public async Task ApproveAsync(DecideReport options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var party = CentreAccess.PartyOfManager(options.Actor);
        var report = await DecidedAsync(options, cancellationToken);
        report.Approve(party, options.Actor.Name, clock.Now);
        var region = await Of(report.CentreId).Select(centre => centre.Region).SingleAsync(cancellationToken);
        db.Observations.AddRange(report.Observations(region));
        if (options.Notifies)
        {
            await mail.ApprovedAsync(report, cancellationToken);
        }

        await SaveChangesAsync(cancellationToken);
    }

    /// <summary>Moves the due date of a report that is not submitted, begun or not, with a reason.</summary>
    public async Task MoveDueAsync(MoveReportDue options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        CentreAccess.PartyOfManager(options.Actor);
        var centre = await db.Centres.AsNoTracking().Where(found => found.Slug == options.Centre).Select(found => new { found.Id }).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        var report = await OpenedAsync(centre.Id, options.Period, cancellationToken);
        report.MoveDue(options.DueOn, options.Reason, DateOnly.FromDateTime(clock.Now.UtcDateTime));
        await mail.DueMovedAsync(report, cancellationToken);
        await SaveChangesAsync(cancellationToken);
    }

    private async Task<Report> DecidedAsync(DecideReport options, CancellationToken cancellationToken)
    {
        var centre = await db.Centres.AsNoTracking().Where(found => found.Slug == options.Centre).Select(found => new { found.Id }).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        var report = await LatestAsync(centre.Id, options.Period, cancellationToken).OrNotFoundAsync();
        Expect(report, options.Version);
        return report;
    }
}
