using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Phases;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Selection;

/// <summary>A seat to be given.</summary>
/// <param name="CandidacyId">To whom.</param>
/// <param name="Number">The seat's number; null for the lowest that is free.</param>
public sealed record SeatAward(Guid CandidacyId, int? Number = null);

/// <summary>
/// Gives seats, never more than there are, whoever asks at the same instant: the phase's row is locked first, then the lowest free seats are
/// taken (product.md 1). All in one transaction with what belongs to it.
/// </summary>
public sealed class SeatAwarder(PortalDbContext db)
{
    /// <summary>
    /// Gives a seat to each candidacy, in their order. Throws RuleBrokenException when no cap is agreed, a named seat is taken or too few are left; then none is given.
    /// </summary>
    public Task<IReadOnlyList<Seat>> AwardAsync(Guid phaseId, IReadOnlyList<SeatAward> awards, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.AtomicallyAsync<IReadOnlyList<Seat>>(
            async () =>
            {
                await LockAsync(phaseId, cancellationToken);
                var cap = await db.Phases.Where(phase => phase.Id == phaseId).Select(phase => phase.Cap).SingleAsync(cancellationToken);
                Rule.Require(cap is not null, "No cap is agreed for this phase, so no seat can be given. Both parties sign one first.");
                var free = await db.Seats.Where(seat => seat.PhaseId == phaseId && seat.CandidacyId == null).OrderBy(seat => seat.Number).ToListAsync(cancellationToken);
                Rule.Require(
                    free.Count >= awards.Count,
                    free.Count == 0
                        ? new Message("No seat is left: all {0} of this phase are taken.", cap.Value)
                        : new Message("{0} seats are asked for and {1} are left.", awards.Count, free.Count));
                var given = new List<Seat>();
                foreach (var award in awards)
                {
                    var seat = free.Find(seat => award.Number is null || seat.Number == award.Number);
                    Rule.Require(seat is not null, new Message("Seat {0} is taken.", award.Number ?? 0));
                    free.Remove(seat);
                    seat.Take(award.CandidacyId, now);
                    given.Add(seat);
                }

                return given;
            },
            cancellationToken);

    /// <summary>Holds the phase's seats for this transaction; a second one waits here.</summary>
    internal Task LockAsync(Guid phaseId, CancellationToken cancellationToken) =>
        db.Phases.Where(phase => phase.Id == phaseId).ExecuteUpdateAsync(set => set.SetProperty(phase => phase.Number, phase => phase.Number), cancellationToken);
}
