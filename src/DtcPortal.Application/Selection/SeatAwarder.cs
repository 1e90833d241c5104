using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Phases;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Selection;

/// <summary>
/// Gives seats, never more than there are, whoever asks at the same instant: the phase's row is locked first, then the lowest free seats are
/// taken (product.md 1). All in one transaction with what belongs to it.
/// </summary>
public sealed class SeatAwarder(PortalDbContext db)
{
    /// <summary>Gives a seat to each candidacy, in their order. Throws RuleBrokenException when no cap is agreed or too few seats are left; then none is given.</summary>
    public Task<IReadOnlyList<Seat>> AwardAsync(Guid phaseId, IReadOnlyList<Guid> candidacyIds, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.AtomicallyAsync<IReadOnlyList<Seat>>(
            async () =>
            {
                await LockAsync(phaseId, cancellationToken);
                var cap = await db.Phases.Where(phase => phase.Id == phaseId).Select(phase => phase.Cap).SingleAsync(cancellationToken);
                Rule.Require(cap is not null, "No cap is agreed for this phase, so no seat can be given. Both parties sign one first.");
                var seats = await db.Seats.Where(seat => seat.PhaseId == phaseId && seat.CandidacyId == null)
                    .OrderBy(seat => seat.Number).Take(candidacyIds.Count).ToListAsync(cancellationToken);
                Rule.Require(
                    seats.Count == candidacyIds.Count,
                    seats.Count == 0
                        ? new Message("No seat is left: all {0} of this phase are taken.", cap.Value)
                        : new Message("{0} seats are asked for and {1} are left.", candidacyIds.Count, seats.Count));
                foreach (var (seat, candidacy) in seats.Zip(candidacyIds))
                {
                    seat.Take(candidacy, now);
                }

                return seats;
            },
            cancellationToken);

    /// <summary>Holds the phase's seats for this transaction; a second one waits here.</summary>
    internal Task LockAsync(Guid phaseId, CancellationToken cancellationToken) =>
        db.Phases.Where(phase => phase.Id == phaseId).ExecuteUpdateAsync(set => set.SetProperty(phase => phase.Number, phase => phase.Number), cancellationToken);
}
