using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Calls;

/// <summary>What a field of the candidacy form takes.</summary>
public enum FormFieldKind
{
    /// <summary>One line; Max is its length in characters.</summary>
    Text = 1,

    /// <summary>A narrative with a word limit.</summary>
    LongText = 2,

    /// <summary>A number from Min to Max with at most Decimals digits after the point.</summary>
    Number = 3,

    /// <summary>An amount in the currency that the unit names, from Min to Max, in units of that currency.</summary>
    Money = 4,

    /// <summary>One of the options.</summary>
    Choice = 5,

    /// <summary>Yes or no; unanswered is neither.</summary>
    YesNo = 6,

    /// <summary>A mail address; Max is its length.</summary>
    Email = 7,

    /// <summary>A telephone number; Max is its length.</summary>
    Phone = 8,

    /// <summary>A web address; Max is its length.</summary>
    Url = 9,

    /// <summary>A day.</summary>
    Date = 10,

    /// <summary>A statement to accept; required means that it must be ticked.</summary>
    Checkbox = 11,

    /// <summary>An evidence document.</summary>
    File = 12,
}

/// <summary>An option of a choice.</summary>
/// <param name="Value">As stored.</param>
/// <param name="Label">As shown.</param>
public sealed record FormOption(string Value, LocalizedText Label);

/// <summary>One thing that a section asks.</summary>
public sealed record FormField
{
    /// <summary>Key within the section.</summary>
    public required string Key { get; init; }

    /// <summary>Kind of answer.</summary>
    public required FormFieldKind Kind { get; init; }

    /// <summary>What is asked.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>How to answer; null for no hint.</summary>
    public LocalizedText? Hint { get; init; }

    /// <summary>Unit of a number; null for none.</summary>
    public LocalizedText? Unit { get; init; }

    /// <summary>Unit of one; null where it is written as the unit of several.</summary>
    public LocalizedText? UnitOne { get; init; }

    /// <summary>Whether a submission needs it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it is a fact, which a clarification may reopen, and not an answer that is scored.</summary>
    public bool IsFact { get; init; }

    /// <summary>Least number.</summary>
    public decimal? Least { get; init; }

    /// <summary>Greatest number, or greatest length of a line.</summary>
    public decimal? Most { get; init; }

    /// <summary>Key of the number of the same section that this one is a part of, and so never more than; null for none.</summary>
    public string? PartOf { get; init; }

    /// <summary>Digits after the point; 0 for whole numbers.</summary>
    public int Decimals { get; init; }

    /// <summary>Most words of a narrative.</summary>
    public int? WordLimit { get; init; }

    /// <summary>Options of a choice.</summary>
    public IReadOnlyList<FormOption> Options { get; init; } = [];
}

/// <summary>A section of a candidacy.</summary>
public sealed record FormSection
{
    /// <summary>Code, also in addresses.</summary>
    public required string Code { get; init; }

    /// <summary>Group in the task list.</summary>
    public required LocalizedText Group { get; init; }

    /// <summary>Title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What it is for; null for nothing.</summary>
    public LocalizedText? Introduction { get; init; }

    /// <summary>Codes of the criteria that are scored on it.</summary>
    public IReadOnlyList<string> Criteria { get; init; } = [];

    /// <summary>What it asks, in its order.</summary>
    public required IReadOnlyList<FormField> Fields { get; init; }
}

/// <summary>The information that a call asks of candidacies (A3, product.md 4).</summary>
/// <param name="Sections">In their order.</param>
public sealed record CandidacyForm(IReadOnlyList<FormSection> Sections)
{
    /// <summary>A form that asks nothing.</summary>
    public static readonly CandidacyForm Empty = new([]);

    /// <summary>The section of a code; null when there is none.</summary>
    public FormSection? Find(string code) => Sections.FirstOrDefault(section => section.Code == code);
}
