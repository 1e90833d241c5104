using DtcPortal.Application.Accounts;
using DtcPortal.Application.Centres;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Reporting;

/// <summary>A centre writes, checks and submits its reports; the parties return, verify and approve them (product.md 9).</summary>
public sealed partial class ReportService(PortalDbContext db, PortalClock clock, ReportMail mail)
{
    /// <summary>Largest figure.</summary>
    public const decimal Largest = 1_000_000_000_000;

    /// <summary>Begins the draft of a period, unless it was begun; entered values follow the activities until they are typed. Returns its key.</summary>
    public async Task<Guid> OpenAsync(Actor actor, ReportingPeriod period, CancellationToken cancellationToken)
    {
        var centreId = CentreAccess.Mine(actor);
        var report = await OpenedAsync(centreId, period, cancellationToken);
        await SaveChangesAsync(cancellationToken);
        return report.Id;
    }

    /// <summary>Saves a draft, with gaps and sums that do not meet yet. Throws RuleBrokenException for a figure below 0, too large or with a fraction where there is none.</summary>
    public async Task<SavedReport> SaveAsync(SaveReport options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var centreId = CentreAccess.Mine(options.Actor);
        var report = await OpenedAsync(centreId, options.Period, cancellationToken);
        Expect(report, options.Version);
        report.RequireEditable();
        var material = await MaterialAsync(centreId, options.Period, cancellationToken);
        var sheet = new ReportSheet(material, report);
        Check(material.Indicators, options.Values);
        foreach (var indicator in material.Indicators)
        {
            if (options.Values.TryGetValue(indicator.Code, out var typed))
            {
                Put(report, sheet, indicator, typed);
            }
        }

        report.Saved(options.Actor.Name, clock.Now);
        await SaveChangesAsync(cancellationToken);
        return new SavedReport(report.Version, clock.Now);
    }

    /// <summary>Puts what is missing under not stated, or makes the total the sum of its parts.</summary>
    public async Task RepairAsync(RepairReport options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var centreId = CentreAccess.Mine(options.Actor);
        var report = await OpenedAsync(centreId, options.Period, cancellationToken);
        report.RequireEditable();
        var material = await MaterialAsync(centreId, options.Period, cancellationToken);
        var sheet = new ReportSheet(material, report);
        var indicator = material.Indicators.FirstOrDefault(candidate => candidate.Code == options.Indicator).OrNotFound();
        var problem = sheet.Problems(indicator).FirstOrDefault(candidate => candidate.Disaggregation == options.Disaggregation);
        if (problem is not null)
        {
            var (total, parts) = ReportRepair.Mend(sheet.Typed(indicator), problem);
            report.Put(indicator.Code, total is { } sum ? Millionths.Of(sum) : null, null, parts.ToDictionary(part => part.Key, part => Millionths.Of(part.Value)), sheet.Comment(indicator));
            report.Saved(options.Actor.Name, clock.Now);
        }

        await SaveChangesAsync(cancellationToken);
    }

    /// <summary>The centre's manager submits. Throws RuleBrokenException while an indicator's figures do not meet or a comment is missing, or the period is not over.</summary>
    public async Task SubmitAsync(SubmitReport options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var centreId = CentreAccess.Managed(options.Actor);
        await db.AtomicallyAsync(
            async () =>
            {
                await db.HoldPeriodsAsync(centreId, cancellationToken);
                var report = await OpenedAsync(centreId, options.Period, cancellationToken);
                Expect(report, options.Version);
                report.RequireEditable();
                var material = await MaterialAsync(centreId, options.Period, cancellationToken);
                var sheet = new ReportSheet(material, report);
                var rows = sheet.AllProblems().Select(problem => problem.Indicator).Distinct().Count();
                Rule.Require(rows != 1, "One row needs you before you submit.");
                Rule.Require(rows == 0, new Message("{0} rows need you before you submit.", rows));
                sheet.Freeze(report);
                report.Submit(options.Actor.Name, clock.Now);
                if (options.Notifies)
                {
                    await mail.SubmittedAsync(material.Centre, report, cancellationToken);
                }

                await SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Begins the correction of an approved report as its next revision, with a reason; the approved figures stand until it is approved.</summary>
    public async Task CorrectAsync(CorrectReport options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var which = options.Actor.Is(PortalRole.ProgrammeManager)
            ? db.Centres.Where(centre => centre.Slug == options.Centre)
            : Of(CentreAccess.Managed(options.Actor));
        var centre = await which.AsNoTracking().Select(found => new { found.Id, found.Name }).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        var approved = await LatestAsync(centre.Id, options.Period, cancellationToken).OrNotFoundAsync();
        Rule.Require(approved.State == ReportState.Approved, "Only an approved report is corrected.");
        var correction = new Report(centre.Id, options.Period, approved.Revision + 1, clock.Now);
        correction.Corrects(options.Reason, clock.Now);
        foreach (var value in approved.Values)
        {
            correction.Put(value.Indicator, value.NumeratorMillionths, value.DenominatorMillionths, value.PartsMillionths, value.Comment, value.FollowsActivities);
        }

        db.Reports.Add(correction);
        if (options.Actor.Is(PortalRole.ProgrammeManager))
        {
            await mail.CorrectionAskedAsync(centre.Id, correction, options.Actor.Name, cancellationToken);
        }

        await SaveChangesAsync(cancellationToken);
    }

    internal async Task<Report> OpenedAsync(Guid centreId, ReportingPeriod period, CancellationToken cancellationToken)
    {
        var centre = await Of(centreId).AsNoTracking().Select(found => new { found.FirstPeriod, found.EndedAt }).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        if (await LatestAsync(centreId, period, cancellationToken) is { } known)
        {
            Rule.Require(centre.FirstPeriod is { } first && ReportingSchedule.Includes(first, centre.EndedAt, period), "The centre ended before this quarter was over; it is not reported.");
            return known;
        }

        if (!ReportingSchedule.Open(centre.FirstPeriod, centre.EndedAt, clock.Now).Contains(period))
        {
            throw new NotFoundException();
        }

        var report = new Report(centreId, period, 1, clock.Now);
        db.Reports.Add(report);
        return report;
    }

    private static void Put(Report report, ReportSheet sheet, Indicator indicator, FigureEntry typed)
    {
        if (indicator.Source == IndicatorSource.Computed)
        {
            report.Put(indicator.Code, null, null, new Dictionary<string, long>(), typed.Comment);
            return;
        }

        var computed = sheet.FromActivities(indicator);
        var total = typed.TakesActivities ? computed?.Numerator : typed.Total;
        var parts = typed.TakesActivities
            ? computed?.Parts.ToDictionary(part => part.Key, part => part.Value) ?? []
            : typed.Parts.Where(part => part.Value is not null && Disaggregation.IsPartOf(indicator, part.Key)).ToDictionary(part => part.Key, part => part.Value!.Value);
        var follows = indicator.Computation is not null
            && (typed.TakesActivities || IsSame(total, parts, computed?.Numerator, computed?.Parts) || IsUntouched(report, indicator, total, parts));
        report.Put(
            indicator.Code, total is { } sum ? Millionths.Of(sum) : null, null, parts.ToDictionary(part => part.Key, part => Millionths.Of(part.Value)), typed.Comment, follows);
    }

    // it followed the activities, which said so when the form was made
    private static bool IsUntouched(Report report, Indicator indicator, decimal? total, Dictionary<string, decimal> parts) =>
        report.Values.FirstOrDefault(value => value.Indicator == indicator.Code) is { FollowsActivities: true } stored
        && IsSame(total, parts, stored.NumeratorMillionths.ToUnits(), stored.PartsMillionths.ToDictionary(part => part.Key, part => part.Value.ToUnits()));

    private static bool IsSame(decimal? total, Dictionary<string, decimal> parts, decimal? otherTotal, IReadOnlyDictionary<string, decimal>? otherParts) =>
        total == otherTotal && parts.Keys.Union(otherParts?.Keys ?? []).All(key => parts.GetValueOrDefault(key) == (otherParts?.GetValueOrDefault(key) ?? 0));

    // what was typed; figures that the activities say are right by themselves
    private static void Check(IReadOnlyList<Indicator> indicators, IReadOnlyDictionary<string, FigureEntry> values)
    {
        var rules = new FormRules();
        foreach (var indicator in indicators.Where(indicator => indicator.Source != IndicatorSource.Computed))
        {
            if (!values.TryGetValue(indicator.Code, out var typed) || typed.TakesActivities)
            {
                continue;
            }

            Check(rules, indicator, ReportField.Total(indicator.Code), typed.Total);
            foreach (var (part, figure) in typed.Parts.Where(part => Disaggregation.IsPartOf(indicator, part.Key)))
            {
                Check(rules, indicator, ReportField.Part(indicator.Code, part), figure);
            }
        }

        rules.Demand();
    }

    private static void Check(FormRules rules, Indicator indicator, string field, decimal? figure)
    {
        rules.Require(figure is null or >= 0, "A figure is 0 or more.", field);
        rules.Require(figure is null or <= Largest, new Message("A figure is at most {0:N0}.", Largest), field);
        rules.Require(figure is null || indicator.Decimals > 0 || figure == decimal.Truncate(figure.Value), "Enter a whole number, such as 12.", field);
    }

    private void Expect(Report report, long? version)
    {
        var isNew = db.Entry(report).State == EntityState.Added;
        if (version is not { } seen || (isNew && seen == SaveReport.NotBegun))
        {
            return;
        }

        if (isNew || seen == SaveReport.NotBegun)
        {
            throw new DbUpdateConcurrencyException("The report was begun meanwhile.");
        }

        db.Expect(report, seen);
    }

    private IQueryable<Centre> Of(Guid centreId) => db.Centres.Where(centre => centre.Id == centreId);

    private Task<ReportMaterial> MaterialAsync(Guid centreId, ReportingPeriod period, CancellationToken cancellationToken) =>
        ReportMaterial.LoadAsync(db, Of(centreId), period, cancellationToken);

    private Task<Report?> LatestAsync(Guid centreId, ReportingPeriod period, CancellationToken cancellationToken) =>
        db.Reports.Include(report => report.Values).Include(report => report.Remarks).AsSingleQuery()
            .Where(report => report.CentreId == centreId && report.Period == period)
            .OrderByDescending(report => report.Revision)
            .FirstOrDefaultAsync(cancellationToken);

    // two who begin the same report at once: the second has seen none
    private async Task SaveChangesAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is not DbUpdateConcurrencyException && exception.IsDuplicate())
        {
            throw new DbUpdateConcurrencyException("The report was begun meanwhile.", exception);
        }
    }
}
