using DtcPortal.Application.Common;
using DtcPortal.Application.Signing;
using Microsoft.Extensions.DependencyInjection;

namespace DtcPortal.Application.Candidacies;

/// <summary>Services of candidacies.</summary>
public static class CandidaciesRegistration
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddCandidacies(this IServiceCollection services) => services
        .AddScoped<CandidacyAccess>()
        .AddScoped<CandidacyResultReader>()
        .AddScoped<CandidacyService>()
        .AddScoped<CandidacyQueries>()
        .AddScoped<CandidacyHistory>()
        .AddScoped<CandidacyPdf>()
        .AddScoped<SubmittedQueries>()
        .AddScoped<ExtensionService>()
        .AddScoped<IJointDecision, ExtensionDecision>()
        .AddScoped<IWorkSource, CandidacyWork>()
        .AddScoped<IDueWork, CandidacyReminders>()
        .AddScoped<IDeadlineSource, CandidacyReminders>();
}
