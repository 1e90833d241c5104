using DtcPortal.Application.Common;
using DtcPortal.Application.Phases;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;
using RegionNeed = DtcPortal.Domain.Selection.RegionNeed;
using SeatClaim = DtcPortal.Domain.Selection.SeatClaim;

namespace DtcPortal.Application.Selection;

/// <summary>Reads what a selection is made from: three queries, and one more where the phase had a call before.</summary>
public sealed class SelectionReader(PortalDbContext db, PresenceQueries presence)
{
    /// <summary>The basis of a call. Throws NotFoundException when there is no such call.</summary>
    /// <param name="slug">The call's name in addresses.</param>
    /// <param name="readerId">Who reads; their conflicts hide candidacies.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<SelectionBasis> ReadAsync(string slug, Guid readerId, CancellationToken cancellationToken)
    {
        var (decisive, signers) = (Decisive(db.Reviews), CallSigners.Of(db));
        // a row for each need, so that all of it is one query on both databases
        var rows = await (
            from found in db.Calls.AsNoTracking()
            join phase in db.Phases on found.PhaseId equals phase.Id
            from member in db.CommitteeMembers.Where(member => member.CallId == found.Id && member.UserId == readerId).DefaultIfEmpty()
            from need in db.NeedsAssessments.Where(assessment => assessment.PhaseId == phase.Id && assessment.AgreedAt != null).SelectMany(assessment => assessment.Needs).DefaultIfEmpty()
            where found.Slug == slug
            select new
            {
                found.Id,
                found.Slug,
                found.Title,
                found.Stage,
                found.DeliberationAt,
                found.DecidedAt,
                found.DeadlineLocal,
                found.DeadlineZone,
                LastReviewAt = decisive.Where(review => review.CallId == found.Id).Max(review => review.SavedAt),
                found.LimitPerCountry,
                found.BandMillionths,
                found.MinimumScoreMillionths,
                found.OfferDays,
                PhaseId = phase.Id,
                PhaseSlug = phase.Slug,
                PhaseName = phase.Name,
                phase.Cap,
                found.LotSeed,
                HasEarlier = found.Stage < CallStage.Decided && db.Calls.Any(earlier => earlier.PhaseId == phase.Id && earlier.Id != found.Id),
                Free = db.Seats.Count(seat => seat.PhaseId == phase.Id && seat.CandidacyId == null),
                Party = (Party?)member!.Party,
                Seat = (CommitteeSeat?)member.Seat,
                member.DeclaredAt,
                member.Nationality,
                Signs = signers.Any(signer => signer.CallId == found.Id && signer.UserId == readerId),
                Region = (Region?)need!.Region,
                Need = (long?)need.Millionths,
                Criteria = found.Criteria.OrderBy(criterion => criterion.Position)
                    .Select(criterion => new BasisCriterion(criterion.Code, criterion.Name, criterion.Weight, criterion.MinimumMillionths)).ToList(),
            }).ToListAsync(cancellationToken);
        var call = rows.FirstOrDefault().OrNotFound();
        return new SelectionBasis
        {
            Reader = call.Party is { } party
                ? new CommitteeReader(party, call.Seat!.Value, call.Signs, call.DeclaredAt)
                : null,
            CallId = call.Id,
            Slug = call.Slug,
            Title = call.Title,
            Stage = call.Stage,
            DeliberationAt = call.DeliberationAt,
            DecidedAt = call.DecidedAt,
            LastReviewAt = call.LastReviewAt,
            LimitPerCountry = call.LimitPerCountry,
            BandMillionths = call.BandMillionths,
            MinimumScore = call.MinimumScoreMillionths,
            OfferDays = call.OfferDays,
            Criteria = call.Criteria,
            PhaseId = call.PhaseId,
            PhaseSlug = call.PhaseSlug,
            PhaseName = call.PhaseName,
            Cap = call.Cap,
            FreeSeats = call.Free,
            Taken = call.HasEarlier ? await TakenAsync(call.PhaseId, call.Id, cancellationToken) : [],
            Needs = WithLots(rows.Where(row => row.Region is not null).Select(row => new MeasuredNeed(row.Region!.Value, row.Need!.Value)), call.LotSeed),
            Presence = (await presence.InForceAtAsync(new Deadline(call.DeadlineLocal, call.DeadlineZone), cancellationToken))
                .ToDictionary(list => list.Key, list => (IReadOnlySet<string>)list.Value.Countries.ToHashSet(StringComparer.Ordinal)),
            Candidacies = await CandidaciesAsync(call.Id, readerId, call.Nationality, call.DeliberationAt, cancellationToken),
        };
    }

    /// <summary>The reviews that a ranking hangs on: those submitted, and those reopened since.</summary>
    public static IQueryable<Review> Decisive(IQueryable<Review> reviews) => reviews.Where(review => review.SubmittedAt != null || review.ReopenedBecause != null);

    /// <summary>The signed needs of a phase with the regions' lots; empty while they are not signed.</summary>
    public async Task<IReadOnlyList<RegionNeed>> NeedsAsync(Guid phaseId, long lotSeed, CancellationToken cancellationToken)
    {
        var needs = await db.NeedsAssessments.AsNoTracking().Where(assessment => assessment.PhaseId == phaseId && assessment.AgreedAt != null)
            .SelectMany(assessment => assessment.Needs)
            .Select(need => new MeasuredNeed(need.Region, need.Millionths))
            .ToListAsync(cancellationToken);
        return WithLots(needs, lotSeed);
    }

    private static IReadOnlyList<RegionNeed> WithLots(IEnumerable<MeasuredNeed> needs, long lotSeed)
    {
        var lots = SeededOrder.Draw(Enum.GetValues<Region>(), lotSeed).Index().ToDictionary(drawn => drawn.Item, drawn => drawn.Index);
        return [.. needs.OrderBy(need => need.Region).Select(need => new RegionNeed(need.Region, need.Millionths / (decimal)ExactRounding.Million, lots[need.Region]))];
    }

    /// <summary>Seats of a phase that other calls than this one gave.</summary>
    public async Task<IReadOnlyList<HeldSeat>> TakenAsync(Guid phaseId, Guid callId, CancellationToken cancellationToken)
    {
        var holders = await (
            from seat in db.Seats.AsNoTracking()
            join holder in db.Candidacies on seat.CandidacyId equals holder.Id
            where seat.PhaseId == phaseId && holder.CallId != callId
            orderby seat.Number
            select new { seat.Number, holder.Id, holder.Country }).ToListAsync(cancellationToken);
        return [.. holders.Select(holder => new HeldSeat(holder.Number, new SeatClaim(holder.Id, RegionOf(holder.Country), holder.Country)))];
    }

    private async Task<IReadOnlyList<StandingCandidacy>> CandidaciesAsync(Guid callId, Guid readerId, string? nationality, DateTimeOffset? deliberationAt, CancellationToken cancellationToken)
    {
        var rows = await (
            from candidacy in db.Candidacies.AsNoTracking()
            join institution in db.Institutions on candidacy.InstitutionId equals institution.Id
            where candidacy.CallId == callId && candidacy.State == CandidacyState.Submitted && candidacy.Eligibility == Eligibility.Eligible
            select new
            {
                candidacy.Id,
                candidacy.Reference,
                candidacy.InstitutionId,
                institution.Name,
                candidacy.Country,
                candidacy.ScoreMillionths,
                candidacy.ItuMillionths,
                candidacy.CiscoMillionths,
                candidacy.CriterionMillionths,
                candidacy.Differences,
                candidacy.ReviewsAssigned,
                candidacy.ReviewsSubmitted,
                candidacy.Lot,
                IsReopened = db.Reviews.Any(review => review.CandidacyId == candidacy.Id && review.SubmittedAt == null && review.ReopenedAt > deliberationAt
                    && db.ReviewAssignments.Any(assignment => assignment.Id == review.AssignmentId && assignment.RemovedAt == null)),
                // an institution of the reader's country that is not flagged yet is as one that is not decided
                IsHidden = db.ConflictsOfInterest.Any(conflict => conflict.CandidacyId == candidacy.Id && conflict.MemberId == readerId && conflict.State != ConflictState.Dismissed)
                    || (institution.Country == nationality && !db.ConflictsOfInterest.Any(conflict => conflict.CandidacyId == candidacy.Id && conflict.MemberId == readerId)),
                AwaitsReader = db.ReviewAssignments.Any(assignment => assignment.CandidacyId == candidacy.Id && assignment.MemberId == readerId && assignment.RemovedAt == null
                    && !db.Reviews.Any(review => review.AssignmentId == assignment.Id && review.SubmittedAt != null)),
            }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new StandingCandidacy
            {
                Id = row.Id,
                Reference = row.Reference,
                InstitutionId = row.InstitutionId,
                Institution = row.Name,
                Country = row.Country,
                Region = RegionOf(row.Country),
                Score = row.ScoreMillionths,
                Itu = row.ItuMillionths,
                Cisco = row.CiscoMillionths,
                Criteria = row.CriterionMillionths,
                Differences = row.Differences,
                Assigned = row.ReviewsAssigned,
                Submitted = row.ReviewsSubmitted,
                Lot = row.Lot ?? int.MaxValue,
                IsReopened = row.IsReopened,
                IsHidden = row.IsHidden,
                AwaitsReader = row.AwaitsReader,
            }),
        ];
    }

    /// <summary>ITU's region of a country. Throws InvalidOperationException for one that the reference data does not have.</summary>
    public static Region RegionOf(string country) =>
        ReferenceCatalogue.FindCountry(country)?.Region ?? throw new InvalidOperationException($"{country} is no country of the reference data.");

    private sealed record MeasuredNeed(Region Region, long Millionths);
}
