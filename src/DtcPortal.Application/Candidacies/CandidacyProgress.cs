using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;

namespace DtcPortal.Application.Candidacies;

/// <summary>How a section of a candidacy stands.</summary>
/// <param name="Form">What it asks.</param>
/// <param name="Stored">What stands in it.</param>
/// <param name="Check">What is missing or wrong.</param>
public sealed record SectionProgress(FormSection Form, CandidacySection Stored, SectionCheck Check);

/// <summary>How far a candidacy is, computed from its answers and documents as they stand.</summary>
/// <param name="Sections">In the order of the call.</param>
public sealed record CandidacyProgress(IReadOnlyList<SectionProgress> Sections)
{
    /// <summary>How many sections are complete.</summary>
    public int Complete => Sections.Count(section => section.Check.State == SectionState.Complete);

    /// <summary>How many things keep it from being submitted.</summary>
    public int Problems => Sections.Sum(section => section.Check.Problems.Count);

    /// <summary>Computes it.</summary>
    public static CandidacyProgress Of(CandidacyForm form, IEnumerable<CandidacySection> sections, IEnumerable<EvidenceDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(form);
        var stored = sections.ToDictionary(section => section.Code);
        var fields = documents.Where(document => document.RemovedAt is null).ToLookup(document => document.Section, document => document.Field);
        return new CandidacyProgress(
        [
            .. form.Sections.Where(section => stored.ContainsKey(section.Code)).Select(section =>
                new SectionProgress(section, stored[section.Code], CandidacyFormRules.Check(section, stored[section.Code].Answers, fields[section.Code].ToHashSet()))),
        ]);
    }
}
