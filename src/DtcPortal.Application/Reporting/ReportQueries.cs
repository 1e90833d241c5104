using DtcPortal.Application.Accounts;
using DtcPortal.Application.Centres;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Reporting;

/// <summary>Reads one report with all that its figures are made of, in six queries.</summary>
public sealed class ReportQueries(PortalDbContext db, PortalClock clock)
{
    /// <summary>A report of the actor's own centre. Throws NotFoundException for a period that it does not report.</summary>
    public Task<ReportView> MineAsync(Actor actor, ReportingPeriod period, CancellationToken cancellationToken)
    {
        var centreId = CentreAccess.Mine(actor);
        return ViewAsync(db.Centres.Where(centre => centre.Id == centreId), period, cancellationToken);
    }

    /// <summary>A report of any centre, for managers of the parties.</summary>
    public Task<ReportView> OfAsync(string centre, ReportingPeriod period, CancellationToken cancellationToken) =>
        ViewAsync(db.Centres.Where(found => found.Slug == centre), period, cancellationToken);

    private async Task<ReportView> ViewAsync(IQueryable<Centre> which, ReportingPeriod period, CancellationToken cancellationToken)
    {
        var material = await ReportMaterial.LoadAsync(db, which, period, cancellationToken);
        var centre = material.Centre;
        var reports = await db.Reports.AsNoTracking().Include(report => report.Values).Include(report => report.Remarks).AsSingleQuery()
            .Where(report => report.CentreId == centre.Id && report.Period == period)
            .OrderByDescending(report => report.Revision).Take(2).ToListAsync(cancellationToken);
        if (reports.Count == 0 && !ReportingSchedule.Open(centre.FirstPeriod, centre.EndedAt, clock.Now).Contains(period))
        {
            throw new NotFoundException();
        }

        var report = reports.FirstOrDefault();
        var targets = await db.TargetSets.AsNoTracking().Where(set => set.PhaseId == centre.PhaseId && set.AgreedAt != null)
            .SelectMany(set => set.Targets)
            .Where(target => (target.CentreId == null || target.CentreId == centre.Id) && (target.Period == null || target.Period == period))
            .ToListAsync(cancellationToken);
        var remarks = RemarksOf(report);
        var sheet = new ReportSheet(material, report);
        return Head(centre, period, report, reports.ElementAtOrDefault(1)) with
        {
            Rows = [.. material.Indicators.Select(indicator => RowOf(indicator, material, sheet, reports.ElementAtOrDefault(1), targets, remarks, period))],
            Remarks = [.. remarks[null]],
        };
    }

    private ReportView Head(ReportingCentre centre, ReportingPeriod period, Report? report, Report? corrected) => new()
    {
        Centre = centre,
        Period = period,
        State = report?.State,
        Version = report?.Version ?? SaveReport.NotBegun,
        Revision = report?.Revision ?? 1,
        CorrectionReason = report?.CorrectionReason,
        DueAt = report?.DueAt ?? Report.DueOf(period),
        DueReason = report?.DueReason,
        Saved = report is { SavedAt: { } saved } ? (report.SavedByName!, saved) : null,
        Submitted = report is { SubmittedAt: { } submitted } ? (report.SubmittedByName!, submitted) : null,
        Verified = report is { VerifiedAt: { } verified, VerifiedFor: { } party } ? (report.VerifiedByName!, verified, party) : null,
        Approved = report is { ApprovedAt: { } approved } ? (report.ApprovedByName!, approved) : null,
        CorrectedApprovedAt = corrected?.ApprovedAt,
        IsOver = clock.Now >= period.End,
        IsAsked = IsAsked(centre, period),
        IsOverdue = IsAsked(centre, period) && report is null or { IsEditable: true } && clock.Now >= (report?.DueAt ?? Report.DueOf(period)),
        Rows = [],
        Remarks = [],
    };

    private static bool IsAsked(ReportingCentre centre, ReportingPeriod period) =>
        centre.FirstPeriod is { } first && ReportingSchedule.Includes(first, centre.EndedAt, period);

    private static ReportRow RowOf(
        Indicator indicator, ReportMaterial material, ReportSheet sheet, Report? corrected, List<Target> targets, ILookup<string?, RemarkView> remarks, ReportingPeriod period)
    {
        var last = material.LastApproved(indicator.Code);
        return new ReportRow
        {
            Indicator = indicator,
            FromActivities = sheet.FromActivities(indicator),
            Reported = sheet.Reported(indicator),
            Typed = sheet.Typed(indicator),
            Follows = sheet.Follows(indicator),
            Previous = material.Approved(indicator.Code, period.Previous)?.Figure,
            LastApproved = last?.Figure is { } figure ? (figure, last.Period) : null,
            Corrected = ReportSheet.Stored(corrected?.Values.FirstOrDefault(value => value.Indicator == indicator.Code)),
            Target = Target.For(targets, indicator.Code, material.Centre.Id, period) is { } target ? new Figure(target.Value) : null,
            Comment = sheet.Comment(indicator),
            Problems = sheet.Problems(indicator),
            Remarks = [.. remarks[indicator.Code]],
        };
    }

    private static ILookup<string?, RemarkView> RemarksOf(Report? report)
    {
        var open = report?.OpenRemarks.Select(remark => remark.Id).ToHashSet() ?? [];
        return (report?.Remarks ?? []).OrderBy(remark => remark.WrittenAt)
            .Select(remark => new RemarkView(remark.Indicator, remark.Text, remark.Party, remark.AuthorName, remark.WrittenAt, open.Contains(remark.Id)))
            .ToLookup(remark => remark.Indicator);
    }
}
