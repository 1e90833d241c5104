using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Selection;

/// <summary>What a region asks of the seats.</summary>
/// <param name="Region">The region.</param>
/// <param name="Need">Its index in the signed needs assessment, 0 or more.</param>
/// <param name="Supply">How many seats its candidacies could fill, those taken included.</param>
/// <param name="Lot">Its place in the order drawn beforehand; the lower wins.</param>
/// <param name="Taken">Seats of the phase that its candidacies hold already.</param>
public sealed record RegionDemand(Region Region, decimal Need, int Supply, int Lot, int Taken = 0)
{
    /// <summary>How many more seats its candidacies could fill.</summary>
    public int Fillable => Supply - Taken;
}

/// <summary>A region with more need that would get fewer seats while it still has candidacies.</summary>
/// <param name="MoreNeed">The region that would be passed over.</param>
/// <param name="LessNeed">The region that would get more.</param>
public sealed record NeedBreach(Region MoreNeed, Region LessNeed);

/// <summary>Seats by region follow need and supply: Sainte-Laguë with supply, without floating point (A3, rules.md 5).</summary>
public static class SeatAllocation
{
    /// <summary>
    /// The regions in the order in which seats are given, at most <paramref name="seats"/> of them; fewer when supply ends.
    /// Throws ArgumentException for a region named twice, ArgumentOutOfRangeException for numbers below 0.
    /// </summary>
    public static IReadOnlyList<Region> Give(IReadOnlyCollection<RegionDemand> regions, int seats)
    {
        Check(regions, seats);
        var taken = regions.ToDictionary(region => region.Region, region => region.Taken);
        var order = new List<Region>(Math.Min(seats, 64));
        while (order.Count < seats && Next(regions, taken) is { } next)
        {
            taken[next]++;
            order.Add(next);
        }

        return order;
    }

    /// <summary>The region that gets the next seat with all taken ones counted; null when supply has ended everywhere.</summary>
    public static Region? Next(IReadOnlyCollection<RegionDemand> regions)
    {
        Check(regions, 0);
        return Next(regions, regions.ToDictionary(region => region.Region, region => region.Taken));
    }

    /// <summary>
    /// Pairs that break "if region i has more need than region j, then i gets at least as many seats as j, or all its supply"
    /// (product.md 2), seats taken counted; empty when the seats to be given may stand. A region not named in <paramref name="seats"/> gets none.
    /// </summary>
    public static IReadOnlyList<NeedBreach> Breaches(
        IReadOnlyCollection<RegionDemand> regions, IReadOnlyDictionary<Region, int> seats) =>
        [.. from more in regions
            from less in regions
            where more.Need > less.Need
            let given = more.Taken + seats.GetValueOrDefault(more.Region)
            where given < more.Supply && seats.GetValueOrDefault(less.Region) > 0 && given < less.Taken + seats.GetValueOrDefault(less.Region)
            orderby more.Need descending, more.Lot, less.Need descending, less.Lot
            select new NeedBreach(more.Region, less.Region)];

    private static Region? Next(IReadOnlyCollection<RegionDemand> regions, Dictionary<Region, int> taken)
    {
        RegionDemand? best = null;
        foreach (var region in regions.Where(region => taken[region.Region] < region.Supply))
        {
            if (best is null || ComesBefore(region, taken[region.Region], best, taken[best.Region]))
            {
                best = region;
            }
        }

        return best?.Region;
    }

    // a ÷ (2s + 1) > b ÷ (2t + 1), multiplied out: decimal products of these sizes are exact
    private static bool ComesBefore(RegionDemand left, int leftSeats, RegionDemand right, int rightSeats)
    {
        var byQuotient = (left.Need * ((2L * rightSeats) + 1)).CompareTo(right.Need * ((2L * leftSeats) + 1));
        var byNeed = left.Need.CompareTo(right.Need);
        return (byQuotient, byNeed) switch
        {
            ( > 0, _) => true,
            ( < 0, _) => false,
            (_, > 0) => true,
            (_, < 0) => false,
            _ => (left.Lot, left.Region).CompareTo((right.Lot, right.Region)) < 0,
        };
    }

    private static void Check(IReadOnlyCollection<RegionDemand> regions, int seats)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seats);
        foreach (var region in regions)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(region.Need, nameof(regions));
            ArgumentOutOfRangeException.ThrowIfNegative(region.Supply, nameof(regions));
            ArgumentOutOfRangeException.ThrowIfNegative(region.Taken, nameof(regions));
        }

        if (regions.Select(region => region.Region).Distinct().Count() != regions.Count)
        {
            throw new ArgumentException("A region is named once.", nameof(regions));
        }
    }
}
