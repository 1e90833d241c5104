using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Selection;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Selection;

/// <summary>Frees the seats of offers that lapsed. That they lapsed follows from the clock alone; this only does what comes after.</summary>
public sealed class OfferLapses(PortalDbContext db, PortalClock clock, SuccessionService successions, SelectionNotices notices) : IDueWork, IDeadlineSource
{
    // an answer that arrived in time may be stored a little later; until then its seat is not given on
    private static readonly TimeSpan StoredLate = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var lapsed = await Lapsed(now).OrderBy(offer => offer.AnswerBy).ThenBy(offer => offer.Id).Select(offer => offer.Id).ToListAsync(cancellationToken);
        foreach (var id in lapsed)
        {
            await db.AtomicallyAsync(
                async () =>
                {
                    if (await Lapsed(now).SingleOrDefaultAsync(offer => offer.Id == id, cancellationToken) is not { } offer)
                    {
                        return;
                    }

                    var addresses = await notices.AddressesAsync([offer.CandidacyId], cancellationToken);
                    notices.Lapsed(addresses[offer.CandidacyId], offer.AnswerBy);
                    await successions.FreeAsync(offer, now, cancellationToken);
                },
                cancellationToken);
        }
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<UpcomingDeadline>> AfterAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        var earliest = instant - StoredLate;
        var ends = await db.Offers.AsNoTracking().Where(offer => offer.Answer == OfferAnswer.None && offer.AnswerBy > earliest)
            .GroupBy(offer => offer.AnswerBy).Select(group => new { At = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        return [.. ends.Select(end => new UpcomingDeadline(end.At + StoredLate, new Message("Offers lapse without an answer: {0}", end.Count)))];
    }

    private IQueryable<Offer> Lapsed(DateTimeOffset now)
    {
        var latest = now - StoredLate;
        return db.Offers.Where(offer => offer.Answer == OfferAnswer.None && offer.AnswerBy <= latest && offer.SeatFreedAt == null);
    }
}
