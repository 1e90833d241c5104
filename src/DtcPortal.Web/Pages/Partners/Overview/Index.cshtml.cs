using DtcPortal.Application.Exporting;
using DtcPortal.Application.Partners;
using DtcPortal.Application.Reporting;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Partners.Overview;

/// <summary>The programme's dashboard: sentences, what is late, four charts.</summary>
[Authorize(Policy = nameof(Policies.Partners))]
public sealed class IndexModel(DashboardQueries dashboards) : PortalPage
{
    /// <summary>So many late and missing reports are shown at first.</summary>
    public const int ReportsShown = 3;

    /// <summary>What the address asks for.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public FigureFilterInput Query { get; set; } = new();

    /// <summary>The figures.</summary>
    public Dashboard Dashboard { get; private set; } = null!;

    /// <summary>The sentences.</summary>
    public IReadOnlyList<DashboardSentence> Sentences { get; private set; } = [];

    /// <summary>The four charts.</summary>
    public IReadOnlyList<ChartCard> Charts { get; private set; } = [];

    /// <summary>Shows the dashboard.</summary>
    public Task OnGetAsync() => LoadAsync();

    /// <summary>A chart's figures as a file.</summary>
    public async Task<IActionResult> OnGetDownloadAsync(string? chart, string? format)
    {
        await LoadAsync();
        return Charts.FirstOrDefault(card => card.Id == chart) is { } found ? ToTable(found).ToFile(format) : NotFound();
    }

    private ExportTable ToTable(ChartCard card)
    {
        var heads = new List<string> { card.LabelHead };
        heads.AddRange(card.Series.Select(series => $"{series.Name} ({card.Unit})"));
        if (card.HasLights)
        {
            heads.AddRange([card.LightHead is { } head ? $"{head} (%)" : T["Percent of the target"], T["Light"]]);
        }

        heads.Add(T["Complete|figures"]);
        return new ExportTable(card.Id, heads, card.Rows.Select(row => (IReadOnlyList<object?>)
        [
            row.Label, .. row.Values.Select(value => (object?)value),
            .. card.HasLights ? new object?[] { row.Percent is { } percent ? decimal.Round(percent, 1) : null, Ui.Word(T, row.Light) } : [],
            row.IsIncomplete ? T["No"] : T["Yes"],
        ]));
    }

    private async Task LoadAsync()
    {
        Dashboard = await dashboards.ReadAsync(new FigureRequest { Actor = Actor, Text = Query.ToText() }, Cancel);
        Sentences = DashboardSentences.Of(T, Dashboard);
        Charts = DashboardCharts.Of(T, Dashboard);
    }
}
