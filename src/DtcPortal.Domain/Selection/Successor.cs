using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Selection;

/// <summary>A region's need and its lot.</summary>
/// <param name="Region">The region.</param>
/// <param name="Need">Its index in the signed needs assessment, 0 or more.</param>
/// <param name="Lot">Its place in the order drawn beforehand; the lower wins.</param>
public sealed record RegionNeed(Region Region, decimal Need, int Lot);

/// <summary>One on a region's waitlist, or in a seat.</summary>
/// <param name="Candidacy">The candidacy.</param>
/// <param name="Region">Its region.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
public sealed record SeatClaim(Guid Candidacy, Region Region, string Country);

/// <summary>Who is proposed for a freed seat.</summary>
/// <param name="Candidacy">Who comes next.</param>
/// <param name="Region">Its region.</param>
/// <param name="IsOfSameRegion">False when the leaver's region had nobody left and the seat rule named another region.</param>
public sealed record SuccessorProposal(Guid Candidacy, Region Region, bool IsOfSameRegion);

/// <summary>What a freed seat is decided by.</summary>
public sealed record FreedSeat
{
    /// <summary>The region of the one who declined or let the offer lapse.</summary>
    public required Region Region { get; init; }

    /// <summary>Seats of the phase taken or offered now, without the leaver.</summary>
    public required IReadOnlyCollection<SeatClaim> Taken { get; init; }

    /// <summary>Those still waiting, each region in its waitlist's order, without the leaver.</summary>
    public required IReadOnlyList<SeatClaim> Waiting { get; init; }

    /// <summary>The signed needs with the regions' lots.</summary>
    public required IReadOnlyCollection<RegionNeed> Needs { get; init; }

    /// <summary>Most seats for one country, 1 or more.</summary>
    public required int LimitPerCountry { get; init; }
}

/// <summary>Who takes a seat that was declined or lapsed (product.md 1, rules.md 7).</summary>
public static class Successor
{
    /// <summary>
    /// The first on the same region's waitlist whose country is below the limit; else the first such one of the region that the seat rule
    /// names with all taken seats counted; null when nobody can fill it.
    /// </summary>
    public static SuccessorProposal? Find(FreedSeat seat)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seat.LimitPerCountry, 1, nameof(seat));
        var byCountry = seat.Taken.CountBy(claim => claim.Country, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var able = seat.Waiting
            .Where(claim => byCountry.GetValueOrDefault(claim.Country) < seat.LimitPerCountry)
            .ToArray();
        if (able.FirstOrDefault(claim => claim.Region == seat.Region) is { } same)
        {
            return new SuccessorProposal(same.Candidacy, same.Region, IsOfSameRegion: true);
        }

        var demands = seat.Needs.Select(need => Demand(need, seat, able)).ToArray();
        return SeatAllocation.Next(demands) is { } region
            ? new SuccessorProposal(able.First(claim => claim.Region == region).Candidacy, region, IsOfSameRegion: false)
            : null;
    }

    private static RegionDemand Demand(RegionNeed need, FreedSeat seat, SeatClaim[] able)
    {
        var taken = seat.Taken.Count(claim => claim.Region == need.Region);
        var open = able.Count(claim => claim.Region == need.Region);
        return new RegionDemand(need.Region, need.Need, taken + open, need.Lot, taken);
    }
}
