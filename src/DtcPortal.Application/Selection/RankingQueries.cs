using DtcPortal.Application.Accounts;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Selection;

/// <summary>A review that was assigned and is not submitted.</summary>
/// <param name="CandidacyId">The candidacy.</param>
/// <param name="MemberId">The account of who is to write it.</param>
/// <param name="Member">Their name.</param>
/// <param name="Party">Their party.</param>
public sealed record MissingReview(Guid CandidacyId, Guid MemberId, string Member, Party Party);

/// <summary>Where a candidacy stands in the ranking.</summary>
public enum RankingState
{
    /// <summary>Its reviews are in, or the missing ones were waived, and it is above all minimums.</summary>
    Rankable = 1,

    /// <summary>Rankable, but below a minimum: neither chosen nor waitlisted.</summary>
    BelowMinimum = 2,

    /// <summary>Reviews are missing.</summary>
    Missing = 3,
}

/// <summary>A row of the ranking.</summary>
public sealed record RankingRow
{
    /// <summary>The candidacy.</summary>
    public required StandingCandidacy Candidacy { get; init; }

    /// <summary>Rank by score, from 1; null while it is not rankable.</summary>
    public required int? Rank { get; init; }

    /// <summary>Whether another has the same score.</summary>
    public required bool IsTied { get; init; }

    /// <summary>Where it stands.</summary>
    public required RankingState State { get; init; }

    /// <summary>Code of the first criterion whose minimum it misses; null where it misses none.</summary>
    public required string? BelowOn { get; init; }

    /// <summary>Reviews that are missing.</summary>
    public required IReadOnlyList<MissingReview> Missing { get; init; }

    /// <summary>Whether the reader still owes a review of it, and so sees no scores of others yet (product.md 6).</summary>
    public required bool AwaitsReader { get; init; }

    /// <summary>Whether scores are kept from the reader.</summary>
    public bool IsHidden => Candidacy.IsHidden || AwaitsReader;

    /// <summary>How far the parties are apart, in millionths of a point.</summary>
    public long? Apart => Candidacy is { Itu: { } itu, Cisco: { } cisco } ? Math.Abs(itu - cisco) : null;
}

/// <summary>The ranking of a call.</summary>
/// <param name="Basis">The call and its candidacies.</param>
/// <param name="Rows">By rank, then those without one.</param>
public sealed record RankingView(SelectionBasis Basis, IReadOnlyList<RankingRow> Rows);

/// <summary>How far reviewers agree on a criterion.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Alpha">Krippendorff's alpha; null where it says nothing.</param>
/// <param name="Mean">Mean of all scores, 0–5.</param>
/// <param name="Flagged">Candidacies on which reviewers differ by 2 points or more.</param>
public sealed record CriterionAgreement(BasisCriterion Criterion, double? Alpha, double? Mean, int Flagged);

/// <summary>How the committee scores: agreement, severity, raw beside standardised.</summary>
public sealed record CalibrationView
{
    /// <summary>The call and its candidacies.</summary>
    public required SelectionBasis Basis { get; init; }

    /// <summary>Agreement by criterion.</summary>
    public required IReadOnlyList<CriterionAgreement> Criteria { get; init; }

    /// <summary>Members with their names.</summary>
    public required IReadOnlyList<(string Name, MemberCalibration Calibration)> Members { get; init; }

    /// <summary>Candidacies by raw score, with the standardised one.</summary>
    public required IReadOnlyList<(StandingCandidacy Candidacy, double Standardised)> Candidacies { get; init; }
}

/// <summary>Reads the ranking: means are stored with the candidacies, so the number of queries does not grow.</summary>
public sealed class RankingQueries(PortalDbContext db, SelectionQueries selections)
{
    /// <summary>The ranking. Throws NotFoundException for those who are not of the committee.</summary>
    public async Task<RankingView> FindAsync(string slug, Actor actor, CancellationToken cancellationToken)
    {
        var basis = await selections.BasisAsync(slug, actor, cancellationToken);
        var missing = (await MissingAsync(basis.CallId, cancellationToken)).ToLookup(review => review.CandidacyId);
        var ranks = SelectionTable.Ranks(basis);
        var rows = basis.Candidacies.Select(candidacy =>
        {
            var rank = ranks.GetValueOrDefault(candidacy.Id);
            var below = rank.Rank == 0 ? null : BelowOn(basis, candidacy);
            return new RankingRow
            {
                Candidacy = candidacy,
                Rank = rank.Rank == 0 ? null : rank.Rank,
                IsTied = rank.IsTied,
                BelowOn = below,
                State = rank.Rank == 0 ? RankingState.Missing : below is not null || candidacy.Score < basis.MinimumScore ? RankingState.BelowMinimum : RankingState.Rankable,
                Missing = [.. missing[candidacy.Id]],
                AwaitsReader = basis.Stage < CallStage.Deliberation && candidacy.AwaitsReader,
            };
        });
        return new RankingView(basis, [.. rows.OrderBy(row => row.Rank ?? int.MaxValue).ThenBy(row => row.Candidacy.Reference, StringComparer.Ordinal)]);
    }

    /// <summary>How the committee scores, for who signs for a party. Throws NotFoundException for those who are not of the committee, ForbiddenException for its members.</summary>
    public async Task<CalibrationView> CalibrationAsync(string slug, Actor actor, CancellationToken cancellationToken)
    {
        var basis = await selections.BasisAsync(slug, actor, cancellationToken);
        if (basis.Reader is not { Signs: true } and not { Seat: CommitteeSeat.CoChair })
        {
            throw new Common.ForbiddenException();
        }

        var visible = basis.Candidacies.Where(candidacy => !candidacy.IsHidden && (basis.Stage >= CallStage.Deliberation || !candidacy.AwaitsReader)).ToDictionary(candidacy => candidacy.Id);
        var reviews = await db.Reviews.AsNoTracking().Where(review => review.CallId == basis.CallId && review.SubmittedAt != null)
            .Select(review => new { review.Id, review.CandidacyId, review.MemberId, review.Party, Total = review.Total!.Value }).ToListAsync(cancellationToken);
        var scores = await (
            from score in db.CriterionScores.AsNoTracking()
            join review in db.Reviews on score.ReviewId equals review.Id
            where review.CallId == basis.CallId && review.SubmittedAt != null && score.Value != null
            select new { review.CandidacyId, score.Criterion, Value = score.Value!.Value }).ToListAsync(cancellationToken);
        var names = await db.CommitteeMembers.AsNoTracking().Where(member => member.CallId == basis.CallId).ToDictionaryAsync(member => member.UserId, member => member.Name, cancellationToken);
        var calibrated = reviews.Where(review => visible.ContainsKey(review.CandidacyId))
            .Select(review => new CalibrationReview(review.CandidacyId, review.MemberId, review.Party, review.Total)).ToList();
        var standardised = Calibration.Standardised(calibrated);
        var byCriterion = scores.Where(score => visible.ContainsKey(score.CandidacyId)).ToLookup(score => score.Criterion);
        return new CalibrationView
        {
            Basis = basis,
            Criteria =
            [
                .. basis.Criteria.Select(criterion =>
                {
                    var units = byCriterion[criterion.Code].GroupBy(score => score.CandidacyId).Select(unit => unit.Select(score => score.Value).ToList()).ToList();
                    return new CriterionAgreement(
                        criterion, ReviewerAgreement.Alpha(units), units.Count == 0 ? null : units.SelectMany(unit => unit).Average(),
                        units.Count(unit => unit.Max() - unit.Min() >= CriterionSummary.FlaggedSpread));
                }),
            ],
            Members = [.. Calibration.Members(calibrated).Select(member => (names.GetValueOrDefault(member.Member, "–"), member)).OrderBy(member => member.member.Party).ThenBy(member => member.Item1, StringComparer.CurrentCulture)],
            Candidacies = [.. visible.Values.Where(candidacy => candidacy.Score is not null && standardised.ContainsKey(candidacy.Id)).OrderByDescending(candidacy => candidacy.Score).Select(candidacy => (candidacy, standardised[candidacy.Id]))],
        };
    }

    private static string? BelowOn(SelectionBasis basis, StandingCandidacy candidacy) => basis.Criteria
        .FirstOrDefault(criterion => criterion.MinimumMillionths is { } least && candidacy.Criteria.GetValueOrDefault(criterion.Code) < least)?.Code;

    private async Task<IReadOnlyList<MissingReview>> MissingAsync(Guid callId, CancellationToken cancellationToken) => await (
        from assignment in db.ReviewAssignments.AsNoTracking()
        join member in db.CommitteeMembers on new { assignment.CallId, UserId = assignment.MemberId } equals new { member.CallId, member.UserId }
        where assignment.CallId == callId && assignment.RemovedAt == null
            && !db.Reviews.Any(review => review.AssignmentId == assignment.Id && review.SubmittedAt != null)
        orderby member.Party, member.Name
        select new MissingReview(assignment.CandidacyId, assignment.MemberId, member.Name, member.Party)).ToListAsync(cancellationToken);
}
