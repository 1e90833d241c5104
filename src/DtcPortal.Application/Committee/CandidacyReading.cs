using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Committee;

/// <summary>An answer as reviewers read it.</summary>
/// <param name="Field">What was asked.</param>
/// <param name="Answer">The answer as typed; null without one.</param>
public sealed record ReadAnswer(FormField Field, string? Answer);

/// <summary>A document as reviewers read it.</summary>
/// <param name="Id">The document.</param>
/// <param name="Field">Key of the field that it answers.</param>
/// <param name="FileName">Its name.</param>
/// <param name="ContentType">Its type.</param>
/// <param name="Bytes">Its size.</param>
public sealed record ReadDocument(Guid Id, string Field, string FileName, string ContentType, long Bytes);

/// <summary>A section as reviewers read it.</summary>
/// <param name="Section">What was asked.</param>
/// <param name="Answers">Answers, documents left out.</param>
/// <param name="Documents">Its documents.</param>
public sealed record ReadSection(FormSection Section, IReadOnlyList<ReadAnswer> Answers, IReadOnlyList<ReadDocument> Documents)
{
    /// <summary>Short answers: numbers, choices, yes and no, single lines.</summary>
    public IEnumerable<ReadAnswer> Facts => Answers.Where(answer => answer.Field.Kind != FormFieldKind.LongText);

    /// <summary>Narratives.</summary>
    public IEnumerable<ReadAnswer> Narratives => Answers.Where(answer => answer.Field.Kind == FormFieldKind.LongText);
}

/// <summary>Reads what a candidacy says, section by section.</summary>
public sealed class CandidacyReading(PortalDbContext db)
{
    /// <summary>The sections of these codes, in that order; codes that the form lacks are left out.</summary>
    public async Task<IReadOnlyList<ReadSection>> ReadAsync(Guid candidacyId, CandidacyForm form, IReadOnlyList<string> codes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var answers = await db.CandidacySections.AsNoTracking()
            .Where(section => section.CandidacyId == candidacyId && codes.Contains(section.Code))
            .Select(section => new { section.Code, section.Answers }).ToDictionaryAsync(section => section.Code, section => section.Answers, cancellationToken);
        var documents = (await db.EvidenceDocuments.AsNoTracking()
            .Where(document => document.CandidacyId == candidacyId && codes.Contains(document.Section) && document.RemovedAt == null)
            .OrderBy(document => document.Id)
            .Select(document => new { document.Section, Document = new ReadDocument(document.Id, document.Field, document.FileName, document.ContentType, document.Bytes) })
            .ToListAsync(cancellationToken)).ToLookup(found => found.Section, found => found.Document);
        return
        [
            .. codes.Select(form.Find).OfType<FormSection>().Select(section => new ReadSection(
                section,
                [.. section.Fields.Where(field => field.Kind != FormFieldKind.File).Select(field => new ReadAnswer(field, answers.GetValueOrDefault(section.Code)?.GetValueOrDefault(field.Key)))],
                [.. documents[section.Code]])),
        ];
    }
}
