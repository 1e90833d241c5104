using DtcPortal.Application.Common;
using Microsoft.Extensions.DependencyInjection;

namespace DtcPortal.Application.Partners;

/// <summary>Services of partners, their commitments and contributions.</summary>
public static class PartnersRegistration
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddPartners(this IServiceCollection services) => services
        .AddScoped<DashboardQueries>()
        .AddScoped<PartnerSeeder>().AddScoped<PartnerService>().AddScoped<PartnerQueries>()
        .AddScoped<CommitmentService>()
        .AddScoped<ContributionService>().AddScoped<ContributionQueries>().AddScoped<IWorkSource, ContributionWork>();
}
