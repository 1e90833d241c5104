using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Common;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;

namespace DtcPortal.Application.Committee;

/// <summary>An answer as reviewers read it.</summary>
/// <param name="Field">What was asked.</param>
/// <param name="Answer">The answer as typed; null without one.</param>
public sealed record ReadAnswer(FormField Field, string? Answer);

/// <summary>A section as reviewers read it.</summary>
/// <param name="Section">What was asked.</param>
/// <param name="Answers">Answers, documents left out.</param>
/// <param name="Documents">Its documents.</param>
public sealed record ReadSection(FormSection Section, IReadOnlyList<ReadAnswer> Answers, IReadOnlyList<SubmittedDocument> Documents)
{
    /// <summary>Short answers: numbers, choices, yes and no, single lines.</summary>
    public IEnumerable<ReadAnswer> Facts => Answers.Where(answer => answer.Field.Kind != FormFieldKind.LongText);

    /// <summary>Narratives.</summary>
    public IEnumerable<ReadAnswer> Narratives => Answers.Where(answer => answer.Field.Kind == FormFieldKind.LongText);
}

/// <summary>Reads what a candidacy says, section by section: what was submitted, with answers to clarifications that are in effect.</summary>
public sealed class CandidacyReading(SubmittedQueries submitted)
{
    /// <summary>The sections of these codes, in that order; codes that the form lacks are left out. Throws NotFoundException when nothing was submitted.</summary>
    public async Task<IReadOnlyList<ReadSection>> ReadAsync(Guid candidacyId, CandidacyForm form, IEnumerable<string> codes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var content = (await submitted.OfAsync([candidacyId], cancellationToken)).GetValueOrDefault(candidacyId).OrNotFound();
        return [.. codes.Select(form.Find).OfType<FormSection>().Select(section => Read(section, content.Find(section.Code)))];
    }

    private static ReadSection Read(FormSection section, SubmittedSection? said) => new(
        section,
        [.. section.Fields.Where(field => field.Kind != FormFieldKind.File).Select(field => new ReadAnswer(field, said?.Answers.GetValueOrDefault(field.Key)))],
        said?.Documents ?? []);
}
