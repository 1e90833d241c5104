using DtcPortal.Application.Centres;
using DtcPortal.Application.Common;
using DtcPortal.Application.Signing;
using Microsoft.Extensions.DependencyInjection;

namespace DtcPortal.Application.Reporting;

/// <summary>Services of centres' work and reporting.</summary>
public static class ReportingRegistration
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddReporting(this IServiceCollection services) => services
        .AddScoped<ActivityService>().AddScoped<ActivityQueries>()
        .AddScoped<IncomeService>().AddScoped<IncomeQueries>()
        .AddScoped<CentreHomeQueries>()
        .AddScoped<IndicatorSeeder>().AddScoped<IndicatorService>().AddScoped<IndicatorQueries>()
        .AddScoped<TargetService>().AddScoped<TargetQueries>().AddScoped<IJointDecision, TargetsDecision>()
        .AddScoped<ReportMail>().AddScoped<ReportService>().AddScoped<ReportQueries>().AddScoped<ReportListQueries>()
        .AddScoped<IWorkSource, ReportWork>()
        .AddScoped<ReportReminders>().AddScoped<IDueWork, ReportReminders>().AddScoped<IDeadlineSource, ReportReminders>();
}
