using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Calls;

/// <summary>A numbered, dated change of a published call, in force once both have signed it.</summary>
public sealed class CallAmendment
{
    private CallAmendment()
    {
    }

    internal CallAmendment(int number, LocalizedText text, Deadline? deadline, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (Number, Text, ProposedAt) = (number, text, now);
        (DeadlineLocal, DeadlineZone) = (deadline?.LocalMinute, deadline?.Zone);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The call.</summary>
    public Guid CallId { get; private set; }

    /// <summary>1 and up within the call.</summary>
    public int Number { get; private set; }

    /// <summary>What changes.</summary>
    public LocalizedText Text { get; private set; } = LocalizedText.Empty;

    /// <summary>The new deadline as its zone's clocks show it; null leaves it.</summary>
    public DateTime? DeadlineLocal { get; private set; }

    /// <summary>Zone of the new deadline.</summary>
    public string? DeadlineZone { get; private set; }

    /// <summary>When it was proposed.</summary>
    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>When both had signed; null before.</summary>
    public DateTimeOffset? AgreedAt { get; private set; }

    /// <summary>When it was withdrawn; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Whether it waits for signatures.</summary>
    public bool IsOpen => AgreedAt is null && WithdrawnAt is null;

    /// <summary>The new deadline; null leaves it.</summary>
    public Deadline? Deadline => DeadlineLocal is { } local && DeadlineZone is { } zone ? new Deadline(local, zone) : null;

    internal void Agree(DateTimeOffset now)
    {
        Rule.Require(WithdrawnAt is null, "The amendment was withdrawn.");
        AgreedAt ??= now;
    }

    internal void Withdraw(DateTimeOffset now)
    {
        Rule.Require(AgreedAt is null, "Both parties have signed; this can no longer be undone.");
        WithdrawnAt ??= now;
    }
}
