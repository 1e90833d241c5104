using System.Globalization;
using DtcPortal.Application.Centres;
using DtcPortal.Application.Exporting;
using DtcPortal.Domain.Common;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Centres.List;

/// <summary>The centres by region.</summary>
[AllowAnonymous]
public sealed class IndexModel(PublicCentreQueries centres) : PortalPage
{
    /// <summary>How each region is sorted unless said otherwise.</summary>
    public const string UsualSort = "centre";

    /// <summary>What is searched for, in name, city and country.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    /// <summary>A region's code; another value is ignored with a note.</summary>
    [BindProperty(SupportsGet = true, Name = "region")]
    public string? RegionCode { get; set; }

    /// <summary>What each region is sorted by, such as -city; null for by name.</summary>
    [BindProperty(SupportsGet = true, Name = "sort")]
    public string? Sort { get; set; }

    /// <summary>The centres found, by region.</summary>
    public IReadOnlyList<IGrouping<Region, PublicCentre>> Found { get; private set; } = [];

    /// <summary>How many there are in all.</summary>
    public int Total { get; private set; }

    /// <summary>Whether the address names a region that does not exist.</summary>
    public bool IsRegionUnknown => !string.IsNullOrEmpty(RegionCode) && !RegionCodes.TryParse(RegionCode, out _);

    /// <summary>Shows the list.</summary>
    public Task OnGetAsync() => LoadAsync();

    /// <summary>The list as a file.</summary>
    public async Task<IActionResult> OnGetDownloadAsync(string? format)
    {
        await LoadAsync();
        return new ExportTable(
            "centres",
            [T["Region"], T["Centre"], T["Country"], T["Country code"], T["City"], T["Phase"], T["State"]],
            Found.SelectMany(region => region).Select(centre => (IReadOnlyList<object?>)
            [
                T.Of(centre.Region), centre.Name, T.Country(centre.Country), centre.Country, centre.City, T.Of(centre.Phase), T.State(centre.State).Text,
            ])).ToFile(format);
    }

    private IEnumerable<PublicCentre> Sorted(IEnumerable<PublicCentre> rows)
    {
        var byName = StringComparer.Create(CultureInfo.CurrentCulture, ignoreCase: true);
        return Sort?.TrimStart('-') switch
        {
            "centre" => By(row => row.NameKey, StringComparer.Ordinal),
            "country" => By(row => T.Country(row.Country), byName),
            "city" => By(row => row.City, byName),
            "phase" => By(row => T.Of(row.Phase), byName),
            "state" => By(row => row.State),
            _ => rows,
        };

        IEnumerable<PublicCentre> By<TKey>(Func<PublicCentre, TKey> key, IComparer<TKey>? comparer = null) =>
            Sort[0] == '-' ? rows.OrderByDescending(key, comparer) : rows.OrderBy(key, comparer);
    }

    private async Task LoadAsync()
    {
        var all = await centres.ListAsync(Cancel);
        Total = all.Count;
        var words = TextFold.Of(Search).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var chosen = RegionCodes.TryParse(RegionCode, out var region) ? region : default(Region?);
        // regions keep their place, each is sorted in itself
        Found = [.. Sorted(all.Where(centre => chosen is null || centre.Region == chosen)
            .Where(centre => Array.TrueForAll(words, word => TextFold.Of($"{centre.Name} {centre.City} {T.Country(centre.Country)}").Contains(word, StringComparison.Ordinal))))
            .GroupBy(centre => centre.Region).OrderBy(region => region.Key)];
    }
}
