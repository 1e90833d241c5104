using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Reporting;

/// <summary>What a report needs to know of its centre.</summary>
public sealed record ReportingCentre
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>Region.</summary>
    public required Region Region { get; init; }

    /// <summary>Phase.</summary>
    public required Guid PhaseId { get; init; }

    /// <summary>First period to report.</summary>
    public required ReportingPeriod? FirstPeriod { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>Activities each period by kind, once the agreement is signed.</summary>
    public required IReadOnlyList<AgreedActivities> Agreed { get; init; }

    /// <summary>Income of the period, and costs where the source is null.</summary>
    public required IReadOnlyList<PeriodAmount> Amounts { get; init; }
}

/// <summary>How many activities of a kind are agreed for each period.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="PerPeriod">How many.</param>
public sealed record AgreedActivities(ActivityKind Kind, int PerPeriod);

/// <summary>An amount of a period.</summary>
/// <param name="Source">The source; null for costs.</param>
/// <param name="Cents">Cents of a US dollar.</param>
public sealed record PeriodAmount(IncomeSource? Source, long Cents);

/// <summary>An approved total of an earlier period.</summary>
/// <param name="Indicator">Code.</param>
/// <param name="Period">Period.</param>
/// <param name="Revision">Revision of its report.</param>
/// <param name="NumeratorMillionths">Numerator.</param>
/// <param name="DenominatorMillionths">Denominator of a share.</param>
internal sealed record ApprovedTotal(string Indicator, ReportingPeriod Period, int Revision, long NumeratorMillionths, long? DenominatorMillionths)
{
    public Figure? Figure => DenominatorMillionths is { } denominator
        ? denominator > 0 ? new Figure(NumeratorMillionths.ToUnits(), denominator.ToUnits()) : null
        : new Figure(NumeratorMillionths.ToUnits());
}

/// <summary>All that the figures of a centre's period are made of.</summary>
internal sealed class ReportMaterial
{
    private ReportMaterial(ReportingCentre centre, IReadOnlyList<Indicator> indicators, ComputationInput input, ILookup<string, ApprovedTotal> approved) =>
        (Centre, Indicators, Input, _approved) = (centre, indicators, input, approved);

    private readonly ILookup<string, ApprovedTotal> _approved;

    public ReportingCentre Centre { get; }

    public IReadOnlyList<Indicator> Indicators { get; }

    public ComputationInput Input { get; }

    /// <summary>The last approved total before the period; null when there is none.</summary>
    public ApprovedTotal? LastApproved(string indicator) => _approved[indicator].OrderByDescending(total => total.Period).ThenByDescending(total => total.Revision).FirstOrDefault();

    /// <summary>The approved total of one period; null when there is none.</summary>
    public ApprovedTotal? Approved(string indicator, ReportingPeriod period) => _approved[indicator].Where(total => total.Period == period).MaxBy(total => total.Revision);

    /// <summary>Loads it in four queries.</summary>
    public static async Task<ReportMaterial> LoadAsync(PortalDbContext db, IQueryable<Centre> which, ReportingPeriod period, CancellationToken cancellationToken)
    {
        var centre = await which.AsNoTracking().AsSingleQuery()
            .Select(found => new ReportingCentre
            {
                Id = found.Id, Slug = found.Slug, Name = found.Name, Country = found.Country, Region = found.Region, PhaseId = found.PhaseId,
                FirstPeriod = found.FirstPeriod, EndedAt = found.EndedAt,
                Agreed = db.CentreAgreements.Where(agreement => agreement.CentreId == found.Id && agreement.ItuSignedAt != null && agreement.CentreSignedAt != null)
                    .SelectMany(agreement => agreement.Commitments).Select(commitment => new AgreedActivities(commitment.Kind, commitment.PerPeriod)).ToList(),
                Amounts = db.IncomeEntries.Where(entry => entry.CentreId == found.Id && entry.Period == period)
                    .Select(entry => new PeriodAmount(entry.Source, entry.Cents)).ToList(),
            })
            .SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        var indicators = await db.Indicators.AsNoTracking().Where(indicator => indicator.IsActive).OrderBy(indicator => indicator.Position).ToListAsync(cancellationToken);
        var activities = await ActivitiesAsync(db, centre.Id, period, cancellationToken);
        var approved = await ApprovedAsync(db, centre.Id, period, cancellationToken);
        return new ReportMaterial(centre, indicators, InputOf(centre, activities), approved.ToLookup(total => total.Indicator));
    }

    private static ComputationInput InputOf(ReportingCentre centre, List<ActivityFigures> activities) => new()
    {
        Activities = activities,
        IncomeCents = centre.Amounts.Where(amount => amount.Source is not null).ToDictionary(amount => amount.Source!.Value, amount => amount.Cents),
        CostCents = centre.Amounts.FirstOrDefault(amount => amount.Source is null)?.Cents,
        Agreed = centre.Agreed.ToDictionary(agreed => agreed.Kind, agreed => agreed.PerPeriod),
    };

    private static Task<List<ActivityFigures>> ActivitiesAsync(PortalDbContext db, Guid centreId, ReportingPeriod period, CancellationToken cancellationToken) =>
        db.Activities.AsNoTracking().Where(activity => activity.CentreId == centreId && activity.Period == period && activity.RemovedAt == null)
            .Select(activity => new ActivityFigures
            {
                Kind = activity.Kind, Level = activity.Level, Mode = activity.Mode, Hours = activity.Hours, Curriculum = activity.Curriculum,
                TargetGroup = activity.TargetGroup, Participation = activity.Participation, PeopleReached = activity.PeopleReached, IsNewMethod = activity.IsNewMethod,
            })
            .ToListAsync(cancellationToken);

    // of each indicator the totals of the latest approved period before this one, in all revisions
    private static Task<List<ApprovedTotal>> ApprovedAsync(PortalDbContext db, Guid centreId, ReportingPeriod period, CancellationToken cancellationToken) =>
        db.Observations.AsNoTracking()
            .Where(total => total.CentreId == centreId && total.Part == Observation.WholePart && total.Period < period)
            .Where(total => !db.Observations.Any(later =>
                later.CentreId == centreId && later.Indicator == total.Indicator && later.Part == Observation.WholePart && later.Period > total.Period && later.Period < period))
            .Select(total => new ApprovedTotal(total.Indicator, total.Period, total.Revision, total.NumeratorMillionths, total.DenominatorMillionths))
            .ToListAsync(cancellationToken);
}
