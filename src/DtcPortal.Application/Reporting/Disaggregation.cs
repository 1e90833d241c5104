using DtcPortal.Application.ReferenceData;
using DtcPortal.Domain.Reporting;

namespace DtcPortal.Application.Reporting;

/// <summary>The disaggregations of an indicator with their parts.</summary>
public static class Disaggregation
{
    /// <summary>The part for whom nothing is known.</summary>
    public const string NotStated = "not-stated";

    private static readonly Dictionary<string, DisaggregationDefinition> ByCode =
        ReferenceCatalogue.Disaggregations.ToDictionary(disaggregation => disaggregation.Code, StringComparer.Ordinal);

    /// <summary>A disaggregation; null when there is none of that code.</summary>
    public static DisaggregationDefinition? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    /// <summary>Those of an indicator, with the codes of their parts.</summary>
    public static IReadOnlyList<PartsOf> Of(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return [.. indicator.Disaggregations.Select(Find).OfType<DisaggregationDefinition>().Select(found => new PartsOf(found.Code, [.. found.Parts.Select(part => part.Code)]))];
    }

    /// <summary>Whether a key such as sex:women is a part of the indicator.</summary>
    public static bool IsPartOf(Indicator indicator, string key) => Of(indicator).Any(found => found.Parts.Any(part => IndicatorValue.PartKey(found.Code, part) == key));

    /// <summary>Whether what is not known has a part of its own.</summary>
    public static bool HasNotStated(string code) => Find(code)?.Parts.Any(part => part.Code == NotStated) == true;
}
