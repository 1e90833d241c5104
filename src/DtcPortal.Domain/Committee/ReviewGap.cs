using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Committee;

/// <summary>What is missing of a review on a criterion.</summary>
public enum ReviewGapKind
{
    /// <summary>It has no score.</summary>
    Score = 1,

    /// <summary>It has no reason.</summary>
    Reason = 2,

    /// <summary>Its reason has too many words.</summary>
    Length = 3,
}

/// <summary>What keeps a review from being submitted.</summary>
/// <param name="Criterion">Such as C1.</param>
/// <param name="Kind">What is missing.</param>
public sealed record ReviewGap(string Criterion, ReviewGapKind Kind)
{
    /// <summary>What is missing of a criterion; both kinds when nothing was given.</summary>
    public static IEnumerable<ReviewGap> Of(string criterion, int? score, string? reason)
    {
        if (score is null)
        {
            yield return new ReviewGap(criterion, ReviewGapKind.Score);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            yield return new ReviewGap(criterion, ReviewGapKind.Reason);
        }
        else if (IsTooLong(reason))
        {
            yield return new ReviewGap(criterion, ReviewGapKind.Length);
        }
    }

    /// <summary>Whether a reason has more words than one may submit.</summary>
    public static bool IsTooLong(string? reason) => WordsOf(reason) > Review.ReasonWords;

    /// <summary>How many words a reason has.</summary>
    public static int WordsOf(string? reason) => reason?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length ?? 0;

    /// <summary>As a sentence for the member.</summary>
    public Message ToMessage() => Kind switch
    {
        ReviewGapKind.Score => new Message("{0} has no score.", Criterion),
        ReviewGapKind.Reason => new Message("{0} has no reason.", Criterion),
        _ => new Message("The reason for {0} has more than {1} words.", Criterion, Review.ReasonWords),
    };

    internal static IEnumerable<ReviewGap> Of(string criterion, CriterionScore? score) => Of(criterion, score?.Value, score?.Reason);
}
