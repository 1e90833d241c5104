using DtcPortal.Application.Accounts;
using DtcPortal.Domain.Candidacies;

namespace DtcPortal.Application.Candidacies;

/// <summary>A manager's request about the screening of one candidacy.</summary>
public abstract record ScreeningRequest
{
    /// <summary>The version before the first finding.</summary>
    public const long NoVersion = -1;

    /// <summary>Who asks: a programme manager.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Which candidacy.</summary>
    public required string Reference { get; init; }

    /// <summary>Version of the screening that was seen, <see cref="NoVersion"/> before the first finding; null to go by what is stored.</summary>
    public long? Version { get; init; }
}

/// <summary>What a manager finds on one qualification.</summary>
/// <param name="Qualification">Its code.</param>
/// <param name="Finding">What is found; null leaves it open.</param>
/// <param name="Reason">Why; needed unless it is met.</param>
public sealed record QualificationAnswer(string Qualification, QualificationFinding? Finding, string? Reason = null);

/// <summary>Stores findings.</summary>
public sealed record FindQualifications : ScreeningRequest
{
    /// <summary>The findings; qualifications that are left out stay as they are.</summary>
    public required IReadOnlyList<QualificationAnswer> Findings { get; init; }

    /// <summary>Whether the candidacy is finished as eligible at once.</summary>
    public bool Finish { get; init; }
}

/// <summary>Finishes a screening as eligible.</summary>
public sealed record FinishScreening : ScreeningRequest;

/// <summary>Proposes that a candidacy is ineligible.</summary>
public sealed record ProposeIneligible : ScreeningRequest
{
    /// <summary>Why; the notice to the applicant shows it.</summary>
    public required string? Reason { get; init; }
}

/// <summary>Takes back what was found, until both have signed.</summary>
public sealed record UndoScreening : ScreeningRequest;

/// <summary>Marks as eligible all candidacies on which the portal found each qualification met.</summary>
public sealed record ScreenAllComputed
{
    /// <summary>Who asks: a programme manager.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The call's slug.</summary>
    public required string Call { get; init; }

    /// <summary>References of those that were shown and agreed to; null for all.</summary>
    public IReadOnlyCollection<string>? References { get; init; }
}
