using DtcPortal.Application.Accounts;
using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Common;
using DtcPortal.Application.Exporting;
using DtcPortal.Domain.Calls;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Calls.Screening;

/// <summary>How far the screening of a call is, and what is left.</summary>
[Authorize(Policy = nameof(Policies.ManagersAndCoChairs))]
public sealed class IndexModel(ScreeningQueries queries, PortalClock clock) : PortalPage
{
    [FromRoute]
    public string Slug { get; set; } = string.Empty;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public ScreeningState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "sort")]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public ScreeningList List { get; private set; } = null!;

    public DateTimeOffset Now => clock.Now;

    public bool IsRunning => List.CallState is CallState.Screening or CallState.Scoring;

    public bool MayScreen => IsRunning && Actor.Is(PortalRole.ProgrammeManager);

    private ScreeningFilter Filter => new() { Search = Search, State = State, Sort = Sort, Page = PageNumber };

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || State is not null;

    public async Task<IActionResult> OnGetAsync()
    {
        if (this.Kept() is { } elsewhere)
        {
            return elsewhere;
        }

        List = await queries.ListAsync(Slug, Filter, Actor, Cancel);
        return Page();
    }

    /// <summary>The list as a file.</summary>
    public async Task<IActionResult> OnGetDownloadAsync(string? format)
    {
        var rows = await queries.AllAsync(Slug, Filter, Actor, Cancel);
        return new ExportTable(
            $"{Slug}-screening",
            [T["Reference"], T["Institution"], T["Country"], T["Country code"], T["State"], T["Answer due"], T["Answered|when"], T["Decided|when"], T["Longer deadline"]],
            rows.Select(row => (IReadOnlyList<object?>)
            [
                row.Reference, row.Institution, T.Country(row.Country), row.Country, T.State(row.State).Text, row.DueAt, row.AnsweredAt, row.FinishedAt, row.ExtendedUntil,
            ])).ToFile(format);
    }

    /// <summary>What comes next for a candidacy; null where a manager just looks at it, so that its cell stays empty.</summary>
    public IHtmlContent? NextStep(ScreeningRow row, Moments moments) => row switch
    {
        { ExtendedUntil: { } until } when !row.IsOpenedAt(Now) => new HtmlContentBuilder().Append(T["Longer deadline until {0}", moments.Absolute(until.AddMinutes(-1))]),
        { State: ScreeningState.ToClarify, DueAt: { } due, AnsweredAt: null } =>
            new HtmlContentBuilder().AppendHtml("<span>").AppendHtml(Ui.Tag(T.State(due, null, Now))).Append(" " + T["due {0}", moments.Day(due)]).AppendHtml("</span>"),
        { State: ScreeningState.ToClarify, DueAt: { } due } => Ui.Tag(T.State(due, row.AnsweredAt, Now)),
        { State: ScreeningState.Proposed } => new HtmlContentBuilder().Append(T["Both parties sign"]),
        { FinishedAt: { } finished } => new HtmlContentBuilder().AppendHtml("<span class=\"muted\">").Append(T["Decided on {0}", moments.Day(finished)]).AppendHtml("</span>"),
        _ => null,
    };

    public string AddressOf(ScreeningState? state) => PagerTagHelper.AddressOf(Request, ("state", state?.ToString()), ("p", null));
}
