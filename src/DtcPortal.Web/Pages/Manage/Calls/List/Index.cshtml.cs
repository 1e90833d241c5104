using DtcPortal.Application.Calls;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;

namespace DtcPortal.Web.Pages.Manage.Calls.List;

/// <summary>All calls, drafts too.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(CallQueries queries) : PortalPage
{
    public IReadOnlyList<CallRow> Calls { get; private set; } = [];

    public async Task OnGetAsync() => Calls = await queries.ListAsync(Cancel);
}
