using DtcPortal.Application.Signing;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Selection;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Selection;

/// <summary>The selection as both sign it. Their second signature makes offers, seats, waitlists and notices in one transaction (product.md 7).</summary>
public sealed class SelectionSigning(PortalDbContext db, SeatAwarder seats, SelectionNotices notices) : IJointDecision
{
    /// <summary>Label of the lines that name who takes a seat.</summary>
    public const string SeatLabel = "Seat";

    /// <summary>Label of the lines that name who waits in a region.</summary>
    public const string WaitlistLabel = "Waitlist";

    /// <summary>Label of the lines that name who is not chosen in a region.</summary>
    public const string OutLabel = "Not chosen";

    /// <summary>Label of the lines that say how many seats a region has.</summary>
    public const string RegionLabel = "Seats by region";

    /// <summary>Label of the line that says how many seats can be given.</summary>
    public const string CapLabel = "Seats in all";

    /// <inheritdoc />
    public SignedKind Kind => SignedKind.Selection;

    /// <inheritdoc />
    public async Task<JointContent> DescribeAsync(Guid subjectId, CancellationToken cancellationToken)
    {
        var decisive = SelectionReader.Decisive(db.Reviews);
        var decision = await (
            from found in db.SelectionDecisions.AsNoTracking()
            join call in db.Calls on found.CallId equals call.Id
            join phase in db.Phases on found.PhaseId equals phase.Id
            where found.Id == subjectId
            select new
            {
                found.CallId, found.Cap, found.AdjustmentReason, found.DecidedAt, call.Slug, phase.Name, PhaseCap = phase.Cap,
                Free = phase.Seats.Count(seat => seat.CandidacyId == null),
                // means of criteria decide on minimums and ties, though the score be the same
                AreReviewsNewer = decisive.Any(review => review.CallId == found.CallId && review.SavedAt > found.MadeAt),
            }).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        var lines = await (
            from line in db.SelectionLines.AsNoTracking()
            join candidacy in db.Candidacies on line.CandidacyId equals candidacy.Id
            join institution in db.Institutions on candidacy.InstitutionId equals institution.Id
            where line.SelectionDecisionId == subjectId
            select new DescribedLine(
                line.Region, line.Outcome, line.Seat, line.WaitlistPlace, line.OverrideReason, institution.Name, line.Country, candidacy.Reference,
                line.ScoreMillionths == candidacy.ScoreMillionths)).ToListAsync(cancellationToken);
        var missing = decision.DecidedAt is not null ? null : Missing(decision.PhaseCap, decision.Free, decision.Cap, lines, decision.AreReviewsNewer);
        return new JointContent(
            new Message("Sign the selection of {0}", decision.Name),
            $"/committee/calls/{decision.Slug}/selection/sign",
            [new SignedLine(CapLabel, Number(decision.Cap)), .. SeatLines(lines, decision.AdjustmentReason), .. ListLines(lines)],
            decision.CallId,
            missing is null,
            missing);
    }

    /// <inheritdoc />
    public async Task TakeEffectAsync(Guid subjectId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var decision = await db.SelectionDecisions.Include(found => found.Lines).SingleAsync(found => found.Id == subjectId, cancellationToken);
        var call = await db.Calls.SingleAsync(found => found.Id == decision.CallId, cancellationToken);
        var chosen = decision.Lines.Where(line => line.Outcome == SelectionOutcome.Chosen).OrderBy(line => line.Seat).ToList();
        var given = await seats.AwardAsync(decision.PhaseId, [.. chosen.Select(line => new SeatAward(line.CandidacyId, line.Seat))], now, cancellationToken);
        decision.Decide(now);
        call.Decide(now);
        var addresses = await notices.AddressesAsync([.. decision.Lines.Select(line => line.CandidacyId)], cancellationToken);
        var institutions = await db.Candidacies.Where(candidacy => candidacy.CallId == call.Id)
            .Select(candidacy => new { candidacy.Id, candidacy.InstitutionId }).ToDictionaryAsync(row => row.Id, row => row.InstitutionId, cancellationToken);
        foreach (var (line, seat) in chosen.Zip(given))
        {
            var offer = new Offer(call.Id, decision.PhaseId, seat.Id, line.CandidacyId, institutions[line.CandidacyId], now.AddDays(call.OfferDays), now);
            db.Offers.Add(offer);
            notices.Offered(addresses[line.CandidacyId], call.Title, offer.AnswerBy);
        }

        foreach (var line in decision.Lines.Where(line => line.Outcome == SelectionOutcome.Waitlisted).OrderBy(line => line.Region).ThenBy(line => line.WaitlistPlace))
        {
            db.WaitlistEntries.Add(new WaitlistEntry(call.Id, line.CandidacyId, line.Region, line.Country, line.WaitlistPlace!.Value));
            notices.Waitlisted(addresses[line.CandidacyId], call.Title, line.WaitlistPlace.Value);
        }

        foreach (var line in decision.Lines.Where(line => line.Outcome == SelectionOutcome.Out))
        {
            notices.NotChosen(addresses[line.CandidacyId], call.Title);
        }
    }

    private static Message? Missing(int? cap, int free, int freeWhenMade, List<DescribedLine> lines, bool areReviewsNewer)
    {
        var chosen = lines.Count(line => line.Outcome == SelectionOutcome.Chosen);
        if (cap is null)
        {
            return new Message("No cap is agreed for this phase, so no seat can be given. Both parties sign one first.");
        }

        if (chosen > free)
        {
            return new Message("{0} seats are asked for and {1} are left.", chosen, free);
        }

        if (free != freeWhenMade)
        {
            return new Message("The seats that can be given have changed since this proposal was made. Make it anew, then sign.");
        }

        return !areReviewsNewer && lines.TrueForAll(line => line.IsCurrent) ? null : new Message("Scores have changed since this proposal was made. Make it anew, then sign.");
    }

    private static IEnumerable<SignedLine> SeatLines(List<DescribedLine> lines, string? adjustmentReason)
    {
        foreach (var region in lines.Select(line => line.Region).Distinct().Order())
        {
            var count = lines.Count(line => line.Region == region && line.Outcome == SelectionOutcome.Chosen);
            yield return new SignedLine(RegionLabel, Number(count), region.Code(), adjustmentReason);
        }

        foreach (var line in lines.Where(line => line.Seat is not null).OrderBy(line => line.Seat))
        {
            yield return new SignedLine(SeatLabel, line.Name, $"{Number(line.Seat!.Value)} {line.Region.Code()}", line.OverrideReason);
        }
    }

    private static IEnumerable<SignedLine> ListLines(List<DescribedLine> lines)
    {
        foreach (var (label, outcome) in new[] { (WaitlistLabel, SelectionOutcome.Waitlisted), (OutLabel, SelectionOutcome.Out) })
        {
            foreach (var region in lines.Where(line => line.Outcome == outcome).GroupBy(line => line.Region).OrderBy(region => region.Key))
            {
                var listed = region.OrderBy(line => line.WaitlistPlace).ThenBy(line => line.Reference, StringComparer.Ordinal).ToList();
                var reasons = listed.Select(line => line.OverrideReason).OfType<string>().Distinct().ToList();
                yield return new SignedLine(
                    label, string.Join("; ", listed.Select(line => line.Name)), region.Key.Code(), reasons.Count == 0 ? null : string.Join("; ", reasons));
            }
        }
    }

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private sealed record DescribedLine(
        Region Region, SelectionOutcome Outcome, int? Seat, int? WaitlistPlace, string? OverrideReason, string Institution, string Country, string Reference, bool IsCurrent)
    {
        public string Name => $"{Institution}, {Country}";
    }
}
