namespace DtcPortal.Web.UserInterface;

/// <summary>IANA names of time zones that people choose from.</summary>
public static class ZoneNames
{
    private static readonly Lazy<IReadOnlyList<string>> LazyAll = new(() =>
    [
        "UTC",
        .. TimeZoneInfo.GetSystemTimeZones()
            .Where(zone => zone.HasIanaId && zone.Id.Contains('/', StringComparison.Ordinal) && !zone.Id.StartsWith("Etc/", StringComparison.Ordinal))
            .Select(zone => zone.Id)
            .Order(StringComparer.Ordinal),
    ]);

    /// <summary>All, UTC first, then by name.</summary>
    public static IReadOnlyList<string> All => LazyAll.Value;
}
