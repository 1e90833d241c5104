using DtcPortal.Application.Mail;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace DtcPortal.Web.Hosting;

/// <summary>Where mails go, and where their links lead.</summary>
public static class MailHosting
{
    /// <summary>Mail:Host and its kin; outside of Production files in App_Data/mail stand in for a server.</summary>
    public static void AddMail(this WebApplicationBuilder builder)
    {
        var environment = builder.Environment;
        builder.Services.AddOptions<MailOptions>().BindConfiguration("Mail").PostConfigure(options =>
        {
            if (options.Folder.Length == 0 && !environment.IsProduction())
            {
                options.Folder = Path.Combine("App_Data", "mail");
            }

            options.Folder = options.Folder.Length == 0 ? options.Folder : Path.Combine(environment.ContentRootPath, options.Folder);
        });
        builder.Services.AddSingleton<PortalAddress, ConfiguredAddress>();
    }

    // never from the request's Host header: whoever sends it could lead others astray
    private sealed class ConfiguredAddress(IConfiguration configuration, IServiceProvider services) : PortalAddress
    {
        private const string Nowhere = "http://localhost:5080/";

        public override Uri Base =>
            new(configuration["Portal:Address"] is { Length: > 0 } address ? $"{address.TrimEnd('/')}/" : Listening());

        private string Listening()
        {
            var first = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? Nowhere;
            return first.Replace("://+", "://localhost", StringComparison.Ordinal).Replace("://*", "://localhost", StringComparison.Ordinal)
                .Replace("://[::]", "://localhost", StringComparison.Ordinal).Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal).TrimEnd('/') + "/";
        }
    }
}
