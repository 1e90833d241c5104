using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Reporting;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Partners;

/// <summary>
/// The partners' dashboard and the rows behind each of its figures, from approved figures and targets in force alone. The parties see exact
/// figures, all others the published ones (product.md 9, rules.md 10).
/// </summary>
public sealed class DashboardQueries(PortalDbContext db, PortalClock clock, ResultsQueries results)
{
    /// <summary>What the dashboard shows first.</summary>
    public const string FirstIndicator = "trained-basic";

    /// <summary>Indicators of the sentences, in their order.</summary>
    public static readonly IReadOnlyList<string> Headlines = [FirstIndicator, "trained-intermediate", "trainers-trained", "reached-by-trainers", SelfFinancing];

    private const string SelfFinancing = "self-financing";
    private const string Income = "income";
    private const int QuartersBack = 11;
    private const int QuartersOfTrend = 8;
    private const int QuartersFirstShown = 4;

    private static readonly string[] Trained = [FirstIndicator, "trained-intermediate", "trainers-trained"];
    private static readonly string[] Sex = ["sex:women", "sex:men", "sex:not-stated"];
    private static readonly string[] Sources = ["income-source:training-fees", "income-source:community", "income-source:donations", "income-source:public-funds", "income-source:companies"];

    /// <summary>Whether somebody sees exact figures: those who act for a party.</summary>
    public static bool SeesExact(Actor actor) => actor.Party is not null;

    /// <summary>The dashboard.</summary>
    public async Task<Dashboard> ReadAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        var ground = await GroundAsync(request, [.. Headlines, Income], [Observation.WholePart, .. Sex, .. Sources], cancellationToken);
        var (choice, book) = (ground.Choice, ground.Book);
        var scope = FigureScope.Of(choice);
        var facts = choice.Indicators.ToDictionary(indicator => indicator.Code);
        return new Dashboard
        {
            Choice = choice,
            Headlines = Headlines.Where(facts.ContainsKey).ToDictionary(code => code, code => book.Measure(facts[code], scope, choice.From, choice.To)),
            Trained = [.. Trained.Where(facts.ContainsKey).Select(code => new TrainedBySex(facts[code], Sex.ToDictionary(part => part, part => book.Total(facts[code], part, scope, choice.From, choice.To).Total)))],
            Quarters = choice.Indicator is { } shown ? [.. Trend(choice).Select(period => new QuarterFigure(period, book.Measure(shown, scope, period, period)))] : [],
            CentreFigures = choice.Indicator is { } measured
                ? [.. choice.Scope.Where(centre => ReportingPeriod.Between(choice.From, choice.To).Any(centre.Reports)).Select(centre => new CentreFigures(centre, book.Measure(measured, FigureScope.Of(centre), choice.From, choice.To)))
                    .OrderByDescending(row => row.Measured.Percent ?? -1).ThenBy(row => row.Centre.Name, StringComparer.CurrentCulture)]
                : [],
            Financing = facts.TryGetValue(Income, out var income) ? Finances(choice, book, income, facts.GetValueOrDefault(SelfFinancing)) : [],
            Reports = OpenReports(choice, ground.Reports),
        };
    }

    /// <summary>A figure with the rows that sum to it. Throws <see cref="NotFoundException"/> for an indicator that does not exist.</summary>
    public async Task<FigureDetail> DetailAsync(FigureRequest request, string? part, CancellationToken cancellationToken)
    {
        part = string.IsNullOrEmpty(part) ? Observation.WholePart : part;
        var ground = await GroundAsync(request, [], [part], cancellationToken);
        var (choice, book) = (ground.Choice, ground.Book);
        if (choice.Indicator is not { } indicator || indicator.Code != request.Text.Indicator)
        {
            throw new NotFoundException();
        }

        var scope = FigureScope.Of(choice);
        var whole = part == Observation.WholePart;
        var total = book.Total(indicator, part, scope, choice.From, choice.To);
        var measured = new Measured(
            indicator, total, whole ? book.Against(indicator, scope, choice.From, choice.To) : new FigureAgainstTarget(total.Total, null, 0), book.IsHidden(indicator, part, scope, choice.From, choice.To));
        return new FigureDetail(choice, part, measured, book.Rows(indicator, part, scope, choice.From, choice.To));
    }

    private static List<ReportingPeriod> Trend(DashboardChoice choice)
    {
        var first = choice.Periods.Count == 0 ? choice.From : choice.Periods[0];
        var periods = new List<ReportingPeriod>();
        for (var period = choice.To; period >= first && (periods.Count < QuartersOfTrend || period >= choice.From); period = period.Previous)
        {
            periods.Insert(0, period);
        }

        return periods;
    }

    private static Financing[] Finances(DashboardChoice choice, FigureBook book, IndicatorFacts income, IndicatorFacts? ratio)
    {
        Financing Of(DashboardCentre? centre)
        {
            var scope = centre is null ? FigureScope.Of(choice) : FigureScope.Of(centre);
            return new Financing(
                centre,
                Sources.ToDictionary(part => part, part => book.Total(income, part, scope, choice.From, choice.To).Total),
                ratio is null ? null : book.Measure(ratio, scope, choice.From, choice.To));
        }

        var centres = choice.Centre is null ? choice.Scope.Select(Of).Where(row => row.Sources.Values.Any(source => source is not null)) : [];
        return [Of(null), .. centres.OrderByDescending(row => row.SelfFinanced?.Total.Total?.Value ?? -1)];
    }

    private async Task<Ground> GroundAsync(FigureRequest request, string[] codes, string[] parts, CancellationToken cancellationToken)
    {
        var current = ReportingPeriod.Of(clock.Now);
        var read = FigureFilter.Read(request.Text);
        var earliest = Enumerable.Range(0, QuartersBack).Aggregate(read.From < current ? read.From.Value : current, (period, _) => period.Previous);
        var phases = await db.Phases.AsNoTracking().OrderBy(phase => phase.Number)
            .Select(phase => new DashboardPhase(phase.Id, phase.Slug, phase.Name, phase.StartsOn)).ToListAsync(cancellationToken);
        var centres = await db.Centres.AsNoTracking().Where(centre => centre.FirstPeriod != null).OrderBy(centre => centre.NameKey)
            .Select(centre => new DashboardCentre
            {
                Id = centre.Id, Slug = centre.Slug, Name = centre.Name, Country = centre.Country, Region = centre.Region, PhaseId = centre.PhaseId,
                FirstPeriod = centre.FirstPeriod!.Value, EndedAt = centre.EndedAt,
            }).ToListAsync(cancellationToken);
        var indicators = await results.IndicatorsAsync(cancellationToken);
        var reports = await db.Reports.AsNoTracking().Where(report => report.Period >= earliest)
            .Select(report => new ReportRow(report.CentreId, report.Period, report.Revision, report.State, report.DueAt)).ToListAsync(cancellationToken);
        var choice = Choose(request, read, phases, centres, indicators, reports, current);
        string[] wanted = [.. codes.Append(choice.Indicator?.Code).OfType<string>().Distinct()];
        var targets = await db.Targets.AsNoTracking().Where(target => wanted.Contains(target.Indicator))
            .Join(db.TargetSets.Where(set => set.AgreedAt != null), target => target.TargetSetId, set => set.Id, (target, set) => new TargetInForce(set.PhaseId, target))
            .ToListAsync(cancellationToken);
        var starts = phases.ToDictionary(phase => phase.Id, phase => phase.StartsOn);
        FigureBook book = choice.IsExact
            ? new ExactFigures(await BookedAsync(wanted, parts, indicators, earliest, reports, cancellationToken), targets, starts)
            : new PublishedFigures(
                await results.OfAsync(wanted, cancellationToken),
                reports.Where(report => report.State == ReportState.Approved).Select(report => new CentrePeriod(report.CentreId, report.Period)).ToHashSet(),
                targets, starts);
        return new Ground(choice, book, reports);
    }

    // the highest approved revision of a centre and period counts; where a figure is cumulative, all periods are read
    private async Task<IEnumerable<BookedFigure>> BookedAsync(
        string[] wanted, string[] parts, IReadOnlyList<IndicatorFacts> indicators, ReportingPeriod earliest, List<ReportRow> reports, CancellationToken cancellationToken)
    {
        var cumulative = indicators.Where(indicator => indicator.OverTime == OverTime.Cumulative && wanted.Contains(indicator.Code)).Select(indicator => indicator.Code).ToArray();
        var rows = await db.Observations.AsNoTracking()
            .Where(row => wanted.Contains(row.Indicator) && parts.Contains(row.Part) && (row.Period >= earliest || cumulative.Contains(row.Indicator)))
            .Select(row => new { row.CentreId, row.Period, row.Indicator, row.Part, row.NumeratorMillionths, row.DenominatorMillionths, row.Revision, row.ApprovedAt })
            .ToListAsync(cancellationToken);
        var latest = reports.Where(report => report.State == ReportState.Approved).GroupBy(report => (report.CentreId, report.Period))
            .ToDictionary(report => report.Key, report => report.Max(one => one.Revision));
        return rows.GroupBy(row => (row.CentreId, row.Period))
            .SelectMany(period => period.Where(row => row.Revision == (latest.TryGetValue(period.Key, out var revision) ? revision : period.Max(one => one.Revision))))
            .Select(row => new BookedFigure(
                new CentreFigure(row.CentreId, row.Period, row.NumeratorMillionths / (decimal)ExactRounding.Million, row.DenominatorMillionths / (decimal)ExactRounding.Million),
                row.Indicator, row.Part, row.Revision, row.ApprovedAt));
    }

    private static DashboardChoice Choose(
        FigureRequest request, FigureFilter read, List<DashboardPhase> phases, List<DashboardCentre> centres, IReadOnlyList<IndicatorFacts> indicators,
        List<ReportRow> reports, ReportingPeriod current)
    {
        var (text, notes, isExact) = (request.Text, read.Notes.ToList(), SeesExact(request.Actor));
        var reporting = phases.Where(phase => centres.Exists(centre => centre.PhaseId == phase.Id)).ToList();
        var phase = reporting.Find(candidate => candidate.Slug == text.Phase);
        Note(text.Phase, phase is null, new Message("There is no phase {0} with reports; it is ignored.", text.Phase ?? string.Empty));
        if (phase is not null && !isExact && reporting.Count > 1)
        {
            phase = null;
            notes.Add(new Message("Published figures are not taken apart by phase; the phase is ignored."));
        }

        var within = centres.Where(centre => (phase is null || centre.PhaseId == phase.Id) && (read.Region is null || centre.Region == read.Region)).ToList();
        var centre = within.Find(candidate => candidate.Slug == text.Centre);
        Note(text.Centre, centre is null, new Message("There is no centre {0} here; it is ignored.", text.Centre ?? string.Empty));
        var indicator = indicators.FirstOrDefault(candidate => candidate.Code == text.Indicator);
        Note(text.Indicator, indicator is null, new Message("There is no indicator {0}; it is ignored.", text.Indicator ?? string.Empty));

        // where no centre of a region reports, the quarters stay to be chosen
        var first = (within.Count > 0 ? within : centres).Select(one => one.FirstPeriod).DefaultIfEmpty(current).Min();
        var last = current.Previous < first ? first : current.Previous;
        var approved = reports.Where(report => report.State == ReportState.Approved && within.Exists(one => one.Id == report.CentreId)).Select(report => report.Period).DefaultIfEmpty(last).Max();
        var (askedFrom, askedTo) = (Begun(read.From), Begun(read.To));
        var to = askedTo ?? (askedFrom > approved ? askedFrom.Value : approved);
        var from = askedFrom ?? Enumerable.Range(1, QuartersFirstShown - 1).Aggregate(to, (period, _) => period.Previous);
        return new DashboardChoice
        {
            Indicators = indicators, Phases = reporting, Centres = within, Phase = phase, Region = read.Region, Centre = centre, IsExact = isExact, Notes = notes,
            Indicator = indicator ?? indicators.FirstOrDefault(candidate => candidate.Code == FirstIndicator) ?? (indicators.Count > 0 ? indicators[0] : null),
            From = askedFrom is null && from < first ? (first > to ? to : first) : from, To = to, Periods = [.. Span(first, last)],
            Reported = askedTo < current.Previous ? askedTo.Value : current.Previous,
        };

        ReportingPeriod? Begun(ReportingPeriod? asked)
        {
            if (asked > current)
            {
                notes.Add(new Message("Quarter {0} has not begun; it is ignored.", asked.Value));
            }

            return asked <= current ? asked : null;
        }

        void Note(string? asked, bool isUnknown, Message note)
        {
            if (!string.IsNullOrEmpty(asked) && isUnknown)
            {
                notes.Add(note);
            }
        }
    }

    private static IEnumerable<ReportingPeriod> Span(ReportingPeriod first, ReportingPeriod last)
    {
        for (var period = first; period <= last; period = period.Next)
        {
            yield return period;
        }
    }

    private ReportsOfPeriod? OpenReports(DashboardChoice choice, List<ReportRow> reports)
    {
        var now = clock.Now;
        var period = choice.Reported;
        var expected = choice.Scope.Where(centre => centre.Reports(period)).ToArray();
        if (expected.Length == 0)
        {
            return null;
        }

        var latest = reports.Where(report => report.Period == period).GroupBy(report => report.CentreId).ToDictionary(report => report.Key, report => report.MaxBy(one => one.Revision)!);
        var open = expected.Select(centre => (Centre: centre, Report: latest.GetValueOrDefault(centre.Id)))
            .Where(row => row.Report is not { State: ReportState.Approved } && row.Report is not { Revision: > 1 })
            .Select(row => new OpenReport(
                row.Centre, row.Report?.State, row.Report?.DueAt ?? Report.DueOf(period),
                now >= (row.Report?.DueAt ?? Report.DueOf(period)) && row.Report?.State is null or ReportState.Draft or ReportState.Returned))
            .OrderByDescending(report => report.IsOverdue).ThenBy(report => report.DueAt).ToArray();
        return new ReportsOfPeriod(period, expected.Length, expected.Length - open.Length, open);
    }

    private sealed record ReportRow(Guid CentreId, ReportingPeriod Period, int Revision, ReportState State, DateTimeOffset DueAt);

    private sealed record Ground(DashboardChoice Choice, FigureBook Book, List<ReportRow> Reports);
}
