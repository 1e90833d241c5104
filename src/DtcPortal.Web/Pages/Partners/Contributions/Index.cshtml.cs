using System.Globalization;
using DtcPortal.Application.Common;
using DtcPortal.Application.Exporting;
using DtcPortal.Application.Partners;
using DtcPortal.Domain.Partners;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Partners.Contributions;

/// <summary>What is intended and what was delivered, by partner, centre and year; and the list.</summary>
[Authorize(Policy = nameof(Policies.PartnersAndCentres))]
public sealed class IndexModel(ContributionQueries contributions) : PortalPage
{
    private const int PageSize = 25;

    /// <summary>The giver.</summary>
    [BindProperty(SupportsGet = true, Name = "partner")]
    public string? PartnerText { get; set; }

    /// <summary>The centre, by its name in addresses.</summary>
    [BindProperty(SupportsGet = true, Name = "centre")]
    public string? Centre { get; set; }

    /// <summary>The year.</summary>
    [BindProperty(SupportsGet = true, Name = "year")]
    public string? YearText { get; set; }

    /// <summary>Where it stands.</summary>
    [BindProperty(SupportsGet = true, Name = "state")]
    public string? StateText { get; set; }

    /// <summary>What the list is sorted by, such as -year; null for the newest first.</summary>
    [BindProperty(SupportsGet = true, Name = "sort")]
    public string? Sort { get; set; }

    /// <summary>Page of the list.</summary>
    [BindProperty(SupportsGet = true, Name = PagerTagHelper.Parameter)]
    public int PageNumber { get; set; } = 1;

    /// <summary>The page that is shown.</summary>
    public Paged<ContributionRow> Listed { get; private set; } = null!;

    /// <summary>All that the reader may see.</summary>
    public IReadOnlyList<ContributionRow> All { get; private set; } = [];

    /// <summary>What the filters leave.</summary>
    public IReadOnlyList<ContributionRow> Shown { get; private set; } = [];

    /// <summary>What the filters were understood to ask.</summary>
    public ContributionFilter Filter { get; private set; } = new();

    /// <summary>What was ignored, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>Intended against delivered, by what.</summary>
    public IReadOnlyList<(string By, IReadOnlyList<IntendedAgainstDelivered> Rows)> Summaries { get; private set; } = [];

    /// <summary>Whether the reader pledges.</summary>
    public bool MayPledge => ContributionService.MayPledge(Actor);

    /// <summary>Shows the list.</summary>
    public Task OnGetAsync() => LoadAsync();

    /// <summary>The list as a file.</summary>
    public async Task<IActionResult> OnGetDownloadAsync(string? format)
    {
        await LoadAsync();
        return new ExportTable(
            "contributions",
            [T["Partner"], T["Centre"], T["Year"], T["Kind"], T["What"], T["Value"], T["Currency"], T["State"], T["Pledged on"], T["Confirmed on"], T["Delivered on"], T["Evidence"]],
            Shown.Select(row => new object?[]
            {
                T.Partner(row), row.Centre, row.Year, T.Of(row.Kind), row.Description, row.Cents / 100m, row.Currency, T.State(row.State).Text, row.PledgedAt, row.ConfirmedAt, row.DeliveredAt, row.Evidence,
            })).ToFile(format);
    }

    private IEnumerable<ContributionRow> Sorted(IEnumerable<ContributionRow> rows)
    {
        var byName = StringComparer.Create(CultureInfo.CurrentCulture, ignoreCase: true);
        return Sort?.TrimStart('-') switch
        {
            "kind" => By(row => T.Of(row.Kind), byName),
            "partner" => By(T.Partner, byName),
            "centre" => By(row => row.Centre, byName),
            "year" => By(row => row.Year),
            "value" => By(row => row.Cents ?? -1),
            "state" => By(row => row.State),
            _ => rows,
        };

        IEnumerable<ContributionRow> By<TKey>(Func<ContributionRow, TKey> key, IComparer<TKey>? comparer = null) =>
            Sort[0] == '-' ? rows.OrderByDescending(key, comparer) : rows.OrderBy(key, comparer);
    }

    private async Task LoadAsync()
    {
        All = await contributions.ListAsync(Actor, Cancel);
        var notes = new List<string>();
        Filter = new ContributionFilter
        {
            PartnerId = Known(PartnerText, text => All.FirstOrDefault(row => row.PartnerId.ToString() == text)?.PartnerId),
            Centre = Known(Centre, text => All.FirstOrDefault(row => row.CentreSlug == text)?.CentreId) is null ? null : Centre,
            Year = Known(YearText, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : default(int?)),
            State = Known(StateText, text => Enum.TryParse<ContributionState>(text, out var state) && Enum.IsDefined(state) ? state : default(ContributionState?)),
        };
        Shown = [.. Sorted(All.Where(Filter.Takes))];
        var page = Math.Clamp(PageNumber, 1, Math.Max(1, (Shown.Count + PageSize - 1) / PageSize));
        Listed = new Paged<ContributionRow>([.. Shown.Skip((page - 1) * PageSize).Take(PageSize)], Shown.Count, page, PageSize);
        Notes = notes;
        Summaries =
        [
            (T["By year"], IntendedAgainstDelivered.By(Shown, row => row.Year.ToString(CultureInfo.InvariantCulture))),
            (T["By partner"], IntendedAgainstDelivered.By(Shown, T.Partner)),
            (T["By centre"], IntendedAgainstDelivered.By(Shown, row => row.Centre)),
        ];

        TValue? Known<TValue>(string? text, Func<string, TValue?> read)
            where TValue : struct
        {
            if (string.IsNullOrEmpty(text))
            {
                return null;
            }

            var value = read(text);
            if (value is null)
            {
                notes.Add(T["The filter {0} is unknown here; it is ignored.", text]);
            }

            return value;
        }
    }
}
