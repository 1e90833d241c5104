using DtcPortal.Application.Centres;
using DtcPortal.Application.Reporting;
using DtcPortal.Domain.Reporting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Centres.Read;

/// <summary>What a centre does, and its published figures.</summary>
[AllowAnonymous]
public sealed class IndexModel(PublicCentreQueries centres, ResultsQueries results) : PortalPage
{
    /// <summary>Most quarters shown.</summary>
    public const int MostPeriods = 4;

    // what a visitor asks of a centre, in this order
    private static readonly string[] Codes =
        ["trained-basic", "trained-intermediate", "women-share-basic", "certificates", "trainers-trained", "reached-by-trainers", "policy-workshops", "studies", "activities-done"];

    /// <summary>Name of the centre in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = string.Empty;

    /// <summary>The centre.</summary>
    public PublicCentre Centre { get; private set; } = null!;

    /// <summary>Where its cells are.</summary>
    public PublicArea Area => PublicArea.Of(Centre.Region, Centre.Id);

    /// <summary>Indicators with a published cell of this centre.</summary>
    public IReadOnlyList<PublicIndicator> Indicators { get; private set; } = [];

    /// <summary>Quarters shown, oldest first.</summary>
    public IReadOnlyList<ReportingPeriod> Periods { get; private set; } = [];

    /// <summary>Shows the centre.</summary>
    public async Task OnGetAsync()
    {
        Centre = await centres.FindAsync(Slug, Cancel);
        var all = await results.OfAsync(Codes, Cancel);
        Indicators = [.. Codes.Where(all.ContainsKey).Select(code => all[code]).Where(indicator => indicator.Periods.Any(period => period.Find(Area) is not null))];
        Periods = [.. Indicators.SelectMany(indicator => indicator.Periods).Where(period => period.Find(Area) is not null).Select(period => period.Period).Distinct().Order().TakeLast(MostPeriods)];
    }
}
