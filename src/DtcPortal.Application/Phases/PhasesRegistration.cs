using DtcPortal.Application.Signing;
using Microsoft.Extensions.DependencyInjection;

namespace DtcPortal.Application.Phases;

/// <summary>Services of phases, needs and presence.</summary>
public static class PhasesRegistration
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddPhases(this IServiceCollection services) => services
        .AddScoped<PhaseService>()
        .AddScoped<PhaseQueries>()
        .AddScoped<NeedsService>()
        .AddScoped<PresenceService>()
        .AddScoped<PresenceQueries>()
        .AddScoped<IJointDecision, PhaseDecision>()
        .AddScoped<IJointDecision, PhaseAmendmentDecision>()
        .AddScoped<IJointDecision, NeedsDecision>()
        .AddScoped<IJointDecision, PresenceDecision>();
}
