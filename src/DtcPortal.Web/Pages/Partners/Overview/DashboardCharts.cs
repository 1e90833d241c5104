using DtcPortal.Application.Localization;
using DtcPortal.Application.Partners;
using DtcPortal.Application.Reporting;
using DtcPortal.Domain.Reporting;
using DtcPortal.Web.UserInterface;

namespace DtcPortal.Web.Pages.Partners.Overview;

/// <summary>The four charts, each titled by its question, answered in a line.</summary>
internal static class DashboardCharts
{
    private const int OwnShareAimed = 60;

    public static IReadOnlyList<ChartCard> Of(IText text, Dashboard dashboard)
    {
        var cards = new List<ChartCard>();
        if (dashboard.Choice.Indicator is { } indicator)
        {
            cards.Add(Quarters(text, dashboard, indicator));
            cards.Add(Centres(text, dashboard, indicator));
        }

        cards.Add(Trained(text, dashboard));
        cards.Add(Financing(text, dashboard));
        return cards;
    }

    private static ChartCard Quarters(IText text, Dashboard dashboard, IndicatorFacts indicator)
    {
        var quarters = dashboard.Quarters;
        var compared = quarters.Where(quarter => quarter.Period >= dashboard.Choice.From && quarter.Measured.Percent is not null).ToArray();
        var reached = compared.Count(quarter => quarter.Measured.Percent >= 100);
        var missing = quarters.Where(quarter => quarter.Measured.Total is { Approved: > 0, Missing: > 0 }).Select(quarter => quarter.Measured.Total.Missing).DefaultIfEmpty(0).Max();
        return new ChartCard
        {
            Id = "target",
            Question = text["Are we reaching the target?"],
            Answer = compared.Length == 0
                ? text["There is no target to compare with. {0}, a quarter.", text.Of(indicator.Name)]
                : text["Reached in {0} of {1} quarters. {2}, a quarter.", reached, compared.Length, text.Of(indicator.Name)]
                    + (quarters.Any(quarter => quarter.Period < dashboard.Choice.From) ? " " + text["Quarters before {0} are there to compare with.", text.Of(dashboard.Choice.From)] : string.Empty),
            Kind = ChartKind.Columns,
            LabelHead = text["Quarter"],
            Series = [new(text["Actual"]), new(text["Target"], IsLine: true)],
            Rows = [.. quarters.Select(quarter => new ChartRow(
                text.Of(quarter.Period),
                [Shown(indicator, quarter.Measured.Total.Total), Shown(indicator, quarter.Measured.Against.Target)],
                FigureLinks.Rows(dashboard.Choice, indicator.Code, period: quarter.Period),
                quarter.Measured.Total is { Approved: > 0, Missing: > 0 },
                quarter.Measured.Light, quarter.Measured.Percent))],
            Unit = text.Of(indicator.Unit),
            Decimals = indicator.Decimals,
            IncompleteText = text.Plural(missing, "Actual, up to {0} centre missing", "Actual, up to {0} centres missing"),
            Csv = FigureLinks.File(dashboard.Choice, "target"),
        };
    }

    private static ChartCard Centres(IText text, Dashboard dashboard, IndicatorFacts indicator)
    {
        var rows = dashboard.CentreFigures;
        int Count(Light light) => rows.Count(row => row.Measured.Light == light);
        var without = Count(Light.None);
        return new ChartCard
        {
            Id = "centres",
            Question = text["Which centres reach their own target?"],
            Answer = rows.All(row => row.Measured.Light == Light.None)
                ? text["No centre can be compared with a target. {0}.", text.Of(indicator.Name)]
                : text["{0} of {1} are on target, {2} to watch, {3} below. {4}.", Count(Light.Good), rows.Count - without, Count(Light.Watch), Count(Light.Bad), text.Of(indicator.Name)]
                    + (without == 0 ? string.Empty : " " + text.Plural(without, "{0} centre has no figure or no target.", "{0} centres have no figure or no target.")),
            Kind = ChartKind.Rows,
            LabelHead = text["Centre"],
            Series = [new(text["Percent of own target"])],
            Rows = [.. rows.Select(row => new ChartRow(
                row.Centre.Name, [row.Measured.Percent is { } percent ? decimal.Round(percent, 1) : null],
                FigureLinks.Rows(dashboard.Choice, indicator.Code, centre: row.Centre),
                row.Measured.Total is { Approved: > 0, Missing: > 0 },
                row.Measured.Light, row.Measured.Percent))],
            Unit = text["% of target"],
            References = [Achievement.WatchFrom, Achievement.GoodFrom, 100],
            IncompleteText = text["quarters missing"],
            Csv = FigureLinks.File(dashboard.Choice, "centres"),
        };
    }

    private static ChartCard Trained(IText text, Dashboard dashboard)
    {
        var groups = dashboard.Trained;
        var parts = groups.SelectMany(group => group.Parts.Keys).Distinct().Where(part => part == "sex:women" || part == "sex:men" || groups.Any(group => group.Parts[part] is { Value: > 0 })).ToArray();
        var shares = groups.Select(group => (group.Indicator, Women: group.Parts["sex:women"], Whole: group.Parts.Values.Sum(part => part?.Value ?? 0)))
            .Where(group => group.Women is not null && group.Whole > 0)
            .Select(group => $"{Figures.Percent(100 * group.Women!.Value / group.Whole)} {Whom(text, group.Indicator)}").ToArray();
        return new ChartCard
        {
            Id = "trained",
            Question = text["Who was trained?"],
            Answer = shares.Length == 0 ? text["There is no figure by sex yet."] : text["Women: {0}.", string.Join(", ", shares)],
            Kind = ChartKind.StackedRows,
            LabelHead = text["Who"],
            Series = [.. parts.Select(part => new ChartSeries(PartNames.Of(text, part)))],
            Rows = [.. groups.Select(group => new ChartRow(
                Group(text, group.Indicator), [.. parts.Select(part => group.Parts[part]?.Value)], FigureLinks.Rows(dashboard.Choice, group.Indicator.Code)))],
            Unit = text["participations"],
            Csv = FigureLinks.File(dashboard.Choice, "trained"),
        };
    }

    private static ChartCard Financing(IText text, Dashboard dashboard)
    {
        var rows = dashboard.Financing;
        var sources = rows.Count == 0 ? [] : rows[0].Sources.Keys.ToArray();
        var all = rows.Count == 0 ? [] : rows[0].Sources.Where(source => source.Value is { Value: > 0 }).ToArray();
        var most = all.Length == 0 ? default : all.MaxBy(source => source.Value!.Value);
        var centres = rows.Where(row => row.Centre is not null && row.SelfFinanced?.Total.Total is not null).ToArray();
        var below = centres.Count(row => 100 * row.SelfFinanced!.Total.Total!.Value < OwnShareAimed);
        return new ChartCard
        {
            Id = "financing",
            Question = text["How are centres financed?"],
            Answer = most.Key is null ? text["There is no income reported yet."]
                : text["{0}: {1} of income.", PartNames.Of(text, most.Key), Figures.Percent(100 * most.Value!.Value / all.Sum(source => source.Value!.Value))]
                    + (centres.Length == 0 ? string.Empty : " " + text["{0} of {1} centres earn less than {2} of their costs themselves.", below, centres.Length, Figures.Percent(OwnShareAimed)]),
            Kind = ChartKind.StackedRows,
            LabelHead = text["Centre"],
            Series = [.. sources.Select(source => new ChartSeries(PartNames.Of(text, source)))],
            Rows = [.. rows.Select(row => new ChartRow(
                row.Centre?.Name ?? text["All centres"], [.. sources.Select(source => row.Sources[source]?.Value)],
                FigureLinks.Rows(dashboard.Choice, "income", centre: row.Centre), false,
                row.SelfFinanced?.Light ?? Light.None, row.SelfFinanced?.Total.Total is { } share ? 100 * share.Value : null))],
            Unit = text["USD, % of income"],
            LightHead = text["Self-financed"],
            Csv = FigureLinks.File(dashboard.Choice, "financing"),
        };
    }

    private static string Whom(IText text, IndicatorFacts indicator) => indicator.Code switch
    {
        "trained-basic" => text["at basic level"],
        "trained-intermediate" => text["at intermediate level"],
        _ => text["of trainers"],
    };

    private static string Group(IText text, IndicatorFacts indicator) => indicator.Code switch
    {
        "trained-basic" => text["Basic level"],
        "trained-intermediate" => text["Intermediate level"],
        _ => text["Trainers"],
    };

    private static decimal? Shown(IndicatorFacts indicator, Figure? figure) => figure is null ? null : indicator.IsRatio ? 100 * figure.Value : figure.Value;
}
