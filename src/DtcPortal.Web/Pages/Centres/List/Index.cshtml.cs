using DtcPortal.Application.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Centres.List;

/// <summary>The centres by region.</summary>
[AllowAnonymous]
public sealed class IndexModel(PublicCentreQueries centres) : PortalPage
{
    /// <summary>What is searched for, in name, city and country.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    /// <summary>A region's code; another value is ignored with a note.</summary>
    [BindProperty(SupportsGet = true, Name = "region")]
    public string? RegionCode { get; set; }

    /// <summary>The centres found, by region.</summary>
    public IReadOnlyList<IGrouping<Region, PublicCentre>> Found { get; private set; } = [];

    /// <summary>How many there are in all.</summary>
    public int Total { get; private set; }

    /// <summary>Whether the address names a region that does not exist.</summary>
    public bool IsRegionUnknown => !string.IsNullOrEmpty(RegionCode) && !RegionCodes.TryParse(RegionCode, out _);

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync()
    {
        var all = await centres.ListAsync(Cancel);
        Total = all.Count;
        var words = TextFold.Of(Search).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var chosen = RegionCodes.TryParse(RegionCode, out var region) ? region : default(Region?);
        Found = [.. all.Where(centre => chosen is null || centre.Region == chosen)
            .Where(centre => Array.TrueForAll(words, word => TextFold.Of($"{centre.Name} {centre.City} {T.Country(centre.Country)}").Contains(word, StringComparison.Ordinal)))
            .GroupBy(centre => centre.Region)];
    }
}
