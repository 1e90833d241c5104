using DtcPortal.Application.Calls;
using Microsoft.AspNetCore.Authorization;

namespace DtcPortal.Web.Pages.Calls.List;

/// <summary>Published calls, the open ones first.</summary>
[AllowAnonymous]
public sealed class IndexModel(PublicCallQueries calls) : PortalPage
{
    /// <summary>The calls.</summary>
    public IReadOnlyList<CallSummary> Calls { get; private set; } = [];

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync() => Calls = await calls.ListAsync(Cancel);
}
