using System.Globalization;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using Xunit;

namespace DtcPortal.Web.Tests.ReferenceData;

public sealed class CountryTests
{
    [Fact]
    public void Countries_All_Are195WithUniqueCodes()
    {
        Assert.Equal(195, ReferenceCatalogue.Countries.Count);
        Assert.Equal(195, ReferenceCatalogue.Countries.Select(country => country.Code).Distinct().Count());
        Assert.Equal(195, ReferenceCatalogue.Countries.Select(country => country.Code3).Distinct().Count());
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("es")]
    [InlineData("ar")]
    [InlineData("zh")]
    [InlineData("ru")]
    public void Names_EveryCountry_HasOneOfItsOwn(string language)
    {
        var names = ReferenceCatalogue.Countries.Select(country => country.Names[language]).ToList();

        Assert.DoesNotContain(names, string.IsNullOrWhiteSpace);
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Theory]
    [InlineData("fr", "Côte d’Ivoire")]
    [InlineData("de", "Côte d’Ivoire")]
    public void NameIn_Language_FallsBackToEnglish(string language, string name) =>
        Assert.Equal(name, ReferenceCatalogue.FindCountry("CI")!.NameIn(language));

    [Fact]
    public void FindCountry_UnknownCode_IsNull()
    {
        Assert.Null(ReferenceCatalogue.FindCountry("XX"));
        Assert.Null(ReferenceCatalogue.FindCountry(null));
    }

    [Fact]
    public void Country_Mali_IsReadWhole()
    {
        var mali = ReferenceCatalogue.FindCountry("ML")!;

        Assert.Equal("MLI", mali.Code3);
        Assert.Equal(Region.Africa, mali.Region);
        Assert.Equal(Economy.Developing, mali.Economy);
        Assert.Equal(new DateOnly(1971, 1, 1), mali.LeastDevelopedFrom);
        Assert.Null(mali.LeastDevelopedUntil);
        Assert.True(mali.IsLandlocked);
        Assert.False(mali.IsSmallIsland);
    }

    [Theory]
    [InlineData("NP", "2026-11-23", EligibilityGround.LeastDeveloped)]
    [InlineData("NP", "2026-11-24", EligibilityGround.Developing)]
    [InlineData("SB", "2027-12-12", EligibilityGround.LeastDeveloped)]
    [InlineData("SB", "2027-12-13", EligibilityGround.Developing)]
    [InlineData("MV", "2010-12-31", EligibilityGround.LeastDeveloped)]
    [InlineData("MV", "2011-01-01", EligibilityGround.Developing)]
    [InlineData("SS", "2011-12-31", EligibilityGround.Developing)]
    [InlineData("SS", "2012-01-01", EligibilityGround.LeastDeveloped)]
    [InlineData("FR", "2026-11-30", EligibilityGround.None)]
    [InlineData("KE", "2026-11-30", EligibilityGround.Developing)]
    public void Status_OnADay_GivesTheGround(string code, string day, EligibilityGround ground) =>
        Assert.Equal(ground, EligibilityRule.GroundOn(
            ReferenceCatalogue.FindCountry(code)!.Status,
            DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)));
}
