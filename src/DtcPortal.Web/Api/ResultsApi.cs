using DtcPortal.Application.Centres;
using DtcPortal.Application.Localization;
using DtcPortal.Application.Reporting;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using DtcPortal.Web.UserInterface;

namespace DtcPortal.Web.Api;

/// <summary>An indicator as programs read it.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Definition">What is counted.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Disaggregations">Codes of the ways in which it is broken into parts.</param>
public sealed record ApiIndicator(string Code, string Name, string Definition, string Unit, IReadOnlyList<string> Disaggregations);

/// <summary>A published figure.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Period">Quarter, such as 2026-Q3.</param>
/// <param name="Level">programme, region or centre.</param>
/// <param name="Region">Code of the region, such as AFR; null for the programme.</param>
/// <param name="Centre">Name of the centre in addresses; null for wider areas.</param>
/// <param name="Part">total, or disaggregation:part such as sex:women.</param>
/// <param name="Value">The figure, of a share in percent; null when it is hidden or there is none.</param>
/// <param name="Hidden">Whether it is hidden so that nobody can be recognised.</param>
/// <param name="Missing">Of a programme or region how many of its centres have no approved figure of that quarter; null for a centre.</param>
public sealed record ApiResult(string Indicator, string Period, string Level, string? Region, string? Centre, string Part, decimal? Value, bool Hidden, int? Missing);

/// <summary>Published figures, and what of the request was ignored.</summary>
/// <param name="Notes">What was ignored, and why.</param>
/// <param name="Results">The figures.</param>
public sealed record ApiResults(IReadOnlyList<string> Notes, IReadOnlyList<ApiResult> Results);

/// <summary>The same cells as the results page, for programs.</summary>
public static class ResultsApi
{
    /// <summary>/api/v1/results and /api/v1/indicators, for everybody.</summary>
    public static void MapResultsApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").AllowAnonymous().WithTags("Results");
        api.MapGet("/indicators", IndicatorsAsync).WithName("Indicators").WithSummary("Indicators that have or may have published figures.");
        api.MapGet("/results", ResultsAsync).WithName("Results").WithSummary("Approved, aggregated figures; small counts are hidden. Filters only select among published figures.");
    }

    private static async Task<IReadOnlyList<ApiIndicator>> IndicatorsAsync(ResultsQueries results, IText text, CancellationToken cancellationToken) =>
        [.. (await results.IndicatorsAsync(cancellationToken)).Select(indicator =>
            new ApiIndicator(indicator.Code, text.Of(indicator.Name), text.Of(indicator.Definition), text.Of(indicator.Unit), indicator.Disaggregations))];

    private static async Task<ApiResults> ResultsAsync(
        ResultsQueries results, PublicCentreQueries centres, IText text, string? indicator, string? region, string? from, string? to, CancellationToken cancellationToken)
    {
        var filter = FigureFilter.Read(new FigureFilterText { Region = region, From = from, To = to });
        var notes = filter.Notes.Select(text.Of).ToList();
        var known = (await results.IndicatorsAsync(cancellationToken)).Select(facts => facts.Code).ToArray();
        var isKnown = known.Contains(indicator);
        if (!string.IsNullOrEmpty(indicator) && !isKnown)
        {
            notes.Add(text["There is no indicator {0}; it is ignored.", indicator]);
        }

        var names = await centres.NamesAsync(cancellationToken);
        var found = await results.OfAsync(isKnown ? [indicator!] : known, cancellationToken);
        return new ApiResults(notes, [.. found.Values.SelectMany(of =>
        {
            var periods = of.Periods.ToDictionary(period => period.Period);
            return of.Rows(filter).Select(row => Of(row, names, periods[row.Period].MissingIn(row.Cell.Area, names.Values)));
        })]);
    }

    private static ApiResult Of(ResultRow row, IReadOnlyDictionary<Guid, CentreName> names, MissingCentres? missing)
    {
        var area = row.Cell.Area;
        var level = area.Level switch
        {
            AreaLevel.Programme => "programme",
            AreaLevel.Region => "region",
            _ => "centre",
        };
        return new ApiResult(
            row.Indicator.Code, row.Period.ToString(), level, area.Region?.Code(), area.CentreId is { } id ? names.GetValueOrDefault(id)?.Slug : null,
            row.Cell.Part, PublicFigures.Plain(row.Indicator, row.Cell.Figure), row.Cell.IsHidden, missing?.Missing);
    }
}
