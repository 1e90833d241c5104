using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using DtcPortal.Application.Localization;
using DtcPortal.Web.Localization;
using DtcPortal.Web.Pages;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;

namespace DtcPortal.Web.Hosting;

/// <summary>Pages, their languages and files.</summary>
public static class PagesHosting
{
    /// <summary>Razor Pages with the portal's texts.</summary>
    public static void AddPages(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(new TextCatalogue(typeof(PagesHosting).Assembly));
        services.AddSingleton<IText>(provider => provider.GetRequiredService<TextCatalogue>());
        services.AddRazorPages()
            .AddMvcOptions(options =>
            {
                options.Filters.Add<ExceptionFilter>();
                options.ModelBinderProviders.Insert(0, new PlainNumberBinderProvider());
                options.ModelBinderProviders.Insert(0, new PlainDateBinderProvider());
                options.ModelMetadataDetailsProviders.Add(new DefaultMessages());
                options.ModelMetadataDetailsProviders.Add(new InputNames());
                // it names the fields of a dictionary otherwise than the form does, and nothing here sends forms by jQuery
                options.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
            })
            // there are none, and looking for them loads every type of the program
            .ConfigureApplicationPartManager(parts => parts.FeatureProviders.Remove(parts.FeatureProviders.OfType<ControllerFeatureProvider>().Single()))
            .AddDataAnnotationsLocalization();
        services.ConfigureOptions<LocalizedMessages>();
        services.AddPortalLanguages();
        services.AddUserInterface();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "portal-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.HeaderName = "X-Form-Token";
        });
        // French and names in other scripts as they are, not as character references
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddResponseCompression(options =>
        {
            // pages mix no secret with what a stranger typed: form tokens differ each time
            options.EnableForHttps = true;
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    /// <summary>From the address to the page.</summary>
    public static void UsePages(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UseRouting();
        app.UseUnknownAddresses();
        app.UseAuthentication();
        app.UseRequestLocalization();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
    }

    // what does not exist is not found, signed in or not; the fallback policy would ask for sign-in
    private static void UseUnknownAddresses(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint() is not null)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
