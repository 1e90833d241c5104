using System.Globalization;
using System.Text;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Localization;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;

namespace DtcPortal.Application.Mail;

/// <summary>What a mail says; the composer adds greeting and signature.</summary>
public sealed record MailDraft
{
    /// <summary>Who gets it.</summary>
    public required MailRecipient To { get; init; }

    /// <summary>Subject.</summary>
    public required Message Subject { get; init; }

    /// <summary>Paragraphs in order.</summary>
    public required IReadOnlyList<Message> Paragraphs { get; init; }

    /// <summary>Path of the page where it goes on, such as /candidacies/DTC1-2026-0042; null for none.</summary>
    public string? Path { get; init; }
}

/// <summary>Writes mails in the language of their recipients into the outbox; they are stored with the change and sent after it.</summary>
public sealed class MailComposer(PortalDbContext db, PortalClock clock, IText text, ActorAccessor actors, PortalAddress address)
{
    private readonly List<EnqueuedMail> _enqueued = [];

    /// <summary>Mails that were enqueued by this request, for the demo to show.</summary>
    public IReadOnlyList<EnqueuedMail> Enqueued => _enqueued;

    /// <summary>Adds a mail to what is saved next. Returns its key.</summary>
    public Guid Enqueue(MailDraft draft)
    {
        var origin = actors.Current;
        var isOwnDoing = origin.Address is not null && (origin.ActorId is null || origin.ActorId == draft.To.AccountId);
        var language = draft.To.Language ?? (isOwnDoing ? text.Language : LocalizedText.English);
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            var message = new OutboxMessage(draft.To.Address, draft.To.Name, language, text.Of(draft.Subject), Body(draft), origin.ActorId, clock.Now);
            db.OutboxMessages.Add(message);
            _enqueued.Add(new EnqueuedMail(message.Id, message.RecipientName, message.Subject));
            return message.Id;
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    private string Body(MailDraft draft)
    {
        var body = new StringBuilder();
        body.Append(draft.To.Name.Length == 0 ? text["Good day,"] : text["Dear {0},", draft.To.Name]).Append("\n\n");
        foreach (var paragraph in draft.Paragraphs)
        {
            body.Append(text.Of(paragraph)).Append("\n\n");
        }

        if (draft.Path is not null)
        {
            body.Append(new Uri(address.Base, draft.Path)).Append("\n\n");
        }

        return body.Append("-- \n").Append(text["DTC Portal: the Digital Transformation Centres Initiative of ITU and Cisco"]).Append('\n').ToString();
    }
}

/// <summary>A mail that a request caused.</summary>
/// <param name="Id">Its key.</param>
/// <param name="To">Name of who gets it; empty when not known.</param>
/// <param name="Subject">In the recipient's language.</param>
public sealed record EnqueuedMail(Guid Id, string To, string Subject);

/// <summary>Where people reach the portal, for links in mails.</summary>
public abstract class PortalAddress
{
    /// <summary>Such as https://portal.example.org/.</summary>
    public abstract Uri Base { get; }
}
