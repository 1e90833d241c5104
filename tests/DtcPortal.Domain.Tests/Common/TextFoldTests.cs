using DtcPortal.Domain.Common;
using Xunit;

namespace DtcPortal.Domain.Tests.Common;

/// <summary>Texts as they are searched.</summary>
public sealed class TextFoldTests
{
    [Theory]
    [InlineData("ÉLÈVE", "eleve")]
    [InlineData("e\u0301le\u0300ve", "eleve")]
    [InlineData("Straße, STRAẞE", "strasse strasse")]
    [InlineData("  Institut  d’informatique (demo) ", "institut d informatique demo")]
    [InlineData("Nº 12 – ½", "no 12 1 2")]
    [InlineData("\U0001E900\U0001E901", "\U0001E922\U0001E923")]
    [InlineData("🏅 prize 🏆", "prize")]
    [InlineData(null, "")]
    [InlineData("–", "")]
    public void Of_Text_IsWithoutMarksCaseAndSigns(string? text, string folded) => Assert.Equal(folded, TextFold.Of(text));

    [Theory]
    [InlineData("Centre numérique de Bouaké (demo)", 40, "centre-numerique-de-bouake-demo")]
    [InlineData("Нова школа 2", 40, "2")]
    [InlineData("Learners, of all ages", 9, "learners")]
    [InlineData("学校", 40, "")]
    [InlineData(null, 40, "")]
    public void ToAddress_Text_KeepsItsWordsOfAsciiLettersAndDigits(string? text, int longest, string address) => Assert.Equal(address, TextFold.ToAddress(text, longest));
}
