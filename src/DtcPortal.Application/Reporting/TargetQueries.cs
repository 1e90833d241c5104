using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Reporting;

/// <summary>A centre that may have targets of its own.</summary>
/// <param name="Id">Key.</param>
/// <param name="Slug">Name in addresses.</param>
/// <param name="Name">Name.</param>
public sealed record TargetCentre(Guid Id, string Slug, string Name);

/// <summary>A phase that may have targets.</summary>
/// <param name="Id">Key.</param>
/// <param name="Slug">Name in addresses.</param>
/// <param name="Name">Name.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day.</param>
/// <param name="Reports">Whether one of its centres reports.</param>
/// <param name="Centres">Its centres.</param>
public sealed record TargetPhase(Guid Id, string Slug, LocalizedText Name, DateOnly StartsOn, DateOnly EndsOn, bool Reports, IReadOnlyList<TargetCentre> Centres);

/// <summary>An indicator with its targets.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Own">The target of the scope; null when none is set.</param>
/// <param name="Inherited">What holds without it: the target of a wider scope; null when there is none.</param>
/// <param name="MoreExact">How many targets of narrower scopes differ.</param>
public sealed record TargetRow(Indicator Indicator, decimal? Own, decimal? Inherited, int MoreExact);

/// <summary>The targets of a phase for a scope.</summary>
public sealed record TargetsView
{
    /// <summary>All phases, latest first.</summary>
    public required IReadOnlyList<TargetPhase> Phases { get; init; }

    /// <summary>The phase at hand; null when there is none at all.</summary>
    public required TargetPhase? Phase { get; init; }

    /// <summary>The set; null before the first target.</summary>
    public required Guid? SetId { get; init; }

    /// <summary>Its version.</summary>
    public required long? Version { get; init; }

    /// <summary>When both had signed; null before and after a change.</summary>
    public required DateTimeOffset? AgreedAt { get; init; }

    /// <summary>How many targets there are in all scopes.</summary>
    public required int Count { get; init; }

    /// <summary>The scope's centre; null for every centre.</summary>
    public required TargetCentre? Centre { get; init; }

    /// <summary>The scope's period; null for every period.</summary>
    public required ReportingPeriod? Period { get; init; }

    /// <summary>The quarters of the phase.</summary>
    public required IReadOnlyList<ReportingPeriod> Periods { get; init; }

    /// <summary>One row an indicator.</summary>
    public required IReadOnlyList<TargetRow> Rows { get; init; }
}

/// <summary>Reads targets.</summary>
public sealed class TargetQueries(PortalDbContext db)
{
    /// <summary>The targets of a phase for a scope; the latest phase whose centres report, else with centres, unless one is named. Throws NotFoundException for an unknown phase; an unknown centre is every centre.</summary>
    public async Task<TargetsView> ViewAsync(string? phase, string? centre, ReportingPeriod? period, CancellationToken cancellationToken)
    {
        var phases = await db.Phases.AsNoTracking().OrderByDescending(found => found.Number)
            .Select(found => new TargetPhase(
                found.Id, found.Slug, found.Name, found.StartsOn, found.EndsOn, db.Centres.Any(hosted => hosted.PhaseId == found.Id && hosted.FirstPeriod != null),
                db.Centres.Where(hosted => hosted.PhaseId == found.Id).OrderBy(hosted => hosted.Name).Select(hosted => new TargetCentre(hosted.Id, hosted.Slug, hosted.Name)).ToList()))
            .ToListAsync(cancellationToken);
        var chosen = phase is null ? phases.Find(found => found.Reports) ?? phases.Find(found => found.Centres.Count > 0) ?? phases.FirstOrDefault() : phases.Find(found => found.Slug == phase).OrNotFound();
        var scope = chosen?.Centres.FirstOrDefault(found => found.Slug == centre);
        var set = chosen is null ? null : await db.TargetSets.AsNoTracking().Include(found => found.Targets).SingleOrDefaultAsync(found => found.PhaseId == chosen.Id, cancellationToken);
        var indicators = await db.Indicators.AsNoTracking().Where(indicator => indicator.IsActive).OrderBy(indicator => indicator.Position).ToListAsync(cancellationToken);
        var targets = set?.Targets.ToLookup(target => target.Indicator);
        return new TargetsView
        {
            Phases = phases,
            Phase = chosen,
            SetId = set?.Id,
            Version = set?.Version,
            AgreedAt = set?.AgreedAt,
            Count = set?.Targets.Count ?? 0,
            Centre = scope,
            Period = period,
            Periods = chosen is null ? [] : [.. ReportingPeriod.Between(ReportingPeriod.Of(chosen.StartsOn), ReportingPeriod.Of(chosen.EndsOn))],
            Rows = [.. indicators.Select(indicator => RowOf(indicator, [.. targets?[indicator.Code] ?? []], scope?.Id, period))],
        };
    }

    private static TargetRow RowOf(Indicator indicator, Target[] targets, Guid? centre, ReportingPeriod? period)
    {
        var own = Array.Find(targets, target => target.CentreId == centre && target.Period == period);
        var wider = targets.Where(target => target != own && (target.CentreId is null || target.CentreId == centre) && (target.Period is null || target.Period == period))
            .MaxBy(target => (target.CentreId is null ? 0 : 2) + (target.Period is null ? 0 : 1));
        var narrower = targets.Count(target => target != own && (centre is null || target.CentreId == centre) && (period is null || target.Period == period));
        return new TargetRow(indicator, own?.Value, wider?.Value, narrower);
    }
}
