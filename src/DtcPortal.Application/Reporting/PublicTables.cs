using DtcPortal.Application.ReferenceData;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;

namespace DtcPortal.Application.Reporting;

/// <summary>An approved figure as it is read for publication.</summary>
/// <param name="CentreId">The centre.</param>
/// <param name="Region">Its region.</param>
/// <param name="Period">The period.</param>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Part">The whole, or a disaggregation and part.</param>
/// <param name="Numerator">In millionths.</param>
/// <param name="Denominator">In millionths; null for counts and amounts.</param>
public sealed record ApprovedFigure(Guid CentreId, Region Region, ReportingPeriod Period, string Indicator, string Part, long Numerator, long? Denominator);

/// <summary>
/// Makes the published cells of an indicator and period: the programme with all parts, regions and centres with the total and sex.
/// One pass over all of them hides what rules.md 10 says; shares follow from the cells that are shown.
/// </summary>
internal static class PublicTables
{
    private const string Sex = "sex";
    private const string NotStated = "not-stated";

    /// <summary>The periods of a count or an amount.</summary>
    public static IReadOnlyList<PublicPeriod> OfCounts(IndicatorFacts indicator, IEnumerable<ApprovedFigure> figures) =>
        [.. figures.GroupBy(figure => figure.Period).OrderBy(period => period.Key).Select(period => OfPeriod(indicator, period.Key, [.. period]))];

    /// <summary>The periods of a ratio: the quotient of shown cells; hidden with one of them, or when what remains is 1–4.</summary>
    public static IReadOnlyList<PublicPeriod> OfRatio(IndicatorFacts indicator, IReadOnlyDictionary<string, PublicIndicator> counts)
    {
        var terms = indicator.Numerator.Concat(indicator.Denominator).ToArray();
        if (terms.Any(term => !counts.ContainsKey(term.Indicator)))
        {
            return [];
        }

        var periods = terms.Select(term => counts[term.Indicator].Periods.ToDictionary(period => period.Period)).ToArray();
        return
        [
            .. periods[0].Keys.Where(key => Array.TrueForAll(periods, of => of.ContainsKey(key))).Order().Select(key =>
            {
                var first = periods[0][key];
                var areas = first.Cells.Select(cell => cell.Area).Distinct();
                return new PublicPeriod(key, periods.Min(of => of[key].Centres), [.. areas.Select(area => Share(indicator, area, term => counts[term.Indicator].Periods.Single(period => period.Period == key))).OfType<PublicCell>()]);
            }),
        ];
    }

    private static PublicCell? Share(IndicatorFacts indicator, PublicArea area, Func<IndicatorTerm, PublicPeriod> periodOf)
    {
        var over = indicator.Numerator.Select(term => periodOf(term).Find(area, PartOf(term))).ToArray();
        var under = indicator.Denominator.Select(term => periodOf(term).Find(area, PartOf(term))).ToArray();
        if (over.Concat(under).Any(cell => cell is null))
        {
            return null;
        }

        if (over.Concat(under).Any(cell => cell!.IsHidden))
        {
            return new PublicCell(area, Observation.WholePart, null, true);
        }

        var (part, whole) = (over.Sum(cell => cell!.Figure!.Numerator), under.Sum(cell => cell!.Figure!.Numerator));
        var isHidden = PublicSuppression.IsSmall((long)Math.Max(0, whole - part));
        return new PublicCell(area, Observation.WholePart, isHidden || whole == 0 ? null : new Figure(part, whole), isHidden);
    }

    private static string PartOf(IndicatorTerm term) => term.Part is null ? Observation.WholePart : $"{term.Disaggregation}:{term.Part}";

    private static PublicPeriod OfPeriod(IndicatorFacts indicator, ReportingPeriod period, ApprovedFigure[] figures)
    {
        var unit = indicator.IsMoney ? ExactRounding.Million / 100 : ExactRounding.Million;
        var centres = figures.GroupBy(figure => figure.CentreId)
            .Where(centre => centre.Any(figure => figure.Part == Observation.WholePart))
            .Select(centre => new CentreCounts(centre.Key, centre.First().Region, Counts(indicator, centre.ToDictionary(figure => figure.Part, figure => Rounded(figure.Numerator, unit)))))
            .OrderBy(centre => centre.Region).ThenBy(centre => centre.Id).ToArray();
        var table = new TableBuilder();
        var all = indicator.Disaggregations.Where(code => Array.TrueForAll(centres, centre => centre.Has(code)) && Array.Exists(figures, figure => figure.Part.StartsWith(code + ":", StringComparison.Ordinal))).ToArray();
        var bySex = all.Contains(Sex) ? new[] { Sex } : [];
        table.AddArea(PublicArea.Programme, all, centres);
        if (!indicator.IsMoney)
        {
            foreach (var region in centres.GroupBy(centre => centre.Region))
            {
                table.AddArea(PublicArea.Of(region.Key), bySex, [.. region]);
            }

            foreach (var centre in centres)
            {
                table.AddArea(PublicArea.Of(centre.Region, centre.Id), bySex, [centre]);
            }

            table.AddColumns(bySex);
        }

        return new PublicPeriod(period, centres.Length, table.Cells(unit == ExactRounding.Million ? 1 : 100));
    }

    // parts that a centre left out count as not stated, where there is such a part
    private static Dictionary<string, long> Counts(IndicatorFacts indicator, Dictionary<string, long> given)
    {
        var total = given[Observation.WholePart];
        var counts = new Dictionary<string, long> { [Observation.WholePart] = total };
        foreach (var code in indicator.Disaggregations)
        {
            var parts = PartsOf(code).ToDictionary(part => part, part => given.GetValueOrDefault(part));
            var rest = total - parts.Values.Sum();
            if (rest > 0 && parts.ContainsKey($"{code}:{NotStated}"))
            {
                parts[$"{code}:{NotStated}"] += rest;
                rest = 0;
            }

            if (rest == 0)
            {
                foreach (var (part, count) in parts)
                {
                    counts[part] = count;
                }
            }
        }

        return counts;
    }

    private static IEnumerable<string> PartsOf(string disaggregation) =>
        ReferenceCatalogue.Disaggregations.Where(definition => definition.Code == disaggregation).SelectMany(definition => definition.Parts.Select(part => $"{disaggregation}:{part.Code}"));

    private static long Rounded(long millionths, long unit) => (long)decimal.Round(millionths / (decimal)unit, 0, MidpointRounding.ToEven);

    private sealed record CentreCounts(Guid Id, Region Region, Dictionary<string, long> Counts)
    {
        public bool Has(string disaggregation) => PartsOf(disaggregation).All(Counts.ContainsKey);
    }

    private sealed class TableBuilder
    {
        private readonly List<(PublicArea Area, string Part)> _places = [];
        private readonly List<long> _counts = [];
        private readonly List<SuppressionLine> _lines = [];

        public void AddArea(PublicArea area, IEnumerable<string> disaggregations, CentreCounts[] centres)
        {
            var total = Add(area, Observation.WholePart, centres);
            foreach (var code in disaggregations)
            {
                _lines.Add(new SuppressionLine(total, [.. PartsOf(code).Select(part => Add(area, part, centres))]));
            }
        }

        // the programme is the sum of its regions, a region of its centres, column by column
        public void AddColumns(IEnumerable<string> disaggregations)
        {
            foreach (var part in disaggregations.SelectMany(PartsOf).Prepend(Observation.WholePart))
            {
                var column = _places.Index().Where(place => place.Item.Part == part).ToArray();
                var regions = column.Where(place => place.Item.Area.Level == AreaLevel.Region).ToArray();
                _lines.Add(new SuppressionLine(column.Single(place => place.Item.Area.Level == AreaLevel.Programme).Index, [.. regions.Select(place => place.Index)]));
                _lines.AddRange(regions.Select(region => new SuppressionLine(
                    region.Index, [.. column.Where(place => place.Item.Area.Level == AreaLevel.Centre && place.Item.Area.Region == region.Item.Area.Region).Select(place => place.Index)])));
            }
        }

        public IReadOnlyList<PublicCell> Cells(int perUnit)
        {
            var hidden = _counts.Exists(PublicSuppression.IsSmall) ? PublicSuppression.Apply(_counts, _lines).Hidden : [.. _counts.Select(_ => false)];
            return [.. _places.Select((place, at) => new PublicCell(place.Area, place.Part, hidden[at] ? null : new Figure(_counts[at] / (decimal)perUnit), hidden[at]))];
        }

        private int Add(PublicArea area, string part, CentreCounts[] centres)
        {
            _places.Add((area, part));
            _counts.Add(centres.Sum(centre => centre.Counts[part]));
            return _places.Count - 1;
        }
    }
}
