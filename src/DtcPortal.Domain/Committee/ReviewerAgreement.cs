namespace DtcPortal.Domain.Committee;

/// <summary>How far reviewers agree on a criterion.</summary>
public static class ReviewerAgreement
{
    /// <summary>
    /// Krippendorff's alpha for interval data: 1 is full agreement, 0 what chance gives, below 0 systematic disagreement.
    /// Null where it says nothing: no candidacy with two scores, or all scores equal.
    /// </summary>
    /// <param name="candidacies">The scores of each candidacy on the criterion; those with fewer than two are left out.</param>
    public static double? Alpha(IEnumerable<IReadOnlyCollection<int>> candidacies)
    {
        var units = candidacies.Where(scores => scores.Count >= 2).ToArray();
        var all = units.SelectMany(scores => scores).ToArray();
        var expected = SumOfSquaredDifferences(all) / Math.Max(1.0, (double)all.Length * (all.Length - 1));
        if (expected == 0)
        {
            return null;
        }

        var observed = units.Sum(scores => SumOfSquaredDifferences(scores) / (scores.Count - 1)) / all.Length;
        return 1 - (observed / expected);
    }

    private static double SumOfSquaredDifferences(IReadOnlyCollection<int> scores)
    {
        double sum = 0, squares = 0;
        foreach (var score in scores)
        {
            sum += score;
            squares += (double)score * score;
        }

        return 2 * ((scores.Count * squares) - (sum * sum));
    }
}
