using DtcPortal.Application.Selection;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Committee.Calibrate;

/// <summary>How the committee scores: agreement by criterion, severity of each member, raw scores beside standardised ones.</summary>
[Authorize(Policy = nameof(Policies.Committee))]
public sealed class IndexModel(RankingQueries queries) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = string.Empty;

    public CalibrationView View { get; private set; } = null!;

    /// <summary>Place of each candidacy by its standardised score.</summary>
    public IReadOnlyDictionary<Guid, int> Places { get; private set; } = new Dictionary<Guid, int>();

    public async Task OnGetAsync()
    {
        View = await queries.CalibrationAsync(Slug, Actor, Cancel);
        Places = View.Candidacies.OrderByDescending(row => row.Standardised).Index().ToDictionary(row => row.Item.Candidacy.Id, row => row.Index + 1);
    }

    public static decimal Points(StandingCandidacy candidacy)
    {
        ArgumentNullException.ThrowIfNull(candidacy);
        return candidacy.Score!.Value / (decimal)ExactRounding.Million;
    }
}
