using DtcPortal.Domain.Common;
using DtcPortal.Domain.Partners;

namespace DtcPortal.Application.ReferenceData;

/// <summary>A commitment of the annex (A4); intended, never owed (M3).</summary>
/// <param name="Code">Its code, such as itu-4.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Title">Short name.</param>
/// <param name="Text">The commitment in a sentence that begins with a verb.</param>
public sealed record CommitmentDefinition(string Code, CommitmentOwner Owner, LocalizedText Title, LocalizedText Text);
