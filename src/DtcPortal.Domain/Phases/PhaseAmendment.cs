using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Phases;

/// <summary>A change of a signed phase, in force once both have signed it.</summary>
public sealed class PhaseAmendment
{
    private PhaseAmendment()
    {
    }

    internal PhaseAmendment(int number, DateOnly? endsOn, int? cap, string reason, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (Number, EndsOn, Cap, Reason, ProposedAt) = (number, endsOn, cap, reason, now);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The phase.</summary>
    public Guid PhaseId { get; private set; }

    /// <summary>1 and up within the phase.</summary>
    public int Number { get; private set; }

    /// <summary>New last day; null leaves it.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>New cap; null leaves it.</summary>
    public int? Cap { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = string.Empty;

    /// <summary>When it was proposed.</summary>
    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>When both had signed; null before.</summary>
    public DateTimeOffset? AgreedAt { get; private set; }

    /// <summary>When it was withdrawn; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Whether it waits for signatures.</summary>
    public bool IsOpen => AgreedAt is null && WithdrawnAt is null;

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
