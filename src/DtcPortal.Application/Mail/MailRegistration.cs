using Microsoft.Extensions.DependencyInjection;

namespace DtcPortal.Application.Mail;

/// <summary>Mail's services.</summary>
public static class MailRegistration
{
    /// <summary>Adds them; who calls says where people reach the portal (PortalAddress) and configures MailOptions.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddScoped<MailComposer>();
        services.AddSingleton<IMailTransport, MailTransport>();
        services.AddSingleton<OutboxJob>();
        services.AddScoped<OutboxQueries>();
        services.AddScoped<OutboxService>();
        return services;
    }
}
