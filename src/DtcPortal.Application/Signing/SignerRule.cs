using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Signing;

/// <summary>
/// Who signs for a party: its co-chair; in a call in which that co-chair has an upheld conflict, the recorded alternate of the same party
/// for the whole call (rules.md 2). An administrator never signs.
/// </summary>
public sealed class SignerRule(PortalDbContext db)
{
    /// <summary>Whether somebody signs for their party, in a call where one is named.</summary>
    public async Task<bool> AllowsAsync(Actor actor, Guid? callId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.Party is not { } party || actor.Is(PortalRole.Administrator) || !(actor.Is(PortalRole.CoChair) || (actor.IsAlternate && callId is not null)))
        {
            return false;
        }

        return callId is not { } call
            || await CallSigners.Of(db).AnyAsync(member => member.CallId == call && member.UserId == actor.Id && member.Party == party, cancellationToken);
    }

    /// <summary>The party that somebody signs for. Throws ForbiddenException when they do not.</summary>
    public async Task<Party> RequireAsync(Actor actor, Guid? callId, CancellationToken cancellationToken) =>
        await AllowsAsync(actor, callId, cancellationToken)
            ? actor.Party!.Value
            : throw new ForbiddenException(new Message("A co-chair of each party signs. You do not sign here."));
}
