using System.Globalization;
using DtcPortal.Application.Common;
using DtcPortal.Application.Selection;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Committee.TryOtherwise;

/// <summary>What would be proposed with other weights, seats, band or limit: computed from the address, nothing stored.</summary>
[Authorize(Policy = nameof(Policies.Committee))]
public sealed class IndexModel(SelectionQueries queries) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = string.Empty;

    [BindProperty(SupportsGet = true)]
    public decimal? Band { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Limit { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Cap { get; set; }

    public SelectionBasis Basis { get; private set; } = null!;

    public SelectionTable? Table { get; private set; }

    public IReadOnlyDictionary<string, int> Weights { get; private set; } = new Dictionary<string, int>();

    public IReadOnlyDictionary<Region, int?> Seats { get; private set; } = new Dictionary<Region, int?>();

    public int Moves => Table?.Rows.Count(row => row.Before is not null && !row.Candidacy.IsHidden) ?? 0;

    public Task<IActionResult> OnGetAsync() => AttemptAsync(
        async () =>
        {
            await LoadAsync();
            var options = new WhatIf
            {
                Band = Band,
                LimitPerCountry = Limit,
                Cap = Cap,
                Weights = Weights.Any(weight => Basis.Criteria.First(criterion => criterion.Code == weight.Key).Weight != weight.Value) ? Weights : null,
                Seats = Seats.Values.Any(count => count is not null) ? Seats.ToDictionary(entry => entry.Key, entry => entry.Value ?? 0) : null,
            };
            Table = await queries.WhatIfAsync(Basis, options, Cancel);
            return Page();
        },
        async () =>
        {
            await LoadAsync();
            return Page();
        });

    private async Task LoadAsync()
    {
        Basis = await queries.UndecidedBasisAsync(Slug, Actor, Cancel);
        if (Basis.Stage < CallStage.Deliberation)
        {
            throw new ForbiddenException(new Message("What would be otherwise is tried in deliberation, once all have scored."));
        }

        Band ??= Basis.BandMillionths / (decimal)ExactRounding.Million;
        Limit ??= Basis.LimitPerCountry;
        Cap ??= Basis.FreeSeats;
        Weights = Basis.Criteria.ToDictionary(criterion => criterion.Code, criterion => Typed($"w-{criterion.Code}") ?? criterion.Weight);
        Seats = Basis.Needs.ToDictionary(need => need.Region, need => Typed($"s-{need.Region.Code()}"));
    }

    private int? Typed(string name) =>
        int.TryParse(Request.Query[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
}
