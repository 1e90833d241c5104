using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;

namespace DtcPortal.Application.Candidacies;

/// <summary>Applies the qualifications of a call to what candidacies say.</summary>
internal sealed class QualificationReading(CandidacyForm form, IReadOnlyList<MinimumQualification> qualifications)
{
    private readonly Dictionary<string, (string Section, FormField Field)> _fields = form.Sections
        .SelectMany(section => section.Fields.Select(field => (section.Code, field)))
        .GroupBy(pair => pair.field.Key).ToDictionary(group => group.Key, group => group.First());

    /// <summary>What the portal finds; null where a person has to look.</summary>
    public ComputedFinding? Find(MinimumQualification qualification, QualificationFacts facts)
    {
        var isDocuments = qualification.Check == QualificationCheck.Documents;
        var needed = FieldsOf(qualification).Where(found => found.Field.Kind == FormFieldKind.File && (isDocuments || found.Field.IsRequired)).Select(found => found.Field.Key);
        return QualificationRule.Compute(qualification.Check, needed, facts);
    }

    /// <summary>Qualifications that are not found met.</summary>
    public IReadOnlyList<ComputedGap> GapsOf(SubmittedContent content, bool isCountryListed)
    {
        var facts = QualificationFacts.Of(content, isCountryListed);
        return
        [
            .. qualifications.Select(qualification => (qualification.Code, Found: Find(qualification, facts)))
                .Where(pair => pair.Found?.Finding != QualificationFinding.Met)
                .Select(pair => new ComputedGap(pair.Code, pair.Found?.Because)),
        ];
    }

    /// <summary>What a candidacy says of a qualification, field by field.</summary>
    public IReadOnlyList<FactLine> FactsOf(MinimumQualification qualification, SubmittedContent content) =>
    [
        .. FieldsOf(qualification).Select(found =>
        {
            var section = content.Find(found.Section);
            return new FactLine(
                found.Section, found.Field, section?.Answers.GetValueOrDefault(found.Field.Key),
                [.. section?.Documents.Where(document => document.Field == found.Field.Key) ?? []]);
        }),
    ];

    private IEnumerable<(string Section, FormField Field)> FieldsOf(MinimumQualification qualification) =>
        qualification.Fields.Where(_fields.ContainsKey).Select(key => _fields[key]);
}
