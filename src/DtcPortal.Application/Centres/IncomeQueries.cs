using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Centres;

/// <summary>An amount as stored.</summary>
/// <param name="Source">The source; null for costs.</param>
/// <param name="Cents">Cents of a US dollar.</param>
/// <param name="Note">A note.</param>
/// <param name="ChangedByName">Who changed it last.</param>
/// <param name="ChangedAt">When.</param>
public sealed record IncomeAmount(IncomeSource? Source, long Cents, string? Note, string ChangedByName, DateTimeOffset ChangedAt);

/// <summary>A centre's money in one period.</summary>
/// <param name="Period">The period.</param>
/// <param name="Amounts">The amounts that were entered.</param>
/// <param name="Report">State of its latest report; null when none was begun.</param>
public sealed record IncomePeriod(ReportingPeriod Period, IReadOnlyList<IncomeAmount> Amounts, ReportState? Report)
{
    /// <summary>Whether it can be changed.</summary>
    public bool IsOpen => PeriodLock.IsOpen(Report);

    /// <summary>Income of all sources in cents; null when none was entered.</summary>
    public long? IncomeCents => Amounts.Any(amount => amount.Source is not null) ? Amounts.Where(amount => amount.Source is not null).Sum(amount => amount.Cents) : null;

    /// <summary>Costs in cents; null when they were not entered.</summary>
    public long? CostCents => Amounts.FirstOrDefault(amount => amount.Source is null)?.Cents;

    /// <summary>Own income, which donations and public funds are not, in cents.</summary>
    public long OwnCents => Amounts.Where(amount => amount.Source is IncomeSource.TrainingFees or IncomeSource.Community or IncomeSource.Companies).Sum(amount => amount.Cents);

    /// <summary>Own income ÷ costs; null without income, or without costs above 0.</summary>
    public decimal? SelfFinancing => IncomeCents is not null && CostCents is > 0 and var costs ? (decimal)OwnCents / costs : null;

    /// <summary>What the form was made from: when something was changed last.</summary>
    public long Stamp => IncomeQueries.StampOf(Amounts.Select(amount => amount.ChangedAt));
}

/// <summary>Reads a centre's money.</summary>
public sealed class IncomeQueries(PortalDbContext db, PortalClock clock)
{
    /// <summary>All periods of the actor's centre from the first that it reports, latest first; empty before.</summary>
    public async Task<IReadOnlyList<IncomePeriod>> MineAsync(Actor actor, CancellationToken cancellationToken)
    {
        var centreId = CentreAccess.Mine(actor);
        var centre = await db.Centres.AsNoTracking().Where(found => found.Id == centreId)
            .Select(found => new { found.FirstPeriod, found.EndedAt })
            .SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        if (centre.FirstPeriod is not { } first)
        {
            return [];
        }

        var entries = await db.IncomeEntries.AsNoTracking().Where(entry => entry.CentreId == centreId)
            .Select(entry => new { entry.Period, Amount = new IncomeAmount(entry.Source, entry.Cents, entry.Note, entry.ChangedByName, entry.ChangedAt) })
            .ToListAsync(cancellationToken);
        var states = await db.Reports.AsNoTracking().Where(report => report.CentreId == centreId)
            .Select(report => new { report.Period, report.Revision, report.State })
            .ToListAsync(cancellationToken);
        var amounts = entries.ToLookup(entry => entry.Period, entry => entry.Amount);
        var reports = states.ToLookup(report => report.Period);
        var last = ReportingPeriod.Of(centre.EndedAt is { } ended && ended < clock.Now ? ended : clock.Now);
        return
        [
            .. ReportingPeriod.Between(first, last).Reverse()
                .Select(period => new IncomePeriod(
                    period, [.. amounts[period]], reports[period].OrderByDescending(report => report.Revision).Select(report => (ReportState?)report.State).FirstOrDefault())),
        ];
    }

    /// <summary>A number that tells two states of a form apart.</summary>
    public static long StampOf(IEnumerable<DateTimeOffset> changes)
    {
        var all = changes.ToList();
        return all.Count == 0 ? 0 : all.Max(change => change.UtcTicks) + all.Count;
    }
}
