using System.Collections.Concurrent;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Reporting;

/// <summary>The published cells as they were made last, kept until a figure is approved or an indicator set anew; filled by <see cref="ResultsQueries"/>.</summary>
public sealed class PublishedResults
{
    private volatile Edition _edition = new(ResultsStamp.Nothing);

    internal Edition Of(ResultsStamp stamp)
    {
        var edition = _edition;
        return edition.Stamp == stamp ? edition : _edition = new Edition(stamp);
    }

    /// <summary>What was made while approved figures and indicators were the same.</summary>
    internal sealed class Edition(ResultsStamp stamp)
    {
        public ResultsStamp Stamp { get; } = stamp;

        public ConcurrentDictionary<string, PublicIndicator> Indicators { get; } = new(StringComparer.Ordinal);
    }
}

/// <summary>What published cells are made of; it changes with each approval, in whatever order they are stored, and with each definition.</summary>
/// <param name="Approved">How many reports are approved; those of corrections count with those that they correct.</param>
/// <param name="Newest">The greatest key of an approved figure.</param>
/// <param name="Indicators">How many indicators there are.</param>
/// <param name="Versions">Sum of the indicators' versions.</param>
internal sealed record ResultsStamp(int Approved, Guid Newest, int Indicators, long Versions)
{
    /// <summary>Before there is an indicator.</summary>
    public static readonly ResultsStamp Nothing = new(0, Guid.Empty, 0, 0);
}

/// <summary>
/// Approved, aggregated figures for everybody (product.md 9, rules.md 10). Each indicator and period is made in one pass, kept until a figure is
/// approved or an indicator set anew, and then only selected from: a page costs one query until then.
/// </summary>
public sealed class ResultsQueries(PortalDbContext db, PublishedResults published)
{
    /// <summary>Indicators in their order; those that reports no longer ask for are kept, as long as they have figures.</summary>
    public async Task<IReadOnlyList<IndicatorFacts>> IndicatorsAsync(CancellationToken cancellationToken) =>
        await Facts(db.Indicators.AsNoTracking().OrderBy(indicator => indicator.Position)).ToListAsync(cancellationToken);

    /// <summary>All that is published of the indicators asked for; codes that do not exist are left out.</summary>
    public async Task<IReadOnlyDictionary<string, PublicIndicator>> OfAsync(IReadOnlyCollection<string> codes, CancellationToken cancellationToken)
    {
        var edition = published.Of(await StampAsync(cancellationToken));
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

    // reports are few and counted in an index, the newest figure is the end of the primary key
    private async Task<ResultsStamp> StampAsync(CancellationToken cancellationToken) =>
        await db.Indicators.GroupBy(_ => 1).Select(all => new ResultsStamp(
            db.Reports.Count(report => report.State == ReportState.Approved),
            db.Observations.OrderByDescending(observation => observation.Id).Select(observation => observation.Id).FirstOrDefault(),
            all.Count(),
            all.Sum(indicator => indicator.Version))).SingleOrDefaultAsync(cancellationToken) ?? ResultsStamp.Nothing;

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
