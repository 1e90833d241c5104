using DtcPortal.Application.Accounts;

namespace DtcPortal.Application.Candidacies;

/// <summary>Asks the applicant.</summary>
public sealed record AskClarification
{
    /// <summary>Who asks: a programme manager.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Which candidacy.</summary>
    public required string Reference { get; init; }

    /// <summary>What is asked.</summary>
    public required string? Question { get; init; }

    /// <summary>Facts that the answer may change, each as section/field; only facts that show a minimum qualification.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>The last day to answer, until 23:59 in the zone of the call's deadline.</summary>
    public required DateOnly? DueOn { get; init; }
}

/// <summary>The applicant's answer.</summary>
public sealed record AnswerClarification : CandidacyRequest
{
    /// <summary>The version that was seen; null to go by what is stored.</summary>
    public long? Version { get; init; }

    /// <summary>In words.</summary>
    public required string? Answer { get; init; }

    /// <summary>The facts asked for as they should stand, by section/field; those left out stay as they are.</summary>
    public IReadOnlyDictionary<string, string?> Facts { get; init; } = new Dictionary<string, string?>();

    /// <summary>Documents for facts asked for.</summary>
    public IReadOnlyList<ClarificationFile> Files { get; init; } = [];
}

/// <summary>A document that an answer brings.</summary>
/// <param name="Fact">The fact, as section/field.</param>
/// <param name="FileName">Its name.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ClarificationFile(string Fact, string FileName, Stream Content);

/// <summary>Closes a clarification.</summary>
public sealed record CloseClarification
{
    /// <summary>Who closes: a programme manager.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Which candidacy.</summary>
    public required string Reference { get; init; }

    /// <summary>The version that was seen; null to go by what is stored.</summary>
    public long? Version { get; init; }

    /// <summary>Whether a late answer counts.</summary>
    public bool AcceptLate { get; init; }

    /// <summary>Why, where it is closed without an answer before the due date, or a late answer is left out.</summary>
    public string? Reason { get; init; }
}
