namespace DtcPortal.Domain.Reporting;

/// <summary>What a centre typed for an indicator.</summary>
/// <param name="Total">The total; null for no figure.</param>
/// <param name="Parts">Parts that were typed, by disaggregation and part, such as sex:women.</param>
public sealed record EnteredFigure(decimal? Total, IReadOnlyDictionary<string, decimal> Parts);

/// <summary>The values of one report, in the order of the indicators.</summary>
/// <param name="FromActivities">What activities, income and agreement say.</param>
/// <param name="Reported">What the report says: entered values as typed, computed ones as computed, shares from the report's own values.</param>
public sealed record ReportedValues(
    IReadOnlyDictionary<string, IndicatorValue?> FromActivities,
    IReadOnlyDictionary<string, IndicatorValue?> Reported);

/// <summary>Puts the values of a report together.</summary>
public static class ReportFigures
{
    /// <summary>The values of a report.</summary>
    /// <param name="indicators">All indicators that the report asks for.</param>
    /// <param name="input">What they are computed from.</param>
    /// <param name="entered">Values typed; an entered indicator that is not among them follows the activities.</param>
    public static ReportedValues Of(
        IReadOnlyCollection<Indicator> indicators, ComputationInput input, IReadOnlyDictionary<string, EnteredFigure> entered)
    {
        var fromActivities = new Dictionary<string, IndicatorValue?>(StringComparer.Ordinal);
        var reported = new Dictionary<string, IndicatorValue?>(StringComparer.Ordinal);
        foreach (var indicator in indicators.Where(indicator => !indicator.IsRatio))
        {
            var computed = KeptParts(indicator, IndicatorComputation.Of(indicator.Computation, input));
            fromActivities[indicator.Code] = computed;
            reported[indicator.Code] = indicator.Source == IndicatorSource.Entered && entered.TryGetValue(indicator.Code, out var typed)
                ? typed.Total is { } total ? new IndicatorValue(total, null, typed.Parts) : null
                : computed;
        }

        foreach (var share in indicators.Where(indicator => indicator.IsRatio))
        {
            fromActivities[share.Code] = Share(share, fromActivities);
            reported[share.Code] = Share(share, reported);
        }

        return new ReportedValues(fromActivities, reported);
    }

    private static IndicatorValue? Share(Indicator share, Dictionary<string, IndicatorValue?> values) =>
        IndicatorComputation.Ratio(share.Numerator, share.Denominator, term => TermOf(term, values));

    private static decimal? TermOf(IndicatorTerm term, Dictionary<string, IndicatorValue?> values)
    {
        if (!values.TryGetValue(term.Indicator, out var value) || value is null)
        {
            return null;
        }

        return term.Disaggregation is null ? value.Numerator
            : value.Parts.TryGetValue(IndicatorValue.PartKey(term.Disaggregation, term.Part!), out var part) ? part : null;
    }

    // a disaggregation that was taken out of the definition is not reported
    private static IndicatorValue? KeptParts(Indicator indicator, IndicatorValue? value) => value is null ? null : value with
    {
        Parts = value.Parts.Where(part => indicator.Disaggregations.Contains(part.Key[..part.Key.IndexOf(':', StringComparison.Ordinal)]))
            .ToDictionary(part => part.Key, part => part.Value),
    };
}
