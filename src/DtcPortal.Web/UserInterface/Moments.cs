using System.Globalization;
using System.Security.Claims;
using DtcPortal.Application.Common;
using DtcPortal.Application.Localization;
using DtcPortal.Web.Security;

namespace DtcPortal.Web.UserInterface;

/// <summary>Instants as the reader sees them: in their zone, in UTC, and how far away.</summary>
public sealed class Moments(IText text, PortalClock clock, IHttpContextAccessor http)
{
    /// <summary>The cookie in which a browser tells its zone.</summary>
    public const string ZoneCookie = "tz";

    private TimeZoneInfo? _zone;

    /// <summary>The reader's zone: the account's choice, else the browser's, else UTC.</summary>
    public TimeZoneInfo Zone => _zone ??= Find(http.HttpContext?.User.FindFirstValue(PortalClaims.TimeZone)) ?? Find(http.HttpContext?.Request.Cookies[ZoneCookie]) ?? TimeZoneInfo.Utc;

    /// <summary>23:59 on 30 November 2026 (Nairobi) · 20:59 UTC · in 6 days.</summary>
    public string Full(DateTimeOffset at, TimeZoneInfo? zone = null) =>
        $"{Absolute(at, zone)}{(Universal(at, zone) is { } utc ? $" · {utc}" : "")} · {Relative(at)}";

    /// <summary>23:59 on 30 November 2026 (Nairobi).</summary>
    public string Absolute(DateTimeOffset at, TimeZoneInfo? zone = null)
    {
        var local = In(at, zone);
        return text["{0} on {1} ({2})", TimeOf(local), Date(DateOnly.FromDateTime(local.DateTime)), Place((zone ?? Zone).Id)];
    }

    /// <summary>23:59 on 30 November 2026 (Nairobi), as the clocks of a zone show it.</summary>
    public string Local(DateTime local, string zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return text["{0} on {1} ({2})", TimeOf(new DateTimeOffset(local, TimeSpan.Zero)), Date(DateOnly.FromDateTime(local)), Place(zone)];
    }

    /// <summary>20:59 UTC, with the date where it is another one there; null when the zone is UTC's.</summary>
    public string? Universal(DateTimeOffset at, TimeZoneInfo? zone = null)
    {
        var local = In(at, zone);
        var utc = at.ToUniversalTime();
        if (local.Offset == TimeSpan.Zero)
        {
            return null;
        }

        return local.Date == utc.Date
            ? text["{0} UTC", TimeOf(utc)]
            : text["{0} UTC on {1}", TimeOf(utc), Date(DateOnly.FromDateTime(utc.DateTime))];
    }

    /// <summary>In 6 days, 3 hours ago.</summary>
    public string Relative(DateTimeOffset at)
    {
        var distance = at - clock.Now;
        var (ahead, length) = (distance >= TimeSpan.Zero, distance.Duration());
        if (length < TimeSpan.FromMinutes(1))
        {
            return text["now"];
        }

        if (length < TimeSpan.FromHours(1))
        {
            var minutes = (long)length.TotalMinutes;
            return ahead ? text.Plural(minutes, "in {0} minute", "in {0} minutes") : text.Plural(minutes, "{0} minute ago", "{0} minutes ago");
        }

        if (length < TimeSpan.FromDays(2))
        {
            var hours = (long)length.TotalHours;
            return ahead ? text.Plural(hours, "in {0} hour", "in {0} hours") : text.Plural(hours, "{0} hour ago", "{0} hours ago");
        }

        var days = (long)length.TotalDays;
        return ahead ? text.Plural(days, "in {0} day", "in {0} days") : text.Plural(days, "{0} day ago", "{0} days ago");
    }

    /// <summary>6 days 4 hours, for what is left; "none" when it is over.</summary>
    public string Left(DateTimeOffset until)
    {
        var left = until - clock.Now;
        if (left <= TimeSpan.Zero)
        {
            return text["none|time left"];
        }

        var days = text.Plural((long)left.TotalDays, "{0} day", "{0} days");
        var hours = text.Plural(left.Hours, "{0} hour", "{0} hours");
        return left.TotalDays >= 1
            ? left.Hours > 0 ? $"{days} {hours}" : days
            : left.TotalHours >= 1 ? hours : text.Plural(Math.Max(1, left.Minutes), "{0} minute", "{0} minutes");
    }

    /// <summary>14:32 today, else 22 November 2026: when something was saved or done.</summary>
    public string Brief(DateTimeOffset at)
    {
        var local = In(at, null);
        return local.Date == In(clock.Now, null).Date
            ? text["{0} today", TimeOf(local)]
            : Date(DateOnly.FromDateTime(local.DateTime));
    }

    /// <summary>Saved 14:32 when it was today, else Saved 14:32 on 22 November 2026.</summary>
    public string Saved(DateTimeOffset at)
    {
        var local = In(at, null);
        return local.Date == In(clock.Now, null).Date
            ? text["Saved {0}", TimeOf(local)]
            : text["Saved {0} on {1}", TimeOf(local), Date(DateOnly.FromDateTime(local.DateTime))];
    }

    /// <summary>30 November 2026, in the reader's zone.</summary>
    public string Day(DateTimeOffset at) => Date(DateOnly.FromDateTime(In(at, null).DateTime));

    /// <summary>Today, by the portal's clock in the reader's zone.</summary>
    public string Today() => Day(clock.Now);

    /// <summary>14:32, in the reader's zone.</summary>
    public string Time(DateTimeOffset at) => TimeOf(In(at, null));

    /// <summary>30 November 2026.</summary>
    public string Date(DateOnly day) => Write(day, "MMMM");

    /// <summary>30 Nov 2026.</summary>
    public string ShortDate(DateOnly day) => Write(day, "MMM");

    private string Write(DateOnly day, string month)
    {
        var first = day.Day == 1 && text.Language == "fr" ? "1er" : day.Day.ToString(CultureInfo.InvariantCulture);
        return $"{first} {day.ToString(month, CultureInfo.CurrentCulture)} {day.Year.ToString(CultureInfo.InvariantCulture)}";
    }

    private string TimeOf(DateTimeOffset at) => text.Language == "fr"
        ? at.ToString("H'\u00a0h\u00a0'mm", CultureInfo.InvariantCulture)
        : at.ToString("HH:mm", CultureInfo.InvariantCulture);

    private DateTimeOffset In(DateTimeOffset at, TimeZoneInfo? zone) => TimeZoneInfo.ConvertTime(at, zone ?? Zone);

    private static string Place(string zone) => zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');

    private static TimeZoneInfo? Find(string? id) => !string.IsNullOrEmpty(id) && id.Length <= 64 && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;
}
