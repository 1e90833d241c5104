using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;

namespace DtcPortal.Application.ReferenceData;

/// <summary>A set of minimum qualifications that a call may start from.</summary>
/// <param name="Code">Its code, such as phase-1.</param>
/// <param name="Name">Its name.</param>
/// <param name="Qualifications">The qualifications in order.</param>
public sealed record QualificationPreset(string Code, LocalizedText Name, IReadOnlyList<QualificationDefinition> Qualifications);

/// <summary>A minimum qualification.</summary>
public sealed record QualificationDefinition
{
    /// <summary>M1 and so on, unique in its preset.</summary>
    public required string Code { get; init; }

    /// <summary>What is pre-filled when it is screened.</summary>
    public required QualificationCheck Check { get; init; }

    /// <summary>Keys of the form's facts that show it; a clarification reopens these and no others.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>The qualification in a sentence.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>How an applicant shows it.</summary>
    public required LocalizedText Evidence { get; init; }
}
