using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Selection;

/// <summary>A candidacy in the pool, with all that decides between two of them.</summary>
/// <param name="Id">The candidacy.</param>
/// <param name="Region">The ITU region of its country.</param>
/// <param name="Country">ISO 3166-1 alpha-2 of the country where the training takes place.</param>
/// <param name="Score">Its score on 0–100.</param>
/// <param name="C9">Mean on C9, commits human and financial resources.</param>
/// <param name="C7">Mean on C7, mission, business plan and strategy.</param>
/// <param name="IsPresent">Whether ITU or Cisco is present in the country, by the lists in force at the deadline.</param>
/// <param name="Lot">Its place in the order drawn when deliberation started; the lower wins.</param>
public sealed record PoolCandidacy(
    Guid Id, Region Region, string Country, Score Score, CriterionMean C9, CriterionMean C7, bool IsPresent, int Lot);

/// <summary>What put a candidacy before the next one.</summary>
public enum DecidedBy
{
    /// <summary>Nobody else contended.</summary>
    OnlyOne = 1,

    /// <summary>Presence of ITU or Cisco in the country.</summary>
    Presence = 2,

    /// <summary>The score.</summary>
    Score = 3,

    /// <summary>C9, scores being equal.</summary>
    C9 = 4,

    /// <summary>C7, score and C9 being equal.</summary>
    C7 = 5,

    /// <summary>The lot, all else being equal.</summary>
    Lot = 6,
}

/// <summary>The order among candidacies that contend for a seat (rules.md 6).</summary>
internal static class PoolOrder
{
    /// <summary>Score, C9, C7, lot; then the identifier, so that an order is always total.</summary>
    public static readonly Comparer<PoolCandidacy> Merit = Comparer<PoolCandidacy>.Create(CompareMerit);

    /// <summary>Presence, then merit.</summary>
    public static readonly Comparer<PoolCandidacy> PresenceFirst = Comparer<PoolCandidacy>.Create(
        (left, right) => left.IsPresent == right.IsPresent ? CompareMerit(left, right) : right.IsPresent.CompareTo(left.IsPresent));

    /// <summary>What puts the first before the second.</summary>
    public static DecidedBy Reason(PoolCandidacy first, PoolCandidacy second) =>
        first.IsPresent != second.IsPresent ? DecidedBy.Presence
        : first.Score != second.Score ? DecidedBy.Score
        : first.C9 != second.C9 ? DecidedBy.C9
        : first.C7 != second.C7 ? DecidedBy.C7
        : DecidedBy.Lot;

    private static int CompareMerit(PoolCandidacy left, PoolCandidacy right)
    {
        var order = right.Score.CompareTo(left.Score);
        order = order != 0 ? order : right.C9.CompareTo(left.C9);
        order = order != 0 ? order : right.C7.CompareTo(left.C7);
        order = order != 0 ? order : left.Lot.CompareTo(right.Lot);
        return order != 0 ? order : left.Id.CompareTo(right.Id);
    }
}
