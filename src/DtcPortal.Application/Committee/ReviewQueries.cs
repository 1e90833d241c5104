using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Committee;

/// <summary>What a member has given on a criterion.</summary>
/// <param name="Criterion">Such as C1.</param>
/// <param name="Value">0–5; null until given.</param>
/// <param name="Reason">Why; blank until given.</param>
public sealed record GivenScore(string Criterion, int? Value, string Reason)
{
    /// <summary>Whether it has both score and reason.</summary>
    public bool IsComplete => Value is not null && Reason.Length > 0;
}

/// <summary>A review of one's own.</summary>
public sealed record OwnReview
{
    /// <summary>Its version.</summary>
    public required long Version { get; init; }

    /// <summary>Last save.</summary>
    public required DateTimeOffset? SavedAt { get; init; }

    /// <summary>When it was submitted; null while it is a draft.</summary>
    public required DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>Why it was reopened; null when never.</summary>
    public required string? ReopenedBecause { get; init; }

    /// <summary>For co-chairs and managers.</summary>
    public required string ConfidentialRemarks { get; init; }

    /// <summary>For the applicant.</summary>
    public required string Feedback { get; init; }

    /// <summary>What was given.</summary>
    public required IReadOnlyList<GivenScore> Scores { get; init; }
}

/// <summary>What the form of a review shows.</summary>
public sealed record ReviewForm
{
    /// <summary>The candidacy.</summary>
    public required CommitteeCandidacy Candidacy { get; init; }

    /// <summary>The criteria.</summary>
    public required CallRubric Rubric { get; init; }

    /// <summary>The review; null until it is begun.</summary>
    public required OwnReview? Review { get; init; }

    /// <summary>The criterion at hand.</summary>
    public required RubricCriterion Criterion { get; init; }

    /// <summary>What the candidacy says on it.</summary>
    public required IReadOnlyList<ReadSection> Says { get; init; }

    /// <summary>What was given on a criterion.</summary>
    public GivenScore GivenOn(string code) => Review?.Scores.FirstOrDefault(score => score.Criterion == code) ?? new GivenScore(code, null, string.Empty);

    /// <summary>The criterion before or after the one at hand; null at the end.</summary>
    public RubricCriterion? Neighbour(int step) => Rubric.Neighbour(Criterion.Code, step);

    /// <summary>What keeps it from being submitted.</summary>
    public IReadOnlyList<ReviewGap> Gaps => [.. Rubric.Criteria.SelectMany(criterion => ReviewGap.Of(criterion.Code, GivenOn(criterion.Code).Value, GivenOn(criterion.Code).Reason))];
}

/// <summary>A submitted review as the committee reads it.</summary>
public sealed record MemberReview
{
    /// <summary>The review.</summary>
    public required Guid Id { get; init; }

    /// <summary>The account of its member.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>The member's name.</summary>
    public required string MemberName { get; init; }

    /// <summary>Their party.</summary>
    public required Party Party { get; init; }

    /// <summary>When it was submitted.</summary>
    public required DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>Σ weight × score, 0–500.</summary>
    public required int? Total { get; init; }

    /// <summary>For co-chairs only; empty for others.</summary>
    public required string ConfidentialRemarks { get; init; }

    /// <summary>For the applicant.</summary>
    public required string Feedback { get; init; }

    /// <summary>What was given.</summary>
    public required IReadOnlyList<GivenScore> Scores { get; init; }

    /// <summary>What was given on a criterion.</summary>
    public GivenScore? On(string criterion) => Scores.FirstOrDefault(score => score.Criterion == criterion);
}

/// <summary>A contribution to the discussion.</summary>
/// <param name="AuthorName">Who.</param>
/// <param name="Party">Their party.</param>
/// <param name="Text">What they said.</param>
/// <param name="WrittenAt">When.</param>
public sealed record DiscussionRow(string AuthorName, Party Party, string Text, DateTimeOffset WrittenAt);

/// <summary>A candidacy as the committee reads it.</summary>
public sealed record CandidacyForCommittee
{
    /// <summary>The candidacy.</summary>
    public required CommitteeCandidacy Candidacy { get; init; }

    /// <summary>The criteria.</summary>
    public required CallRubric Rubric { get; init; }

    /// <summary>All that it says.</summary>
    public required IReadOnlyList<ReadSection> Sections { get; init; }

    /// <summary>Submitted reviews, ITU's first; empty for those who may not read them yet.</summary>
    public required IReadOnlyList<MemberReview> Reviews { get; init; }

    /// <summary>What they add up to; null for those who may not read them yet.</summary>
    public required ScoreSummary? Summary { get; init; }

    /// <summary>The discussion, oldest first; empty for those who may not read it yet.</summary>
    public required IReadOnlyList<DiscussionRow> Discussion { get; init; }
}

/// <summary>Reads reviews for those who may see them.</summary>
public sealed class ReviewQueries(PortalDbContext db, CommitteeAccess access, CallRubrics rubrics, CandidacyReading reading)
{
    /// <summary>
    /// The form for one's own review at a criterion; without one, at the first that is not complete. Throws NotFoundException without an assignment
    /// or for an unknown criterion, ForbiddenException with a conflict.
    /// </summary>
    public async Task<ReviewForm> FormAsync(Actor actor, string reference, string? criterion, CancellationToken cancellationToken)
    {
        var form = await OwnAsync(actor, reference, criterion, cancellationToken);
        return form with { Says = await reading.ReadAsync(form.Candidacy.Id, form.Rubric.Form, SectionsOf(form.Rubric, form.Criterion), cancellationToken) };
    }

    /// <summary>All that one gave, to check and submit.</summary>
    public Task<ReviewForm> CheckAsync(Actor actor, string reference, CancellationToken cancellationToken) => OwnAsync(actor, reference, null, cancellationToken);

    /// <summary>A whole candidacy, and for those who may read them its reviews and discussion.</summary>
    public async Task<CandidacyForCommittee> CandidacyAsync(Actor actor, string reference, CancellationToken cancellationToken)
    {
        var candidacy = await access.RequireCandidacyAsync(actor, reference, cancellationToken);
        var rubric = await rubrics.OfAsync(db, candidacy.Seat.CallId, cancellationToken);
        var sections = await reading.ReadAsync(candidacy.Id, rubric.Form, rubric.Form.Sections.Select(section => section.Code), cancellationToken);
        var reviews = candidacy.MayReadReviews ? await ReviewsAsync(candidacy, cancellationToken) : [];
        return new CandidacyForCommittee
        {
            Candidacy = candidacy,
            Rubric = rubric,
            Sections = sections,
            Reviews = reviews,
            Summary = candidacy.MayReadReviews ? ScoreAggregation.Summarise(rubric.Weights, [.. reviews.Select(ToScores)]) : null,
            Discussion = candidacy.MayReadReviews
                ? await db.DiscussionEntries.AsNoTracking().Where(entry => entry.CandidacyId == candidacy.Id).OrderBy(entry => entry.Id)
                    .Select(entry => new DiscussionRow(entry.AuthorName, entry.Party, entry.Text, entry.WrittenAt)).ToListAsync(cancellationToken)
                : [],
        };
    }

    /// <summary>A document of what counts of a candidacy. Throws NotFoundException when it is none of it.</summary>
    public async Task<SubmittedDocument> DocumentAsync(Actor actor, string reference, Guid documentId, CancellationToken cancellationToken)
    {
        var candidacy = await access.RequireCandidacyAsync(actor, reference, cancellationToken);
        var rubric = await rubrics.OfAsync(db, candidacy.Seat.CallId, cancellationToken);
        var sections = await reading.ReadAsync(candidacy.Id, rubric.Form, rubric.Form.Sections.Select(section => section.Code), cancellationToken);
        return sections.SelectMany(section => section.Documents).FirstOrDefault(document => document.Id == documentId).OrNotFound();
    }

    private async Task<List<MemberReview>> ReviewsAsync(CommitteeCandidacy candidacy, CancellationToken cancellationToken)
    {
        var reviews = await (
            from review in db.Reviews.AsNoTracking()
            where review.CandidacyId == candidacy.Id && review.SubmittedAt != null
                && db.ReviewAssignments.Any(assignment => assignment.Id == review.AssignmentId && assignment.RemovedAt == null)
            join member in db.CommitteeMembers on new { review.CallId, UserId = review.MemberId } equals new { member.CallId, member.UserId }
            orderby review.Party, member.Name
            select new MemberReview
            {
                Id = review.Id,
                MemberId = review.MemberId,
                MemberName = member.Name,
                Party = review.Party,
                SubmittedAt = review.SubmittedAt,
                Total = review.Total,
                ConfidentialRemarks = review.ConfidentialRemarks,
                Feedback = review.Feedback,
                Scores = review.Scores.Select(score => new GivenScore(score.Criterion, score.Value, score.Reason)).ToList(),
            }).ToListAsync(cancellationToken);
        return candidacy.Seat.Signs ? reviews : reviews.ConvertAll(review => review with { ConfidentialRemarks = string.Empty });
    }

    private static ReviewScores ToScores(MemberReview review) => new(review.Party, review.Scores.ToDictionary(score => score.Criterion, score => score.Value ?? 0));

    private async Task<ReviewForm> OwnAsync(Actor actor, string reference, string? criterion, CancellationToken cancellationToken)
    {
        var candidacy = await access.RequireCandidacyAsync(actor, reference, cancellationToken);
        if (candidacy.AssignmentId is not { } assignment)
        {
            throw new NotFoundException();
        }

        var rubric = await rubrics.OfAsync(db, candidacy.Seat.CallId, cancellationToken);
        var review = await db.Reviews.AsNoTracking().Where(found => found.AssignmentId == assignment)
            .Select(found => new OwnReview
            {
                Version = found.Version,
                SavedAt = found.SavedAt,
                SubmittedAt = found.SubmittedAt,
                ReopenedBecause = found.ReopenedBecause,
                ConfidentialRemarks = found.ConfidentialRemarks,
                Feedback = found.Feedback,
                Scores = found.Scores.Select(score => new GivenScore(score.Criterion, score.Value, score.Reason)).ToList(),
            }).SingleOrDefaultAsync(cancellationToken);
        var at = criterion is null
            ? rubric.Criteria.FirstOrDefault(candidate => review?.Scores.FirstOrDefault(score => score.Criterion == candidate.Code) is not { IsComplete: true }) ?? rubric.Criteria[0]
            : rubric.Find(criterion).OrNotFound();
        return new ReviewForm { Candidacy = candidacy, Rubric = rubric, Review = review, Criterion = at, Says = [] };
    }

    // the call says which sections speak of a criterion; one without any shows what names it
    private static IReadOnlyList<string> SectionsOf(CallRubric rubric, RubricCriterion criterion) =>
        criterion.Sections.Count > 0 ? criterion.Sections : [.. rubric.Form.Sections.Where(section => section.Criteria.Contains(criterion.Code)).Select(section => section.Code)];
}
