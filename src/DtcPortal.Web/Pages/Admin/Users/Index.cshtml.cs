using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Exporting;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Admin.Users;

/// <summary>All accounts.</summary>
[Authorize(Policy = nameof(Policies.Administrators))]
public sealed class IndexModel(UserQueries queries) : PortalPage
{
    /// <summary>Words of name or mail address.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    /// <summary>Only those with the role.</summary>
    [BindProperty(SupportsGet = true)]
    public PortalRole? Role { get; set; }

    /// <summary>What the list is sorted by, such as -since; null for by name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    /// <summary>Page of the list.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>The accounts.</summary>
    public Paged<UserRow> Users { get; private set; } = null!;

    private UserFilter Filter => new() { Search = Search, Role = Role, Sort = Sort, Page = PageNumber };

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync() => Users = await queries.ListAsync(Filter, Cancel);

    /// <summary>The list as a file.</summary>
    public async Task<IActionResult> OnGetDownloadAsync(string? format)
    {
        var rows = await queries.AllAsync(Filter, Cancel);
        return new ExportTable(
            "accounts",
            [T["Name"], T["Mail address"], T["Role"], T["Party"], T["Since"], T["State"]],
            rows.Select(row => (IReadOnlyList<object?>)
            [
                row.Name, row.Email, RolesOf(row), row.Party is { } party ? T.Of(party) : null, row.CreatedAt, T.State(row.State).Text,
            ])).ToFile(format);
    }

    /// <summary>The roles of an account in words.</summary>
    public string RolesOf(UserRow user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return string.Join(", ", user.Roles.Select(role => T.Of(role)).Concat(user.IsAlternate ? [T["alternate"]] : []));
    }
}
