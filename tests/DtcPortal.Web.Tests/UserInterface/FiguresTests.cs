using System.Security.Claims;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Localization;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DtcPortal.Web.Tests.UserInterface;

public sealed class FiguresTests
{
    private static readonly TextCatalogue Texts = new(typeof(Figures).Assembly);

    [Theory]
    [InlineData("en", "12,480", "54.3~%", "−18")]
    [InlineData("fr", "12~480", "54,3~%", "−18")]
    public void Figures_InALanguage_AreWrittenAsThere(string language, string number, string percent, string difference)
    {
        using var culture = new CultureScope(language);
        Assert.Equal(number.Replace('~', '\u00a0'), Figures.Number(12480));
        Assert.Equal(percent.Replace('~', '\u00a0'), Figures.Percent(54.26m, 1));
        Assert.Equal(difference, Figures.Difference(-18));
        Assert.StartsWith(number.Replace('~', '\u00a0'), Texts.Plural(12480, "{0} entry", "{0} entries"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "1,5", "1.5")]
    [InlineData("en", "1.5", "1.5")]
    [InlineData("fr", "1.5", "1.5")]
    [InlineData("fr", " 1,5 ", "1.5")]
    [InlineData("fr", "-3", "-3")]
    [InlineData("en", "1,234,567", null)]
    [InlineData("fr", "12 480", "12480")]
    [InlineData("fr", "12 500,50", "12500.50")]
    [InlineData("en", "1,000", null)]
    [InlineData("fr", "1.000", null)]
    [InlineData("en", "0.125", "0.125")]
    [InlineData("en", "4 to 6", null)]
    [InlineData("en", "1e9", null)]
    [InlineData("en", "999999999999999999999", null)]
    public async Task Bind_WhatPeopleType_IsReadTheSameInEveryLanguage(string language, string typed, string? expected)
    {
        using var culture = new CultureScope(language);
        var context = await BindAsync(typeof(decimal?), typed);
        Assert.Equal(expected, (context.Result.Model as decimal?)?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(expected is null, context.ModelState.ErrorCount > 0);
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData("12 000", 12_000)]
    [InlineData("1,000", null)]
    [InlineData("1.5", null)]
    [InlineData("99999999999", null)]
    [InlineData("", null)]
    public async Task Bind_AWholeNumber_TakesNoOther(string typed, int? expected)
    {
        using var culture = new CultureScope("en");
        var context = await BindAsync(typeof(int), typed);
        Assert.Equal(expected, context.Result.Model as int?);
        Assert.Equal(expected is null, context.ModelState.ErrorCount > 0);
    }

    [Fact]
    public void Navigation_OfAnyMixOfRoles_HasAtMostSixLinksAndMarksOne()
    {
        var identity = new ClaimsIdentity("test");
        foreach (var role in Enum.GetNames<PortalRole>())
        {
            identity.AddClaim(new Claim(ClaimTypes.Role, role));
            var links = Navigation.For(new ClaimsPrincipal(identity), "/work", Texts, isDemo: true);
            Assert.InRange(links.Count, 2, Navigation.Most);
            Assert.Equal("/work", Assert.Single(links, link => link.IsCurrent).Address);
        }
    }

    private static async Task<ModelBindingContext> BindAsync(Type type, string typed)
    {
        var metadata = new EmptyModelMetadataProvider().GetMetadataForType(type);
        var context = new DefaultModelBindingContext
        {
            ActionContext = new() { HttpContext = new DefaultHttpContext { RequestServices = new ServiceCollection().AddSingleton<IText>(Texts).BuildServiceProvider() } },
            ModelMetadata = metadata,
            ModelName = "Value",
            ModelState = new ModelStateDictionary(),
            ValueProvider = new OneValue(typed),
        };
        await new PlainNumberBinder().BindModelAsync(context);
        return context;
    }

    private sealed class OneValue(string value) : IValueProvider
    {
        public bool ContainsPrefix(string prefix) => true;

        public ValueProviderResult GetValue(string key) => new(value);
    }
}
