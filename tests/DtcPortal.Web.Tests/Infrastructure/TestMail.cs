using System.Collections.Concurrent;
using DtcPortal.Application.Mail;

namespace DtcPortal.Web.Tests.Infrastructure;

/// <summary>Takes mails in place of a server.</summary>
public sealed class TestMail : IMailTransport
{
    private readonly ConcurrentQueue<OutboxMessage> _sent = new();

    /// <summary>What was delivered, in order.</summary>
    public IReadOnlyList<OutboxMessage> Sent => [.. _sent];

    /// <summary>What each delivery fails with; null to succeed.</summary>
    public Exception? Failure { get; set; }

    public bool IsReady => true;

    public Task SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (Failure is not null)
        {
            throw Failure;
        }

        _sent.Enqueue(message);
        return Task.CompletedTask;
    }

    public void Clear()
    {
        _sent.Clear();
        Failure = null;
    }
}
