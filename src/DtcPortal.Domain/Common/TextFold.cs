using System.Globalization;
using System.Text;

namespace DtcPortal.Domain.Common;

/// <summary>Texts as they are searched and compared, so that both databases find "élève" by "ELEVE": without marks, in lower case, ß as ss.</summary>
public static class TextFold
{
    /// <summary>The folded text; runs of anything but letters and digits become one space.</summary>
    public static string Of(string? text)
    {
        var folded = new StringBuilder();
        foreach (var rune in (text ?? string.Empty).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            var lower = Rune.ToLowerInvariant(rune);
            if (lower.Value == 'ß')
            {
                folded.Append("ss");
            }
            else if (Rune.IsLetterOrDigit(lower))
            {
                folded.Append(lower);
            }
            else if (!IsMark(Rune.GetUnicodeCategory(rune)) && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>The text as part of an address: its words of ASCII letters and digits, joined by hyphens, cut to the longest; empty when it has none.</summary>
    public static string ToAddress(string? text, int longest)
    {
        var ascii = new string([.. Of(text).Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')]);
        var joined = string.Join('-', ascii.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return joined.Length <= longest ? joined : joined[..longest].TrimEnd('-');
    }

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;
}
