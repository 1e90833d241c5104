using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace DtcPortal.Application.Mail;

/// <summary>
/// Delivers what waits in the outbox, each mail once: it is taken under a lease before it is handed over. After a crash in between
/// it is handed over again under the same Message-ID.
/// </summary>
public sealed partial class OutboxJob(IDbContextFactory<PortalDbContext> contexts, IMailTransport transport, PortalClock clock, ILogger<OutboxJob> logger)
{
    private const int Batch = 50;

    /// <summary>Delivers what is due; safe to lose, to run twice and on several nodes.</summary>
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        if (!transport.IsReady)
        {
            return;
        }

        foreach (var id in await DueAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await DeliverAsync(id, cancellationToken);
        }
    }

    private async Task<List<Guid>> DueAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.Now;
        return await db.OutboxMessages
            .Where(message => message.State == OutboxState.Waiting && message.NextAttemptAt <= now && (message.LeasedUntil == null || message.LeasedUntil <= now))
            .OrderBy(message => message.Id).Take(Batch).Select(message => message.Id).ToListAsync(cancellationToken);
    }

    private async Task DeliverAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var message = await db.OutboxMessages.SingleAsync(candidate => candidate.Id == id, cancellationToken);
        if (!message.IsFree(clock.Now))
        {
            return;
        }

        try
        {
            message.Take(clock.Now);
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return;
        }

        try
        {
            await transport.SendAsync(message, cancellationToken);
            message.Deliver(clock.Now);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(id, message.Attempts, exception);
            message.Fail(exception.Message, clock.Now);
        }

        // delivered is delivered, also when the program is asked to stop
        await db.SaveChangesAsync(CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Warning, "Mail {Id} could not be delivered, attempt {Attempt}.")]
    private partial void LogFailed(Guid id, int attempt, Exception exception);
}
