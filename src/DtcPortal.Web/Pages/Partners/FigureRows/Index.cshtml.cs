using DtcPortal.Application.Exporting;
using DtcPortal.Application.Partners;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Partners.FigureRows;

/// <summary>The rows that sum to a figure of the dashboard.</summary>
[Authorize(Policy = nameof(Policies.Partners))]
public sealed class IndexModel(DashboardQueries dashboards) : PortalPage
{
    /// <summary>What the address asks for.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public FigureFilterInput Query { get; set; } = new();

    /// <summary>The whole, or a part such as sex:women.</summary>
    [BindProperty(SupportsGet = true, Name = "part")]
    public string? Part { get; set; }

    /// <summary>The figure and its rows.</summary>
    public FigureDetail Detail { get; private set; } = null!;

    /// <summary>Shows the rows.</summary>
    public Task OnGetAsync() => LoadAsync();

    /// <summary>The rows as a file.</summary>
    public async Task<IActionResult> OnGetDownloadAsync(string? format)
    {
        await LoadAsync();
        var indicator = Detail.Measured.Indicator;
        var isShare = indicator.IsRatio;
        string[] heads = [T["Centre"], T["Country"], T["Quarter"], T["Value"], .. isShare ? new[] { T["Numerator"], T["Denominator"] } : [], T["Counts"], T["Revision"], T["Approved on"]];
        return new ExportTable($"{indicator.Code}", heads, Detail.Rows.Select(row => (IReadOnlyList<object?>)
        [
            row.Centre?.Name ?? T["All centres"], row.Centre is null ? null : T.Country(row.Centre.Country), row.Period.ToString(), PublicFigures.Plain(indicator, row.Figure),
            .. isShare ? new object?[] { row.Figure?.Numerator, row.Figure?.Denominator } : [],
            row.IsHidden ? T["hidden"] : row.Counts ? T["Yes"] : T["No"], row.Revision, row.ApprovedAt,
        ])).ToFile(format);
    }

    private async Task LoadAsync() =>
        Detail = await dashboards.DetailAsync(new FigureRequest { Actor = Actor, Text = Query.ToText() }, Part, Cancel);
}
