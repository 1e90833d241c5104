using System.Collections.Frozen;

namespace DtcPortal.Application.ReferenceData;

/// <summary>The data that the portal is shipped with; each file is read once, when first asked for.</summary>
public static class ReferenceCatalogue
{
    private static readonly Lazy<IReadOnlyList<Country>> LazyCountries = new(CountryFile.Read);

    private static readonly Lazy<FrozenDictionary<string, Country>> LazyCountriesByCode = ByCode(() => Countries, country => country.Code);

    private static readonly Lazy<CriteriaFile> LazyCriteria = new(() => ReferenceFiles.ReadJson<CriteriaFile>("criteria.json"));

    private static readonly Lazy<FormFile> LazyForm = new(ReadForm);

    private static readonly Lazy<FrozenDictionary<string, FormSectionDefinition>> LazySectionsBySlug =
        ByCode(() => FormSections, section => section.Slug);

    private static readonly Lazy<FrozenDictionary<string, FormFieldDefinition>> LazyFieldsByKey =
        ByCode(() => FormSections.SelectMany(section => section.Fields), field => field.Key);

    private static readonly Lazy<PresetsFile> LazyPresets = new(() => ReferenceFiles.ReadJson<PresetsFile>("minimum-qualifications.json"));

    private static readonly Lazy<IndicatorsFile> LazyIndicators = new(() => ReferenceFiles.ReadJson<IndicatorsFile>("indicators.json"));

    private static readonly Lazy<FrozenDictionary<string, IndicatorDefinition>> LazyIndicatorsByCode =
        ByCode(() => Indicators, indicator => indicator.Code);

    private static readonly Lazy<CommitmentsFile> LazyCommitments = new(() => ReferenceFiles.ReadJson<CommitmentsFile>("commitments.json"));

    private static readonly Lazy<NeedsDefinition> LazyNeeds2019 = new(() => ReferenceFiles.ReadJson<NeedsDefinition>("needs-2019.json"));

    /// <summary>The 195 countries, by code.</summary>
    public static IReadOnlyList<Country> Countries => LazyCountries.Value;

    /// <summary>The ten criteria of the annex, C1 to C10.</summary>
    public static IReadOnlyList<CriterionDefinition> Criteria => LazyCriteria.Value.Criteria;

    /// <summary>The groups of the candidacy's task list, in order.</summary>
    public static IReadOnlyList<FormGroupDefinition> FormGroups => LazyForm.Value.Groups;

    /// <summary>The twelve sections of the candidacy form, in the order of the task list.</summary>
    public static IReadOnlyList<FormSectionDefinition> FormSections => LazyForm.Value.Sections;

    /// <summary>The sets of minimum qualifications that a call may start from, phase 1's first.</summary>
    public static IReadOnlyList<QualificationPreset> QualificationPresets => LazyPresets.Value.Presets;

    /// <summary>The groups of the report, in order.</summary>
    public static IReadOnlyList<IndicatorGroup> IndicatorGroups => LazyIndicators.Value.Groups;

    /// <summary>The ways in which indicators are broken into parts.</summary>
    public static IReadOnlyList<DisaggregationDefinition> Disaggregations => LazyIndicators.Value.Disaggregations;

    /// <summary>The indicators that the portal ships, by group and in the order of the report.</summary>
    public static IReadOnlyList<IndicatorDefinition> Indicators => LazyIndicators.Value.Indicators;

    /// <summary>The commitments of the annex: Cisco's, ITU's, the centres'.</summary>
    public static IReadOnlyList<CommitmentDefinition> Commitments => LazyCommitments.Value.Commitments;

    /// <summary>The share of people offline in 2019, by region.</summary>
    public static NeedsDefinition Needs2019 => LazyNeeds2019.Value;

    /// <summary>The country with a two-letter code in capitals; null when there is none.</summary>
    public static Country? FindCountry(string? code) => Find(LazyCountriesByCode, code);

    /// <summary>The section with a slug; null when there is none.</summary>
    public static FormSectionDefinition? FindSection(string? slug) => Find(LazySectionsBySlug, slug);

    /// <summary>The field with a key, in whichever section; null when there is none.</summary>
    public static FormFieldDefinition? FindField(string? key) => Find(LazyFieldsByKey, key);

    /// <summary>The indicator with a code; null when there is none.</summary>
    public static IndicatorDefinition? FindIndicator(string? code) => Find(LazyIndicatorsByCode, code);

    private static FormFile ReadForm()
    {
        var form = ReferenceFiles.ReadJson<FormFile>("candidacy-form.json");
        return form with { Sections = [.. form.Sections.Select(section => section with { Criteria = CriteriaOf(section.Slug) })] };
    }

    private static IReadOnlyList<string> CriteriaOf(string section) =>
        [.. Criteria.Where(criterion => criterion.Sections.Contains(section)).Select(criterion => criterion.Code)];

    private static Lazy<FrozenDictionary<string, T>> ByCode<T>(Func<IEnumerable<T>> all, Func<T, string> code) =>
        new(() => all().ToFrozenDictionary(code, StringComparer.Ordinal));

    private static T? Find<T>(Lazy<FrozenDictionary<string, T>> all, string? code)
        where T : class => code is null ? null : all.Value.GetValueOrDefault(code);

    private sealed record CriteriaFile(string Source, IReadOnlyList<CriterionDefinition> Criteria);

    private sealed record FormFile(IReadOnlyList<FormGroupDefinition> Groups, IReadOnlyList<FormSectionDefinition> Sections);

    private sealed record PresetsFile(IReadOnlyList<QualificationPreset> Presets);

    private sealed record IndicatorsFile(
        IReadOnlyList<IndicatorGroup> Groups,
        IReadOnlyList<DisaggregationDefinition> Disaggregations,
        IReadOnlyList<IndicatorDefinition> Indicators);

    private sealed record CommitmentsFile(string Source, IReadOnlyList<CommitmentDefinition> Commitments);
}
