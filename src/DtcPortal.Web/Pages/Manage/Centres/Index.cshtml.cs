using DtcPortal.Application.Centres;
using DtcPortal.Application.Common;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Centres;

/// <summary>The centres, for managers.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(ManagedCentreQueries queries) : PortalPage
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

    /// <summary>The page, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>What was found.</summary>
    public Paged<ManagedCentreRow> List { get; private set; } = null!;

    /// <summary>Whether anything is left out.</summary>
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || Region is not null || State is not null;

    /// <summary>The region that is asked for.</summary>
    public Region? Region => Enum.TryParse<Region>(RegionText, out var region) && Enum.IsDefined(region) ? region : null;

    /// <summary>The state that is asked for.</summary>
    public CentreState? State => Enum.TryParse<CentreState>(StateText, out var state) && Enum.IsDefined(state) ? state : null;

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync()
    {
        ModelState.Clear();
        List = await queries.ListAsync(Search, Region, State, PageNumber, Cancel);
    }
}
