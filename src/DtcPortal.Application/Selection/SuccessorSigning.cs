using DtcPortal.Application.Common;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Selection;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Selection;

/// <summary>Who takes a freed seat, as both sign it; their second signature makes the offer (rules.md 7).</summary>
public sealed class SuccessorSigning(PortalDbContext db, SeatAwarder seats, SelectionNotices notices) : IJointDecision
{
    /// <inheritdoc />
    public SignedKind Kind => SignedKind.Successor;

    /// <inheritdoc />
    public async Task<JointContent> DescribeAsync(Guid subjectId, CancellationToken cancellationToken)
    {
        var found = await (
            from succession in db.SeatSuccessions.AsNoTracking()
            join seat in db.Seats on succession.SeatId equals seat.Id
            join call in db.Calls on succession.CallId equals call.Id
            where succession.Id == subjectId
            select new
            {
                succession.CallId, succession.LeaverCandidacyId, succession.CandidacyId, succession.Region, succession.IsOfSameRegion, seat.Number, call.Slug, call.Title,
            }).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        var names = await (
            from candidacy in db.Candidacies.AsNoTracking()
            join institution in db.Institutions on candidacy.InstitutionId equals institution.Id
            where candidacy.Id == found.CandidacyId || candidacy.Id == found.LeaverCandidacyId
            select new { candidacy.Id, Name = institution.Name + ", " + candidacy.Country }).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
        return new JointContent(
            new Message("Sign who takes the free seat {0} of the {1}", found.Number, found.Title),
            $"/committee/calls/{found.Slug}/selection/successors/{subjectId}",
            [
                new SignedLine("Free seat", found.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                new SignedLine("Left by", names[found.LeaverCandidacyId]),
                new SignedLine("Taken by", names[found.CandidacyId]),
            ],
            found.CallId);
    }

    /// <inheritdoc />
    public async Task TakeEffectAsync(Guid subjectId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var succession = await db.SeatSuccessions.SingleAsync(found => found.Id == subjectId, cancellationToken);
        var call = await db.Calls.AsNoTracking().Where(found => found.Id == succession.CallId)
            .Select(found => new { found.PhaseId, found.OfferDays, found.Title }).SingleAsync(cancellationToken);
        await seats.LockAsync(call.PhaseId, cancellationToken);
        var seat = await db.Seats.SingleAsync(found => found.Id == succession.SeatId, cancellationToken);
        Rule.Require(seat.IsFree, "This seat was given to another meanwhile.");
        var entry = await db.WaitlistEntries.SingleAsync(found => found.CandidacyId == succession.CandidacyId, cancellationToken);
        var institution = await db.Candidacies.Where(candidacy => candidacy.Id == succession.CandidacyId).Select(candidacy => candidacy.InstitutionId).SingleAsync(cancellationToken);
        seat.Take(succession.CandidacyId, now);
        entry.Leave(now);
        succession.Decide(now);
        var offer = new Offer(succession.CallId, call.PhaseId, seat.Id, succession.CandidacyId, institution, now.AddDays(call.OfferDays), now);
        db.Offers.Add(offer);
        var addresses = await notices.AddressesAsync([succession.CandidacyId], cancellationToken);
        notices.Offered(addresses[succession.CandidacyId], call.Title, offer.AnswerBy);
    }
}
