using DtcPortal.Application.Common;
using Microsoft.Extensions.DependencyInjection;

namespace DtcPortal.Application.Centres;

/// <summary>Services of centres and their agreements.</summary>
public static class CentresRegistration
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddCentres(this IServiceCollection services) => services
        .AddScoped<AgreementService>()
        .AddScoped<CentreService>()
        .AddScoped<CentreMail>()
        .AddScoped<CentrePeople>()
        .AddScoped<ManagedCentreListQueries>()
        .AddScoped<ManagedCentreQueries>()
        .AddScoped<IWorkSource, AgreementWork>();
}
