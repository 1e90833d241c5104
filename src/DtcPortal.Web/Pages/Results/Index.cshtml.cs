using DtcPortal.Application.Centres;
using DtcPortal.Application.Exporting;
using DtcPortal.Application.Reporting;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Results;

/// <summary>Approved, aggregated figures for everybody; filters only select among the published cells.</summary>
[AllowAnonymous]
public sealed class IndexModel(ResultsQueries results, PublicCentreQueries centres) : PortalPage
{
    /// <summary>Most quarters shown beside each other; files hold all.</summary>
    public const int MostPeriods = 6;

    /// <summary>What is shown first.</summary>
    public const string FirstIndicator = "trained-basic";

    private IReadOnlyDictionary<Guid, CentreName> _centres = new Dictionary<Guid, CentreName>();

    /// <summary>Code of the indicator.</summary>
    [BindProperty(SupportsGet = true, Name = "indicator")]
    public string? IndicatorCode { get; set; }

    /// <summary>Code of the region.</summary>
    [BindProperty(SupportsGet = true, Name = "region")]
    public string? RegionCode { get; set; }

    /// <summary>First quarter.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public string? FromText { get; set; }

    /// <summary>Last quarter.</summary>
    [BindProperty(SupportsGet = true, Name = "to")]
    public string? ToText { get; set; }

    /// <summary>Indicators to choose from.</summary>
    public IReadOnlyList<IndicatorFacts> Indicators { get; private set; } = [];

    /// <summary>The indicator shown; null when none has been set up.</summary>
    public PublicIndicator? Shown { get; private set; }

    /// <summary>What the address asks for.</summary>
    public FigureFilter Filter { get; private set; } = new();

    /// <summary>What was ignored, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>All quarters with figures.</summary>
    public IReadOnlyList<ReportingPeriod> AllPeriods => [.. Shown?.Periods.Select(period => period.Period) ?? []];

    /// <summary>Quarters shown, oldest first.</summary>
    public IReadOnlyList<PublicPeriod> Periods { get; private set; } = [];

    /// <summary>Parts of the widest area shown, in display order, the whole first.</summary>
    public IReadOnlyList<string> Parts { get; private set; } = [];

    /// <summary>The widest area shown.</summary>
    public PublicArea Widest => Filter.Region is { } region ? PublicArea.Of(region) : PublicArea.Programme;

    /// <summary>Shows the figures.</summary>
    public Task OnGetAsync() => LoadAsync();

    /// <summary>The same cells as a file.</summary>
    public async Task<IActionResult> OnGetDownloadAsync(string? format)
    {
        await LoadAsync();
        var rows = Shown?.Rows(Filter) ?? [];
        var periods = Shown?.Periods.ToDictionary(period => period.Period) ?? [];
        return new ExportTable(
            "results",
            [T["Indicator"], T["Quarter"], T["Level"], T["Region"], T["Centre"], T["Part"], T["Value"], T["Unit"], T["Hidden"], T["Centres missing"]],
            rows.Select(row => new object?[]
            {
                T.Of(row.Indicator.Name), row.Period.ToString(), LevelOf(row.Cell.Area), row.Cell.Area.Region is { } region ? T.Of(region) : null,
                CentreOf(row.Cell.Area)?.Name, PartOf(row.Cell.Part), PublicFigures.Plain(row.Indicator, row.Cell.Figure), T.Of(row.Indicator.Unit), row.Cell.IsHidden ? T["hidden"] : null,
                MissingIn(periods[row.Period], row.Cell.Area)?.Missing,
            })).ToFile(format);
    }

    /// <summary>The centre of an area.</summary>
    public CentreName? CentreOf(PublicArea area) => area.CentreId is { } id ? _centres.GetValueOrDefault(id) : null;

    /// <summary>How many centres of an area miss in a quarter; null for a centre.</summary>
    public MissingCentres? MissingIn(PublicPeriod period, PublicArea area) => period.MissingIn(area, _centres.Values);

    /// <summary>The same over all quarters shown: quarters of centres.</summary>
    public MissingCentres? MissingIn(PublicArea area) => Periods.Select(period => MissingIn(period, area)).OfType<MissingCentres>().ToArray() is { Length: > 0 } all
        ? new MissingCentres(all.Sum(one => one.Missing), all.Sum(one => one.Expected))
        : null;

    /// <summary>The name of a part.</summary>
    public string PartOf(string part) => PartNames.Of(T, part);

    private string LevelOf(PublicArea area) => area.Level switch
    {
        AreaLevel.Programme => T["Programme"],
        AreaLevel.Region => T["Region"],
        _ => T["Centre"],
    };

    private async Task LoadAsync()
    {
        Indicators = await results.IndicatorsAsync(Cancel);
        var text = new FigureFilterText { Region = RegionCode, From = FromText, To = ToText };
        Filter = FigureFilter.Read(text);
        var notes = Filter.Notes.Select(T.Of).ToList();
        var code = Indicators.Any(indicator => indicator.Code == IndicatorCode) ? IndicatorCode! : FirstIndicator;
        if (!string.IsNullOrEmpty(IndicatorCode) && IndicatorCode != code)
        {
            notes.Add(T["There is no indicator {0}; it is ignored.", IndicatorCode]);
        }

        (IndicatorCode, Notes) = (code, notes);
        Shown = (await results.OfAsync([code], Cancel)).GetValueOrDefault(code);
        _centres = await centres.NamesAsync(Cancel);
        Periods = [.. Shown?.Within(Filter).TakeLast(MostPeriods) ?? []];
        Parts = [.. Periods.SelectMany(period => period.Cells).Where(cell => cell.Area == Widest).Select(cell => cell.Part).Distinct()];
    }
}
