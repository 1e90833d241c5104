using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Files;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Candidacies;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Candidacies;

/// <summary>A document to fetch.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="ContentType">Its type by content.</param>
/// <param name="FileName">Its name.</param>
public sealed record FetchedDocument(Stream Content, string ContentType, string FileName);

/// <summary>
/// Reads what was submitted: the last submitted snapshot counts (product.md 4), and what its institution wrote afterwards without submitting it does not.
/// </summary>
public sealed class SubmittedQueries(PortalDbContext db, CandidacyAccess access, IFileStore files)
{
    /// <summary>What counts of a candidacy, for one who may read it. Throws NotFoundException when nothing was submitted or the actor may not.</summary>
    public async Task<SubmittedView> FindAsync(string reference, Actor actor, CancellationToken cancellationToken, int? number = null)
    {
        var head = await access.FindReadableAsync(reference, actor, cancellationToken);
        return await FindAsync(head, number ?? head.SubmittedNumber ?? throw new NotFoundException(), cancellationToken);
    }

    /// <summary>One submission of a candidacy that was found; others than its institution read only the one that counts.</summary>
    public async Task<SubmittedView> FindAsync(CandidacyHead head, int number, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(head);
        if (head.Right < CandidacyRight.Read || (number != head.SubmittedNumber && head.Right != CandidacyRight.Write))
        {
            throw new NotFoundException();
        }

        var snapshot = await db.CandidacySnapshots.AsNoTracking()
            .SingleOrDefaultAsync(stored => stored.CandidacyId == head.Id && stored.Number == number, cancellationToken).OrNotFoundAsync();
        var content = SubmittedContent.Parse(snapshot.Content);
        if (number == head.SubmittedNumber)
        {
            content = (await ClarifiedAsync(new Dictionary<Guid, SubmittedContent> { [head.Id] = content }, cancellationToken))[head.Id];
        }

        return new SubmittedView(head, content, new SubmissionReceipt(snapshot.Number, snapshot.Receipt, snapshot.ArrivedAt, snapshot.Fingerprint));
    }

    /// <summary>What counts of several candidacies, by key, without asking who reads: for services that have decided it themselves.</summary>
    public async Task<IReadOnlyDictionary<Guid, SubmittedContent>> OfAsync(IReadOnlyCollection<Guid> candidacies, CancellationToken cancellationToken)
    {
        var snapshots = await (
            from candidacy in db.Candidacies.AsNoTracking()
            join snapshot in db.CandidacySnapshots on candidacy.Id equals snapshot.CandidacyId
            where candidacies.Contains(candidacy.Id) && snapshot.Number == candidacy.SubmittedNumber
            select new
            {
                candidacy.Id,
                snapshot.Content,
                IsClarified = db.Clarifications.Any(question => question.CandidacyId == candidacy.Id && question.IsInEffect),
            }).ToListAsync(cancellationToken);
        var contents = snapshots.ToDictionary(snapshot => snapshot.Id, snapshot => SubmittedContent.Parse(snapshot.Content));
        return snapshots.Exists(snapshot => snapshot.IsClarified) ? await ClarifiedAsync(contents, cancellationToken) : contents;
    }

    /// <summary>
    /// A document, for the institution, and for those who may read what was submitted with it. Throws NotFoundException for all others.
    /// </summary>
    public async Task<FetchedDocument> DocumentAsync(string reference, Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var head = await access.FindReadableAsync(reference, actor, cancellationToken);
        var document = await db.EvidenceDocuments.AsNoTracking()
            .SingleOrDefaultAsync(stored => stored.Id == id && stored.CandidacyId == head.Id, cancellationToken).OrNotFoundAsync();
        if (head.Right != CandidacyRight.Write && !await IsSubmittedAsync(head, document, cancellationToken))
        {
            throw new NotFoundException();
        }

        return new FetchedDocument(files.Open(document.Sha256), document.ContentType, document.FileName);
    }

    // added after the deadline, it answers a clarification
    private async Task<bool> IsSubmittedAsync(CandidacyHead head, EvidenceDocument document, CancellationToken cancellationToken)
    {
        if (document.UploadedAt >= head.EndsAt)
        {
            return true;
        }

        var content = await db.CandidacySnapshots.Where(snapshot => snapshot.CandidacyId == head.Id && snapshot.Number == head.SubmittedNumber)
            .Select(snapshot => snapshot.Content).SingleAsync(cancellationToken);
        return SubmittedContent.Parse(content).Sections.Any(section => section.Documents.Any(submitted => submitted.Id == document.Id));
    }

    private async Task<Dictionary<Guid, SubmittedContent>> ClarifiedAsync(Dictionary<Guid, SubmittedContent> contents, CancellationToken cancellationToken)
    {
        var ids = contents.Keys.ToList();
        var answered = await db.Clarifications.AsNoTracking().Where(question => ids.Contains(question.CandidacyId) && question.IsInEffect)
            .Select(question => new
            {
                Clarification = question,
                Documents = db.EvidenceDocuments.Where(document => document.CandidacyId == question.CandidacyId && document.UploadedAt >= question.AskedAt)
                    .Select(document => new SubmittedDocument(document.Id, document.Field, document.FileName, document.ContentType, document.Bytes, document.Sha256)).ToList(),
            }).ToListAsync(cancellationToken);
        foreach (var answers in answered.GroupBy(answer => answer.Clarification.CandidacyId))
        {
            contents[answers.Key] = ClarifiedContent.Of(
                contents[answers.Key], answers.Select(answer => answer.Clarification),
                answers.SelectMany(answer => answer.Documents).DistinctBy(document => document.Id));
        }

        return contents;
    }
}
