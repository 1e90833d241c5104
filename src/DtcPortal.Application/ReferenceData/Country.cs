using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;

namespace DtcPortal.Application.ReferenceData;

/// <summary>A country of the reference data: where training may take place, and what its eligibility hangs on.</summary>
public sealed record Country
{
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Code { get; init; }

    /// <summary>ISO 3166-1 alpha-3.</summary>
    public required string Code3 { get; init; }

    /// <summary>ITU's region.</summary>
    public required Region Region { get; init; }

    /// <summary>Its class in the UN's M49 list.</summary>
    public required Economy Economy { get; init; }

    /// <summary>First day as a least developed country; null if it never was one.</summary>
    public DateOnly? LeastDevelopedFrom { get; init; }

    /// <summary>First day without that status; null if no end is set.</summary>
    public DateOnly? LeastDevelopedUntil { get; init; }

    /// <summary>Whether it is a landlocked developing country.</summary>
    public bool IsLandlocked { get; init; }

    /// <summary>Whether it is a small island developing state.</summary>
    public bool IsSmallIsland { get; init; }

    /// <summary>Its names by two-letter language (en, fr, es, ar, zh, ru), as Unicode CLDR has them.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>What EligibilityRule asks for.</summary>
    public CountryStatus Status => new(Code, Economy, LeastDevelopedFrom, LeastDevelopedUntil);

    /// <summary>Its name in a language, in English where that is missing.</summary>
    public string NameIn(string language) => Names.TryGetValue(language, out var name) ? name : Names["en"];
}
