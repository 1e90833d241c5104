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
    /// <summary>
    /// Saves a section as typed, gaps and wrong answers too; what stands there already is saved, whatever version was seen. Throws
    /// DbUpdateConcurrencyException when somebody saved something else since that version, RuleBrokenException after the deadline.
    /// </summary>
    public async Task<SectionSaved> SaveSectionAsync(SaveSection options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var head = await EditableAsync(options, cancellationToken);
        var form = head.Form.Find(options.Section).OrNotFound();
        var answers = CandidacyFormRules.Keep(form, options.Answers);
        return await db.AtomicallyAsync(
            async () =>
            {
                var now = clock.Now;
                var section = await db.CandidacySections.SingleOrDefaultAsync(stored => stored.CandidacyId == head.Id && stored.Code == form.Code, cancellationToken).OrNotFoundAsync();
                var check = CandidacyFormRules.Check(form, answers, await FieldsWithDocumentAsync(head.Id, form.Code, cancellationToken));
                var difference = SectionRevision.Difference(section.Answers, answers);
                if (difference.Count > 0)
                {
                    Expect(section, options.Version);
                    await ReviseAsync(head.Id, section.Code, difference, options, now, cancellationToken);
                    section.Save(answers, check.State, check.Problems.Count, options.Actor.Id, options.Actor.Name, now);
                    await db.SaveChangesAsync(cancellationToken);
                    await NoteSavedAsync(head.Id, options.Actor.Name, now, cancellationToken);
                }

                return new SectionSaved(section.Version, section.SavedAt ?? now, check);
            },
            cancellationToken);
    }

    /// <summary>Saves several sections at once, whatever stood there, with their documents; throws as AttachAsync does.</summary>
    public async Task SaveSectionsAsync(SaveSections options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var head = await EditableAsync(options, cancellationToken);
        var kept = options.Sections.ToDictionary(
            pair => pair.Key, pair => CandidacyFormRules.Keep(head.Form.Find(pair.Key).OrNotFound(), pair.Value));
        var attached = new List<(AttachDocument Options, StoredFile File)>();
        foreach (var document in options.Documents)
        {
            SectionThatTakes(head, document);
            attached.Add((document, await files.SaveAsync(document.Content, document.FileName, document.InputName, cancellationToken)));
        }

        await db.AtomicallyAsync(
            async () =>
            {
                var now = clock.Now;
                var sections = await db.CandidacySections.Where(stored => stored.CandidacyId == head.Id).ToListAsync(cancellationToken);
                var documents = await db.EvidenceDocuments.Where(document => document.CandidacyId == head.Id && document.RemovedAt == null)
                    .Select(document => new { document.Section, document.Field }).ToListAsync(cancellationToken);
                foreach (var (document, file) in attached)
                {
                    RequireRoom(documents.Count(known => known.Section == document.Section), document);
                    db.EvidenceDocuments.Add(DocumentOf(head, document, file, now));
                    documents.Add(new { document.Section, document.Field });
                }

                foreach (var section in sections.Where(section => kept.ContainsKey(section.Code)))
                {
                    var answers = kept[section.Code];
                    var fields = documents.Where(document => document.Section == section.Code).Select(document => document.Field).ToHashSet();
                    var check = CandidacyFormRules.Check(head.Form.Find(section.Code)!, answers, fields);
                    db.SectionRevisions.Add(new SectionRevision(
                        head.Id, section.Code, options.Actor.Id, options.Actor.Name, SectionRevision.Difference(section.Answers, answers), now));
                    section.Save(answers, check.State, check.Problems.Count, options.Actor.Id, options.Actor.Name, now);
                }

                await db.SaveChangesAsync(cancellationToken);
                await NoteSavedAsync(head.Id, options.Actor.Name, now, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Notes that somebody has a section open, so that colleagues see it.</summary>
    public async Task SeeAsync(Guid candidacyId, string section, Accounts.Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.Now;
        var known = await db.SectionPresences.Where(presence => presence.CandidacyId == candidacyId && presence.Section == section && presence.UserId == actor.Id)
            .ExecuteUpdateAsync(presence => presence.SetProperty(row => row.SeenAt, now), cancellationToken);
        if (known > 0)
        {
            return;
        }

        var seen = new SectionPresence(candidacyId, section, actor.Id, actor.Name, now);
        db.SectionPresences.Add(seen);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            // the same person in two windows
            db.Entry(seen).State = EntityState.Detached;
        }
    }

    private async Task<CandidacyHead> EditableAsync(CandidacyRequest options, CancellationToken cancellationToken)
    {
        var head = await access.FindOwnAsync(options.Reference, options.Actor, cancellationToken);
        var arrival = options.ArrivedAt ?? clock.GetUtcNow();
        RequireOpen(head, arrival);
        Rule.Require(head.State != CandidacyState.Withdrawn, "The candidacy was withdrawn. Take it up again to write in it.");
        return head;
    }

    private void Expect(CandidacySection section, long? seen)
    {
        if (seen is not { } version)
        {
            return;
        }

        db.Expect(section, version);
        if (section.Version != version)
        {
            throw new DbUpdateConcurrencyException();
        }
    }

    private async Task ReviseAsync(
        Guid candidacyId, string section, IReadOnlyDictionary<string, string> before, CandidacyRequest options, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var last = await db.SectionRevisions.Where(revision => revision.CandidacyId == candidacyId && revision.Section == section)
            .OrderByDescending(revision => revision.SavedAt).FirstOrDefaultAsync(cancellationToken);
        if (last is not null && last.Takes(options.Actor.Id, now))
        {
            last.Add(before, now);
        }
        else
        {
            db.SectionRevisions.Add(new SectionRevision(candidacyId, section, options.Actor.Id, options.Actor.Name, before, now));
        }
    }

    // not through the candidacy itself: two who save different sections are not in each other's way
    private Task<int> NoteSavedAsync(Guid candidacyId, string author, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Candidacies.Where(candidacy => candidacy.Id == candidacyId)
            .ExecuteUpdateAsync(candidacy => candidacy.SetProperty(row => row.SavedAt, now).SetProperty(row => row.SavedByName, author), cancellationToken);

    private async Task<HashSet<string>> FieldsWithDocumentAsync(Guid candidacyId, string section, CancellationToken cancellationToken) =>
    [
        .. await db.EvidenceDocuments.Where(document => document.CandidacyId == candidacyId && document.Section == section && document.RemovedAt == null)
            .Select(document => document.Field).ToListAsync(cancellationToken),
    ];

    // what follows from the documents raises no version: who writes in the section meanwhile is not refused
    private async Task RefreshStateAsync(Guid candidacyId, FormSection form, CancellationToken cancellationToken)
    {
        var section = await db.CandidacySections.AsNoTracking().SingleAsync(stored => stored.CandidacyId == candidacyId && stored.Code == form.Code, cancellationToken);
        var check = CandidacyFormRules.Check(form, section.Answers, await FieldsWithDocumentAsync(candidacyId, form.Code, cancellationToken));
        var (state, missing) = (check.State, check.Problems.Count);
        await db.CandidacySections.Where(stored => stored.Id == section.Id)
            .ExecuteUpdateAsync(stored => stored.SetProperty(row => row.State, state).SetProperty(row => row.Missing, missing), cancellationToken);
    }
}
