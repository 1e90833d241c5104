using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;

namespace DtcPortal.Application.Reporting;

/// <summary>A stored report together with what its figures are made of: the values as they stand, and what is wrong with them.</summary>
internal sealed class ReportSheet(ReportMaterial material, Report? report)
{
    private readonly ReportedValues _values = ReportFigures.Of(material.Indicators, material.Input, Entered(material, report));

    /// <summary>What activities, income and agreement say now.</summary>
    public IndicatorValue? FromActivities(Indicator indicator) => _values.FromActivities.GetValueOrDefault(indicator.Code);

    /// <summary>What the report says: while it can be changed as computed now, else as it was submitted.</summary>
    public IndicatorValue? Reported(Indicator indicator) =>
        report is null or { IsEditable: true } ? Live(indicator) : Stored(Find(indicator));

    /// <summary>Whether an entered value is what the activities say and changes with them.</summary>
    public bool Follows(Indicator indicator) =>
        indicator.Source == IndicatorSource.Entered && indicator.Computation is not null && Find(indicator) is null or { FollowsActivities: true };

    /// <summary>The comment on an indicator.</summary>
    public string? Comment(Indicator indicator) => Find(indicator)?.Comment;

    /// <summary>What was typed, or is followed, of an entered indicator.</summary>
    public EnteredFigure Typed(Indicator indicator)
    {
        if (Find(indicator) is { FollowsActivities: false } typed)
        {
            return EnteredOf(typed);
        }

        var followed = Live(indicator);
        return new EnteredFigure(followed?.Numerator, followed?.Parts ?? new Dictionary<string, decimal>());
    }

    /// <summary>What keeps it from being submitted.</summary>
    public IReadOnlyList<ReportProblem> Problems(Indicator indicator) =>
        indicator.Source != IndicatorSource.Entered || report is { IsEditable: false }
            ? []
            : ReportCheck.Of(indicator, Disaggregation.Of(indicator), Typed(indicator), Comment(indicator), material.LastApproved(indicator.Code)?.Figure?.Numerator);

    /// <summary>All problems, in the order of the indicators.</summary>
    public IReadOnlyList<ReportProblem> AllProblems() => [.. material.Indicators.SelectMany(Problems)];

    /// <summary>Writes down all values as they stand, with parts left empty as 0 where others were typed.</summary>
    public void Freeze(Report into)
    {
        foreach (var indicator in material.Indicators)
        {
            var value = Live(indicator);
            var parts = indicator.Source == IndicatorSource.Entered ? ReportCheck.Completed(Disaggregation.Of(indicator), Typed(indicator)) : value?.Parts;
            into.Put(
                indicator.Code, value is null ? null : Millionths.Of(value.Numerator), value?.Denominator is { } denominator ? Millionths.Of(denominator) : null,
                (value is null ? null : parts)?.ToDictionary(part => part.Key, part => Millionths.Of(part.Value)) ?? [],
                Comment(indicator), Follows(indicator));
        }
    }

    /// <summary>A stored value in its unit; null for no figure.</summary>
    public static IndicatorValue? Stored(ReportValue? value)
    {
        if (value?.NumeratorMillionths is not { } numerator || value.DenominatorMillionths is 0)
        {
            return null;
        }

        return new IndicatorValue(numerator.ToUnits(), value.DenominatorMillionths.ToUnits(), value.PartsMillionths.ToDictionary(part => part.Key, part => part.Value.ToUnits()));
    }

    private IndicatorValue? Live(Indicator indicator) => _values.Reported.GetValueOrDefault(indicator.Code);

    private ReportValue? Find(Indicator indicator) => report?.Values.FirstOrDefault(value => value.Indicator == indicator.Code);

    private static Dictionary<string, EnteredFigure> Entered(ReportMaterial material, Report? report) => report is null
        ? []
        : material.Indicators.Where(indicator => indicator.Source == IndicatorSource.Entered)
            .Select(indicator => report.Values.FirstOrDefault(value => value.Indicator == indicator.Code))
            .OfType<ReportValue>().Where(value => !value.FollowsActivities)
            .ToDictionary(value => value.Indicator, EnteredOf);

    private static EnteredFigure EnteredOf(ReportValue value) =>
        new(value.NumeratorMillionths.ToUnits(), value.PartsMillionths.ToDictionary(part => part.Key, part => part.Value.ToUnits()));
}
