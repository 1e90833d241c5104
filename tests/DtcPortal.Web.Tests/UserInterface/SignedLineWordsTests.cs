using System.Globalization;
using DtcPortal.Application.Common;
using DtcPortal.Application.Localization;
using DtcPortal.Web.Hosting;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace DtcPortal.Web.Tests.UserInterface;

public sealed class SignedLineWordsTests
{
    private static readonly TextCatalogue Text = new(typeof(PortalHost).Assembly);

    [Theory]
    [InlineData("Least score", "none", "aucun")]
    [InlineData("Country", "not eligible", "non admissible")]
    [InlineData("Country", "Kenya", "Kenya")]
    [InlineData("Country", "Switzerland", "Suisse")]
    [InlineData("Country", "present", "présent")]
    [InlineData("Party", "ITU", "UIT")]
    [InlineData("Cap", "set later by an amendment", "fixé plus tard par un rectificatif")]
    [InlineData("Need", "71.8", "71,8")]
    [InlineData("Last day", "30 November 2026", "30 novembre 2026")]
    [InlineData("Opens", "21:00 UTC on 30 September 2026", "30 septembre 2026 à 21 h 00 (UTC)")]
    [InlineData("Reviews are due until", "2026-12-04 23:59 UTC", "4 décembre 2026 à 23 h 59 (UTC)")]
    [InlineData("Deadline", "23:59 on 30 November 2026 (Africa/Nairobi)", "30 novembre 2026 à 23 h 59 (Nairobi)")]
    [InlineData("Languages", "en, fr", "anglais, français")]
    [InlineData("Checked by the portal", "CountryEligible", "Le pays figure sur la liste de l’appel")]
    [InlineData("Question", "How many labs?; Rooms; all; required; 300 words", "How many labs?; Rooms; all; obligatoire; 300 mots")]
    [InlineData("Seat", "Institut de Kayes, required, ML", "Institut de Kayes, required, Mali")]
    [InlineData("Target of every centre in each quarter", "130 participations (definition 1)", "130 participations (définition 1)")]
    [InlineData("Title", "Call for centres", "Call for centres")]
    public void SignedValue_InFrench_IsFrenchWhereItIsAWord(string label, string value, string expected)
    {
        using var culture = new CultureScope("fr");
        Assert.Equal(expected, Text.SignedValue(Create(), label, value).Replace('\u00a0', ' '));
    }

    [Theory]
    [InlineData("Need", "AFR", "Besoin, Afrique")]
    [InlineData("Title", "fr", "Intitulé, français")]
    [InlineData("Country", "Switzerland", "Pays, Suisse")]
    [InlineData("Title", null, "Intitulé")]
    public void SignedName_InFrench_NamesRegionLanguageAndCountry(string label, string? subject, string expected)
    {
        using var culture = new CultureScope("fr");
        Assert.Equal(expected, Text.SignedName(label, subject));
    }

    [Fact]
    public void SignedValue_OfNothing_IsADash()
    {
        using var culture = new CultureScope("en");
        Assert.Equal("–", Text.SignedValue(Create(), "Minimum", null));
    }

    private static Moments Create() => new(Text, new PortalClock(new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 16, 30, 0, TimeSpan.Zero))), new HttpContextAccessor());
}
