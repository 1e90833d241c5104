namespace DtcPortal.Application.Mail;

/// <summary>How far a mail has come.</summary>
public enum OutboxState
{
    /// <summary>Waits to be delivered.</summary>
    Waiting = 1,

    /// <summary>Delivered to the mail server or folder.</summary>
    Sent = 2,

    /// <summary>Given up after the last attempt; an administrator can send it again.</summary>
    Failed = 3,
}

/// <summary>A mail that is sent because of a change, written in the change's transaction and delivered once.</summary>
public sealed class OutboxMessage
{
    /// <summary>Longest mail address.</summary>
    public const int RecipientLength = 254;

    /// <summary>Longest subject.</summary>
    public const int SubjectLength = 200;

    /// <summary>After so many attempts it is given up.</summary>
    public const int MaximumAttempts = 8;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private OutboxMessage()
    {
    }

    /// <summary>A mail that waits.</summary>
    public OutboxMessage(string recipient, string recipientName, string language, string subject, string body, Guid? causedBy, DateTimeOffset at)
    {
        (Recipient, RecipientName, Language, Subject, Body, CausedBy, CreatedAt, NextAttemptAt) =
            (recipient, recipientName, language, subject.Length > SubjectLength ? subject[..SubjectLength] : subject, body, causedBy, at, at);
    }

    /// <summary>Key; also the mail's Message-ID, so that a second delivery can be told.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Mail address.</summary>
    public string Recipient { get; private set; } = string.Empty;

    /// <summary>Name of the recipient; may be empty.</summary>
    public string RecipientName { get; private set; } = string.Empty;

    /// <summary>en or fr.</summary>
    public string Language { get; private set; } = string.Empty;

    /// <summary>Subject in that language.</summary>
    public string Subject { get; private set; } = string.Empty;

    /// <summary>Plain text in that language.</summary>
    public string Body { get; private set; } = string.Empty;

    /// <summary>The account whose act caused it; null for visitors and the portal itself.</summary>
    public Guid? CausedBy { get; private set; }

    /// <summary>When it was written, by the portal's clock.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>How far it has come.</summary>
    public OutboxState State { get; private set; } = OutboxState.Waiting;

    /// <summary>Attempts so far.</summary>
    public int Attempts { get; private set; }

    /// <summary>Not before.</summary>
    public DateTimeOffset NextAttemptAt { get; private set; }

    /// <summary>Until then a process has taken it for delivery; null while nobody has.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>When it was delivered.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>What the last failed attempt said.</summary>
    public string? LastError { get; private set; }

    /// <summary>Raised with each step, so that two processes never take the same mail.</summary>
    public int Step { get; private set; }

    /// <summary>Whether it can be taken for delivery now.</summary>
    public bool IsFree(DateTimeOffset now) => State == OutboxState.Waiting && (LeasedUntil is null || LeasedUntil <= now);

    /// <summary>Takes it for delivery.</summary>
    public void Take(DateTimeOffset now)
    {
        LeasedUntil = now + Lease;
        Attempts++;
        Step++;
    }

    /// <summary>It was delivered.</summary>
    public void Deliver(DateTimeOffset now)
    {
        (State, SentAt, LeasedUntil, LastError) = (OutboxState.Sent, now, null, null);
        Step++;
    }

    /// <summary>An attempt failed: the next waits twice as long, the last gives up.</summary>
    public void Fail(string error, DateTimeOffset now)
    {
        LastError = error.Length > 400 ? error[..400] : error;
        LeasedUntil = null;
        NextAttemptAt = now + TimeSpan.FromSeconds(15 * Math.Pow(2, Attempts));
        State = Attempts >= MaximumAttempts ? OutboxState.Failed : OutboxState.Waiting;
        Step++;
    }

    /// <summary>An administrator sends it again.</summary>
    public void Retry(DateTimeOffset now)
    {
        (State, Attempts, NextAttemptAt, LeasedUntil) = (OutboxState.Waiting, 0, now, null);
        Step++;
    }
}
