using DtcPortal.Application.Common;
using DtcPortal.Application.Files;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Candidacies;

public sealed partial class CandidacyService
{
    /// <summary>Most documents of a section.</summary>
    public const int MostDocuments = 20;

    /// <summary>
    /// Adds a document and returns its key; a form that was sent twice adds it once. Throws RuleBrokenException at its input when it is empty, too large,
    /// or of no kind that is taken.
    /// </summary>
    public async Task<Guid> AttachAsync(AttachDocument options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var head = await EditableAsync(options, cancellationToken);
        var form = SectionThatTakes(head, options);
        var file = await files.SaveAsync(options.Content, options.FileName, options.InputName, cancellationToken);
        return await db.AtomicallyAsync(
            async () =>
            {
                if (await FindSameAsync(head.Id, options, file, cancellationToken) is { } known)
                {
                    return known;
                }

                var count = await db.EvidenceDocuments.CountAsync(
                    document => document.CandidacyId == head.Id && document.Section == form.Code && document.RemovedAt == null, cancellationToken);
                RequireRoom(count, options);
                var now = clock.Now;
                var document = DocumentOf(head, options, file, now);
                db.EvidenceDocuments.Add(document);
                await db.SaveChangesAsync(cancellationToken);
                await DocumentsChangedAsync(head, form.Code, options, now, cancellationToken);
                return document.Id;
            },
            cancellationToken);
    }

    private Task<Guid?> FindSameAsync(Guid candidacyId, AttachDocument options, StoredFile file, CancellationToken cancellationToken) =>
        db.EvidenceDocuments
            .Where(document => document.CandidacyId == candidacyId && document.Section == options.Section && document.Field == options.Field && document.RemovedAt == null
                && document.Sha256 == file.Sha256 && document.FileName == file.FileName)
            .Select(document => (Guid?)document.Id).FirstOrDefaultAsync(cancellationToken);

    private static FormSection SectionThatTakes(CandidacyHead head, AttachDocument options)
    {
        var form = head.Form.Find(options.Section).OrNotFound();
        Rule.Require(
            options.Field == EvidenceDocument.Other || form.Fields.Any(field => field.Kind == FormFieldKind.File && field.Key == options.Field),
            "Choose what the document is.",
            options.InputName);
        return form;
    }

    private static void RequireRoom(int count, AttachDocument options) =>
        Rule.Require(count < MostDocuments, new Message("A section has at most {0} documents. Remove one first.", MostDocuments), options.InputName);

    private static EvidenceDocument DocumentOf(CandidacyHead head, AttachDocument options, StoredFile file, DateTimeOffset now) =>
        new(head.Id, options.Section, options.Field, file.FileName, file.Kind.ContentType(), file.Bytes, file.Sha256, options.Actor.Id, options.Actor.Name, now);

    /// <summary>Removes a document from the candidacy; what was submitted with it keeps it.</summary>
    public Task RemoveDocumentAsync(ChangeDocument options, CancellationToken cancellationToken) =>
        ChangeDocumentAsync(options, (document, now) => document.Remove(options.Actor.Name, now), cancellationToken);

    /// <summary>Puts a removed document back.</summary>
    public Task RestoreDocumentAsync(ChangeDocument options, CancellationToken cancellationToken) =>
        ChangeDocumentAsync(options, (document, _) => document.Restore(), cancellationToken);

    private async Task ChangeDocumentAsync(ChangeDocument options, Action<EvidenceDocument, DateTimeOffset> change, CancellationToken cancellationToken)
    {
        var head = await EditableAsync(options, cancellationToken);
        await db.AtomicallyAsync(
            async () =>
            {
                var now = clock.Now;
                var document = await db.EvidenceDocuments.SingleOrDefaultAsync(stored => stored.Id == options.DocumentId && stored.CandidacyId == head.Id, cancellationToken).OrNotFoundAsync();
                change(document, now);
                await db.SaveChangesAsync(cancellationToken);
                await DocumentsChangedAsync(head, document.Section, options, now, cancellationToken);
            },
            cancellationToken);
    }

    private async Task DocumentsChangedAsync(CandidacyHead head, string section, CandidacyRequest options, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (head.Form.Find(section) is { } form)
        {
            await RefreshStateAsync(head.Id, form, cancellationToken);
        }

        await NoteSavedAsync(head.Id, options.Actor.Name, now, cancellationToken);
    }
}
