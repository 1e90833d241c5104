using System.Security.Claims;
using DtcPortal.Application.Localization;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Localization;

namespace DtcPortal.Web.Localization;

/// <summary>Language of a page: the account's choice, else a cookie, else what the browser asks for.</summary>
public static class Languages
{
    /// <summary>The cookie that keeps a visitor's choice.</summary>
    public const string Cookie = "portal-language";

    internal static void AddPortalLanguages(this IServiceCollection services) => services.Configure<RequestLocalizationOptions>(options =>
    {
        var names = TextCatalogue.Languages.ToArray();
        options.SetDefaultCulture(names[0]).AddSupportedCultures(names).AddSupportedUICultures(names);
        options.ApplyCurrentCultureToResponseHeaders = true;
        options.RequestCultureProviders =
        [
            new CustomRequestCultureProvider(context => Task.FromResult(Chosen(context.User.FindFirstValue(PortalClaims.Language)))),
            new CustomRequestCultureProvider(context => Task.FromResult(Chosen(context.Request.Cookies[Cookie]))),
            new AcceptLanguageHeaderRequestCultureProvider(),
        ];
    });

    private static ProviderCultureResult? Chosen(string? language) =>
        language is not null && TextCatalogue.Languages.Contains(language) ? new ProviderCultureResult(language) : null;
}
