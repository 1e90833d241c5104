using DtcPortal.Application.Calls;
using DtcPortal.Application.Centres;
using DtcPortal.Application.Reporting;
using Microsoft.Extensions.DependencyInjection;

namespace DtcPortal.Application;

/// <summary>What everybody may read.</summary>
public static class PublicRegistration
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddPublic(this IServiceCollection services) => services
        .AddSingleton<PublishedResults>()
        .AddScoped<PublicCallQueries>()
        .AddScoped<PublicCentreQueries>()
        .AddScoped<QuestionService>()
        .AddSingleton<CallPdf>()
        .AddScoped<ResultsQueries>();
}
