using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;

namespace DtcPortal.Application.ReferenceData;

/// <summary>A group of sections on the task list.</summary>
/// <param name="Slug">Its code.</param>
/// <param name="Title">Its heading.</param>
public sealed record FormGroupDefinition(string Slug, LocalizedText Title);

/// <summary>A section of the candidacy form.</summary>
public sealed record FormSectionDefinition
{
    /// <summary>Its place in the address, such as distance-learning.</summary>
    public required string Slug { get; init; }

    /// <summary>Slug of its group.</summary>
    public required string Group { get; init; }

    /// <summary>Its heading.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What it asks for, in a sentence or two.</summary>
    public required LocalizedText Intro { get; init; }

    /// <summary>Its fields in the order of the page; files last or after what they show.</summary>
    public required IReadOnlyList<FormFieldDefinition> Fields { get; init; }

    /// <summary>Codes of the criteria that are scored on it, as the criteria say.</summary>
    public IReadOnlyList<string> Criteria { get; init; } = [];
}

/// <summary>A field of the candidacy form.</summary>
public sealed record FormFieldDefinition
{
    /// <summary>Its key, unique in the whole form, such as trainsBasic.</summary>
    public required string Key { get; init; }

    /// <summary>What it takes.</summary>
    public required FormFieldKind Kind { get; init; }

    /// <summary>Whether the candidacy cannot be submitted without it; a draft always can be saved.</summary>
    public required bool Required { get; init; }

    /// <summary>Whether a clarification may reopen it; never so for what is scored (product.md 5).</summary>
    public required bool IsFact { get; init; }

    /// <summary>Least value of a number or amount.</summary>
    public decimal? Min { get; init; }

    /// <summary>Greatest value of a number or amount, or the greatest length of a line.</summary>
    public decimal? Max { get; init; }

    /// <summary>Key of the number of the same section that this one is a part of; null for none.</summary>
    public string? PartOf { get; init; }

    /// <summary>Digits after the point; 0 for whole numbers.</summary>
    public int Decimals { get; init; }

    /// <summary>Most words of a narrative.</summary>
    public int? WordLimit { get; init; }

    /// <summary>Its label.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>A hint between label and field.</summary>
    public LocalizedText? Hint { get; init; }

    /// <summary>The unit shown at the field's end.</summary>
    public LocalizedText? Unit { get; init; }

    /// <summary>The unit of one; null where it is written as the unit of several.</summary>
    public LocalizedText? UnitOne { get; init; }

    /// <summary>The options of a choice; else empty.</summary>
    public IReadOnlyList<FieldOption> Options { get; init; } = [];
}

/// <summary>An option of a choice.</summary>
/// <param name="Value">What is stored.</param>
/// <param name="Label">What is shown.</param>
public sealed record FieldOption(string Value, LocalizedText Label);
