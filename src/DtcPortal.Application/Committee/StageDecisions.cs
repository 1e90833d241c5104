using System.Globalization;
using System.Security.Cryptography;
using DtcPortal.Application.Common;
using DtcPortal.Application.Selection;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Committee;

/// <summary>Both start scoring, once screening is finished and the needs are signed (rules.md 2).</summary>
public sealed class ScoringStartDecision(PortalDbContext db, PortalClock clock, ReviewMails mails) : IJointDecision
{
    /// <inheritdoc />
    public SignedKind Kind => SignedKind.ScoringStart;

    /// <inheritdoc />
    public async Task<JointContent> DescribeAsync(Guid subjectId, CancellationToken cancellationToken)
    {
        var call = await db.Calls.AsNoTracking().Where(found => found.Id == subjectId)
            .Select(found => new { found.Slug, found.Title, found.Stage, found.ReviewsDueAt }).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        var state = await StateAsync(subjectId, cancellationToken);
        List<SignedLine> lines =
        [
            new("Reviews are due until", call.ReviewsDueAt is { } due ? due.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) : "–"),
            new("Eligible candidacies", Number(state.Eligible)),
            new("Ineligible candidacies", Number(state.Ineligible)),
            new("Candidacies that wait for an answer of the applicant", Number(state.Clarified)),
            new("Candidacies still in screening", Number(state.Open)),
            new("Needs by region", state.NeedsAgreed ? "signed" : "not signed"),
        ];
        return new JointContent(
            new Message("Sign the start of scoring of {0}", call.Title), $"/committee/calls/{call.Slug}", lines, subjectId,
            call.Stage == CallStage.Screening && call.ReviewsDueAt is not null && state.Open == 0 && state.Missing is null && state.Eligible > 0 && state.NeedsAgreed,
            state.Missing);
    }

    /// <inheritdoc />
    public async Task TakeEffectAsync(Guid subjectId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var call = await db.Calls.SingleAsync(found => found.Id == subjectId, cancellationToken);
        var state = await StateAsync(subjectId, cancellationToken);
        Rule.Require(call.ReviewsDueAt is not null, "Write by when reviews are due.");
        Rule.Require(state.Missing is null, state.Missing!);
        call.StartScoring(state.Open == 0, state.NeedsAgreed, call.ReviewsDueAt.Value, now);
        await db.SaveChangesAsync(cancellationToken);
        var members = await db.ReviewAssignments.Where(assignment => assignment.CallId == subjectId && assignment.RemovedAt == null)
            .Select(assignment => assignment.MemberId).Distinct().ToListAsync(cancellationToken);
        await mails.AssignedAsync(subjectId, members, cancellationToken);
    }

    private async Task<ScreeningState> StateAsync(Guid callId, CancellationToken cancellationToken)
    {
        var counts = await db.Candidacies.AsNoTracking()
            .Where(candidacy => candidacy.CallId == callId && candidacy.State == CandidacyState.Submitted)
            .Select(candidacy => new
            {
                candidacy.Eligibility,
                candidacy.Country,
                IsClarified = db.Clarifications.Any(clarification => clarification.CandidacyId == candidacy.Id && clarification.ClosedAt == null),
            })
            .ToListAsync(cancellationToken);
        var now = clock.Now;
        var extended = await db.Candidacies.CountAsync(candidacy => candidacy.CallId == callId && candidacy.ExtendedUntil > now, cancellationToken);
        var needed = await db.Calls.Where(call => call.Id == callId)
            .SelectMany(call => db.NeedsAssessments.Where(needs => needs.PhaseId == call.PhaseId && needs.AgreedAt != null).SelectMany(needs => needs.Needs))
            .Select(need => need.Region).ToListAsync(cancellationToken);
        var without = counts.Where(found => found.Eligibility != Eligibility.Ineligible).Select(found => SelectionReader.RegionOf(found.Country)).Except(needed).Order().ToList();
        return new ScreeningState(
            counts.Count(found => found is { Eligibility: Eligibility.Eligible, IsClarified: false }),
            counts.Count(found => found.Eligibility == Eligibility.Ineligible),
            counts.Count(found => found.IsClarified && found.Eligibility != Eligibility.Ineligible),
            counts.Count(found => found is { Eligibility: Eligibility.Open, IsClarified: false }),
            extended,
            needed.Count > 0,
            without.Count == 0 ? null : without[0]);
    }

    private static Message ExtendedStill(int count) => new("Longer deadlines of single institutions have not passed: {0}. Scoring starts after them.", count);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record ScreeningState(int Eligible, int Ineligible, int Clarified, int Open, int Extended, bool NeedsAgreed, Region? WithoutNeed)
    {
        // what keeps scoring from starting and is not told by the lines themselves
        public Message? Missing => Extended > 0 ? ExtendedStill(Extended)
            : NeedsAgreed && WithoutNeed is { } region ? new Message("The signed needs lack {0}, which has candidacies. Both parties sign them with it first.", SelectionCheck.NameOf(region))
            : null;
    }
}

/// <summary>Both start deliberation: reviews are in, or the missing ones are waived by these signatures; then the lots are drawn (rules.md 2 and 6).</summary>
public sealed class DeliberationStartDecision(PortalDbContext db) : IJointDecision
{
    /// <inheritdoc />
    public SignedKind Kind => SignedKind.DeliberationStart;

    /// <inheritdoc />
    public async Task<JointContent> DescribeAsync(Guid subjectId, CancellationToken cancellationToken)
    {
        var call = await db.Calls.AsNoTracking().Where(found => found.Id == subjectId)
            .Select(found => new { found.Slug, found.Title, found.Stage }).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        var candidacies = await Reviewed(subjectId).OrderBy(candidacy => candidacy.Reference)
            .Select(candidacy => new { candidacy.Reference, candidacy.ReviewsAssigned, candidacy.ReviewsSubmitted }).ToListAsync(cancellationToken);
        // in deliberation nothing is screened any more: a candidacy that is open then would never be answered
        var unscreened = await db.Candidacies.AsNoTracking()
            .Where(candidacy => candidacy.CallId == subjectId && candidacy.State == CandidacyState.Submitted
                && (candidacy.Eligibility == Eligibility.Open || db.Clarifications.Any(clarification => clarification.CandidacyId == candidacy.Id && clarification.ClosedAt == null)))
            .OrderBy(candidacy => candidacy.Reference).Select(candidacy => candidacy.Reference).ToListAsync(cancellationToken);
        List<SignedLine> lines =
        [
            new("Candidacies to rank", Number(candidacies.Count)),
            new("Reviews submitted", Number(candidacies.Sum(candidacy => candidacy.ReviewsSubmitted))),
            .. candidacies.Where(candidacy => candidacy.ReviewsSubmitted < candidacy.ReviewsAssigned)
                .Select(candidacy => new SignedLine("Missing reviews that are waived", Number(candidacy.ReviewsAssigned - candidacy.ReviewsSubmitted), candidacy.Reference)),
            .. candidacies.Where(candidacy => candidacy.ReviewsAssigned == 0).Select(candidacy => new SignedLine("Without reviewers, cannot be ranked", "0", candidacy.Reference)),
        ];
        return new JointContent(
            new Message("Sign the start of deliberation of {0}", call.Title), $"/committee/calls/{call.Slug}", lines, subjectId, call.Stage == CallStage.Scoring && unscreened.Count == 0,
            unscreened.Count == 0 ? null : new Message("Finish the screening first, and close the clarifications. Not decided yet: {0}.", string.Join(", ", unscreened)));
    }

    /// <inheritdoc />
    public async Task TakeEffectAsync(Guid subjectId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var call = await db.Calls.SingleAsync(found => found.Id == subjectId, cancellationToken);
        call.StartDeliberation(reviewsInOrWaived: true, now);
        if (call.LotSeed == 0)
        {
            call.DrawLots(RandomNumberGenerator.GetInt32(1, int.MaxValue));
        }

        var candidacies = await db.Candidacies.Where(candidacy => candidacy.CallId == subjectId && candidacy.State == CandidacyState.Submitted && candidacy.Eligibility == Eligibility.Eligible)
            .ToDictionaryAsync(candidacy => candidacy.Id, cancellationToken);
        foreach (var (lot, id) in SeededOrder.Draw(candidacies.Keys, call.LotSeed).Index())
        {
            candidacies[id].SetLot(lot + 1);
        }
    }

    private IQueryable<Candidacy> Reviewed(Guid callId) => db.Candidacies.AsNoTracking().Where(candidacy =>
        candidacy.CallId == callId && candidacy.State == CandidacyState.Submitted && candidacy.Eligibility == Eligibility.Eligible
        && !db.Clarifications.Any(clarification => clarification.CandidacyId == candidacy.Id && clarification.ClosedAt == null));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
