using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Mail;

/// <summary>A mail in the list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Recipient">Mail address.</param>
/// <param name="Subject">Subject.</param>
/// <param name="State">How far it has come.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="SentAt">When it was delivered.</param>
/// <param name="Attempts">Attempts so far.</param>
/// <param name="LastError">What the last failed attempt said.</param>
public sealed record OutboxRow(Guid Id, string Recipient, string Subject, OutboxState State, DateTimeOffset CreatedAt, DateTimeOffset? SentAt, int Attempts, string? LastError);

/// <summary>A mail to read.</summary>
/// <param name="Recipient">Mail address.</param>
/// <param name="RecipientName">Name.</param>
/// <param name="Language">en or fr.</param>
/// <param name="Subject">Subject.</param>
/// <param name="Body">Plain text.</param>
/// <param name="CreatedAt">When it was written.</param>
public sealed record MailView(string Recipient, string RecipientName, string Language, string Subject, string Body, DateTimeOffset CreatedAt);

/// <summary>Reads the outbox.</summary>
public sealed class OutboxQueries(PortalDbContext db)
{
    private const int PageSize = 50;

    /// <summary>Mails, the newest first.</summary>
    /// <param name="state">Only those that have come so far; null for all.</param>
    /// <param name="recipient">Part of the mail address; null for all.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellationToken">Cancelled when the reader goes away.</param>
    public async Task<Paged<OutboxRow>> ListAsync(OutboxState? state, string? recipient, int page, CancellationToken cancellationToken)
    {
        var mails = db.OutboxMessages.AsNoTracking();
        if (state is { } wanted)
        {
            mails = mails.Where(mail => mail.State == wanted);
        }

        if (!string.IsNullOrWhiteSpace(recipient))
        {
            var part = recipient.Trim();
            mails = mails.Where(mail => mail.Recipient.Contains(part));
        }

        var total = await mails.CountAsync(cancellationToken);
        var rows = await mails.OrderByDescending(mail => mail.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(mail => new OutboxRow(mail.Id, mail.Recipient, mail.Subject, mail.State, mail.CreatedAt, mail.SentAt, mail.Attempts, mail.LastError))
            .ToListAsync(cancellationToken);
        return new Paged<OutboxRow>(rows, total, page, PageSize);
    }

    /// <summary>A mail that this account caused, or a visitor did. Throws NotFoundException for others.</summary>
    public Task<MailView> ReadOwnAsync(Guid id, Guid reader, CancellationToken cancellationToken) =>
        db.OutboxMessages.AsNoTracking().Where(mail => mail.Id == id && (mail.CausedBy == null || mail.CausedBy == reader))
            .Select(mail => new MailView(mail.Recipient, mail.RecipientName, mail.Language, mail.Subject, mail.Body, mail.CreatedAt))
            .SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
}

/// <summary>What administrators do with the outbox.</summary>
public sealed class OutboxService(PortalDbContext db, PortalClock clock)
{
    /// <summary>Sends a mail that was given up once more. Throws NotFoundException when there is none.</summary>
    public async Task RetryAsync(Guid id, CancellationToken cancellationToken)
    {
        var message = await db.OutboxMessages.SingleOrDefaultAsync(candidate => candidate.Id == id, cancellationToken).OrNotFoundAsync();
        if (message.State == OutboxState.Failed)
        {
            message.Retry(clock.Now);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
