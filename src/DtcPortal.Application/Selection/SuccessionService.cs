using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Selection;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Selection;

/// <summary>Frees a seat that was declined or lapsed and proposes who takes it; both sign that (product.md 1, rules.md 7).</summary>
public sealed class SuccessionService(PortalDbContext db, SeatAwarder seats, SelectionReader reader, SelectionNotices notices, SigningService signing)
{
    /// <summary>Frees the seat of an offer and proposes the next; inside the transaction of what freed it. Does nothing when it was done.</summary>
    public async Task FreeAsync(Offer offer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await seats.LockAsync(offer.PhaseId, cancellationToken);
        var seat = await db.Seats.SingleAsync(found => found.Id == offer.SeatId, cancellationToken);
        if (seat.CandidacyId != offer.CandidacyId)
        {
            return;
        }

        seat.Free();
        offer.SeatFreed(now);
        await db.SaveChangesAsync(cancellationToken);
        var call = await db.Calls.AsNoTracking().Where(found => found.Id == offer.CallId)
            .Select(found => new CallFacts(found.Slug, found.LimitPerCountry, found.LotSeed))
            .SingleAsync(cancellationToken);
        var path = $"/committee/calls/{call.Slug}/selection";
        if (await NextAsync(offer, call, cancellationToken) is not { } next)
        {
            await notices.TellCoChairsAsync(
                offer.CallId, path, new Message("A seat is free and nobody is left to take it"),
                new Message("Seat {0} was declined or its offer lapsed. No candidacy on a waitlist can take it, so it stays empty.", seat.Number), cancellationToken);
            return;
        }

        var succession = new SeatSuccession(offer.CallId, offer.SeatId, offer.CandidacyId, next, now);
        db.SeatSuccessions.Add(succession);
        await notices.TellCoChairsAsync(
            offer.CallId, path, new Message("A seat is free: sign who takes it"),
            new Message("Seat {0} was declined or its offer lapsed. The portal proposes who comes next; both parties sign it.", seat.Number), cancellationToken);
        await signing.RefreshAsync(SignedKind.Successor, succession.Id, cancellationToken);
    }

    private async Task<SuccessorProposal?> NextAsync(Offer offer, CallFacts call, CancellationToken cancellationToken)
    {
        var pending = await db.SeatSuccessions.Where(succession => succession.CallId == offer.CallId && succession.DecidedAt == null)
            .Select(succession => succession.CandidacyId).ToListAsync(cancellationToken);
        var holders = await db.Seats.Where(seat => seat.PhaseId == offer.PhaseId && seat.CandidacyId != null)
            .Select(seat => seat.CandidacyId!.Value).ToListAsync(cancellationToken);
        var taking = pending.Concat(holders).ToList();
        var taken = await db.Candidacies.Where(candidacy => taking.Contains(candidacy.Id))
            .Select(candidacy => new { candidacy.Id, candidacy.Country }).ToListAsync(cancellationToken);
        var waiting = await db.WaitlistEntries.Where(entry => entry.CallId == offer.CallId && entry.LeftAt == null && !pending.Contains(entry.CandidacyId))
            .OrderBy(entry => entry.Region).ThenBy(entry => entry.Place).ToListAsync(cancellationToken);
        var leaver = await db.Candidacies.Where(candidacy => candidacy.Id == offer.CandidacyId).Select(candidacy => candidacy.Country).SingleAsync(cancellationToken);
        return Successor.Find(new FreedSeat
        {
            Region = SelectionReader.RegionOf(leaver),
            Taken = [.. taken.Select(holder => new SeatClaim(holder.Id, SelectionReader.RegionOf(holder.Country), holder.Country))],
            Waiting = [.. waiting.Select(entry => new SeatClaim(entry.CandidacyId, entry.Region, entry.Country))],
            Needs = await reader.NeedsAsync(offer.PhaseId, call.LotSeed, cancellationToken),
            LimitPerCountry = call.LimitPerCountry,
        });
    }

    private sealed record CallFacts(string Slug, int LimitPerCountry, long LotSeed);
}
