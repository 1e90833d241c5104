using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Selection;

/// <summary>What a use of the band changed against scores alone.</summary>
public enum BandEffect
{
    /// <summary>Only the order in which seats are given.</summary>
    Order = 1,

    /// <summary>Who gets a seat.</summary>
    WhoIsIn = 2,
}

/// <summary>One use of the presence band: a candidacy came before others with more merit (product.md 2).</summary>
/// <param name="Preferred">Who came first because of presence.</param>
/// <param name="PassedOver">Those in the band with more merit, best first.</param>
/// <param name="Effect">Whether that changed who is in, or only the order.</param>
/// <param name="InPlaceOf">Who would be in without the band; null when only the order changed.</param>
public sealed record BandUse(Guid Preferred, IReadOnlyList<Guid> PassedOver, BandEffect Effect, Guid? InPlaceOf);

/// <summary>One seat's winner within a region.</summary>
/// <param name="Candidacy">Who takes the seat.</param>
/// <param name="Best">The best of those left, that set the band.</param>
/// <param name="Contenders">How many were in the band, the winner included.</param>
/// <param name="DecidedBy">What put it before the next contender.</param>
/// <param name="Next">That next contender; null when there was none.</param>
public sealed record BandChoice(PoolCandidacy Candidacy, Guid Best, int Contenders, DecidedBy DecidedBy, Guid? Next);

/// <summary>Who takes a region's seats.</summary>
/// <param name="Chosen">In the order chosen.</param>
/// <param name="BandUses">Each use of the band, in the order chosen.</param>
public sealed record BandSelectionResult(IReadOnlyList<BandChoice> Chosen, IReadOnlyList<BandUse> BandUses);

/// <summary>
/// Who takes the seats of one region: those within the call's band of the best remaining contend,
/// presence first, then score, C9, C7 and the lot (A3, rules.md 6).
/// </summary>
public static class BandSelection
{
    /// <summary>
    /// Chooses at most <paramref name="seats"/> candidacies of one region's pool. Throws ArgumentOutOfRangeException for numbers below 0,
    /// or a limit below 1.
    /// </summary>
    /// <param name="pool">The region's rankable candidacies that meet all minimums, in any order.</param>
    /// <param name="seats">Seats of the region.</param>
    /// <param name="limitPerCountry">Most seats for one country, 1 or more.</param>
    /// <param name="bandMillionths">Width of the band in millionths of a point, its edge included.</param>
    /// <param name="taken">Seats that countries hold already, by code; null for none.</param>
    public static BandSelectionResult Choose(
        IEnumerable<PoolCandidacy> pool, int seats, int limitPerCountry, long bandMillionths, IReadOnlyDictionary<string, int>? taken = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seats);
        ArgumentOutOfRangeException.ThrowIfLessThan(limitPerCountry, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(bandMillionths);
        var byMerit = pool.Order(PoolOrder.Merit).ToArray();
        var room = new CountryRoom(limitPerCountry, taken);
        var chosen = Walk(byMerit, room, bandMillionths, PoolOrder.PresenceFirst, counting: true).Take(seats).ToArray();
        return new BandSelectionResult(chosen, Uses(byMerit, chosen, room, bandMillionths));
    }

    /// <summary>The candidacies in the order in which they would be chosen without a limit per country (rules.md 7).</summary>
    public static IReadOnlyList<PoolCandidacy> OrderAll(IEnumerable<PoolCandidacy> pool, long bandMillionths)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bandMillionths);
        var byMerit = pool.Order(PoolOrder.Merit).ToArray();
        return [.. Walk(byMerit, new CountryRoom(int.MaxValue, null), bandMillionths, PoolOrder.PresenceFirst).Select(choice => choice.Candidacy)];
    }

    // The best remaining one only ever falls, so the band slides down the list once, and contenders wait in a heap.
    private static IEnumerable<BandChoice> Walk(
        PoolCandidacy[] byMerit, CountryRoom room, long band, IComparer<PoolCandidacy> order, bool counting = false)
    {
        var seatsOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var gone = new HashSet<Guid>();
        var contenders = new PriorityQueue<PoolCandidacy, PoolCandidacy>(order);
        var entered = 0;

        bool IsOut(PoolCandidacy candidacy) =>
            gone.Contains(candidacy.Id) || seatsOf.GetValueOrDefault(candidacy.Country) >= room.Of(candidacy.Country);

        for (var best = 0; best < byMerit.Length; best++)
        {
            while (!IsOut(byMerit[best]))
            {
                for (; entered < byMerit.Length && byMerit[entered].Score.Millionths >= byMerit[best].Score.Millionths - band; entered++)
                {
                    contenders.Enqueue(byMerit[entered], byMerit[entered]);
                }

                SkipThoseOut();
                var winner = contenders.Dequeue();
                SkipThoseOut();
                var next = contenders.Count > 0 ? contenders.Peek() : null;
                var contending = counting ? 1 + contenders.UnorderedItems.Count(item => !IsOut(item.Element)) : 0;
                gone.Add(winner.Id);
                var reason = next is null ? DecidedBy.OnlyOne : PoolOrder.Reason(winner, next);
                yield return new BandChoice(winner, byMerit[best].Id, contending, reason, next?.Id);
                seatsOf[winner.Country] = seatsOf.GetValueOrDefault(winner.Country) + 1;
            }
        }

        void SkipThoseOut()
        {
            while (contenders.Count > 0 && IsOut(contenders.Peek()))
            {
                contenders.Dequeue();
            }
        }
    }

    private static List<BandUse> Uses(PoolCandidacy[] byMerit, BandChoice[] chosen, CountryRoom room, long band)
    {
        var onMerit = Walk(byMerit, room, band, PoolOrder.Merit).Take(chosen.Length).Select(choice => choice.Candidacy.Id).ToArray();
        var inOnMerit = onMerit.ToHashSet();
        var inNow = chosen.Select(choice => choice.Candidacy.Id).ToHashSet();
        var displaced = new Queue<Guid>(onMerit.Where(id => !inNow.Contains(id)));
        var uses = new List<BandUse>();
        for (var seat = 0; seat < chosen.Length; seat++)
        {
            var winner = chosen[seat].Candidacy;
            var passedOver = PassedOver(byMerit, chosen.Take(seat), winner, room);
            if (passedOver.Count > 0)
            {
                Guid? inPlaceOf = inOnMerit.Contains(winner.Id) ? null : displaced.Dequeue();
                uses.Add(new BandUse(winner.Id, passedOver, inPlaceOf is null ? BandEffect.Order : BandEffect.WhoIsIn, inPlaceOf));
            }
        }

        return uses;
    }

    private static List<Guid> PassedOver(PoolCandidacy[] byMerit, IEnumerable<BandChoice> before, PoolCandidacy winner, CountryRoom room)
    {
        var earlier = before.Select(choice => choice.Candidacy).ToArray();
        var taken = earlier.Select(candidacy => candidacy.Id).ToHashSet();
        var seatsOf = earlier.CountBy(candidacy => candidacy.Country, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return [.. byMerit.TakeWhile(candidacy => candidacy.Id != winner.Id)
            .Where(candidacy => !taken.Contains(candidacy.Id) && seatsOf.GetValueOrDefault(candidacy.Country) < room.Of(candidacy.Country))
            .Select(candidacy => candidacy.Id)];
    }

    private sealed record CountryRoom(int Limit, IReadOnlyDictionary<string, int>? Taken)
    {
        public int Of(string country) => Limit - (Taken?.GetValueOrDefault(country) ?? 0);
    }
}
