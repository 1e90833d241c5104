using DtcPortal.Application.Common;
using DtcPortal.Application.Exporting;
using DtcPortal.Application.Reporting;
using DtcPortal.Domain.Reporting;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Reports;

[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(ReportListQueries queries) : PortalPage
{
    /// <summary>How the list is sorted unless said otherwise.</summary>
    public const string UsualSort = "-period";

    [BindProperty(SupportsGet = true, Name = "period")]
    public string? PeriodText { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Centre { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? StateText { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public Paged<ReportListRow> List { get; private set; } = null!;

    /// <summary>How many of the rows found stand where.</summary>
    public IReadOnlyDictionary<ReportStanding, int> Counts { get; private set; } = new Dictionary<ReportStanding, int>();

    public IReadOnlyList<ReportingPeriod> Periods { get; private set; } = [];

    public IReadOnlyList<(string Slug, string Name)> Centres { get; private set; } = [];

    public ReportingPeriod? Period => ReportingPeriod.TryParse(PeriodText, out var period) ? period : null;

    public ReportStanding? Standing => Enum.TryParse<ReportStanding>(StateText, out var standing) && Enum.IsDefined(standing) ? standing : null;

    public bool IsFiltered => Period is not null || Standing is not null || !string.IsNullOrEmpty(Centre);

    public async Task<IActionResult> OnGetAsync()
    {
        if (this.Kept() is { } elsewhere)
        {
            return elsewhere;
        }

        ModelState.Clear();
        var rows = await RowsAsync();
        Counts = rows.GroupBy(row => row.Standing).ToDictionary(group => group.Key, group => group.Count());
        var pages = Math.Max(1, (rows.Count + ReportListQueries.PageSize - 1) / ReportListQueries.PageSize);
        var page = Math.Clamp(PageNumber, 1, pages);
        List = new Paged<ReportListRow>([.. rows.Skip((page - 1) * ReportListQueries.PageSize).Take(ReportListQueries.PageSize)], rows.Count, page, ReportListQueries.PageSize);
        return Page();
    }

    public async Task<IActionResult> OnGetDownloadAsync(string? format)
    {
        string[] heads = [T["Centre"], T["Country"], T["Region"], T["Quarter"], T["State"], T["Revision|head"], T["Due"], T["Submitted"], T["Late"], T["Verified by"], T["Approved"]];
        return new ExportTable("reports", heads, (await RowsAsync()).Select(row => (IReadOnlyList<object?>)
        [
            row.Centre, T.Country(row.Country), T.Of(row.Region), row.Period.ToString(), T.State(row.Standing, row.State).Text, row.Revision, row.DueOn, row.SubmittedAt,
            row.IsLate ? T["yes"] : T["no"], row.VerifiedFor is { } party ? T.Of(party) : null, row.ApprovedAt,
        ])).ToFile(format);
    }

    private async Task<IReadOnlyList<ReportListRow>> RowsAsync()
    {
        var filter = new ReportFilter { Period = Period, Centre = string.IsNullOrEmpty(Centre) ? null : Centre, Standing = Standing, Sort = Sort ?? UsualSort };
        var (rows, periods, centres) = await queries.AllAsync(filter, Cancel);
        (Periods, Centres) = (periods, centres);
        return rows;
    }
}
