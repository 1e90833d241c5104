using DtcPortal.Application.Centres;
using DtcPortal.Application.Common;
using DtcPortal.Application.Exporting;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Centres;

/// <summary>The centres, for managers.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(ManagedCentreListQueries queries) : PortalPage
{
    /// <summary>Part of the name.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    /// <summary>The region.</summary>
    [BindProperty(SupportsGet = true, Name = "region")]
    public string? RegionText { get; set; }

    /// <summary>The state.</summary>
    [BindProperty(SupportsGet = true, Name = "state")]
    public string? StateText { get; set; }

    /// <summary>What the list is sorted by, such as -active; null for by name.</summary>
    [BindProperty(SupportsGet = true, Name = "sort")]
    public string? Sort { get; set; }

    /// <summary>The page, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>What was found.</summary>
    public Paged<ManagedCentreRow> List { get; private set; } = null!;

    private ManagedCentreFilter Filter => new() { Search = Search, Region = Region, State = State, Sort = Sort, Page = PageNumber };

    /// <summary>Whether anything is left out.</summary>
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || Region is not null || State is not null;

    /// <summary>The region that is asked for.</summary>
    public Region? Region => Enum.TryParse<Region>(RegionText, out var region) && Enum.IsDefined(region) ? region : null;

    /// <summary>The state that is asked for.</summary>
    public CentreState? State => Enum.TryParse<CentreState>(StateText, out var state) && Enum.IsDefined(state) ? state : null;

    /// <summary>Shows the list.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (this.Kept() is { } elsewhere)
        {
            return elsewhere;
        }

        ModelState.Clear();
        List = await queries.ListAsync(Filter, Cancel);
        return Page();
    }

    /// <summary>The list as a file.</summary>
    public async Task<IActionResult> OnGetDownloadAsync(string? format)
    {
        var rows = await queries.AllAsync(Filter, Cancel);
        return new ExportTable(
            "centres",
            [T["Centre"], T["Country"], T["Country code"], T["Region"], T["Phase"], T["Manager"], T["Accepted on"], T["Active since"], T["State"]],
            rows.Select(row => (IReadOnlyList<object?>)
            [
                row.Name, T.Country(row.Country), row.Country, T.Of(row.Region), T.Of(row.Phase), row.Manager, row.AcceptedAt, row.ActiveAt, T.State(row.State).Text,
            ])).ToFile(format);
    }
}
