using DtcPortal.Application.ReferenceData;
using DtcPortal.Domain.Calls;

namespace DtcPortal.Application.Calls;

/// <summary>What a new call starts with: the reference data as a call keeps it.</summary>
public static class CallDefaults
{
    /// <summary>The preset of minimum qualifications that follows the annex (A2).</summary>
    public const string FirstPreset = "phase-1";

    private static readonly Lazy<CandidacyForm> LazyForm = new(() => ReferenceCatalogue.FormSections.ToCandidacyForm(ReferenceCatalogue.FormGroups));

    /// <summary>The twelve sections of the candidacy form.</summary>
    public static CandidacyForm Form => LazyForm.Value;

    /// <summary>The ten criteria of the annex with their weights and rubric.</summary>
    public static IReadOnlyList<CriterionEntry> Criteria => [.. ReferenceCatalogue.Criteria.Select(criterion => criterion.ToEntry())];

    /// <summary>The minimum qualifications of a preset. Throws InvalidOperationException when there is no such preset.</summary>
    public static IReadOnlyList<QualificationEntry> Qualifications(string preset = FirstPreset) =>
        [.. ReferenceCatalogue.QualificationPresets.First(known => known.Code == preset).Qualifications.Select(qualification => qualification.ToEntry())];

    /// <summary>All countries with their eligibility on the date of a deadline (rules.md 3).</summary>
    public static IReadOnlyList<CountryEntry> Countries(Deadline deadline) =>
    [
        .. ReferenceCatalogue.Countries.Select(country =>
        {
            var ground = EligibilityRule.GroundOn(country.Status, deadline.Date);
            return new CountryEntry(country.Code, country.Region, ground, ground != EligibilityGround.None, null);
        }),
    ];

    /// <summary>The form of the reference data as a call keeps it.</summary>
    public static CandidacyForm ToCandidacyForm(this IEnumerable<FormSectionDefinition> sections, IEnumerable<FormGroupDefinition> groups)
    {
        var titles = groups.ToDictionary(group => group.Slug, group => group.Title, StringComparer.Ordinal);
        return new CandidacyForm(
        [
            .. sections.Select(section => new FormSection
            {
                Code = section.Slug,
                Group = titles[section.Group],
                Title = section.Title,
                Introduction = section.Intro,
                Criteria = section.Criteria,
                Fields = [.. section.Fields.Select(ToField)],
            }),
        ]);
    }

    /// <summary>A criterion of the reference data as a call sets it.</summary>
    public static CriterionEntry ToEntry(this CriterionDefinition criterion) => new(
        criterion.Code, criterion.Name, criterion.Description, criterion.Weight, null, criterion.Anchors, criterion.Sections);

    /// <summary>A minimum qualification of the reference data as a call sets it.</summary>
    public static QualificationEntry ToEntry(this QualificationDefinition qualification) => new(
        qualification.Code, qualification.Text, qualification.Evidence, qualification.Check, qualification.Fields);

    private static FormField ToField(FormFieldDefinition field) => new()
    {
        Key = field.Key,
        Kind = field.Kind,
        Label = field.Label,
        Hint = field.Hint,
        Unit = field.Unit,
        UnitOne = field.UnitOne,
        IsRequired = field.Required,
        IsFact = field.IsFact,
        Least = field.Min,
        PartOf = field.PartOf,
        Most = field.Max,
        Decimals = field.Decimals,
        WordLimit = field.WordLimit,
        Options = [.. field.Options.Select(option => new FormOption(option.Value, option.Label))],
    };
}
