using DtcPortal.Application.Common;
using DtcPortal.Application.Signing;
using Microsoft.Extensions.DependencyInjection;

namespace DtcPortal.Application.Calls;

/// <summary>Services of those who write and run calls.</summary>
public static class CallsRegistration
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddCalls(this IServiceCollection services) => services
        .AddScoped<CallEditor>()
        .AddScoped<CallService>()
        .AddScoped<CallRulesService>()
        .AddScoped<CallCommitteeService>()
        .AddScoped<AmendmentService>()
        .AddScoped<AnswerService>()
        .AddScoped<CallQueries>()
        .AddScoped<CallPartQueries>()
        .AddScoped<CallRulesQueries>()
        .AddScoped<IJointDecision, CallRulesDecision>()
        .AddScoped<IJointDecision, CallAmendmentDecision>()
        .AddScoped<IWorkSource, CallWork>()
        .AddScoped<IDeadlineSource, CallDeadlines>();
}
