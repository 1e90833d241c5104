using DtcPortal.Application.Common;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;

namespace DtcPortal.Application.Candidacies;

/// <summary>What the managers' list of candidacies shows.</summary>
public sealed record CandidacyFilter
{
    /// <summary>Words of the institution's name, a reference, or a country's name.</summary>
    public string? Search { get; init; }

    /// <summary>ITU's region; null for all.</summary>
    public Region? Region { get; init; }

    /// <summary>Where they stand for their institution; null for all.</summary>
    public CandidacyState? State { get; init; }

    /// <summary>What screening found; null for all.</summary>
    public Eligibility? Eligibility { get; init; }

    /// <summary>reference, institution, submitted, reviews or score; a minus before it turns the order.</summary>
    public string Sort { get; init; } = CandidacyListQueries.UsualSort;

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Rows a page.</summary>
    public int Size { get; init; } = CandidacyListQueries.UsualSize;
}

/// <summary>A candidacy in the managers' list.</summary>
/// <param name="Reference">Reference for people.</param>
/// <param name="Institution">Its institution.</param>
/// <param name="Country">Where the training takes place.</param>
/// <param name="State">Where it stands for its institution.</param>
/// <param name="Eligibility">What screening found.</param>
/// <param name="SubmittedAt">Arrival of the submission that counts.</param>
/// <param name="ReviewsSubmitted">Reviews that are in.</param>
/// <param name="ReviewsAssigned">Reviews assigned.</param>
/// <param name="ScoreMillionths">Score in millionths of a point; null without one, or where the reader may not see it yet.</param>
public sealed record CandidacyListRow(
    string Reference, string Institution, string Country, CandidacyState State, Eligibility Eligibility, DateTimeOffset? SubmittedAt,
    int ReviewsSubmitted, int ReviewsAssigned, long? ScoreMillionths);

/// <summary>The candidacies of a call.</summary>
/// <param name="CallTitle">The call's title.</param>
/// <param name="CallState">Where the call stands.</param>
/// <param name="DeadlineEndsAt">The first instant that is too late.</param>
/// <param name="Rows">The rows.</param>
public sealed record CandidacyList(LocalizedText CallTitle, CallState CallState, DateTimeOffset DeadlineEndsAt, Paged<CandidacyListRow> Rows);
