namespace DtcPortal.Application.Mail;

/// <summary>Hands a mail over for delivery.</summary>
public interface IMailTransport
{
    /// <summary>Whether there is a server or folder to hand mails to; without one they wait.</summary>
    bool IsReady { get; }

    /// <summary>Hands it over; throws when that fails.</summary>
    Task SendAsync(OutboxMessage message, CancellationToken cancellationToken);
}

/// <summary>Where mails go.</summary>
public sealed class MailOptions
{
    /// <summary>Mail server; empty to write files instead.</summary>
    public string Host { get; set; } = string.Empty;

    /// <summary>Its port.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Account on it; empty for none.</summary>
    public string User { get; set; } = string.Empty;

    /// <summary>Password on it.</summary>
    public string Password { get; set; } = string.Empty;

    /// <summary>Sender.</summary>
    public string From { get; set; } = "dtc-portal@example.org";

    /// <summary>Folder for .eml files when there is no server; empty for none, then mails wait.</summary>
    public string Folder { get; set; } = string.Empty;
}
