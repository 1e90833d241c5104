using DtcPortal.Application.Accounts;
using DtcPortal.Application.Auditing;
using DtcPortal.Application.Calls;
using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Centres;
using DtcPortal.Application.Committee;
using DtcPortal.Application.Common;
using DtcPortal.Application.Demo;
using DtcPortal.Application.Files;
using DtcPortal.Application.Mail;
using DtcPortal.Application.Partners;
using DtcPortal.Application.Phases;
using DtcPortal.Application.Reporting;
using DtcPortal.Application.Selection;
using DtcPortal.Application.Signing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.DependencyInjection;

namespace DtcPortal.Application;

/// <summary>All services of the application layer, area by area.</summary>
public static class ApplicationRegistration
{
    /// <summary>Adds them; the database is added by AddPortalStorage.</summary>
    public static IServiceCollection AddPortalApplication(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new PortalClock(TimeProvider.System));
        services.TryAddSingleton<ActorAccessor>();
        services.AddSingleton<DueWorkJob>();
        services.AddScoped<DemoClock>();
        services.AddScoped<DemoUsers>();
        services.AddScoped<IDemoBuilder, DemoBuilder>();
        return services
            .AddAuditing()
            .AddFiles()
            .AddMail()
            .AddAccounts()
            .AddPublic()
            .AddPartners()
            .AddSigning()
            .AddCalls()
            .AddPhases()
            .AddCandidacies()
            .AddScreening()
            .AddReporting()
            .AddCommittee()
            .AddSelection()
            .AddCentres();
    }
}
