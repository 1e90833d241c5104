using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Signing;

/// <summary>Everything that awaits a co-chair's signature, whatever its kind; in a call where the co-chair has a conflict, their alternate's (rules.md 2).</summary>
public sealed class SigningWork(PortalDbContext db) : IWorkSource
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var isChair = actor.Is(PortalRole.CoChair);
        if (actor.Party is not { } party || actor.Is(PortalRole.Administrator) || !(isChair || actor.IsAlternate))
        {
            return [];
        }

        var signers = CallSigners.Of(db);
        var sheets = await db.SignOffSheets.AsNoTracking()
            .Where(sheet => sheet.CompletedAt == null && sheet.IsReady && !sheet.SignOffs.Any(signOff => signOff.Party == party && signOff.DroppedAt == null))
            .Where(sheet => sheet.CallId == null
                ? isChair
                : signers.Any(member => member.CallId == sheet.CallId && member.UserId == actor.Id))
            .OrderBy(sheet => sheet.MadeAt)
            .Select(sheet => new { sheet.Title, sheet.Address, sheet.Number, IsSigned = sheet.SignOffs.Any(signOff => signOff.DroppedAt == null) })
            .ToListAsync(cancellationToken);
        var other = party.Other().NameInSentence();
        return
        [
            .. sheets.Select(sheet => new WorkItem(
                sheet.Title, sheet.Address,
                Detail: sheet.IsSigned ? new Message("Version {0}, {1} has signed", sheet.Number, other) : new Message("Version {0}, nobody has signed yet", sheet.Number))),
        ];
    }
}
