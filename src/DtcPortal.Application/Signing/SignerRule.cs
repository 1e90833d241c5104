using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Committee;
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

        if (callId is not { } call)
        {
            return true;
        }

        var chairs = await db.CommitteeMembers.AsNoTracking()
            .Where(member => member.CallId == call && member.Party == party && (member.Seat == CommitteeSeat.CoChair || member.IsAlternate))
            .Select(member => new
            {
                member.UserId,
                member.Seat,
                HasConflict = db.ConflictsOfInterest.Any(conflict =>
                    conflict.CallId == call && conflict.MemberId == member.UserId && conflict.State == ConflictState.Upheld),
            })
            .ToListAsync(cancellationToken);
        var self = chairs.Find(chair => chair.UserId == actor.Id);
        if (self is null || self.HasConflict)
        {
            return false;
        }

        return self.Seat == CommitteeSeat.CoChair || chairs.Exists(chair => chair.Seat == CommitteeSeat.CoChair && chair.HasConflict);
    }

    /// <summary>The party that somebody signs for. Throws ForbiddenException when they do not.</summary>
    public async Task<Party> RequireAsync(Actor actor, Guid? callId, CancellationToken cancellationToken) =>
        await AllowsAsync(actor, callId, cancellationToken)
            ? actor.Party!.Value
            : throw new ForbiddenException(new Message("A co-chair of each party signs. You do not sign here."));
}
