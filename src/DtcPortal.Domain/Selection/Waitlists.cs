namespace DtcPortal.Domain.Selection;

/// <summary>Who comes next in a region when a seat is freed (rules.md 7).</summary>
public static class Waitlists
{
    /// <summary>
    /// The rest of a region's pool, ordered by going on as for the seats, without the limit per country.
    /// </summary>
    /// <param name="pool">The region's whole pool, in any order.</param>
    /// <param name="chosen">Who has a seat.</param>
    /// <param name="bandMillionths">Width of the call's band in millionths of a point.</param>
    public static IReadOnlyList<PoolCandidacy> Order(
        IEnumerable<PoolCandidacy> pool, IReadOnlySet<Guid> chosen, long bandMillionths) =>
        BandSelection.OrderAll(pool.Where(candidacy => !chosen.Contains(candidacy.Id)), bandMillionths);
}
