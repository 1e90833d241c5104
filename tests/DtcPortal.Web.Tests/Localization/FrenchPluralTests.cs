using DtcPortal.Application.Localization;
using DtcPortal.Web.Hosting;
using DtcPortal.Web.Pages.Committee.ReadSelection;
using DtcPortal.Web.Tests.UserInterface;
using Xunit;

namespace DtcPortal.Web.Tests.Localization;

/// <summary>In French words agree with a count where the English ones do not.</summary>
public sealed class FrenchPluralTests
{
    private static readonly TextCatalogue Text = new(typeof(PortalHost).Assembly);

    [Theory]
    [InlineData(0, "0 en liste d’attente, 0 non retenue")]
    [InlineData(1, "1 en liste d’attente, 1 non retenue")]
    [InlineData(2, "2 en liste d’attente, 2 non retenues")]
    public void Others_InFrench_Agree(int count, string expected)
    {
        using var culture = new CultureScope("fr");
        Assert.Equal(expected, Text.Others(count, count).Replace('\u00a0', ' '));
    }

    [Fact]
    public void Others_InEnglish_AreTheSame()
    {
        using var culture = new CultureScope("en");
        Assert.Equal(("1 waitlisted, 1 out", "2 waitlisted, 2 out"), (Text.Others(1, 1), Text.Others(2, 2)));
    }
}
