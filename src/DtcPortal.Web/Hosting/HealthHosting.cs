using DtcPortal.Application.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DtcPortal.Web.Hosting;

/// <summary>What a proxy or orchestrator asks.</summary>
public static class HealthHosting
{
    private const string Ready = "ready";

    /// <summary>Live: the process answers. Ready: its database does too.</summary>
    public static void AddHealth(this WebApplicationBuilder builder) => builder.Services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: [Ready]);

    /// <summary>For everybody; they say nothing but a word.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/healthz/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/healthz/ready", new() { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous();
    }

    private sealed class DatabaseCheck(IDbContextFactory<PortalDbContext> contexts) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            return await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
        }
    }
}
