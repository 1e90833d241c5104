using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Selection;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Candidacies;

/// <summary>Reads how candidacies ended, never before both parties have signed.</summary>
public sealed class CandidacyResultReader(PortalDbContext db, PortalClock clock)
{
    /// <summary>Results by key of the candidacy; one that has none is left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, CandidacyResult>> ReadAsync(IReadOnlyCollection<Guid> candidacies, CancellationToken cancellationToken)
    {
        if (candidacies.Count == 0)
        {
            return new Dictionary<Guid, CandidacyResult>();
        }

        var now = clock.Now;
        var found = await (
            from candidacy in db.Candidacies.AsNoTracking()
            where candidacies.Contains(candidacy.Id) && candidacy.State == CandidacyState.Submitted
            join call in db.Calls on candidacy.CallId equals call.Id
            join offer in db.Offers on candidacy.Id equals offer.CandidacyId into offers
            from offer in offers.DefaultIfEmpty()
            select new
            {
                candidacy.Id,
                candidacy.Eligibility,
                Offer = offer,
                Outcome = call.DecidedAt == null
                    ? null
                    : db.SelectionLines.Where(line => line.CandidacyId == candidacy.Id
                            && db.SelectionDecisions.Any(decision => decision.Id == line.SelectionDecisionId && decision.CallId == candidacy.CallId))
                        .Select(line => (SelectionOutcome?)line.Outcome).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        var results = new Dictionary<Guid, CandidacyResult>();
        foreach (var one in found)
        {
            if (CandidacyResults.Of(one.Eligibility, one.Outcome, one.Offer?.StateAt(now)) is { } result)
            {
                results[one.Id] = result;
            }
        }

        return results;
    }
}
