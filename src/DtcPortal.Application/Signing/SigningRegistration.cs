using DtcPortal.Application.Common;
using Microsoft.Extensions.DependencyInjection;

namespace DtcPortal.Application.Signing;

/// <summary>Services of what both parties sign.</summary>
public static class SigningRegistration
{
    /// <summary>Adds them; each area adds its IJointDecision.</summary>
    public static IServiceCollection AddSigning(this IServiceCollection services) => services
        .AddScoped<SignerRule>()
        .AddScoped<SigningService>()
        .AddScoped<SigningQueries>()
        .AddScoped<IWorkSource, SigningWork>();
}
