using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Web.Security;
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

    /// <summary>Page of the list.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>The accounts.</summary>
    public Paged<UserRow> Users { get; private set; } = null!;

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync() => Users = await queries.ListAsync(Search, Role, Math.Max(1, PageNumber), Cancel);
}
