using System.Globalization;
using DtcPortal.Application.Exporting;
using DtcPortal.Application.Selection;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Pages.Committee.ReadSelection;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Committee.ReadRanking;

/// <summary>The candidacies of a call by score, with both parties' means and what keeps one from being ranked.</summary>
[Authorize(Policy = nameof(Policies.Committee))]
public sealed class IndexModel(RankingQueries queries) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = string.Empty;

    [BindProperty(SupportsGet = true, Name = "region")]
    public string? RegionCode { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? Shown { get; set; }

    [BindProperty(SupportsGet = true, Name = "sort")]
    public string? Sort { get; set; }

    public RankingView View { get; private set; } = null!;

    public IReadOnlyList<RankingRow> Rows { get; private set; } = [];

    public bool MayCalibrate => View.Basis.Reader is { Signs: true } or { Seat: CommitteeSeat.CoChair };

    public bool IsFiltered => Rows.Count != View.Rows.Count;

    public int Count(RankingState state) => View.Rows.Count(row => row.State == state);

    public async Task OnGetAsync()
    {
        View = await queries.FindAsync(Slug, Actor, Cancel);
        var rows = View.Rows.AsEnumerable();
        if (RegionCodes.TryParse(RegionCode, out var region))
        {
            rows = rows.Where(row => row.Candidacy.Region == region);
        }

        if (Enum.TryParse<RankingState>(Shown, ignoreCase: true, out var state) && Enum.IsDefined(state))
        {
            // where a hidden one stands must not show by its absence either
            rows = rows.Where(row => row.IsHidden || row.State == state);
        }

        Rows = [.. Sorted(rows)];
    }

    public async Task<IActionResult> OnGetDownloadAsync(string? format)
    {
        await OnGetAsync();
        return new ExportTable(
            $"{Slug}-ranking",
            [T["Rank"], T["Reference"], T["Institution"], T["Country"], T["Region"], T["Score"], T["ITU mean"], T["Cisco mean"], T["Apart by"], T["Reviewers differ"], T["State"]],
            Rows.Where(row => !row.IsHidden).Select(row => (IReadOnlyList<object?>)
            [
                row.Rank, row.Candidacy.Reference, row.Candidacy.Institution, T.Country(row.Candidacy.Country), T.Of(row.Candidacy.Region), Points(row.Candidacy.Score),
                Points(row.Candidacy.Itu), Points(row.Candidacy.Cisco), Points(row.Apart), string.Join(", ", row.Candidacy.Differences), StateOf(row).Text,
            ])).ToFile(format);
    }

    /// <summary>Address of the list as it is shown, as a file.</summary>
    public string FileOf(string format) => PagerTagHelper.AddressOf(Request, ("handler", "Download"), ("format", format));

    public StateWord StateOf(RankingRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.State switch
        {
            RankingState.Rankable => new(Tone.Good, T["Rankable"]),
            RankingState.BelowMinimum => new(Tone.Plain, T["Below a minimum"]),
            _ => new(Tone.Watch, T["Reviews missing"]),
        };
    }

    /// <summary>What keeps a candidacy from a seat.</summary>
    public string? Hindrance(RankingRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row switch
        {
            { State: RankingState.Missing, Missing.Count: 0 } => T["No review is assigned."],
            { State: RankingState.Missing } => T["Missing: {0}", string.Join(", ", row.Missing.Select(review => $"{review.Member} ({T.Of(review.Party)})"))],
            { BelowOn: { } code } => T["{0} {1}, below the minimum of {2}", code, SelectionWords.Points(row.Candidacy.Criteria.GetValueOrDefault(code)), SelectionWords.Points(MinimumOf(code))],
            { State: RankingState.BelowMinimum } => T["{0}, below the minimum of {1}", SelectionWords.Points(row.Candidacy.Score), SelectionWords.Points(View.Basis.MinimumScore)],
            { Missing.Count: > 0 } when View.Basis.Stage >= CallStage.Deliberation => T["Waived: {0}", string.Join(", ", row.Missing.Select(review => review.Member))],
            _ => null,
        };
    }

    private long? MinimumOf(string code) => View.Basis.Criteria.First(criterion => criterion.Code == code).MinimumMillionths;

    private static decimal? Points(long? millionths) => millionths / (decimal)ExactRounding.Million;

    private IEnumerable<RankingRow> Sorted(IEnumerable<RankingRow> rows)
    {
        var byName = StringComparer.Create(CultureInfo.CurrentCulture, ignoreCase: true);
        // what is hidden must not show by its place
        long Shown(RankingRow row, long? value) => row.IsHidden ? -1 : value ?? -1;
        return Sort switch
        {
            "name" => rows.OrderBy(row => row.Candidacy.Institution, byName),
            "-name" => rows.OrderByDescending(row => row.Candidacy.Institution, byName),
            "score" => rows.OrderBy(row => Shown(row, row.Candidacy.Score)),
            "apart" => rows.OrderBy(row => Shown(row, row.Apart)),
            "-apart" => rows.OrderByDescending(row => Shown(row, row.Apart)),
            "country" => rows.OrderBy(row => T.Country(row.Candidacy.Country), byName),
            "-country" => rows.OrderByDescending(row => T.Country(row.Candidacy.Country), byName),
            _ => rows.OrderByDescending(row => Shown(row, row.Candidacy.Score)),
        };
    }
}
