using DtcPortal.Domain.Common;

namespace DtcPortal.Application.ReferenceData;

/// <summary>A criterion of the annex (A2) as a new call starts with it.</summary>
public sealed record CriterionDefinition
{
    /// <summary>C1 to C10.</summary>
    public required string Code { get; init; }

    /// <summary>Proposed weight, a whole number; all sum to 100.</summary>
    public required int Weight { get; init; }

    /// <summary>Slugs of the sections that a reviewer reads for it, the main one first.</summary>
    public required IReadOnlyList<string> Sections { get; init; }

    /// <summary>Short name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The criterion in a sentence.</summary>
    public required LocalizedText Description { get; init; }

    /// <summary>What each score looks like: six texts, the index is the score.</summary>
    public required IReadOnlyList<LocalizedText> Anchors { get; init; }
}
