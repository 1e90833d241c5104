using System.Globalization;
using System.Text;

namespace DtcPortal.Application.Exporting;

/// <summary>One date as an iCalendar file (RFC 5545).</summary>
public sealed record CalendarFile
{
    private const int LineBytes = 75;

    /// <summary>What tells it from all others, the same each time it is made.</summary>
    public required string Id { get; init; }

    /// <summary>What happens.</summary>
    public required string Title { get; init; }

    /// <summary>More of it.</summary>
    public required string Text { get; init; }

    /// <summary>Where to read it.</summary>
    public required Uri Address { get; init; }

    /// <summary>The instant.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the file is made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Days before at which a calendar reminds.</summary>
    public IReadOnlyList<int> RemindDays { get; init; } = [7, 1];

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        var lines = new List<string>
        {
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//DTC Portal//EN", "BEGIN:VEVENT",
            $"UID:{Id}", $"DTSTAMP:{Utc(MadeAt)}", $"DTSTART:{Utc(At)}", $"DTEND:{Utc(At.AddMinutes(1))}",
            $"SUMMARY:{Escaped(Title)}", $"DESCRIPTION:{Escaped(Text)}", $"URL:{Address.AbsoluteUri}", "TRANSP:TRANSPARENT",
        };
        foreach (var days in RemindDays)
        {
            lines.AddRange(["BEGIN:VALARM", "ACTION:DISPLAY", $"DESCRIPTION:{Escaped(Title)}", $"TRIGGER:-P{days.ToString(CultureInfo.InvariantCulture)}D", "END:VALARM"]);
        }

        lines.AddRange(["END:VEVENT", "END:VCALENDAR"]);
        var file = new StringBuilder();
        foreach (var line in lines)
        {
            Fold(line, file);
        }

        return Encoding.UTF8.GetBytes(file.ToString());
    }

    private static string Utc(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\r\n", "\\n", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static void Fold(string line, StringBuilder file)
    {
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LineBytes)
            {
                file.Append("\r\n ");
                bytes = 1;
            }

            file.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}
