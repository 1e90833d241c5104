using System.Net;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.HttpOverrides;

namespace DtcPortal.Web.Hosting;

/// <summary>What stands before the pages: arrival, headers, limits.</summary>
public static class Protection
{
    /// <summary>Proxies, HSTS, rate limits, upload limit.</summary>
    public static void AddProtection(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            if (builder.Configuration.GetValue<bool>("Proxy:Trusted"))
            {
                // the proxy is the only way in: whoever connects is it
                options.KnownIPNetworks.Clear();
                options.KnownProxies.Clear();
            }
        });
        builder.Services.AddHsts(options =>
        {
            options.MaxAge = TimeSpan.FromDays(365);
            options.IncludeSubDomains = true;
        });
        builder.AddRateLimits();
    }

    /// <summary>In the order in which a request passes them.</summary>
    public static void UseProtection(this WebApplication app)
    {
        app.UseArrival();
        if (app.Configuration.GetValue<bool>("Proxy:Trusted"))
        {
            app.UseForwardedHeaders();
        }

        if (app.Environment.IsProduction())
        {
            app.UseHsts();
        }

        app.UseSecurityHeaders();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseUploadLimit();
    }
}
