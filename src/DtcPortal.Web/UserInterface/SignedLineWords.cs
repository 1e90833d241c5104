using System.Globalization;
using System.Text.RegularExpressions;
using DtcPortal.Application.Localization;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;

namespace DtcPortal.Web.UserInterface;

/// <summary>
/// Signed lines in the reader's language. What is signed is stored in English and stays so; words, dates, numbers, regions and countries are put
/// into the reader's language when shown, and whatever people wrote stays as they wrote it.
/// </summary>
public static partial class SignedLineWords
{
    private static readonly string[] Instants = ["HH:mm 'UTC on' d MMMM yyyy", "yyyy-MM-dd HH:mm 'UTC'"];

    /// <summary>What a line is about: its label, and which one of several.</summary>
    public static string SignedName(this IText text, string label, string? subject)
    {
        ArgumentNullException.ThrowIfNull(text);
        return subject is null ? text[label] : $"{text[label]}, {Subject(text, label, subject)}";
    }

    /// <summary>The value of a line; a dash for none.</summary>
    public static string SignedValue(this IText text, Moments moments, string label, string? value)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(moments);
        return value is null ? "–" : Word(text, value) ?? OfLabel(text, label, value) ?? Date(text, moments, value) ?? Number(value) ?? value;
    }

    private static string? Word(IText text, string value) => value switch
    {
        "none" => text["none|signed"],
        "eligible" => text["eligible"],
        "not eligible" => text["not eligible"],
        "present" => text["present"],
        "signed" => text["signed"],
        "not signed" => text["not signed"],
        "set later by an amendment" => text["set later by an amendment"],
        "ITU" => text.Of(Party.Itu),
        _ => null,
    };

    private static string? OfLabel(IText text, string label, string value) => label switch
    {
        "Checked by the portal" when Enum.TryParse<QualificationCheck>(value, out var check) => text.Of(check),
        "Country" => Country(text, value),
        "Languages" => string.Join(", ", value.Split(", ").Select(code => text.LanguageName(code))),
        "Question" when Asked().Match(value) is { Success: true } asked =>
            $"{asked.Groups["text"].Value}; {(asked.Groups["must"].Value == "required" ? text["required"] : text["optional"])}"
            + (asked.Groups["words"].Success ? $"; {text.Plural(int.Parse(asked.Groups["words"].Value, CultureInfo.InvariantCulture), "{0} word", "{0} words")}" : string.Empty),
        "Seat" or "Waitlist" or "Not chosen" => Placed().Replace(value, place => $", {text.Country(place.Groups["code"].Value)}"),
        _ when label.StartsWith("Target of ", StringComparison.Ordinal) && Aimed().Match(value) is { Success: true } aimed =>
            text["{0} {1} (definition {2})", Number(aimed.Groups["number"].Value) ?? aimed.Groups["number"].Value, Unit(text, aimed.Groups["unit"].Value), aimed.Groups["revision"].Value],
        _ => null,
    };

    private static string? Date(IText text, Moments moments, string value)
    {
        if (DateOnly.TryParseExact(value, "d MMMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return moments.Date(day);
        }

        if (DateTimeOffset.TryParseExact(value, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            return moments.Absolute(at, TimeZoneInfo.Utc);
        }

        return Local().Match(value) is { Success: true } found
            && DateTime.TryParseExact(found.Groups["local"].Value, "HH:mm 'on' d MMMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? moments.Local(local, found.Groups["zone"].Value)
            : null;
    }

    private static string? Number(string value) =>
        Figure().IsMatch(value) && decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.######", CultureInfo.CurrentCulture) : null;

    private static string Subject(IText text, string label, string subject)
    {
        var parts = subject.Split(' ');
        return parts switch
        {
            [var code] when RegionCodes.TryParse(code, out var region) => text.Of(region),
            [var number, var code] when RegionCodes.TryParse(code, out var region) => $"{number}, {text.Of(region)}",
            [LocalizedText.English or LocalizedText.French] => text.LanguageName(subject),
            _ when label == "Country" => Country(text, subject),
            _ when label.StartsWith("Target of ", StringComparison.Ordinal) => Aim(text, subject),
            _ => subject,
        };
    }

    // an indicator's name may hold a comma of its own
    private static string Aim(IText text, string subject) =>
        ReferenceCatalogue.Indicators.Select(indicator => indicator.Name).Where(name => subject.StartsWith(name.InEnglish, StringComparison.Ordinal)).MaxBy(name => name.InEnglish.Length) is { } name
            ? text.Of(name) + subject[name.InEnglish.Length..]
            : subject;

    private static string Unit(IText text, string unit) =>
        ReferenceCatalogue.Indicators.FirstOrDefault(indicator => indicator.Unit.InEnglish == unit) is { } indicator ? text.Of(indicator.Unit) : unit;

    private static string Country(IText text, string name) =>
        ReferenceCatalogue.Countries.FirstOrDefault(country => country.NameIn(LocalizedText.English) == name)?.NameIn(text.Language) ?? name;

    [GeneratedRegex(@"^(?<text>.*); (?<must>required|optional)(?:; (?<words>\d+) words)?$", RegexOptions.Singleline)]
    private static partial Regex Asked();

    [GeneratedRegex(@", (?<code>[A-Z]{2})(?=;|$)")]
    private static partial Regex Placed();

    [GeneratedRegex(@"^(?<number>-?[\d,.]+) (?<unit>.+) \(definition (?<revision>\d+)\)$")]
    private static partial Regex Aimed();

    [GeneratedRegex(@"^(?<local>\d{2}:\d{2} on \d{1,2} \p{L}+ \d{4}) \((?<zone>[^)]+)\)$")]
    private static partial Regex Local();

    [GeneratedRegex(@"^-?\d[\d,]*(\.\d+)?$")]
    private static partial Regex Figure();
}
