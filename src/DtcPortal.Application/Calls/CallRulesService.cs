using DtcPortal.Application.ReferenceData;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;

namespace DtcPortal.Application.Calls;

/// <summary>Sets how a draft call judges: criteria, minimum qualifications, countries, questions (A2, A3).</summary>
public sealed class CallRulesService(CallEditor editor)
{
    /// <summary>Sets band, limit, minimum, reviews and time to answer.</summary>
    public Task SetJudgingAsync(SetCallJudging options, CancellationToken cancellationToken) =>
        editor.EditAsync(
            options,
            call => call.SetRules(call.ToRules() with
            {
                LimitPerCountry = options.LimitPerCountry,
                Band = options.Band,
                MinimumScore = options.MinimumScore,
                ReviewsEach = options.ReviewsEach,
                OfferDays = options.OfferDays,
            }),
            cancellationToken);

    /// <summary>Sets weights and minimums; a criterion that is left out is removed. The weights sum to 100.</summary>
    public Task SetWeightsAsync(SetCallWeights options, CancellationToken cancellationToken) =>
        editor.EditAsync(
            options,
            call =>
            {
                var rules = call.ToRules();
                var known = rules.Criteria.ToDictionary(criterion => criterion.Code, StringComparer.Ordinal);
                Rule.Require(options.Weights.All(weight => known.ContainsKey(weight.Code)), "The criteria changed meanwhile. Look at them again.", "Criteria");
                Check(options.Weights);
                call.SetRules(rules with
                {
                    Criteria = [.. options.Weights.Select(weight => known[weight.Code] with { Weight = weight.Weight, Minimum = weight.Minimum })],
                });
            },
            cancellationToken);

    /// <summary>Throws RuleBrokenException with all that is wrong with weights and minimums by themselves.</summary>
    public static void Check(IReadOnlyList<CriterionWeight> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var rules = new FormRules();
        foreach (var weight in weights)
        {
            rules.Require(weight.Weight is >= 0 and <= WeightRule.Total, "A weight is a whole number from 0 to 100.", $"Criteria[{weight.Code}].Weight");
            rules.Require(weight.Minimum is null or (>= 0 and <= 5), new Message("The minimum of {0} is from 0 to 5.", weight.Code), $"Criteria[{weight.Code}].Minimum");
        }

        rules.Require(weights.Count > 0, "A call has criteria.", "Criteria");
        var sum = weights.Sum(weight => (long)weight.Weight);
        rules.Require(sum == WeightRule.Total, new Message("The weights sum to {0}. They must sum to 100.", sum), "Criteria", [.. weights.Select(weight => $"Criteria[{weight.Code}].Weight")]);
        rules.Demand();
    }

    /// <summary>Adds a criterion or changes what it asks and its rubric.</summary>
    public Task SaveCriterionAsync(SaveCriterion options, CancellationToken cancellationToken) =>
        editor.EditAsync(
            options,
            call =>
            {
                Check(options);
                Rule.Require(options.Sections.All(section => call.Form.Find(section) is not null), "Choose sections of the list only.", "Sections");
                var rules = call.ToRules();
                var before = rules.Criteria.FirstOrDefault(criterion => criterion.Code == options.Replaces);
                Rule.Require(options.Replaces is null || before is not null, "The criteria changed meanwhile. Look at them again.");
                var entry = new CriterionEntry(
                    options.Code!.Trim(), options.Name, options.Description, before?.Weight ?? 0, before?.Minimum, options.Rubric, options.Sections);
                call.SetRules(rules with { Criteria = Put(rules.Criteria, before, entry) });
            },
            cancellationToken);

    /// <summary>Throws RuleBrokenException with all that is wrong with a criterion by itself.</summary>
    public static void Check(SaveCriterion options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var rules = new FormRules();
        rules.Require(!string.IsNullOrWhiteSpace(options.Code) && options.Code.Trim().Length <= CallCriterion.CodeLength, "A criterion has a short code, such as C1.", "Code");
        rules.Require(!options.Name.IsBlank, "A criterion has a name.", "Name");
        rules.Require(options.Sections.Count > 0, "Choose a section that a reviewer reads for it.", "Sections");
        for (var score = 0; score < options.Rubric.Count; score++)
        {
            rules.Require(!options.Rubric[score].IsBlank, new Message("{0} needs a sentence for each score from 0 to 5.", options.Code ?? string.Empty), $"Anchors[{score}]", "Code");
        }

        rules.Demand();
    }

    /// <summary>Takes a preset of minimum qualifications in place of all there are.</summary>
    public Task UsePresetAsync(UsePreset options, CancellationToken cancellationToken) =>
        editor.EditAsync(
            options,
            call =>
            {
                var preset = ReferenceCatalogue.QualificationPresets.FirstOrDefault(known => known.Code == options.Preset);
                Rule.Require(preset is not null, "Choose a set of minimum qualifications.", "Preset");
                call.SetRules(call.ToRules() with { Qualifications = CallDefaults.Qualifications(preset.Code) });
            },
            cancellationToken);

    /// <summary>Adds a minimum qualification or changes it.</summary>
    public Task SaveQualificationAsync(SaveQualification options, CancellationToken cancellationToken) =>
        editor.EditAsync(
            options,
            call =>
            {
                Rule.Require(
                    !string.IsNullOrWhiteSpace(options.Entry.Code) && options.Entry.Code.Length <= CallCriterion.CodeLength, "A qualification has a short code, such as M1.", "Code");
                var facts = call.Form.Sections.SelectMany(section => section.Fields).Where(field => field.IsFact).Select(field => field.Key).ToHashSet(StringComparer.Ordinal);
                Rule.Require(options.Entry.Fields.All(facts.Contains), "Only facts can show a qualification, never an answer that is scored.", "Fields");
                var rules = call.ToRules();
                var before = rules.Qualifications.FirstOrDefault(qualification => qualification.Code == options.Replaces);
                Rule.Require(options.Replaces is null || before is not null, "The qualifications changed meanwhile. Look at them again.");
                call.SetRules(rules with { Qualifications = Put(rules.Qualifications, before, options.Entry) });
            },
            cancellationToken);

    /// <summary>Leaves a minimum qualification out.</summary>
    public Task RemoveQualificationAsync(RemoveQualification options, CancellationToken cancellationToken) =>
        editor.EditAsync(
            options,
            call =>
            {
                var rules = call.ToRules();
                call.SetRules(rules with { Qualifications = [.. rules.Qualifications.Where(qualification => qualification.Code != options.Code)] });
            },
            cancellationToken);

    /// <summary>Puts a country on the list or takes it off, with a reason.</summary>
    public Task SetCountryAsync(SetCallCountry options, CancellationToken cancellationToken) =>
        editor.EditAsync(options, call => call.SetCountry(options.Country, options.IsEligible, options.Reason), cancellationToken);

    /// <summary>Changes labels, hints, what is required and word limits of a section.</summary>
    public Task SaveSectionAsync(SaveFormSection options, CancellationToken cancellationToken) =>
        editor.EditAsync(
            options,
            call =>
            {
                Rule.Require(call.Form.Find(options.Section) is not null, "Choose sections of the list only.");
                var changes = options.Fields.ToDictionary(field => field.Key, StringComparer.Ordinal);
                var rules = new FormRules();
                var form = new CandidacyForm(
                [
                    .. call.Form.Sections.Select(section => section.Code == options.Section
                        ? section with { Fields = [.. section.Fields.Select(field => changes.TryGetValue(field.Key, out var change) ? Apply(rules, field, change) : field)] }
                        : section),
                ]);
                rules.Demand();
                call.SetForm(form);
            },
            cancellationToken);

    private static FormField Apply(FormRules rules, FormField field, FieldChange change)
    {
        rules.Require(!change.Label.IsBlank, "A question has a text.", $"Fields[{change.Key}].Label");
        rules.Require(
            field.Kind != FormFieldKind.LongText || change.WordLimit is >= 10 and <= 5000, "A word limit is a whole number from 10 to 5000.", $"Fields[{change.Key}].WordLimit");
        return field with
        {
            Label = change.Label,
            Hint = change.Hint is { IsBlank: false } ? change.Hint : null,
            IsRequired = change.IsRequired,
            WordLimit = field.Kind == FormFieldKind.LongText ? change.WordLimit : field.WordLimit,
        };
    }

    private static IReadOnlyList<T> Put<T>(IReadOnlyList<T> all, T? before, T entry)
        where T : class => before is null ? [.. all, entry] : [.. all.Select(known => ReferenceEquals(known, before) ? entry : known)];
}
