using System.Globalization;
using DtcPortal.Application.Localization;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Application.Reporting;
using DtcPortal.Domain.Reporting;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DtcPortal.Web.Pages.OurCentre.WriteReport;

/// <summary>A field of a row.</summary>
/// <param name="Name">Name in the form.</param>
/// <param name="Label">Label.</param>
/// <param name="Value">What was typed, else what is stored.</param>
/// <param name="Error">What is wrong with it.</param>
/// <param name="Stored">What somebody else stored meanwhile, where it differs; null else.</param>
public sealed record ReportFieldModel(string Name, string Label, string? Value, string? Error, string? Stored = null)
{
    /// <summary>Its id.</summary>
    public string Id => FieldIds.Of(Name);
}

/// <summary>The parts of one disaggregation.</summary>
/// <param name="Definition">The disaggregation.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="Problem">What is wrong with its sum.</param>
/// <param name="Sentence">Women 612 + men 574 = 1,186. The total says 1,204: 18 are missing.</param>
public sealed record PartsModel(DisaggregationDefinition Definition, IReadOnlyList<ReportFieldModel> Fields, ReportProblem? Problem, string? Sentence);

/// <summary>One row of the report form.</summary>
public sealed class ReportRowModel(ReportView view, ReportRow row, IText T, ModelStateDictionary state, bool isConflict)
{
    public ReportView View { get; } = view;

    public ReportRow Row { get; } = row;

    public Indicator Indicator => Row.Indicator;

    public bool IsEditable => View.IsEditable && Row.IsEntered;

    /// <summary>Where the figures come from; null for none.</summary>
    public string? Source => ReportAddresses.Of(Indicator, [.. View.Rows.Select(other => other.Indicator)], View.Period);

    public ReportFieldModel Total => Field(ReportField.Total(Indicator.Code), T.Of(Indicator.Name), Format(Row.Typed.Total));

    public ReportFieldModel Comment => Field(ReportField.Comment(Indicator.Code), T["Comment"], Row.Comment);

    public bool AsksForComment => Row.Jumps || Comment.Error is not null;

    /// <summary>Whether the figure differs from what the activities say, so that it can be taken from them.</summary>
    public bool CanTake => IsEditable && Row is { Follows: false, FromActivities: not null } && Indicator.Computation is not null;

    public IReadOnlyList<PartsModel> Parts => [.. Indicator.Disaggregations.Select(Disaggregation.Find).OfType<DisaggregationDefinition>().Select(PartsOf)];

    public bool HasError => Total.Error is not null || Comment.Error is not null || Parts.Any(parts => parts.Fields.Any(input => input.Error is not null));

    /// <summary>Whether the folded part shows something that somebody must see.</summary>
    public bool IsOpened => Row.Problems.Count > 0 || Row.Remarks.Count > 0 || HasError || AsksForComment || CanTake || Row.Comment is not null;

    /// <summary>Names of the disaggregations: Sex, age, disability.</summary>
    public string PartNames => string.Join(", ", Parts.Select(parts => T.Of(parts.Definition.Name).ToLower(CultureInfo.CurrentCulture)));

    /// <summary>A part as reported.</summary>
    public decimal? Reported(string disaggregation, string part) =>
        Row.Reported?.Parts.TryGetValue(IndicatorValue.PartKey(disaggregation, part), out var value) == true ? value : null;

    private PartsModel PartsOf(DisaggregationDefinition definition)
    {
        var fields = definition.Parts.Select(part =>
        {
            var key = IndicatorValue.PartKey(definition.Code, part.Code);
            return Field(ReportField.Part(Indicator.Code, key), T.Of(part.Name), Format(Row.Typed.Parts.TryGetValue(key, out var value) ? value : null));
        }).ToList();
        var problem = Row.Problems.FirstOrDefault(found => found.Disaggregation == definition.Code);
        return new PartsModel(definition, fields, problem, problem is null ? null : Sentence(definition, problem));
    }

    private string Sentence(DisaggregationDefinition definition, ReportProblem problem)
    {
        if (problem.Kind == ReportProblemKind.PartsMissing)
        {
            return T["Say how the {0} are divided.", Figures.Number(problem.Difference)];
        }

        var parts = definition.Parts.Select(part => (part, Value: Row.Typed.Parts.TryGetValue(IndicatorValue.PartKey(definition.Code, part.Code), out var value) ? value : (decimal?)null))
            .Where(part => part.Value is > 0).Select(part => $"{T.Of(part.part.Name)} {Figures.Number(part.Value!.Value)}");
        var sum = (Row.Typed.Total ?? 0) - problem.Difference;
        var sums = $"{string.Join(" + ", parts)} = {Figures.Number(sum)}.";
        return problem.Kind == ReportProblemKind.TotalMissing ? $"{sums} {T["The total is missing."]}"
            : problem.Difference > 0 ? $"{sums} {T["The total says {0}: {1} are missing.", Figures.Number(Row.Typed.Total ?? 0), Figures.Number(problem.Difference)]}"
            : $"{sums} {T["The total says {0}: {1} are too many.", Figures.Number(Row.Typed.Total ?? 0), Figures.Number(-problem.Difference)]}";
    }

    private ReportFieldModel Field(string name, string label, string? stored)
    {
        var entry = state.TryGetValue(name, out var known) ? known : null;
        var typed = entry?.AttemptedValue;
        return new ReportFieldModel(
            name, label, typed ?? stored, entry is { Errors.Count: > 0 } ? entry.Errors[0].ErrorMessage : null,
            isConflict && typed is not null && typed != (stored ?? string.Empty) ? stored ?? T["no figure"] : null);
    }

    private static string? Format(decimal? value) => value?.ToString("0.######", CultureInfo.CurrentCulture);
}
