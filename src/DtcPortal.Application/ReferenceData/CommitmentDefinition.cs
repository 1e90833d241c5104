using DtcPortal.Domain.Common;

namespace DtcPortal.Application.ReferenceData;

/// <summary>Whose commitment it is.</summary>
public enum CommitmentOwner
{
    /// <summary>Cisco's.</summary>
    Cisco = 1,

    /// <summary>ITU's.</summary>
    Itu = 2,

    /// <summary>Every centre's.</summary>
    Centres = 3,
}

/// <summary>A commitment of the annex (A4); intended, never owed (M3).</summary>
/// <param name="Code">Its code, such as itu-4.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Title">Short name.</param>
/// <param name="Text">The commitment in a sentence that begins with a verb.</param>
public sealed record CommitmentDefinition(string Code, CommitmentOwner Owner, LocalizedText Title, LocalizedText Text);
