using DtcPortal.Application.Common;
using DtcPortal.Application.Signing;
using Microsoft.Extensions.DependencyInjection;

namespace DtcPortal.Application.Candidacies;

/// <summary>Services of screening, clarifications and the managers' list of candidacies.</summary>
public static class ScreeningRegistration
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddScreening(this IServiceCollection services) => services
        .AddScoped<ScreeningService>()
        .AddScoped<ScreeningQueries>()
        .AddScoped<ClarificationService>()
        .AddScoped<ClarificationQueries>()
        .AddScoped<CandidacyListQueries>()
        .AddScoped<PaperCandidacyService>()
        .AddScoped<IJointDecision, IneligibilityDecision>()
        .AddScoped<IWorkSource, ScreeningWork>()
        .AddScoped<IDueWork, ClarificationReminders>()
        .AddScoped<IDeadlineSource, ClarificationDeadlines>();
}
