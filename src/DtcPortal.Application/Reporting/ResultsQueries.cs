using System.Collections.Concurrent;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Reporting;

/// <summary>The published cells as they were made last, kept until a figure is approved anew; filled by <see cref="ResultsQueries"/>.</summary>
public sealed class PublishedResults
{
    private volatile Edition _edition = new(Guid.Empty);

    internal Edition Of(Guid stamp)
    {
        var edition = _edition;
        return edition.Stamp == stamp ? edition : _edition = new Edition(stamp);
    }

    /// <summary>What was made while the newest approved figure was the same.</summary>
    internal sealed class Edition(Guid stamp)
    {
        public Guid Stamp { get; } = stamp;

        public ConcurrentDictionary<string, PublicIndicator> Indicators { get; } = new(StringComparer.Ordinal);
    }
}

/// <summary>
/// Approved, aggregated figures for everybody (product.md 9, rules.md 10). Each indicator and period is made in one pass, kept until a figure is
/// approved anew, and then only selected from: a page costs one query as long as nothing new was approved.
/// </summary>
public sealed class ResultsQueries(PortalDbContext db, PublishedResults published)
{
    /// <summary>Indicators in their order; those that reports no longer ask for are kept, as long as they have figures.</summary>
    public async Task<IReadOnlyList<IndicatorFacts>> IndicatorsAsync(CancellationToken cancellationToken) =>
        await Facts(db.Indicators.AsNoTracking().OrderBy(indicator => indicator.Position)).ToListAsync(cancellationToken);

    /// <summary>All that is published of the indicators asked for; codes that do not exist are left out.</summary>
    public async Task<IReadOnlyDictionary<string, PublicIndicator>> OfAsync(IReadOnlyCollection<string> codes, CancellationToken cancellationToken)
    {
        // keys are made in the order of time: the newest row is the end of the primary key
        var stamp = await db.Observations.AsNoTracking().OrderByDescending(observation => observation.Id).Select(observation => observation.Id).FirstOrDefaultAsync(cancellationToken);
        var edition = published.Of(stamp);
        if (codes.Any(code => !edition.Indicators.ContainsKey(code)))
        {
            await FillAsync(edition, codes, cancellationToken);
        }

        return codes.Where(edition.Indicators.ContainsKey).Distinct().ToDictionary(code => code, code => edition.Indicators[code]);
    }

    internal static IQueryable<IndicatorFacts> Facts(IQueryable<Indicator> indicators) => indicators.Select(indicator => new IndicatorFacts
    {
        Code = indicator.Code, Group = indicator.Group, Name = indicator.Name, Definition = indicator.Definition, Unit = indicator.Unit,
        Direction = indicator.Direction, OverTime = indicator.OverTime, OverCentres = indicator.OverCentres, Decimals = indicator.Decimals,
        Numerator = indicator.Numerator, Denominator = indicator.Denominator, Disaggregations = indicator.Disaggregations,
    });

    private async Task FillAsync(PublishedResults.Edition edition, IReadOnlyCollection<string> codes, CancellationToken cancellationToken)
    {
        var indicators = (await IndicatorsAsync(cancellationToken)).ToDictionary(indicator => indicator.Code);
        var wanted = codes.Where(indicators.ContainsKey).Select(code => indicators[code]).ToArray();
        var counts = wanted.Where(indicator => indicator.IsRatio).SelectMany(indicator => indicator.Numerator.Concat(indicator.Denominator)).Select(term => term.Indicator)
            .Concat(wanted.Where(indicator => !indicator.IsRatio).Select(indicator => indicator.Code))
            .Distinct().Where(code => indicators.ContainsKey(code) && !edition.Indicators.ContainsKey(code)).ToArray();
        var rows = await db.Observations.AsNoTracking().Where(observation => counts.Contains(observation.Indicator))
            .Select(observation => new { Figure = new ApprovedFigure(observation.CentreId, observation.Region, observation.Period, observation.Indicator, observation.Part, observation.NumeratorMillionths, observation.DenominatorMillionths), observation.Revision })
            .ToListAsync(cancellationToken);

        // the highest revision of a centre's report counts
        var latest = await db.Reports.AsNoTracking().Where(report => report.State == ReportState.Approved && report.Revision > 1)
            .GroupBy(report => new { report.CentreId, report.Period }).Select(report => new { report.Key.CentreId, report.Key.Period, Revision = report.Max(one => one.Revision) })
            .ToDictionaryAsync(report => (report.CentreId, report.Period), report => report.Revision, cancellationToken);
        var figures = rows.Where(row => row.Revision == latest.GetValueOrDefault((row.Figure.CentreId, row.Figure.Period), 1))
            .Select(row => row.Figure).ToLookup(figure => figure.Indicator);
        foreach (var code in counts)
        {
            edition.Indicators.TryAdd(code, new PublicIndicator(indicators[code], PublicTables.OfCounts(indicators[code], figures[code])));
        }

        foreach (var ratio in wanted.Where(indicator => indicator.IsRatio))
        {
            edition.Indicators.TryAdd(ratio.Code, new PublicIndicator(ratio, PublicTables.OfRatio(ratio, edition.Indicators)));
        }
    }
}
