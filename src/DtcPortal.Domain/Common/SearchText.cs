using System.Globalization;
using System.Text;

namespace DtcPortal.Domain.Common;

/// <summary>Texts as they are searched: both databases then find "élève" by "ELEVE".</summary>
public static class SearchText
{
    /// <summary>The text in lower case, without marks, ß as ss; what is stored beside a text and what is searched for.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return string.Empty;
        }

        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Trim().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            {
                continue;
            }

            var lower = Rune.ToLowerInvariant(rune);
            folded.Append(lower.Value == 'ß' ? "ss" : lower.ToString());
        }

        return folded.ToString();
    }
}
