using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Committee;

/// <summary>A criterion and its weight in the call.</summary>
/// <param name="Code">Such as C1.</param>
/// <param name="Weight">0–100; the weights of a call sum to 100.</param>
public sealed record WeightedCriterion(string Code, int Weight);

/// <summary>One submitted review.</summary>
/// <param name="Party">The party that the reviewer belongs to.</param>
/// <param name="Scores">0–5 for each criterion of the call, by code.</param>
public sealed record ReviewScores(Party Party, IReadOnlyDictionary<string, int> Scores);

/// <summary>What the reviews of a candidacy say on one criterion.</summary>
/// <param name="Code">Such as C1.</param>
/// <param name="Itu">Mean of ITU's reviews; null without one.</param>
/// <param name="Cisco">Mean of Cisco's reviews; null without one.</param>
/// <param name="Both">Mean of the two parties' means; null unless both have one. Minimums and ties use it.</param>
/// <param name="Spread">Highest less lowest score, 0–5.</param>
public sealed record CriterionSummary(string Code, CriterionMean? Itu, CriterionMean? Cisco, CriterionMean? Both, int Spread)
{
    /// <summary>Reviewers differ by so many points or more: worth a discussion.</summary>
    public const int FlaggedSpread = 2;

    /// <summary>Whether reviewers differ by 2 points or more.</summary>
    public bool IsFlagged => Spread >= FlaggedSpread;
}

/// <summary>What the reviews of a candidacy add up to.</summary>
/// <param name="Score">Mean of the parties' means on 0–100; null unless both parties have a review.</param>
/// <param name="Itu">Mean of ITU's reviews on 0–100; null without one.</param>
/// <param name="Cisco">Mean of Cisco's reviews on 0–100; null without one.</param>
/// <param name="Criteria">Each criterion, in the order of the call.</param>
public sealed record ScoreSummary(Score? Score, Score? Itu, Score? Cisco, IReadOnlyList<CriterionSummary> Criteria)
{
    /// <summary>Whether reviewers differ by 2 points or more on a criterion.</summary>
    public bool IsFlagged => Criteria.Any(criterion => criterion.IsFlagged);
}

/// <summary>
/// From reviews to a score: the mean of the two parties' means, so that three reviews do not favour the party with two
/// (product.md 6, rules.md 4). All sums are whole numbers; the one division rounds half to even to millionths.
/// </summary>
public static class ScoreAggregation
{
    /// <summary>The highest score on a criterion.</summary>
    public const int MaximumScore = 5;

    // totals reach 500, scores 100
    private const int PointsDivisor = 5;

    /// <summary>A review's total: Σ weight × score, 0–500. Throws ArgumentException when a score is missing or not 0–5.</summary>
    public static int Total(IReadOnlyCollection<WeightedCriterion> criteria, ReviewScores review) =>
        criteria.Sum(criterion => criterion.Weight * ScoreOf(review, criterion.Code));

    /// <summary>Score and means of a candidacy. Throws ArgumentException when a score is missing or not 0–5.</summary>
    public static ScoreSummary Summarise(IReadOnlyCollection<WeightedCriterion> criteria, IReadOnlyCollection<ReviewScores> reviews)
    {
        var totals = default(Tally);
        var summaries = new List<CriterionSummary>(criteria.Count);
        foreach (var criterion in criteria)
        {
            var tally = default(Tally);
            var (lowest, highest) = (MaximumScore, 0);
            foreach (var review in reviews)
            {
                var score = ScoreOf(review, criterion.Code);
                tally.Add(review.Party, score);
                (lowest, highest) = (Math.Min(lowest, score), Math.Max(highest, score));
            }

            totals.AddWeighted(tally, criterion.Weight);
            summaries.Add(new CriterionSummary(
                criterion.Code, MeanOf(tally.Of(Party.Itu, 1)), MeanOf(tally.Of(Party.Cisco, 1)), MeanOf(tally.Both(1)),
                Math.Max(0, highest - lowest)));
        }

        return new ScoreSummary(
            ScoreOf(totals.Both(PointsDivisor)), ScoreOf(totals.Of(Party.Itu, PointsDivisor)), ScoreOf(totals.Of(Party.Cisco, PointsDivisor)),
            summaries);
    }

    /// <summary>The candidacy's score from the totals (0–500) of each party's reviews; null unless each has one.</summary>
    public static Score? ScoreFromTotals(IReadOnlyCollection<int> itu, IReadOnlyCollection<int> cisco)
    {
        var tally = new Tally { Itu = itu.Sum(), ItuCount = itu.Count, Cisco = cisco.Sum(), CiscoCount = cisco.Count };
        return ScoreOf(tally.Both(PointsDivisor));
    }

    private static CriterionMean? MeanOf(long? millionths) => millionths is { } value ? CriterionMean.FromMillionths(value) : null;

    private static Score? ScoreOf(long? millionths) => millionths is { } value ? Score.FromMillionths(value) : null;

    private static int ScoreOf(ReviewScores review, string code) =>
        review.Scores.TryGetValue(code, out var score) && score is >= 0 and <= MaximumScore
            ? score
            : throw new ArgumentException($"The review has no score of 0 to {MaximumScore} for {code}.", nameof(review));

    private struct Tally
    {
        public long Itu;
        public int ItuCount;
        public long Cisco;
        public int CiscoCount;

        public void Add(Party party, long value)
        {
            if (party == Party.Itu)
            {
                Itu += value;
                ItuCount++;
            }
            else
            {
                Cisco += value;
                CiscoCount++;
            }
        }

        public void AddWeighted(Tally criterion, int weight)
        {
            Itu += weight * criterion.Itu;
            Cisco += weight * criterion.Cisco;
            (ItuCount, CiscoCount) = (criterion.ItuCount, criterion.CiscoCount);
        }

        public readonly long? Of(Party party, int divisor)
        {
            var (sum, count) = party == Party.Itu ? (Itu, ItuCount) : (Cisco, CiscoCount);
            return count == 0 ? null : ExactRounding.HalfToEven((Int128)sum * ExactRounding.Million, (Int128)count * divisor);
        }

        public readonly long? Both(int divisor) =>
            ItuCount == 0 || CiscoCount == 0
                ? null
                : ExactRounding.HalfToEven(
                    (((Int128)Itu * CiscoCount) + ((Int128)Cisco * ItuCount)) * ExactRounding.Million,
                    (Int128)2 * ItuCount * CiscoCount * divisor);
    }
}
