using DtcPortal.Domain.Partners;

namespace DtcPortal.Application.Partners;

/// <summary>Values of one currency.</summary>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Intended">Cents pledged, confirmed or delivered.</param>
/// <param name="Delivered">Cents delivered.</param>
public sealed record IntendedValue(string Currency, long Intended, long Delivered)
{
    /// <summary>What is intended and not delivered yet.</summary>
    public long Gap => Intended - Delivered;
}

/// <summary>What a partner, centre or year intends and delivered.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Intended">How many contributions, withdrawn ones left out.</param>
/// <param name="Delivered">How many of them are delivered.</param>
/// <param name="Values">Values by currency; currencies are never summed.</param>
public sealed record IntendedAgainstDelivered(string Name, int Intended, int Delivered, IReadOnlyList<IntendedValue> Values)
{
    /// <summary>Sums contributions by a name of each, in the order of the names.</summary>
    public static IReadOnlyList<IntendedAgainstDelivered> By(IEnumerable<ContributionRow> rows, Func<ContributionRow, string> name) =>
        [.. rows.Where(row => row.State != ContributionState.Withdrawn).GroupBy(name).OrderBy(group => group.Key, StringComparer.CurrentCulture).Select(group => new IntendedAgainstDelivered(
            group.Key,
            group.Count(),
            group.Count(row => row.State == ContributionState.Delivered),
            [.. group.Where(row => row.Cents is not null).GroupBy(row => row.Currency!).OrderBy(currency => currency.Key, StringComparer.Ordinal).Select(currency => new IntendedValue(
                currency.Key, currency.Sum(row => row.Cents!.Value), currency.Where(row => row.State == ContributionState.Delivered).Sum(row => row.Cents!.Value)))]))];
}
