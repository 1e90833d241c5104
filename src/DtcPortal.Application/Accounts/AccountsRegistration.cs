using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace DtcPortal.Application.Accounts;

/// <summary>The accounts' services.</summary>
public static class AccountsRegistration
{
    /// <summary>Fewest characters of a password.</summary>
    public const int ShortestPassword = 12;

    /// <summary>Most characters of a password.</summary>
    public const int LongestPassword = 128;

    private const int AttemptsBeforeLockout = 8;

    private static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);

    /// <summary>Adds them.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<PortalUser>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.SignIn.RequireConfirmedEmail = true;
                options.Lockout.MaxFailedAccessAttempts = AttemptsBeforeLockout;
                options.Lockout.DefaultLockoutTimeSpan = Lockout;
                // length and a list of common ones tell more than kinds of characters do (NIST SP 800-63B)
                options.Password.RequiredLength = ShortestPassword;
                options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<PortalDbContext>()
            .AddPasswordValidator<CommonPasswordValidator>()
            .AddDefaultTokenProviders();
        services.AddScoped<AccountService>();
        services.AddScoped<InstitutionService>();
        services.AddScoped<InstitutionQueries>();
        services.AddScoped<RegistrationService>();
        services.AddScoped<UserAdministration>();
        services.AddScoped<UserQueries>();
        services.AddScoped<IWorkSource, AccountWork>();
        return services;
    }
}
