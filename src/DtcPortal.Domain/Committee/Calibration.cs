using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Committee;

/// <summary>A submitted review as the calibration reads it.</summary>
/// <param name="Candidacy">The candidacy.</param>
/// <param name="Member">Who reviewed.</param>
/// <param name="Party">Their party.</param>
/// <param name="Total">Σ weight × score, 0–500.</param>
public sealed record CalibrationReview(Guid Candidacy, Guid Member, Party Party, int Total);

/// <summary>How a member scores.</summary>
/// <param name="Member">Who.</param>
/// <param name="Party">Their party.</param>
/// <param name="Reviews">How many they submitted.</param>
/// <param name="Mean">Mean of what they gave, 0–100.</param>
/// <param name="Severity">
/// Mean difference in points to the other reviews of the same candidacies: below 0 is stricter than the others; null where nobody else reviewed those.
/// </param>
public sealed record MemberCalibration(Guid Member, Party Party, int Reviews, double Mean, double? Severity);

/// <summary>What the scores would be if each member used the scale alike; shown beside the raw ones, never in their place (product.md 6).</summary>
public static class Calibration
{
    private const double PointsDivisor = 5;

    /// <summary>How each member scores, in the order of their keys.</summary>
    public static IReadOnlyList<MemberCalibration> Members(IReadOnlyCollection<CalibrationReview> reviews)
    {
        var byCandidacy = reviews.ToLookup(review => review.Candidacy);
        return
        [
            .. reviews.GroupBy(review => (review.Member, review.Party)).OrderBy(member => member.Key.Member).Select(member =>
            {
                var differences = member.Select(review => (review.Total, Others: byCandidacy[review.Candidacy].Where(other => other.Member != review.Member).ToList()))
                    .Where(pair => pair.Others.Count > 0).Select(pair => (pair.Total - pair.Others.Average(other => other.Total)) / PointsDivisor).ToList();
                return new MemberCalibration(
                    member.Key.Member, member.Key.Party, member.Count(), member.Average(review => review.Total) / PointsDivisor, differences.Count == 0 ? null : differences.Average());
            }),
        ];
    }

    /// <summary>
    /// Each candidacy's standardised score: each review as its distance from the member's mean in the member's standard deviations, averaged by party and
    /// then over both parties, put back on the scale of all reviews. Candidacies that lack a review of a party are left out, and so are members with
    /// fewer than two reviews or always the same total, who count as average.
    /// </summary>
    public static IReadOnlyDictionary<Guid, double> Standardised(IReadOnlyCollection<CalibrationReview> reviews)
    {
        if (reviews.Count == 0)
        {
            return new Dictionary<Guid, double>();
        }

        var (mean, deviation) = Moments(reviews.Select(review => review.Total));
        var members = reviews.GroupBy(review => review.Member).ToDictionary(member => member.Key, member => Moments(member.Select(review => review.Total)));
        return reviews.GroupBy(review => review.Candidacy).Where(candidacy => candidacy.DistinctBy(review => review.Party).Count() > 1).ToDictionary(
            candidacy => candidacy.Key,
            candidacy => (mean + (deviation * candidacy.GroupBy(review => review.Party).Average(party => party.Average(review => Distance(review.Total, members[review.Member]))))) / PointsDivisor);
    }

    private static double Distance(int total, (double Mean, double Deviation) member) => member.Deviation == 0 ? 0 : (total - member.Mean) / member.Deviation;

    private static (double Mean, double Deviation) Moments(IEnumerable<int> totals)
    {
        var all = totals.ToArray();
        var mean = all.Average();
        return (mean, all.Length < 2 ? 0 : Math.Sqrt(all.Sum(total => (total - mean) * (total - mean)) / (all.Length - 1)));
    }
}
