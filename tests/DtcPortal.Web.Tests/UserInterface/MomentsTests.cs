using System.Globalization;
using DtcPortal.Application.Common;
using DtcPortal.Application.Localization;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace DtcPortal.Web.Tests.UserInterface;

public sealed class MomentsTests
{
    private static readonly DateTimeOffset Deadline = new(2026, 11, 30, 20, 59, 59, 999, TimeSpan.Zero);
    private static readonly DateTimeOffset SixDaysBefore = new(2026, 11, 24, 16, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("en", "23:59 on 30 November 2026 (Nairobi) · 20:59 UTC · in 6 days")]
    [InlineData("fr", "30 novembre 2026 à 23 h 59 (Nairobi) · 20 h 59 UTC · dans 6 jours")]
    public void Full_InAZone_SaysItThereInUtcAndHowFarAway(string language, string expected)
    {
        using var culture = new CultureScope(language);
        Assert.Equal(expected.Replace(" h ", "\u00a0h\u00a0", StringComparison.Ordinal), Create("Africa/Nairobi").Full(Deadline));
    }

    [Fact]
    public void Universal_OnAnotherDayThere_NamesTheDay()
    {
        using var culture = new CultureScope("en");
        Assert.Equal("20:59 UTC on 30 November 2026", Create("Asia/Tokyo").Universal(Deadline));
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("No/Such/Zone")]
    [InlineData(null)]
    public void Full_WithoutAZone_SaysUtcOnce(string? zone)
    {
        using var culture = new CultureScope("en");
        Assert.Equal("20:59 on 30 November 2026 (UTC) · in 6 days", Create(zone).Full(Deadline));
    }

    [Theory]
    [InlineData(0, "now")]
    [InlineData(59, "now")]
    [InlineData(60, "in 1 minute")]
    [InlineData(-7200, "2 hours ago")]
    [InlineData(47 * 3600, "in 47 hours")]
    [InlineData(-48 * 3600, "2 days ago")]
    public void Relative_OfADistance_CountsWholeUnits(int seconds, string expected)
    {
        using var culture = new CultureScope("en");
        Assert.Equal(expected, Create(null).Relative(SixDaysBefore.AddSeconds(seconds)));
    }

    [Theory]
    [InlineData("en", 0, "Saved 16:30")]
    [InlineData("en", -3, "Saved 16:30 on 21 November 2026")]
    [InlineData("fr", 0, "Enregistré à 16 h 30")]
    [InlineData("fr", -3, "Enregistré le 21 novembre 2026 à 16 h 30")]
    public void Saved_OnAnotherDay_NamesTheDay(string language, int days, string expected)
    {
        using var culture = new CultureScope(language);
        Assert.Equal(expected.Replace(" h ", "\u00a0h\u00a0", StringComparison.Ordinal), Create(null).Saved(SixDaysBefore.AddDays(days)));
    }

    [Fact]
    public void Date_OnTheFirstInFrench_IsAnOrdinal()
    {
        using var culture = new CultureScope("fr");
        Assert.Equal("1er décembre 2026", Create(null).Date(new DateOnly(2026, 12, 1)));
    }

    [Fact]
    public void Left_AfterTheEnd_IsNone()
    {
        using var culture = new CultureScope("en");
        var moments = Create(null);
        Assert.Equal("6 days 4 hours", moments.Left(Deadline));
        Assert.Equal("none", moments.Left(SixDaysBefore));
    }

    private static Moments Create(string? zone)
    {
        var context = new DefaultHttpContext();
        if (zone is not null)
        {
            context.Request.Headers.Cookie = $"{Moments.ZoneCookie}={Uri.EscapeDataString(zone)}";
        }

        return new Moments(new TextCatalogue(typeof(Moments).Assembly), new PortalClock(new FakeTimeProvider(SixDaysBefore)), new HttpContextAccessor { HttpContext = context });
    }
}

/// <summary>Sets the language of the thread until it is disposed.</summary>
internal sealed class CultureScope : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _uiCulture = CultureInfo.CurrentUICulture;

    public CultureScope(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_culture, _uiCulture);
}
