using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Selection;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Selection;

/// <summary>Proposals that a co-chair is to make, offers that an institution is to answer.</summary>
public sealed class SelectionWork(PortalDbContext db, PortalClock clock) : IWorkSource
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.Is(PortalRole.CoChair) || actor.IsAlternate)
        {
            return await ProposalsAsync(actor, cancellationToken);
        }

        return actor.Is(PortalRole.Applicant) && actor.InstitutionId is { } institution ? await OffersAsync(institution, cancellationToken) : [];
    }

    private async Task<IReadOnlyList<WorkItem>> ProposalsAsync(Actor actor, CancellationToken cancellationToken)
    {
        var signers = CallSigners.Of(db);
        var calls = await db.Calls.AsNoTracking()
            .Where(call => call.Stage == CallStage.Deliberation
                && signers.Any(member => member.CallId == call.Id && member.UserId == actor.Id)
                && !db.SelectionDecisions.Any(decision => decision.CallId == call.Id))
            .Select(call => new { call.Slug, call.Title }).ToListAsync(cancellationToken);
        return [.. calls.Select(call => new WorkItem(new Message("Make the selection of the {0}", call.Title), $"/committee/calls/{call.Slug}/selection"))];
    }

    private async Task<IReadOnlyList<WorkItem>> OffersAsync(Guid institution, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var offers = await (
            from offer in db.Offers.AsNoTracking()
            join candidacy in db.Candidacies on offer.CandidacyId equals candidacy.Id
            where offer.InstitutionId == institution && offer.Answer == OfferAnswer.None && offer.AnswerBy > now
            select new { candidacy.Reference, offer.AnswerBy }).ToListAsync(cancellationToken);
        return
        [
            .. offers.Select(offer => new WorkItem(
                new Message("Your candidacy {0} was chosen: accept or decline the seat", offer.Reference), $"/candidacies/{offer.Reference}/result", offer.AnswerBy)),
        ];
    }
}
