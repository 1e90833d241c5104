using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;

namespace DtcPortal.Application.Mail;

/// <summary>Sends by the configured server, else writes .eml files to the configured folder.</summary>
internal sealed class MailTransport(IOptions<MailOptions> options) : IMailTransport
{
    private readonly MailOptions _options = options.Value;

    public bool IsReady => _options.Host.Length > 0 || _options.Folder.Length > 0;

    public async Task SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        using var mail = Compose(message);
        if (_options.Host.Length == 0)
        {
            Directory.CreateDirectory(_options.Folder);
            await mail.WriteToAsync(Path.Combine(_options.Folder, $"{message.Id}.eml"), cancellationToken);
            return;
        }

        using var client = new SmtpClient();
        await client.ConnectAsync(_options.Host, _options.Port, _options.Port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTlsWhenAvailable, cancellationToken);
        if (_options.User.Length > 0)
        {
            await client.AuthenticateAsync(_options.User, _options.Password, cancellationToken);
        }

        await client.SendAsync(mail, cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);
    }

    private MimeMessage Compose(OutboxMessage message)
    {
        var from = MailboxAddress.Parse(_options.From);
        from.Name ??= "DTC Portal";
        var mail = new MimeMessage
        {
            Subject = message.Subject,
            Body = new TextPart(TextFormat.Plain) { Text = message.Body },
            Date = message.CreatedAt,
            // a second delivery after a crash can be told by it
            MessageId = $"{message.Id:N}@{from.Domain}",
        };
        mail.From.Add(from);
        mail.To.Add(new MailboxAddress(message.RecipientName, message.Recipient));
        mail.Headers.Add(HeaderId.ContentLanguage, message.Language);
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return mail;
    }
}
