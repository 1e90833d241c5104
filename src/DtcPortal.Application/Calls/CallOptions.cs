using DtcPortal.Application.Accounts;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;

namespace DtcPortal.Application.Calls;

/// <summary>A call to be written; the rest of it starts from the reference data.</summary>
public sealed record CreateCall
{
    /// <summary>Who makes it.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The phase; it has one call at a time.</summary>
    public required string PhaseSlug { get; init; }

    /// <summary>Title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>First instant at which candidacies are taken.</summary>
    public required DateTimeOffset OpensAt { get; init; }

    /// <summary>The deadline.</summary>
    public required Deadline Deadline { get; init; }

    /// <summary>Preset of minimum qualifications.</summary>
    public string Preset { get; init; } = CallDefaults.FirstPreset;

    /// <summary>Name in addresses; null for the phase's, with a number from its second call on.</summary>
    public string? Slug { get; init; }

    /// <summary>Seed of all its lots; null leaves them to be drawn when deliberation starts.</summary>
    public long? LotSeed { get; init; }
}

/// <summary>Something that is done with a call.</summary>
public record CallChange
{
    /// <summary>Who does it.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The call.</summary>
    public required string Slug { get; init; }

    /// <summary>The version that was seen; null takes any.</summary>
    public long? Version { get; init; }
}

/// <summary>Title and summary.</summary>
public sealed record WriteCall : CallChange
{
    /// <summary>Title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>A few paragraphs.</summary>
    public required LocalizedText Summary { get; init; }
}

/// <summary>Opening and deadline.</summary>
public sealed record SetCallDates : CallChange
{
    /// <summary>First instant at which candidacies are taken.</summary>
    public required DateTimeOffset OpensAt { get; init; }

    /// <summary>The deadline.</summary>
    public required Deadline Deadline { get; init; }
}

/// <summary>Where to send, whom to ask, languages.</summary>
public sealed record SetCallContact : CallChange
{
    /// <summary>For those who cannot use the portal.</summary>
    public required string? PostalAddress { get; init; }

    /// <summary>Whom to ask.</summary>
    public required string? ContactName { get; init; }

    /// <summary>Where to ask.</summary>
    public required string? ContactEmail { get; init; }

    /// <summary>Two-letter codes.</summary>
    public required IReadOnlyList<string> Languages { get; init; }
}

/// <summary>Band, limit, minimum, reviews, time to answer.</summary>
public sealed record SetCallJudging : CallChange
{
    /// <summary>Most seats for one country.</summary>
    public required int LimitPerCountry { get; init; }

    /// <summary>Width of the presence band in points.</summary>
    public required decimal Band { get; init; }

    /// <summary>Least score in points; null for none.</summary>
    public required decimal? MinimumScore { get; init; }

    /// <summary>Reviews for each candidacy.</summary>
    public required int ReviewsEach { get; init; }

    /// <summary>Days to answer an offer.</summary>
    public required int OfferDays { get; init; }
}

/// <summary>Weight and minimum of a criterion.</summary>
/// <param name="Code">Such as C1.</param>
/// <param name="Weight">0–100.</param>
/// <param name="Minimum">Least mean, 0–5; null for none.</param>
public sealed record CriterionWeight(string Code, int Weight, decimal? Minimum);

/// <summary>Weights and minimums of all criteria; one that is left out is removed.</summary>
public sealed record SetCallWeights : CallChange
{
    /// <summary>In their order.</summary>
    public required IReadOnlyList<CriterionWeight> Weights { get; init; }
}

/// <summary>A criterion: what it asks and its rubric. A new one begins with weight 0.</summary>
public sealed record SaveCriterion : CallChange
{
    /// <summary>Its code now; null for a new one.</summary>
    public string? Replaces { get; init; }

    /// <summary>Such as C1.</summary>
    public required string? Code { get; init; }

    /// <summary>A line.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What it asks.</summary>
    public required LocalizedText Description { get; init; }

    /// <summary>Six anchors, for 0 to 5.</summary>
    public required IReadOnlyList<LocalizedText> Rubric { get; init; }

    /// <summary>Codes of the sections that a reviewer reads for it.</summary>
    public required IReadOnlyList<string> Sections { get; init; }
}

/// <summary>A preset of minimum qualifications, in place of all there are.</summary>
public sealed record UsePreset : CallChange
{
    /// <summary>Its code, such as phase-1.</summary>
    public required string? Preset { get; init; }
}

/// <summary>A minimum qualification.</summary>
public sealed record SaveQualification : CallChange
{
    /// <summary>Its code now; null for a new one.</summary>
    public string? Replaces { get; init; }

    /// <summary>What it becomes.</summary>
    public required QualificationEntry Entry { get; init; }
}

/// <summary>A minimum qualification to leave out.</summary>
public sealed record RemoveQualification : CallChange
{
    /// <summary>Its code.</summary>
    public required string Code { get; init; }
}

/// <summary>A country put on the list or taken off.</summary>
public sealed record SetCallCountry : CallChange
{
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>Whether it is eligible.</summary>
    public required bool IsEligible { get; init; }

    /// <summary>Why, where it differs from the reference data.</summary>
    public required string? Reason { get; init; }
}

/// <summary>A question as a call asks it.</summary>
/// <param name="Key">Key within the form.</param>
/// <param name="Label">What is asked.</param>
/// <param name="Hint">How to answer; null for no hint.</param>
/// <param name="IsRequired">Whether a submission needs it.</param>
/// <param name="WordLimit">Most words of a narrative; null for other kinds.</param>
public sealed record FieldChange(string Key, LocalizedText Label, LocalizedText? Hint, bool IsRequired, int? WordLimit);

/// <summary>What a section asks.</summary>
public sealed record SaveFormSection : CallChange
{
    /// <summary>Code of the section.</summary>
    public required string Section { get; init; }

    /// <summary>Its fields; those that are left out stay as they are.</summary>
    public required IReadOnlyList<FieldChange> Fields { get; init; }
}
