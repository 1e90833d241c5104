using DtcPortal.Application.Accounts;

namespace DtcPortal.Application.Committee;

/// <summary>Score and reason on one criterion.</summary>
public sealed record SaveScore
{
    /// <summary>The member.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The candidacy.</summary>
    public required string Reference { get; init; }

    /// <summary>Such as C1.</summary>
    public required string Criterion { get; init; }

    /// <summary>0–5; null while it is not given.</summary>
    public required int? Score { get; init; }

    /// <summary>Why; blank while it is not given.</summary>
    public required string? Reason { get; init; }

    /// <summary>The version of the review that the member saw; null when it was not begun.</summary>
    public required long? Version { get; init; }
}

/// <summary>Remarks and feedback of a review.</summary>
public sealed record SaveRemarks
{
    /// <summary>The member.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The candidacy.</summary>
    public required string Reference { get; init; }

    /// <summary>For co-chairs and managers.</summary>
    public required string? ConfidentialRemarks { get; init; }

    /// <summary>For the applicant.</summary>
    public required string? Feedback { get; init; }

    /// <summary>The version of the review that the member saw; null when it was not begun.</summary>
    public required long? Version { get; init; }
}

/// <summary>A review to submit, with its remarks as they stand on the page.</summary>
public sealed record SubmitReview
{
    /// <summary>The member.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The candidacy.</summary>
    public required string Reference { get; init; }

    /// <summary>For co-chairs and managers.</summary>
    public required string? ConfidentialRemarks { get; init; }

    /// <summary>For the applicant.</summary>
    public required string? Feedback { get; init; }

    /// <summary>The version of the review that the member saw; null when it was not begun.</summary>
    public required long? Version { get; init; }
}

/// <summary>Whole reviews of one call.</summary>
public sealed record SubmitWholeReviews
{
    /// <summary>The call.</summary>
    public required string Slug { get; init; }

    /// <summary>The reviews; each has a standing assignment and was not begun.</summary>
    public required IReadOnlyCollection<WholeReview> Reviews { get; init; }
}

/// <summary>One whole review.</summary>
/// <param name="Reference">The candidacy.</param>
/// <param name="MemberId">The account of the member.</param>
/// <param name="Scores">Score and reason for each criterion of the call.</param>
/// <param name="ConfidentialRemarks">For co-chairs and managers.</param>
/// <param name="Feedback">For the applicant.</param>
public sealed record WholeReview(
    string Reference, Guid MemberId, IReadOnlyDictionary<string, (int Score, string Reason)> Scores, string? ConfidentialRemarks = null, string? Feedback = null);

/// <summary>A submitted review to be changed again by its member.</summary>
public sealed record ReopenReview
{
    /// <summary>The co-chair.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The candidacy.</summary>
    public required string Reference { get; init; }

    /// <summary>The review.</summary>
    public required Guid ReviewId { get; init; }

    /// <summary>Why.</summary>
    public required string? Reason { get; init; }
}

/// <summary>What was stored.</summary>
/// <param name="Version">The review's version now.</param>
/// <param name="SavedAt">When.</param>
/// <param name="Previous">Code of the criterion before; null for the first and where no criterion was saved.</param>
/// <param name="Next">Code of the criterion after; null for the last and where no criterion was saved.</param>
public sealed record SavedReview(long Version, DateTimeOffset SavedAt, string? Previous = null, string? Next = null);
