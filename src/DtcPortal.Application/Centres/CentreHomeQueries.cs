using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Reporting;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Centres;

/// <summary>A commitment of the agreement, and what was done of it.</summary>
/// <param name="Kind">Kind of activity.</param>
/// <param name="Agreed">Activities agreed for each period.</param>
/// <param name="Done">Activities that ended in the period.</param>
public sealed record CommitmentProgress(ActivityKind Kind, int Agreed, int Done);

/// <summary>A report on the centre's home.</summary>
/// <param name="Period">Period.</param>
/// <param name="State">State; null when it was not begun.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="DueAt">First instant at which it is overdue.</param>
/// <param name="OpenRemarks">Remarks that wait for an answer.</param>
public sealed record HomeReport(ReportingPeriod Period, ReportState? State, ReportStanding Standing, DateTimeOffset DueAt, int OpenRemarks);

/// <summary>A centre's home.</summary>
public sealed record CentreHome
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Name in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>City.</summary>
    public required string City { get; init; }

    /// <summary>How far it has come.</summary>
    public required CentreStanding Standing { get; init; }

    /// <summary>The phase.</summary>
    public required LocalizedText Phase { get; init; }

    /// <summary>Whether its agreement is signed.</summary>
    public required bool IsAgreementSigned { get; init; }

    /// <summary>Last day of the agreement.</summary>
    public required DateOnly? AgreementUntil { get; init; }

    /// <summary>The quarter that runs.</summary>
    public required ReportingPeriod Running { get; init; }

    /// <summary>First period that is reported.</summary>
    public required ReportingPeriod? FirstPeriod { get; init; }

    /// <summary>Commitments of the quarter that runs.</summary>
    public required IReadOnlyList<CommitmentProgress> Commitments { get; init; }

    /// <summary>Activities in all.</summary>
    public required int Activities { get; init; }

    /// <summary>The last activities.</summary>
    public required IReadOnlyList<ActivityRow> Last { get; init; }

    /// <summary>Reports, latest first, the running period's too.</summary>
    public required IReadOnlyList<HomeReport> Reports { get; init; }

    /// <summary>Remarks of the report that was returned last.</summary>
    public required IReadOnlyList<RemarkView> Remarks { get; init; }

    /// <summary>The period of those remarks.</summary>
    public required ReportingPeriod? RemarksOn { get; init; }

    /// <summary>What is due first: a returned report, the oldest that was not submitted, else the running period's; null before the first, and when an ended centre owes none.</summary>
    public HomeReport? Next => Reports.LastOrDefault(report => report.State == ReportState.Returned) ?? Reports.LastOrDefault(report => report.State is null or ReportState.Draft);
}

/// <summary>Reads a centre's home in six queries.</summary>
public sealed class CentreHomeQueries(PortalDbContext db, PortalClock clock, ReportListQueries lists, ActivityQueries activities)
{
    private const int LastActivities = 3;

    /// <summary>The home of the actor's centre.</summary>
    public async Task<CentreHome> MineAsync(Actor actor, CancellationToken cancellationToken)
    {
        var centreId = CentreAccess.Mine(actor);
        var running = ReportingPeriod.Of(clock.Now);
        var centre = await (
            from found in db.Centres.AsNoTracking().AsSingleQuery()
            join phase in db.Phases on found.PhaseId equals phase.Id
            where found.Id == centreId
            select new
            {
                found.Name, found.Slug, found.Country, found.City, found.FirstPeriod, Phase = phase.Name,
                Standing = new CentreStanding(found.State, found.ActiveAt, found.FirstPeriod, found.EndedAt, found.StateReason),
                Agreement = db.CentreAgreements.Where(agreement => agreement.CentreId == found.Id && agreement.ItuSignedAt != null && agreement.CentreSignedAt != null)
                    .Select(agreement => new { agreement.EndsOn, Commitments = agreement.Commitments.Select(commitment => new AgreedActivities(commitment.Kind, commitment.PerPeriod)).ToList() })
                    .FirstOrDefault(),
            }).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        var counts = await db.Activities.AsNoTracking().Where(activity => activity.CentreId == centreId && activity.RemovedAt == null)
            .GroupBy(activity => new { activity.Kind, IsRunning = activity.Period == running })
            .Select(group => new { group.Key.Kind, group.Key.IsRunning, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var last = await activities.LastOfMineAsync(actor, LastActivities, cancellationToken);
        var reports = await lists.MineAsync(actor, cancellationToken);
        var returned = reports.Where(report => report.State == ReportState.Returned).OrderBy(report => report.Period).FirstOrDefault()?.Period;
        return new CentreHome
        {
            Name = centre.Name,
            Slug = centre.Slug,
            Country = centre.Country,
            City = centre.City,
            Standing = centre.Standing,
            Phase = centre.Phase,
            IsAgreementSigned = centre.Agreement is not null,
            AgreementUntil = centre.Agreement?.EndsOn,
            Running = running,
            FirstPeriod = centre.FirstPeriod,
            Commitments =
            [
                .. (centre.Agreement?.Commitments ?? []).OrderBy(agreed => agreed.Kind)
                    .Select(agreed => new CommitmentProgress(agreed.Kind, agreed.PerPeriod, counts.Where(count => count.IsRunning && count.Kind == agreed.Kind).Sum(count => count.Count))),
            ],
            Activities = counts.Sum(count => count.Count),
            Last = last,
            Reports = [.. reports.Select(report => new HomeReport(report.Period, report.State, report.Standing, report.DueAt, report.OpenRemarks))],
            Remarks = returned is { } period ? await RemarksAsync(centreId, period, cancellationToken) : [],
            RemarksOn = returned,
        };
    }

    private async Task<IReadOnlyList<RemarkView>> RemarksAsync(Guid centreId, ReportingPeriod period, CancellationToken cancellationToken) =>
        await (from report in db.Reports.AsNoTracking()
               from remark in report.Remarks
               where report.CentreId == centreId && report.Period == period && report.State == ReportState.Returned && remark.WrittenAt >= report.SubmittedAt
               orderby remark.WrittenAt, remark.Id
               select new RemarkView(remark.Indicator, remark.Text, remark.Party, remark.AuthorName, remark.WrittenAt, true)).ToListAsync(cancellationToken);
}
