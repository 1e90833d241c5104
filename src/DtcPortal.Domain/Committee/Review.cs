using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Committee;

/// <summary>A member's review of a candidacy: scores with reasons, submitted once (product.md 6).</summary>
public sealed class Review : IVersioned
{
    /// <summary>Longest reason, remark or feedback in characters.</summary>
    public const int TextLength = 4000;

    /// <summary>Most words of a reason when it is submitted.</summary>
    public const int ReasonWords = 150;

    private readonly List<CriterionScore> _scores = [];

    private Review()
    {
    }

    /// <summary>An empty review.</summary>
    public Review(Guid assignmentId, Guid callId, Guid candidacyId, Guid memberId, Party party, IEnumerable<string> criteria, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (AssignmentId, CallId, CandidacyId, MemberId, Party, StartedAt) = (assignmentId, callId, candidacyId, memberId, party, now);
        _scores.AddRange(criteria.Select(code => new CriterionScore(code)));
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The assignment.</summary>
    public Guid AssignmentId { get; private set; }

    /// <summary>The call.</summary>
    public Guid CallId { get; private set; }

    /// <summary>The candidacy.</summary>
    public Guid CandidacyId { get; private set; }

    /// <summary>The account of the member.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>The member's party.</summary>
    public Party Party { get; private set; }

    /// <summary>For both co-chairs and managers only.</summary>
    public string ConfidentialRemarks { get; private set; } = string.Empty;

    /// <summary>For the applicant, with the result.</summary>
    public string Feedback { get; private set; } = string.Empty;

    /// <summary>When it was begun.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Last save.</summary>
    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>When it was submitted; null while it is a draft.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Σ weight × score, 0–500; null until submitted.</summary>
    public int? Total { get; private set; }

    /// <summary>Why a co-chair reopened it; null when never.</summary>
    public string? ReopenedBecause { get; private set; }

    /// <summary>When; null when never.</summary>
    public DateTimeOffset? ReopenedAt { get; private set; }

    /// <summary>One per criterion of the call.</summary>
    public IReadOnlyList<CriterionScore> Scores => _scores;

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Whether it counts.</summary>
    public bool IsSubmitted => SubmittedAt is not null;

    /// <summary>Stores a score and its reason on one criterion; either may be missing in a draft.</summary>
    public void Score(string criterion, int? score, string? reason, DateTimeOffset now)
    {
        Rule.Require(!IsSubmitted, "This review is submitted. Only a co-chair can reopen it.");
        Rule.Require(score is null or (>= 0 and <= ScoreAggregation.MaximumScore), "A score is a whole number from 0 to 5.", "Score");
        Rule.Require(reason is null || reason.Length <= TextLength, new Message("A reason has at most {0} characters.", TextLength), "Reason");
        var known = _scores.Find(candidate => candidate.Criterion == criterion);
        Rule.Require(known is not null, "The call has no such criterion.");
        known.Set(score, reason?.Trim() ?? string.Empty);
        SavedAt = now;
    }

    /// <summary>Stores remarks for the co-chairs and feedback for the applicant.</summary>
    public void Write(string? remarks, string? feedback, DateTimeOffset now)
    {
        Rule.Require(!IsSubmitted, "This review is submitted. Only a co-chair can reopen it.");
        Rule.Require(remarks is null || remarks.Length <= TextLength, new Message("Remarks have at most {0} characters.", TextLength), "ConfidentialRemarks");
        Rule.Require(feedback is null || feedback.Length <= TextLength, new Message("Feedback has at most {0} characters.", TextLength), "Feedback");
        (ConfidentialRemarks, Feedback, SavedAt) = (remarks?.Trim() ?? string.Empty, feedback?.Trim() ?? string.Empty, now);
    }

    /// <summary>What keeps it from being submitted, in the order of the criteria that are passed; empty when nothing does.</summary>
    public IReadOnlyList<ReviewGap> Gaps(IReadOnlyCollection<WeightedCriterion> criteria) =>
        [.. criteria.SelectMany(criterion => ReviewGap.Of(criterion.Code, _scores.Find(score => score.Criterion == criterion.Code)))];

    /// <summary>Submits it once each criterion has a score and a reason.</summary>
    public void Submit(IReadOnlyCollection<WeightedCriterion> criteria, DateTimeOffset now)
    {
        Rule.Require(!IsSubmitted, "This review is submitted. Only a co-chair can reopen it.");
        if (Gaps(criteria) is [var gap, ..])
        {
            throw new RuleBrokenException(gap.ToMessage(), gap.Criterion);
        }

        Total = ScoreAggregation.Total(criteria, ToScores());
        (SubmittedAt, SavedAt) = (now, now);
    }

    /// <summary>A co-chair reopens it, with a reason.</summary>
    public void Reopen(string? reason, DateTimeOffset now)
    {
        Rule.Require(IsSubmitted, "This review is not submitted.");
        var because = Rule.Reason(reason);
        Rule.Require(because.Length <= ConflictOfInterest.ReasonLength, new Message("A reason has at most {0} characters.", ConflictOfInterest.ReasonLength), "Reason");
        (ReopenedBecause, ReopenedAt, SubmittedAt, Total, SavedAt) = (because, now, null, null, now);
    }

    /// <summary>As the aggregation takes it. Throws InvalidOperationException while a score is missing.</summary>
    public ReviewScores ToScores() =>
        new(Party, _scores.ToDictionary(score => score.Criterion, score => score.Value ?? throw new InvalidOperationException($"{score.Criterion} has no score.")));
}

/// <summary>A score on one criterion with its reason.</summary>
public sealed class CriterionScore
{
    private CriterionScore()
    {
    }

    internal CriterionScore(string criterion)
    {
        Id = Guid.CreateVersion7();
        Criterion = criterion;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The review.</summary>
    public Guid ReviewId { get; private set; }

    /// <summary>Such as C1.</summary>
    public string Criterion { get; private set; } = string.Empty;

    /// <summary>0–5; null until given.</summary>
    public int? Value { get; private set; }

    /// <summary>Why; blank until given.</summary>
    public string Reason { get; private set; } = string.Empty;

    internal void Set(int? value, string reason) => (Value, Reason) = (value, reason);
}
