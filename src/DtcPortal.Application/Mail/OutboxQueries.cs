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

/// <summary>What the list of mails shows.</summary>
public sealed record OutboxFilter
{
    /// <summary>Only those that have come so far; null for all.</summary>
    public OutboxState? State { get; init; }

    /// <summary>Part of the mail address; null for all.</summary>
    public string? Recipient { get; init; }

    /// <summary>The order, such as recipient; null for the newest first.</summary>
    public string? Sort { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;
}

/// <summary>Reads the outbox.</summary>
public sealed class OutboxQueries(PortalDbContext db)
{
    /// <summary>How the list is sorted unless said otherwise.</summary>
    public const string UsualSort = "-written";

    private const int PageSize = 50;

    /// <summary>A page of the mails.</summary>
    public async Task<Paged<OutboxRow>> ListAsync(OutboxFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var mails = Filtered(filter);
        var total = await mails.CountAsync(cancellationToken);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var rows = await Rows(Sorted(mails, filter.Sort).Skip((page - 1) * PageSize).Take(PageSize)).ToListAsync(cancellationToken);
        return new Paged<OutboxRow>(rows, total, page, PageSize);
    }

    /// <summary>All mails that the filter leaves, in its order, for a file.</summary>
    public async Task<IReadOnlyList<OutboxRow>> AllAsync(OutboxFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return await Rows(Sorted(Filtered(filter), filter.Sort)).ToListAsync(cancellationToken);
    }

    /// <summary>A mail that this account caused, or a visitor did. Throws NotFoundException for others.</summary>
    public Task<MailView> ReadOwnAsync(Guid id, Guid reader, CancellationToken cancellationToken) =>
        db.OutboxMessages.AsNoTracking().Where(mail => mail.Id == id && (mail.CausedBy == null || mail.CausedBy == reader))
            .Select(mail => new MailView(mail.Recipient, mail.RecipientName, mail.Language, mail.Subject, mail.Body, mail.CreatedAt))
            .SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();

    private IQueryable<OutboxMessage> Filtered(OutboxFilter filter)
    {
        var mails = db.OutboxMessages.AsNoTracking();
        if (filter.State is { } wanted)
        {
            mails = mails.Where(mail => mail.State == wanted);
        }

        if (!string.IsNullOrWhiteSpace(filter.Recipient))
        {
            var part = filter.Recipient.Trim();
            mails = mails.Where(mail => mail.Recipient.Contains(part));
        }

        return mails;
    }

    // keys are given in the order in which mails are written
    private static IQueryable<OutboxMessage> Sorted(IQueryable<OutboxMessage> mails, string? sort) => sort switch
    {
        "written" => mails.OrderBy(mail => mail.Id),
        "recipient" => mails.OrderBy(mail => mail.Recipient).ThenByDescending(mail => mail.Id),
        "-recipient" => mails.OrderByDescending(mail => mail.Recipient).ThenByDescending(mail => mail.Id),
        _ => mails.OrderByDescending(mail => mail.Id),
    };

    private static IQueryable<OutboxRow> Rows(IQueryable<OutboxMessage> mails) =>
        mails.Select(mail => new OutboxRow(mail.Id, mail.Recipient, mail.Subject, mail.State, mail.CreatedAt, mail.SentAt, mail.Attempts, mail.LastError));
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
