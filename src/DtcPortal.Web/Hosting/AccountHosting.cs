using DtcPortal.Application.Accounts;
using DtcPortal.Application.Storage;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace DtcPortal.Web.Hosting;

/// <summary>Sign-in and who may what.</summary>
public static class AccountHosting
{
    private static readonly TimeSpan StampInterval = TimeSpan.FromMinutes(1);

    /// <summary>Identity's cookie, claims, policies, keys.</summary>
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddScoped<PasswordSignIn>();
        services.AddSingleton<ActorAccessor, RequestActorAccessor>();
        services.AddDataProtection().SetApplicationName("DtcPortal").PersistKeysToDbContext<PortalDbContext>();
        new IdentityBuilder(typeof(PortalUser), typeof(IdentityRole<Guid>), services).AddSignInManager().AddClaimsPrincipalFactory<ClaimsFactory>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "portal";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = TimeSpan.FromHours(12);
            options.SlidingExpiration = true;
            options.LoginPath = PortalPaths.SignIn;
            options.ReturnUrlParameter = "returnUrl";
            options.Events.OnRedirectToLogin = AskToSignIn;
            options.Events.OnRedirectToAccessDenied = Forbid;
        });
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = StampInterval);
        services.AddAuthorization(Policies.AddTo);
    }

    // a script keeps what was typed and offers sign-in itself
    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Headers.XRequestedWith == "fetch")
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }

    private static Task Forbid(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
