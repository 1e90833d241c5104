using Microsoft.Extensions.DependencyInjection;

namespace DtcPortal.Application.Auditing;

/// <summary>The audit's services.</summary>
public static class AuditingRegistration
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddAuditing(this IServiceCollection services)
    {
        services.AddSingleton<AuditSignal>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<AuditQueries>();
        services.AddSingleton<AuditChain>();
        return services;
    }
}
