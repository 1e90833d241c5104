using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Centres;

/// <summary>Agreements that wait for ITU's manager or for the centre's manager.</summary>
public sealed class AgreementWork(PortalDbContext db) : IWorkSource
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var isItu = AgreementService.MayEnter(actor);
        if (!isItu && !(actor.Is(PortalRole.CentreManager) && actor.CentreId is not null))
        {
            return [];
        }

        var waiting = await db.Centres.AsNoTracking()
            .Where(centre => (centre.State == CentreState.Accepted || centre.State == CentreState.AgreementPending) && (isItu || centre.Id == actor.CentreId))
            .OrderBy(centre => centre.AcceptedAt)
            .Select(centre => new
            {
                centre.Slug, centre.Name,
                Agreement = db.CentreAgreements.Where(agreement => agreement.CentreId == centre.Id)
                    .Select(agreement => new { HasItu = agreement.ItuSignedAt != null, HasCentre = agreement.CentreSignedAt != null, HasDocument = agreement.Sha256 != null }).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return isItu
            ?
            [
                .. waiting.Where(centre => centre.Agreement is not { HasItu: true }).Select(centre => new WorkItem(
                    centre.Agreement is { HasDocument: true } ? new Message("Sign the agreement with {0}", centre.Name) : new Message("Enter the agreement with {0}", centre.Name),
                    $"/manage/centres/{centre.Slug}")),
            ]
            : [.. waiting.Where(centre => centre.Agreement is { HasDocument: true, HasCentre: false }).Select(_ => new WorkItem(new Message("Read and sign the agreement with ITU"), "/centre/agreement"))];
    }
}
