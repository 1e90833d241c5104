using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Centres;

/// <summary>Activities that a figure of a report counts, where kind and level do not say it.</summary>
public enum ActivityCount
{
    /// <summary>Of a kind that the signed agreement names.</summary>
    Agreed = 1,

    /// <summary>Courses with materials of ITU or Cisco.</summary>
    PartyMaterials = 2,

    /// <summary>With a new method.</summary>
    NewMethods = 3,

    /// <summary>Of which it is known how many found work.</summary>
    WorkKnown = 4,
}

/// <summary>What a list of activities is narrowed to and sorted by.</summary>
public sealed record ActivityFilter
{
    /// <summary>Only this period.</summary>
    public ReportingPeriod? Period { get; init; }

    /// <summary>Only this kind.</summary>
    public ActivityKind? Kind { get; init; }

    /// <summary>Only trainings of this level.</summary>
    public TrainingLevel? Level { get; init; }

    /// <summary>Only what a figure of a report counts.</summary>
    public ActivityCount? Counted { get; init; }

    /// <summary>Only with these words in the title.</summary>
    public string? Words { get; init; }

    /// <summary>date, title, people or hours; a minus before it turns the order around.</summary>
    public string Sort { get; init; } = "-date";

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;
}

/// <summary>An activity in a list.</summary>
public sealed record ActivityRow
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The quarter of its last day.</summary>
    public required ReportingPeriod Period { get; init; }

    /// <summary>Kind.</summary>
    public required ActivityKind Kind { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>Level.</summary>
    public required TrainingLevel? Level { get; init; }

    /// <summary>Delivery.</summary>
    public required DeliveryMode? Mode { get; init; }

    /// <summary>Curriculum.</summary>
    public required CurriculumSource? Curriculum { get; init; }

    /// <summary>For whom.</summary>
    public required TargetGroup? TargetGroup { get; init; }

    /// <summary>Hours.</summary>
    public required int Hours { get; init; }

    /// <summary>Women.</summary>
    public required int Women { get; init; }

    /// <summary>Men.</summary>
    public required int Men { get; init; }

    /// <summary>Sex not stated.</summary>
    public required int NotStated { get; init; }

    /// <summary>Completed.</summary>
    public required int Completed { get; init; }

    /// <summary>Certificates.</summary>
    public required int Certificates { get; init; }

    /// <summary>All who took part.</summary>
    public int People => Women + Men + NotStated;

    /// <summary>What was entered of it, each null where it was left out: as in the form, nobody and nothing are not entered.</summary>
    public (int? Hours, int? People, int? Women, int? Men, int? NotStated, int? Completed, int? Certificates) Entered => People == 0
        ? (Known(Hours), null, null, null, null, Known(Completed), Known(Certificates))
        : (Known(Hours), People, Women, Men, NotStated, Known(Completed), Known(Certificates));

    private static int? Known(int count) => count == 0 ? null : count;
}

/// <summary>Sums of what a filter finds.</summary>
/// <param name="Count">Activities.</param>
/// <param name="Women">Women.</param>
/// <param name="Men">Men.</param>
/// <param name="NotStated">Sex not stated.</param>
/// <param name="Hours">Hours.</param>
/// <param name="Completed">Completed.</param>
/// <param name="Certificates">Certificates.</param>
public sealed record ActivityTotals(int Count, int Women, int Men, int NotStated, int Hours, int Completed, int Certificates)
{
    /// <summary>All who took part.</summary>
    public int People => Women + Men + NotStated;
}

/// <summary>A page of a centre's activities.</summary>
/// <param name="List">The rows.</param>
/// <param name="Totals">Sums over all pages.</param>
/// <param name="Periods">Periods with activities, latest first.</param>
/// <param name="Locked">Periods that no longer change.</param>
public sealed record ActivityList(Paged<ActivityRow> List, ActivityTotals Totals, IReadOnlyList<ReportingPeriod> Periods, IReadOnlySet<ReportingPeriod> Locked);

/// <summary>An activity to be changed.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Report">State of the latest report of its period.</param>
public sealed record ActivityView(Activity Activity, ReportState? Report);

/// <summary>Reads a centre's activities.</summary>
public sealed class ActivityQueries(PortalDbContext db)
{
    /// <summary>Rows a page.</summary>
    public const int PageSize = 25;

    /// <summary>Most rows of a file.</summary>
    public const int MostRows = 50_000;

    /// <summary>A page of the activities of the actor's centre, with sums over all pages.</summary>
    public async Task<ActivityList> MineAsync(Actor actor, ActivityFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var centreId = CentreAccess.Mine(actor);
        var found = Filtered(centreId, filter);
        var totals = await found.GroupBy(activity => 1).Select(all => new ActivityTotals(
            all.Count(), all.Sum(activity => activity.Participation.Women), all.Sum(activity => activity.Participation.Men), all.Sum(activity => activity.Participation.SexNotStated),
            all.Sum(activity => activity.Hours), all.Sum(activity => activity.Participation.Completed), all.Sum(activity => activity.Participation.Certificates)))
            .SingleOrDefaultAsync(cancellationToken) ?? new ActivityTotals(0, 0, 0, 0, 0, 0, 0);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (totals.Count + PageSize - 1) / PageSize));
        var rows = totals.Count == 0 ? [] : await Rows(Sorted(found, filter.Sort)).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        var periods = await db.Activities.AsNoTracking().Where(activity => activity.CentreId == centreId && activity.RemovedAt == null)
            .Select(activity => activity.Period).Distinct().ToListAsync(cancellationToken);
        var reports = await db.Reports.AsNoTracking().Where(report => report.CentreId == centreId)
            .Select(report => new { report.Period, report.Revision, report.State }).ToListAsync(cancellationToken);
        var locked = reports.GroupBy(report => report.Period).Where(group => !PeriodLock.IsOpen(group.MaxBy(report => report.Revision)!.State)).Select(group => group.Key);
        return new ActivityList(new Paged<ActivityRow>(rows, totals.Count, page, PageSize), totals, [.. periods.OrderDescending()], locked.ToHashSet());
    }

    /// <summary>All rows of a filter, for a file.</summary>
    public async Task<IReadOnlyList<ActivityRow>> AllOfMineAsync(Actor actor, ActivityFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return await Rows(Sorted(Filtered(CentreAccess.Mine(actor), filter), filter.Sort)).Take(MostRows).ToListAsync(cancellationToken);
    }

    /// <summary>The activities of a centre's period, for managers of the parties: what its reported figures are made of.</summary>
    public async Task<(string Centre, IReadOnlyList<ActivityRow> Rows)> OfAsync(Actor actor, string centre, ActivityFilter filter, CancellationToken cancellationToken)
    {
        CentreAccess.PartyOfManager(actor);
        ArgumentNullException.ThrowIfNull(filter);
        var found = await db.Centres.AsNoTracking().Where(known => known.Slug == centre).Select(known => new { known.Id, known.Name }).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        return (found.Name, await Rows(Sorted(Filtered(found.Id, filter), filter.Sort)).Take(MostRows).ToListAsync(cancellationToken));
    }

    /// <summary>The last activities of the actor's centre.</summary>
    public async Task<IReadOnlyList<ActivityRow>> LastOfMineAsync(Actor actor, int count, CancellationToken cancellationToken) =>
        await Rows(Sorted(Filtered(CentreAccess.Mine(actor), new ActivityFilter()), "-date")).Take(count).ToListAsync(cancellationToken);

    /// <summary>An activity of the actor's centre, a removed one too.</summary>
    public async Task<ActivityView> FindAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        var centreId = CentreAccess.Mine(actor);
        var activity = await db.Activities.AsNoTracking().SingleOrDefaultAsync(found => found.Id == id && found.CentreId == centreId, cancellationToken).OrNotFoundAsync();
        var state = await db.Reports.AsNoTracking().Where(report => report.CentreId == centreId && report.Period == activity.Period)
            .OrderByDescending(report => report.Revision).Select(report => (ReportState?)report.State).FirstOrDefaultAsync(cancellationToken);
        return new ActivityView(activity, state);
    }

    private IQueryable<Activity> Filtered(Guid centreId, ActivityFilter filter)
    {
        var found = db.Activities.AsNoTracking().Where(activity => activity.CentreId == centreId && activity.RemovedAt == null);
        if (filter.Period is { } period)
        {
            found = found.Where(activity => activity.Period == period);
        }

        if (filter.Kind is { } kind)
        {
            found = found.Where(activity => activity.Kind == kind);
        }

        if (filter.Level is { } level)
        {
            found = found.Where(activity => activity.Level == level);
        }

        found = filter.Counted switch
        {
            ActivityCount.Agreed => found.Where(activity => db.CentreAgreements
                .Any(agreement => agreement.CentreId == centreId && agreement.ItuSignedAt != null && agreement.CentreSignedAt != null
                    && agreement.Commitments.Any(commitment => commitment.Kind == activity.Kind))),
            ActivityCount.PartyMaterials => found.Where(activity =>
                (activity.Kind == ActivityKind.Training || activity.Kind == ActivityKind.TrainingOfTrainers)
                && (activity.Curriculum == CurriculumSource.Itu || activity.Curriculum == CurriculumSource.Cisco)),
            ActivityCount.NewMethods => found.Where(activity => activity.IsNewMethod),
            ActivityCount.WorkKnown => found.Where(activity => activity.Participation.FoundWork != null),
            _ => found,
        };
        foreach (var word in TextFold.Of(filter.Words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(5))
        {
            found = found.Where(activity => activity.TitleKey.Contains(word));
        }

        return found;
    }

    private static IQueryable<Activity> Sorted(IQueryable<Activity> found, string sort) => sort switch
    {
        "date" => found.OrderBy(activity => activity.EndsOn).ThenBy(activity => activity.Id),
        "title" => found.OrderBy(activity => activity.TitleKey).ThenBy(activity => activity.Id),
        "-title" => found.OrderByDescending(activity => activity.TitleKey).ThenBy(activity => activity.Id),
        "people" => found.OrderBy(activity => activity.Participation.Women + activity.Participation.Men + activity.Participation.SexNotStated).ThenBy(activity => activity.Id),
        "-people" => found.OrderByDescending(activity => activity.Participation.Women + activity.Participation.Men + activity.Participation.SexNotStated).ThenBy(activity => activity.Id),
        "hours" => found.OrderBy(activity => activity.Hours).ThenBy(activity => activity.Id),
        "-hours" => found.OrderByDescending(activity => activity.Hours).ThenBy(activity => activity.Id),
        _ => found.OrderByDescending(activity => activity.EndsOn).ThenByDescending(activity => activity.Id),
    };

    private static IQueryable<ActivityRow> Rows(IQueryable<Activity> found) => found.Select(activity => new ActivityRow
    {
        Id = activity.Id, Period = activity.Period, Kind = activity.Kind, Title = activity.Title, StartsOn = activity.StartsOn, EndsOn = activity.EndsOn,
        Level = activity.Level, Mode = activity.Mode, Curriculum = activity.Curriculum, TargetGroup = activity.TargetGroup, Hours = activity.Hours,
        Women = activity.Participation.Women, Men = activity.Participation.Men, NotStated = activity.Participation.SexNotStated,
        Completed = activity.Participation.Completed, Certificates = activity.Participation.Certificates,
    });
}
