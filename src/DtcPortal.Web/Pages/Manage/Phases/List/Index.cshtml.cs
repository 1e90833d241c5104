using DtcPortal.Application.Accounts;
using DtcPortal.Application.Phases;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;

namespace DtcPortal.Web.Pages.Manage.Phases.List;

/// <summary>All phases.</summary>
[Authorize(Policy = nameof(Policies.ManagersAndCoChairs))]
public sealed class IndexModel(PhaseQueries queries) : PortalPage
{
    public IReadOnlyList<PhaseRow> Phases { get; private set; } = [];

    public bool IsManager => Actor.Is(PortalRole.ProgrammeManager);

    public async Task OnGetAsync() => Phases = await queries.ListAsync(Cancel);
}
