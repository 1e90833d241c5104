using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Partners;

/// <summary>Who committed.</summary>
public enum CommitmentOwner
{
    /// <summary>Cisco.</summary>
    Cisco = 1,

    /// <summary>ITU.</summary>
    Itu = 2,

    /// <summary>The centres.</summary>
    Centres = 3,
}

/// <summary>Where a commitment stands.</summary>
public enum CommitmentStatus
{
    /// <summary>Not begun.</summary>
    NotStarted = 1,

    /// <summary>Under way.</summary>
    UnderWay = 2,

    /// <summary>Met, once or for the period.</summary>
    Met = 3,
}

/// <summary>What a party or the centres intend to do, as the annex states it (A4); it binds nobody to fund (M3).</summary>
public sealed class Commitment : IVersioned
{
    private Commitment()
    {
    }

    /// <summary>A commitment of the annex.</summary>
    public Commitment(CommitmentOwner owner, int number, LocalizedText text, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (Owner, Number, Text, Status, ChangedAt) = (owner, number, text, CommitmentStatus.NotStarted, now);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who.</summary>
    public CommitmentOwner Owner { get; private set; }

    /// <summary>Place in the annex, from 1 for each owner.</summary>
    public int Number { get; private set; }

    /// <summary>What.</summary>
    public LocalizedText Text { get; private set; } = LocalizedText.Empty;

    /// <summary>Where it stands.</summary>
    public CommitmentStatus Status { get; private set; }

    /// <summary>What shows it; null for nothing yet.</summary>
    public string? Evidence { get; private set; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Who changed it last.</summary>
    public string? ChangedByName { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Sets where it stands and what shows it.</summary>
    public void Set(CommitmentStatus status, string? evidence, string authorName, DateTimeOffset now)
    {
        Rule.Require(status != CommitmentStatus.Met || !string.IsNullOrWhiteSpace(evidence), "Write what shows that it is met.", "Evidence");
        (Status, Evidence, ChangedByName, ChangedAt) = (status, string.IsNullOrWhiteSpace(evidence) ? null : evidence.Trim(), authorName, now);
    }
}
