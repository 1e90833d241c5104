using System.Globalization;
using System.Text;

namespace DtcPortal.Application.Common;

/// <summary>Texts as they are searched and compared on both databases: without marks, in lower case, ß as ss.</summary>
public static class TextFold
{
    /// <summary>The folded text; runs of anything but letters and digits become one space.</summary>
    public static string Of(string? text)
    {
        var folded = new StringBuilder();
        foreach (var letter in (text ?? string.Empty).Normalize(NormalizationForm.FormKD))
        {
            if (letter is 'ß' or 'ẞ')
            {
                folded.Append("ss");
            }
            else if (char.IsLetterOrDigit(letter))
            {
                folded.Append(char.ToLowerInvariant(letter));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
                && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }
}
