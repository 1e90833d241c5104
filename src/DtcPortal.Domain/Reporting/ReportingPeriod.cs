using System.Globalization;

namespace DtcPortal.Domain.Reporting;

/// <summary>A calendar quarter in UTC, such as 2026-Q3 (rules.md 1).</summary>
public readonly record struct ReportingPeriod : IComparable<ReportingPeriod>
{
    /// <summary>The first year whose quarters are read and stored.</summary>
    public const int FirstYear = 2000;

    private const int LastYear = 2199;

    // neighbours of each quarter that can be read are quarters too
    private const int Margin = 100;

    /// <summary>Throws ArgumentOutOfRangeException unless the year is 1900–2299 and the quarter 1–4.</summary>
    public ReportingPeriod(int year, int quarter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear - Margin);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear + Margin);
        ArgumentOutOfRangeException.ThrowIfLessThan(quarter, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quarter, 4);
        Year = year;
        Quarter = quarter;
    }

    /// <summary>The calendar year.</summary>
    public int Year { get; }

    /// <summary>1–4.</summary>
    public int Quarter { get; }

    /// <summary>The quarter before.</summary>
    public ReportingPeriod Previous => Quarter == 1 ? new(Year - 1, 4) : new(Year, Quarter - 1);

    /// <summary>The quarter after.</summary>
    public ReportingPeriod Next => Quarter == 4 ? new(Year + 1, 1) : new(Year, Quarter + 1);

    /// <summary>Its first day.</summary>
    public DateOnly FirstDay => new(Year, (3 * Quarter) - 2, 1);

    /// <summary>Its last day.</summary>
    public DateOnly LastDay => FirstDay.AddMonths(3).AddDays(-1);

    /// <summary>Its first instant, in UTC.</summary>
    public DateTimeOffset Start => new(FirstDay.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <summary>The first instant after it, in UTC.</summary>
    public DateTimeOffset End => Next.Start;

    /// <summary>As shown in English, such as Q3 2026.</summary>
    public string Label => string.Create(CultureInfo.InvariantCulture, $"Q{Quarter} {Year}");

    /// <summary>The quarter in which an instant lies.</summary>
    public static ReportingPeriod Of(DateTimeOffset instant)
    {
        var utc = instant.UtcDateTime;
        return new ReportingPeriod(utc.Year, ((utc.Month - 1) / 3) + 1);
    }

    /// <summary>The quarter in which a day lies.</summary>
    public static ReportingPeriod Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    /// <summary>A centre's first period: the first that is whole after it became Active; a quarter that starts at that instant is whole.</summary>
    public static ReportingPeriod FirstAfter(DateTimeOffset activation)
    {
        var current = Of(activation);
        return current.Start >= activation ? current : current.Next;
    }

    /// <summary>The quarters from the first to the last, both included; none when the last is earlier.</summary>
    public static IEnumerable<ReportingPeriod> Between(ReportingPeriod first, ReportingPeriod last)
    {
        for (var period = first; period <= last; period = period.Next)
        {
            yield return period;
        }
    }

    /// <summary>Reads text such as 2026-Q3, exactly so and of the years 2000–2199; false for anything else.</summary>
    public static bool TryParse(string? text, out ReportingPeriod period)
    {
        period = default;
        if (text is not { Length: 7 } || text[4] != '-' || text[5] != 'Q' || text[6] is < '1' or > '4'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year is < FirstYear or > LastYear)
        {
            return false;
        }

        period = new ReportingPeriod(year, text[6] - '0');
        return true;
    }

    /// <summary>Reads text such as 2026-Q3. Throws FormatException for anything else.</summary>
    public static ReportingPeriod Parse(string text) =>
        TryParse(text, out var period) ? period : throw new FormatException("A period is a year and a quarter, such as 2026-Q3.");

    /// <inheritdoc />
    public int CompareTo(ReportingPeriod other) => (Year, Quarter).CompareTo((other.Year, other.Quarter));

    /// <summary>Whether the left period is earlier.</summary>
    public static bool operator <(ReportingPeriod left, ReportingPeriod right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left period is later.</summary>
    public static bool operator >(ReportingPeriod left, ReportingPeriod right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left period is earlier or the same.</summary>
    public static bool operator <=(ReportingPeriod left, ReportingPeriod right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left period is later or the same.</summary>
    public static bool operator >=(ReportingPeriod left, ReportingPeriod right) => left.CompareTo(right) >= 0;

    /// <summary>Such as 2026-Q3, as in addresses and files.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Quarter}");
}
