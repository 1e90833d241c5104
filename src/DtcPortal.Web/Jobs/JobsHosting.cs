using DtcPortal.Application.Auditing;
using DtcPortal.Application.Common;
using DtcPortal.Application.Mail;
using DtcPortal.Web.Security;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.Redis.StackExchange;

namespace DtcPortal.Web.Jobs;

/// <summary>What runs behind the pages. What is to be done lives in the database; a job only drains it.</summary>
public static class JobsHosting
{
    private const string EveryFiveSeconds = "*/5 * * * * *";
    private const string EveryMinute = "0 * * * * *";

    /// <summary>Hangfire in memory, or in Redis for several nodes (Jobs:Redis); Jobs:Enabled=false leaves a process without jobs.</summary>
    public static void AddJobs(this WebApplicationBuilder builder)
    {
        var redis = builder.Configuration["Jobs:Redis"];
        builder.Services.AddHangfire(hangfire =>
        {
            hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            if (string.IsNullOrEmpty(redis))
            {
                hangfire.UseInMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromMinutes(30) });
            }
            else
            {
                hangfire.UseRedisStorage(redis, new RedisStorageOptions { Prefix = "{dtc-portal}:" });
            }
        });
        if (builder.Configuration.GetValue("Jobs:Enabled", defaultValue: true))
        {
            builder.Services.AddHangfireServer(server =>
            {
                server.WorkerCount = 2;
                server.SchedulePollingInterval = TimeSpan.FromSeconds(1);
            });
            builder.Services.AddHostedService<AuditSealer>();
            builder.Services.AddHostedService<RecurringJobs>();
        }
    }

    /// <summary>Hangfire's dashboard, for administrators.</summary>
    public static void MapJobs(this WebApplication app) =>
        app.MapHangfireDashboardWithAuthorizationPolicy(nameof(Policies.Administrators), PortalPaths.Jobs, new DashboardOptions { DashboardTitle = "DTC Portal", AppPath = PortalPaths.Work, DisplayStorageConnectionString = false });

    private sealed class RecurringJobs(IRecurringJobManager jobs) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            jobs.AddOrUpdate<OutboxRun>("outbox", run => run.ExecuteAsync(CancellationToken.None), EveryFiveSeconds);
            jobs.AddOrUpdate<DueWorkRun>("due-work", run => run.ExecuteAsync(CancellationToken.None), EveryMinute);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary>Delivers mails, one node at a time.</summary>
public sealed class OutboxRun(OutboxJob job)
{
    /// <summary>Runs.</summary>
    [DisableConcurrentExecution(timeoutInSeconds: 5)]
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public Task ExecuteAsync(CancellationToken cancellationToken) => job.ExecuteAsync(cancellationToken);
}

/// <summary>Does what became due, one node at a time.</summary>
public sealed class DueWorkRun(DueWorkJob job)
{
    /// <summary>Runs.</summary>
    [DisableConcurrentExecution(timeoutInSeconds: 5)]
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public Task ExecuteAsync(CancellationToken cancellationToken) => job.ExecuteAsync(cancellationToken);
}

/// <summary>Seals audit entries soon after they are written.</summary>
internal sealed partial class AuditSealer(AuditChain chain, AuditSignal signal, ILogger<AuditSealer> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await chain.SealAsync(stoppingToken) > 0)
                {
                    await Task.Delay(Pause, stoppingToken);
                }

                await signal.WaitAsync(Round, stoppingToken);
                await Task.Delay(Pause, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception exception)
            {
                LogFailed(exception);
                await Task.WhenAny(Task.Delay(Round, stoppingToken));
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Audit entries could not be sealed; they are with the next round.")]
    private partial void LogFailed(Exception exception);
}
