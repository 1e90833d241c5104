using DtcPortal.Application.Common;
using DtcPortal.Application.Signing;
using Microsoft.Extensions.DependencyInjection;

namespace DtcPortal.Application.Selection;

/// <summary>Services of ranking, selection, seats and offers.</summary>
public static class SelectionRegistration
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddSelection(this IServiceCollection services) => services
        .AddScoped<SelectionReader>()
        .AddScoped<SelectionQueries>()
        .AddScoped<RankingQueries>()
        .AddScoped<ResultQueries>()
        .AddScoped<SelectionService>()
        .AddScoped<SelectionNotices>()
        .AddScoped<SeatAwarder>()
        .AddScoped<SuccessionService>()
        .AddScoped<OfferService>()
        .AddScoped<SelectionSigning>()
        .AddScoped<IJointDecision>(provider => provider.GetRequiredService<SelectionSigning>())
        .AddScoped<IJointDecision, SuccessorSigning>()
        .AddScoped<IDueWork, OfferLapses>()
        .AddScoped<IDeadlineSource, OfferLapses>()
        .AddScoped<IWorkSource, SelectionWork>();
}
