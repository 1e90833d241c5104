using DtcPortal.Application.Accounts;

namespace DtcPortal.Application.Candidacies;

/// <summary>A request of one of the institution. Its arrival decides whether it is in time; without one, the clock does.</summary>
public abstract record CandidacyRequest
{
    /// <summary>Who asks.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Which candidacy.</summary>
    public required string Reference { get; init; }

    /// <summary>When the request arrived, before its body was read; null means the present.</summary>
    public DateTimeOffset? ArrivedAt { get; init; }
}

/// <summary>Starts a candidacy.</summary>
public sealed record StartCandidacy
{
    /// <summary>Who starts; of an institution.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The call's slug.</summary>
    public required string Call { get; init; }

    /// <summary>Where the training takes place, ISO 3166-1 alpha-2.</summary>
    public required string? Country { get; init; }

    /// <summary>When the request arrived; null means the present.</summary>
    public DateTimeOffset? ArrivedAt { get; init; }
}

/// <summary>Saves one section.</summary>
public sealed record SaveSection : CandidacyRequest
{
    /// <summary>Code of the section.</summary>
    public required string Section { get; init; }

    /// <summary>Answers by key of their field, as typed; the section's other answers are emptied.</summary>
    public required IReadOnlyDictionary<string, string?> Answers { get; init; }

    /// <summary>The version that was seen; null to overwrite whatever stands.</summary>
    public long? Version { get; init; }
}

/// <summary>Saves several sections at once, with their documents.</summary>
public sealed record SaveSections : CandidacyRequest
{
    /// <summary>Answers by section, then by key of their field.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string?>> Sections { get; init; }

    /// <summary>Documents to add to those sections.</summary>
    public IReadOnlyList<AttachDocument> Documents { get; init; } = [];
}

/// <summary>What was saved.</summary>
/// <param name="Version">The section's version now.</param>
/// <param name="SavedAt">When.</param>
/// <param name="Check">How the section stands.</param>
public sealed record SectionSaved(long Version, DateTimeOffset SavedAt, Domain.Candidacies.SectionCheck Check);

/// <summary>Adds a document.</summary>
public sealed record AttachDocument : CandidacyRequest
{
    /// <summary>Code of the section.</summary>
    public required string Section { get; init; }

    /// <summary>Key of the field that asks for it; EvidenceDocument.Other for further evidence.</summary>
    public required string Field { get; init; }

    /// <summary>Its name.</summary>
    public required string FileName { get; init; }

    /// <summary>Its bytes.</summary>
    public required Stream Content { get; init; }

    /// <summary>Name of the input at which a refusal is said.</summary>
    public string InputName { get; init; } = "File";
}

/// <summary>Removes a document, or puts it back.</summary>
public sealed record ChangeDocument : CandidacyRequest
{
    /// <summary>The document.</summary>
    public required Guid DocumentId { get; init; }
}

/// <summary>Submits what stands in the sections.</summary>
public sealed record SubmitCandidacy : CandidacyRequest
{
    /// <summary>Fingerprint of the content that was checked; another one is refused. Null to submit whatever stands.</summary>
    public string? Fingerprint { get; init; }
}

/// <summary>Withdraws a candidacy, or takes it up again.</summary>
public sealed record ChangeCandidacy : CandidacyRequest;

/// <summary>Moves the training to another country.</summary>
public sealed record MoveCandidacy : CandidacyRequest
{
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string? Country { get; init; }
}

/// <summary>The proof that a candidacy arrived.</summary>
/// <param name="Number">Number of the submission, from 1.</param>
/// <param name="Receipt">Receipt number.</param>
/// <param name="ArrivedAt">When it arrived.</param>
/// <param name="Fingerprint">SHA-256 of what was submitted.</param>
public sealed record SubmissionReceipt(int Number, string Receipt, DateTimeOffset ArrivedAt, string Fingerprint);
