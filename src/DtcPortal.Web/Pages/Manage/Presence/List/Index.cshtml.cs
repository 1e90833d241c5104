using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Phases;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;

namespace DtcPortal.Web.Pages.Manage.Presence.List;

/// <summary>The lists of countries in which each party is present.</summary>
[Authorize(Policy = nameof(Policies.ManagersAndCoChairs))]
public sealed class IndexModel(PresenceQueries queries, PortalClock clock) : PortalPage
{
    public IReadOnlyList<PresenceRow> Lists { get; private set; } = [];

    public IReadOnlyDictionary<Party, PresenceRow> InForce { get; private set; } = new Dictionary<Party, PresenceRow>();

    public DateOnly Today => DateOnly.FromDateTime(clock.Now.UtcDateTime);

    public bool IsManager => Actor.Is(PortalRole.ProgrammeManager);

    public async Task OnGetAsync()
    {
        Lists = await queries.ListAsync(Cancel);
        InForce = PresenceQueries.InForceOn(Lists, Today, clock.Now);
    }
}
