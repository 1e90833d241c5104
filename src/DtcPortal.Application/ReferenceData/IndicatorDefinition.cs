using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;

namespace DtcPortal.Application.ReferenceData;

/// <summary>A group of indicators on the report.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its heading.</param>
public sealed record IndicatorGroup(string Code, LocalizedText Name);

/// <summary>A way to break a total into parts that sum to it.</summary>
/// <param name="Code">Its code, such as sex.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parts">All parts in display order.</param>
public sealed record DisaggregationDefinition(string Code, LocalizedText Name, IReadOnlyList<DisaggregationPart> Parts);

/// <summary>A part of a disaggregation.</summary>
/// <param name="Code">Its code, unique in the disaggregation.</param>
/// <param name="Name">Its name.</param>
public sealed record DisaggregationPart(string Code, LocalizedText Name);

/// <summary>An indicator of the shipped catalogue (A5, product.md 9).</summary>
public sealed record IndicatorDefinition
{
    /// <summary>Its code, such as trained-basic.</summary>
    public required string Code { get; init; }

    /// <summary>Code of its group.</summary>
    public required string Group { get; init; }

    /// <summary>Entered or computed.</summary>
    public required IndicatorSource Source { get; init; }

    /// <summary>Key of what is computed from activities, income or agreement; `ratio` for a quotient; null for none.</summary>
    public string? Computation { get; init; }

    /// <summary>Which way it should go.</summary>
    public required Direction Direction { get; init; }

    /// <summary>How it adds up over time.</summary>
    public required OverTime OverTime { get; init; }

    /// <summary>How it adds up over centres.</summary>
    public required OverCentres OverCentres { get; init; }

    /// <summary>Digits after the point when shown.</summary>
    public required int Decimals { get; init; }

    /// <summary>Its name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What is counted, so that two centres count alike.</summary>
    public required LocalizedText Definition { get; init; }

    /// <summary>Its unit; % for a ratio.</summary>
    public required LocalizedText Unit { get; init; }

    /// <summary>Codes of its disaggregations.</summary>
    public required IReadOnlyList<string> Disaggregations { get; init; }

    /// <summary>A ratio's numerator: the sum of these, missing when one is missing; else empty.</summary>
    public IReadOnlyList<IndicatorTerm> Numerator { get; init; } = [];

    /// <summary>A ratio's denominator, likewise.</summary>
    public IReadOnlyList<IndicatorTerm> Denominator { get; init; } = [];

    /// <summary>Whether it is a quotient of two sums.</summary>
    public bool IsRatio => OverCentres == OverCentres.Ratio;
}
