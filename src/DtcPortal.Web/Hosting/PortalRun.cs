using DtcPortal.Application.Storage;

namespace DtcPortal.Web.Hosting;

/// <summary>What the program does once it is built.</summary>
public static class PortalRun
{
    /// <summary>Brings the database up to date, then serves pages. Returns the program's exit code.</summary>
    public static async Task<int> RunPortalAsync(this WebApplication app, PortalCommand command)
    {
        await app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(app.Lifetime.ApplicationStopping);
        await app.RunAsync();
        return 0;
    }
}
