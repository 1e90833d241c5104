using System.Globalization;
using System.Text.RegularExpressions;
using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Candidacies;

/// <summary>Reads answers, which are kept as typed: 1.5 and 1,5 are the same number, 12 480 too.</summary>
public static partial class AnswerFormat
{
    /// <summary>A yes, and a statement that is accepted.</summary>
    public const string Yes = "true";

    /// <summary>A no.</summary>
    public const string No = "false";

    private const int FewestDigitsOfPhone = 6;

    /// <summary>The number; null when the answer is none.</summary>
    public static decimal? Number(string? answer) => NumberText.Read(answer);

    /// <summary>Digits after the point that say something.</summary>
    public static int Decimals(string answer)
    {
        var point = answer.LastIndexOfAny(['.', ',']);
        return point < 0 ? 0 : answer[(point + 1)..].TrimEnd('0').Length;
    }

    /// <summary>Yes or no; null when the answer is neither.</summary>
    public static bool? YesNo(string? answer) => answer switch
    {
        Yes => true,
        No => false,
        _ => null,
    };

    /// <summary>The day; null when the answer is none, or of a year that nobody means.</summary>
    public static DateOnly? Day(string? answer) =>
        DateOnly.TryParseExact(answer, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && MeantYears.Contain(day.Year) ? day : null;

    /// <summary>The address; null when the answer is none of the web. One without https:// is taken as if it had it.</summary>
    public static Uri? Url(string? answer)
    {
        if (string.IsNullOrWhiteSpace(answer) || answer.Any(char.IsWhiteSpace))
        {
            return null;
        }

        var whole = answer.Contains("://", StringComparison.Ordinal) ? answer : $"https://{answer}";
        return Uri.TryCreate(whole, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Contains('.', StringComparison.Ordinal) ? address : null;
    }

    /// <summary>Whether it can be a mail address.</summary>
    public static bool IsEmail(string answer) => EmailPattern().IsMatch(answer);

    /// <summary>Whether it can be a telephone number.</summary>
    public static bool IsPhone(string answer) => PhonePattern().IsMatch(answer) && answer.Count(char.IsAsciiDigit) >= FewestDigitsOfPhone;

    /// <summary>Words: what blanks separate.</summary>
    public static int CountWords(string? text) => text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length ?? 0;

    [GeneratedRegex(@"^\+?[\d\s().\-/]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex PhonePattern();

    // a name, an at sign, and a host with a dot; whether it is reached only a mail tells
    [GeneratedRegex(@"^[^\s@<>(),;:""\\\[\]]+@[^\s@.<>(),;:""\\\[\]]+(\.[^\s@.<>(),;:""\\\[\]]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex EmailPattern();
}
