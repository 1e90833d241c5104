using System.Globalization;
using System.Text.RegularExpressions;

namespace DtcPortal.Domain.Common;

/// <summary>
/// Reads numbers as people of any language write them: 4, 1.5 and 1,5 with one decimal mark, 12480 and 12 480. What one language would read
/// as thousands and another as decimals, such as 1,000, is no number: guessing would store a thousandth of what was meant.
/// </summary>
public static partial class NumberText
{
    /// <summary>The number; null when the text is none, or can be read in two ways.</summary>
    public static decimal? Read(string? text)
    {
        if (text is null || !NumberPattern().IsMatch(text) || MarksThousands(text))
        {
            return null;
        }

        var plain = string.Concat(text.Where(sign => char.IsAsciiDigit(sign) || sign is '-' or '−' or '.' or ',')).Replace(',', '.').Replace('−', '-');
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Whether points or commas stand where thousands would be set apart, such as 1,000 and 1.234.567,5.</summary>
    public static bool MarksThousands(string text) => ThousandsPattern().IsMatch(text);

    // thousands may be set apart by blanks (plain, no-break, narrow), as French does; one point or comma is the decimal one
    [GeneratedRegex(@"^[-−+]?(\d{1,18}|\d{1,3}([ \u00A0\u202F]\d{3}){1,5})([.,]\d{1,12})?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^[-−+]?[1-9]\d{0,2}(([.,]\d{3})+|(,\d{3})+\.\d+|(\.\d{3})+,\d+)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex ThousandsPattern();
}
