using DtcPortal.Application.Calls;
using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Localization;

namespace DtcPortal.Web.UserInterface;

/// <summary>A call's deadline as its zone shows it, in UTC, and where the reader is.</summary>
public static class DeadlineWords
{
    /// <summary>23:59 on 30 November 2026 (Nairobi).</summary>
    public static string Deadline(this Moments moments, CallSummary call)
    {
        ArgumentNullException.ThrowIfNull(moments);
        ArgumentNullException.ThrowIfNull(call);
        return moments.Absolute(Minute(call), ZoneOf(call));
    }

    /// <summary>20:59 UTC; null when the call's zone is UTC's.</summary>
    public static string? DeadlineUniversal(this Moments moments, CallSummary call)
    {
        ArgumentNullException.ThrowIfNull(moments);
        ArgumentNullException.ThrowIfNull(call);
        return moments.Universal(Minute(call), ZoneOf(call));
    }

    /// <summary>20:59 UTC · 21:59 on 30 November 2026 (Geneva) for you · in 6 days.</summary>
    public static string DeadlineElsewhere(this Moments moments, IText text, CallSummary call)
    {
        ArgumentNullException.ThrowIfNull(moments);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(call);
        var (minute, zone) = (Minute(call), ZoneOf(call));
        var words = Elsewhere(moments, text, minute, zone);
        words.Add(moments.Relative(call.DeadlineEndsAt));
        return string.Join(" · ", words);
    }

    /// <summary>Candidacies were taken until 23:59 on 30 November 2026 (Nairobi) · 20:59 UTC · for you 21:59 on 30 November 2026 (Zurich).</summary>
    public static string Ended(this Moments moments, IText text, CandidacyHead head)
    {
        ArgumentNullException.ThrowIfNull(moments);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(head);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(head.DeadlineZone);
        return text["Candidacies were taken until {0}.", string.Join(" · ", [moments.Absolute(head.LastMinute, zone), .. Elsewhere(moments, text, head.LastMinute, zone)])];
    }

    /// <summary>Open until 23:59 on 30 November 2026 (Nairobi) · 20:59 UTC · in 6 days; null once it can no longer be changed.</summary>
    public static string? OpenUntil(this Moments moments, IText text, CandidacyHead head, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(moments);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(head);
        if (!head.IsOpenAt(now))
        {
            return null;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(head.DeadlineZone);
        return string.Join(" · ", [text["It can be changed until {0}", moments.Absolute(head.LastMinute, zone)], .. Elsewhere(moments, text, head.LastMinute, zone), text["{0} left", moments.Left(head.EndsAt)]]);
    }

    private static List<string> Elsewhere(Moments moments, IText text, DateTimeOffset minute, TimeZoneInfo zone)
    {
        var words = new List<string>();
        if (moments.Universal(minute, zone) is { } universal)
        {
            words.Add(universal);
        }

        var here = moments.Zone.GetUtcOffset(minute);
        if (here != zone.GetUtcOffset(minute) && here != TimeSpan.Zero)
        {
            words.Add(text["for you {0}", moments.Absolute(minute)]);
        }

        return words;
    }

    /// <summary>The minute that is still in time.</summary>
    public static DateTimeOffset Minute(CallSummary call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return call.DeadlineEndsAt.AddMinutes(-1);
    }

    private static TimeZoneInfo ZoneOf(CallSummary call) => TimeZoneInfo.FindSystemTimeZoneById(call.DeadlineZone);
}
