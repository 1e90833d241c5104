using DtcPortal.Application.Accounts;
using DtcPortal.Application.Auditing;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Candidacies;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Candidacies;

/// <summary>Who wrote what and when.</summary>
public sealed class CandidacyHistory(PortalDbContext db, CandidacyAccess access)
{
    /// <summary>Entries a page.</summary>
    public const int PageSize = 50;

    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>What happened, newest first. Throws NotFoundException for others than the institution.</summary>
    public async Task<(CandidacyHead Head, Paged<HistoryEntry> Entries)> OfAsync(string reference, Actor actor, int page, CancellationToken cancellationToken)
    {
        var head = await access.FindOwnAsync(reference, actor, cancellationToken);
        var revisions = await db.SectionRevisions.AsNoTracking().Where(revision => revision.CandidacyId == head.Id).ToListAsync(cancellationToken);
        var documents = await db.EvidenceDocuments.AsNoTracking().Where(document => document.CandidacyId == head.Id)
            .Select(document => new { document.UploadedAt, document.AuthorName, document.Section, document.FileName, document.RemovedAt, document.RemovedByName }).ToListAsync(cancellationToken);
        var snapshots = await db.CandidacySnapshots.AsNoTracking().Where(snapshot => snapshot.CandidacyId == head.Id)
            .Select(snapshot => new { snapshot.ArrivedAt, snapshot.AuthorName, snapshot.Receipt }).ToListAsync(cancellationToken);
        var entries = await StepsAsync(head, cancellationToken);
        entries.AddRange(revisions.Select(revision => new HistoryEntry(revision.SavedAt, revision.AuthorName, HistoryKind.Wrote, revision.Section, null, revision.Before)));
        entries.AddRange(documents.Select(document => new HistoryEntry(document.UploadedAt, document.AuthorName, HistoryKind.Added, document.Section, document.FileName, Nothing)));
        entries.AddRange(documents.Where(document => document.RemovedAt is not null)
            .Select(document => new HistoryEntry(document.RemovedAt!.Value, document.RemovedByName, HistoryKind.Removed, document.Section, document.FileName, Nothing)));
        entries.AddRange(snapshots.Select(snapshot => new HistoryEntry(snapshot.ArrivedAt, snapshot.AuthorName, HistoryKind.Submitted, null, snapshot.Receipt, Nothing)));
        var number = Math.Max(1, page);
        var rows = entries.OrderByDescending(entry => entry.At).ThenBy(entry => entry.Kind == HistoryKind.Started).Skip((number - 1) * PageSize).Take(PageSize).ToList();
        return (head, new Paged<HistoryEntry>(rows, entries.Count, number, PageSize));
    }

    // who started, withdrew and took up again stands in the audit; the candidacy itself knows its last state only
    private async Task<List<HistoryEntry>> StepsAsync(CandidacyHead head, CancellationToken cancellationToken)
    {
        var id = head.Id.ToString();
        var audited = await db.Set<AuditEntry>().AsNoTracking()
            .Where(entry => entry.Entity == nameof(Candidacy) && entry.EntityId == id && (entry.Action == AuditAction.Added || entry.Changes.Contains(nameof(CandidacyState.Withdrawn))))
            .Select(entry => new { entry.At, entry.ActorName, entry.Action, entry.Changes }).ToListAsync(cancellationToken);
        var entries = new List<HistoryEntry>();
        foreach (var entry in audited)
        {
            var kind = entry.Action == AuditAction.Added ? HistoryKind.Started : KindOf(entry.Changes);
            if (kind is { } known)
            {
                entries.Add(new HistoryEntry(entry.At, entry.ActorName, known, null, null, Nothing));
            }
        }

        if (!entries.Exists(entry => entry.Kind == HistoryKind.Started))
        {
            entries.Add(new HistoryEntry(head.StartedAt, null, HistoryKind.Started, null, null, Nothing));
        }

        return entries;
    }

    // from Withdrawn to a draft it was taken up again; what was submitted tells so itself
    private static HistoryKind? KindOf(string changes) => AuditEntry.ReadChanges(changes).GetValueOrDefault(nameof(Candidacy.State)) switch
    {
        [_, nameof(CandidacyState.Withdrawn)] => HistoryKind.Withdrawn,
        [nameof(CandidacyState.Withdrawn), nameof(CandidacyState.Draft)] => HistoryKind.Reopened,
        _ => null,
    };
}
