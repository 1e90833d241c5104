using DtcPortal.Application.Storage;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Web.UserInterface;

/// <summary>Reads once a minute up to which day approved figures exist, so that no page asks for it.</summary>
public sealed partial class ApprovedFigures(IDbContextFactory<PortalDbContext> contexts, IConfiguration configuration, ILogger<ApprovedFigures> log) : BackgroundService, IApprovedFigures
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    // day number; 0 for none, since a date has no atomic writes
    private int _until;

    /// <inheritdoc />
    public DateOnly? Until => Volatile.Read(ref _until) is > 0 and var day ? DateOnly.FromDayNumber(day) : null;

    /// <summary>Reads it now.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var last = await db.Reports.AsNoTracking().Where(report => report.State == ReportState.Approved)
            .OrderByDescending(report => report.Period).Select(report => (ReportingPeriod?)report.Period).FirstOrDefaultAsync(cancellationToken);
        Volatile.Write(ref _until, last?.LastDay.DayNumber ?? 0);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!configuration.GetValue("Jobs:Enabled", true))
        {
            return;
        }

        using var timer = new PeriodicTimer(Interval);
        do
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Failed(log, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "Up to when figures are approved could not be read; it is tried again in a minute.")]
    private static partial void Failed(ILogger log, Exception exception);
}
