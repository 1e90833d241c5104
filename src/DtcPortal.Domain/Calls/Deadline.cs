namespace DtcPortal.Domain.Calls;

/// <summary>How often the clocks of a zone show a local minute.</summary>
public enum LocalMinuteReading
{
    /// <summary>Once, as nearly always.</summary>
    Once,

    /// <summary>Twice, because clocks are put back: the later one counts.</summary>
    Twice,

    /// <summary>Never, because clocks are put forward over it: it counts as if they were put forward after it.</summary>
    Skipped,
}

/// <summary>
/// A whole minute in a named zone; what arrives before the end of that minute is in time (rules.md 1).
/// Where the clocks are changed at that minute, the later of the two readings counts, so nobody is shut out early.
/// </summary>
public sealed record Deadline
{
    /// <summary>
    /// Throws ArgumentException when the time is not a whole minute, TimeZoneNotFoundException when the zone's name is unknown.
    /// </summary>
    /// <param name="localMinute">Date and minute as the clocks of the zone show it.</param>
    /// <param name="zone">IANA name, such as Africa/Nairobi.</param>
    public Deadline(DateTime localMinute, string zone)
    {
        if (localMinute.Ticks % TimeSpan.TicksPerMinute != 0)
        {
            throw new ArgumentException("A deadline is a whole minute.", nameof(localMinute));
        }

        LocalMinute = DateTime.SpecifyKind(localMinute, DateTimeKind.Unspecified);
        Zone = zone;
        var rules = TimeZoneInfo.FindSystemTimeZoneById(zone);
        (Reading, var offset) = Read(rules, LocalMinute);
        EndsAt = new DateTimeOffset(LocalMinute, offset).ToUniversalTime().AddMinutes(1);
    }

    /// <summary>Date and minute as the clocks of the zone show it.</summary>
    public DateTime LocalMinute { get; }

    /// <summary>IANA name of the zone.</summary>
    public string Zone { get; }

    /// <summary>The first instant that is too late, in UTC.</summary>
    public DateTimeOffset EndsAt { get; }

    /// <summary>Whether the zone's clocks show that minute once, twice or never.</summary>
    public LocalMinuteReading Reading { get; }

    /// <summary>The day in the deadline's zone, on which a country's status is looked up (rules.md 3).</summary>
    public DateOnly Date => DateOnly.FromDateTime(LocalMinute);

    /// <summary>Whether a request that arrived then is in time, to the tick.</summary>
    public bool IsInTime(DateTimeOffset arrival) => arrival < EndsAt;

    /// <summary>Whether replacing the other by this one takes time from nobody; a deadline is never shortened (product.md 3).</summary>
    public bool IsNotEarlierThan(Deadline other) => EndsAt >= other.EndsAt;

    /// <summary>Whether the name is one of an IANA zone that this system knows.</summary>
    public static bool IsKnownZone(string? zone) =>
        !string.IsNullOrEmpty(zone) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId;

    private static (LocalMinuteReading Reading, TimeSpan Offset) Read(TimeZoneInfo rules, DateTime local)
    {
        if (rules.IsAmbiguousTime(local))
        {
            return (LocalMinuteReading.Twice, rules.GetAmbiguousTimeOffsets(local).Min());
        }

        if (!rules.IsInvalidTime(local))
        {
            return (LocalMinuteReading.Once, rules.GetUtcOffset(local));
        }

        var before = local;
        while (rules.IsInvalidTime(before))
        {
            before = before.AddMinutes(-1);
        }

        return (LocalMinuteReading.Skipped, rules.GetUtcOffset(before));
    }
}
