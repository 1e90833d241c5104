using System.Globalization;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Exporting;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Calls.Candidacies;

/// <summary>The candidacies of a call, for managers and co-chairs.</summary>
[Authorize(Policy = nameof(Policies.ManagersAndCoChairs))]
public sealed class IndexModel(CandidacyListQueries queries) : PortalPage
{
    private const decimal Million = 1_000_000m;

    [FromRoute]
    public string Slug { get; set; } = string.Empty;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "region")]
    public Region? Region { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public CandidacyState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "eligibility")]
    public Eligibility? Eligibility { get; set; }

    [BindProperty(SupportsGet = true, Name = "sort")]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "size")]
    public int Size { get; set; } = CandidacyListQueries.UsualSize;

    public CandidacyList List { get; private set; } = null!;

    public bool IsEnded => List.CallState >= CallState.Closed;

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || Region is not null || State is not null || Eligibility is not null;

    public bool MayEnter => Actor.Is(PortalRole.ProgrammeManager) && List.CallState is CallState.Open or CallState.Closed or CallState.Screening;

    public async Task<IActionResult> OnGetAsync()
    {
        if (this.Kept() is { } elsewhere)
        {
            return elsewhere;
        }

        List = await queries.ListAsync(Slug, Filter(), Actor, Cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format)
    {
        var rows = await queries.AllAsync(Slug, Filter(), Actor, Cancel);
        var table = new ExportTable(
            $"{Slug}-candidacies",
            [
                T["Reference"], T["Institution"], T["Country"], T["Country code"], T["Region"], T["State"], T["Eligibility"], T["Submitted|when"],
                T["Reviews in"], T["Reviews assigned"], T["Score"],
            ],
            rows.Select(row => (IReadOnlyList<object?>)
            [
                row.Reference, row.Institution, T.Country(row.Country), row.Country, RegionOf(row.Country), T.State(row.State).Text,
                row.State == CandidacyState.Submitted ? T.State(row.Eligibility).Text : null, row.SubmittedAt,
                row.ReviewsSubmitted, row.ReviewsAssigned, row.ScoreMillionths / Million,
            ]));
        return table.ToFile(format);
    }

    /// <summary>The page of a candidacy: its screening once that has started, what was submitted before.</summary>
    public string AddressOf(CandidacyListRow row) => List.CallState >= CallState.Screening && row.State == CandidacyState.Submitted
        ? $"/manage/calls/{Slug}/screening/{row.Reference}"
        : $"/candidacies/{row.Reference}/submitted";

    public string RegionOf(string country) => ReferenceCatalogue.FindCountry(country) is { } known ? T.Of(known.Region) : string.Empty;

    public string Export(string format) => PagerTagHelper.AddressOf(Request, ("handler", "Export"), ("format", format), ("p", null), ("size", null));

    /// <summary>A score to one decimal, as lists show it.</summary>
    public static string Score(long millionths) => (millionths / Million).ToString("N1", CultureInfo.CurrentCulture);

    private CandidacyFilter Filter() => new()
    {
        Search = Search, Region = Region, State = State, Eligibility = Eligibility, Sort = Sort ?? CandidacyListQueries.UsualSort, Page = PageNumber, Size = Size,
    };
}
