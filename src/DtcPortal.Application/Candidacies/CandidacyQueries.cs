using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Candidacies;

/// <summary>Reads candidacies for their institution.</summary>
public sealed class CandidacyQueries(PortalDbContext db, PortalClock clock, CandidacyAccess access, CandidacyResultReader results)
{
    /// <summary>How long somebody is shown in a section after they were last seen there.</summary>
    public static readonly TimeSpan Present = TimeSpan.FromMinutes(5);

    /// <summary>The institution's candidacies, and the calls in which it can start one.</summary>
    public async Task<MyCandidacies> MineAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var memberships = await (
            from member in db.InstitutionMembers.AsNoTracking()
            join institution in db.Institutions on member.InstitutionId equals institution.Id
            where member.UserId == actor.Id && member.State != MembershipState.Refused
            select new { institution.Id, institution.Name, institution.Country, member.State }).ToListAsync(cancellationToken);
        var own = memberships.Find(member => member.State == MembershipState.Admitted);
        if (own is null)
        {
            return new MyCandidacies(null, null, memberships.Count > 0, [], []);
        }

        var rows = await (
            from candidacy in db.Candidacies.AsNoTracking()
            join call in db.Calls on candidacy.CallId equals call.Id
            where candidacy.InstitutionId == own.Id
            orderby candidacy.StartedAt descending
            select new CandidacyRow
            {
                Id = candidacy.Id,
                Reference = candidacy.Reference,
                CallTitle = call.Title,
                CallStage = call.Stage,
                Country = candidacy.Country,
                State = candidacy.State,
                SubmittedAt = candidacy.SubmittedAt,
                SavedAt = candidacy.SavedAt,
                SavedByName = candidacy.SavedByName,
                DeadlineEndsAt = call.DeadlineEndsAt,
                ExtendedUntil = candidacy.ExtendedUntil,
                DeadlineZone = call.DeadlineZone,
                Sections = candidacy.Sections.Count,
                Complete = candidacy.Sections.Count(section => section.State == SectionState.Complete),
            }).ToListAsync(cancellationToken);
        var ended = await results.ReadAsync([.. rows.Select(row => row.Id)], cancellationToken);
        rows = [.. rows.Select(row => ended.TryGetValue(row.Id, out var result) ? row with { Result = result } : row)];
        return new MyCandidacies(own.Name, own.Country, false, rows, await OpenCallsAsync(own.Id, cancellationToken));
    }

    /// <summary>The task list. Throws NotFoundException for others than the institution.</summary>
    public async Task<TaskList> TaskListAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        var head = await access.FindOwnAsync(reference, actor, cancellationToken);
        var sections = await db.CandidacySections.AsNoTracking().Where(section => section.CandidacyId == head.Id).ToListAsync(cancellationToken);
        var documents = await StandingDocuments(head.Id).ToListAsync(cancellationToken);
        var people = await db.InstitutionMembers.AsNoTracking()
            .Where(member => member.InstitutionId == head.InstitutionId && member.State == MembershipState.Admitted)
            .OrderBy(member => member.AskedAt)
            .Select(member => new { member.UserId, member.Name, Clarification = db.Clarifications.Any(question => question.CandidacyId == head.Id && question.ClosedAt == null && question.AnsweredAt == null) })
            .ToListAsync(cancellationToken);
        var since = clock.Now - Present;
        var visitors = await db.SectionPresences.AsNoTracking()
            .Where(presence => presence.CandidacyId == head.Id && presence.SeenAt > since && presence.UserId != actor.Id)
            .OrderByDescending(presence => presence.SeenAt)
            .Select(presence => new SectionVisitor(presence.Section, presence.Name)).ToListAsync(cancellationToken);
        return new TaskList(
            head,
            CandidacyProgress.Of(head.Form, sections, documents),
            [.. people.Select(person => new CandidacyPerson(person.UserId, person.Name, person.UserId == head.OwnerId)).OrderByDescending(person => person.IsOwner)],
            visitors,
            people.Exists(person => person.Clarification));
    }

    /// <summary>A section. Throws NotFoundException for others than the institution, and for a section that the call does not ask.</summary>
    public async Task<SectionView> SectionAsync(string reference, string section, Actor actor, CancellationToken cancellationToken)
    {
        var head = await access.FindOwnAsync(reference, actor, cancellationToken);
        var form = head.Form.Find(section).OrNotFound();
        var stored = await db.CandidacySections.AsNoTracking().SingleOrDefaultAsync(row => row.CandidacyId == head.Id && row.Code == section, cancellationToken).OrNotFoundAsync();
        var documents = await db.EvidenceDocuments.AsNoTracking().Where(document => document.CandidacyId == head.Id && document.Section == section)
            .OrderBy(document => document.UploadedAt).ToListAsync(cancellationToken);
        var since = clock.Now - Present;
        var visitors = await db.SectionPresences.AsNoTracking()
            .Where(presence => presence.CandidacyId == head.Id && presence.Section == section && presence.SeenAt > since && presence.UserId != actor.Id)
            .OrderByDescending(presence => presence.SeenAt).Select(presence => presence.Name).ToListAsync(cancellationToken);
        var fields = documents.Where(document => document.RemovedAt is null).Select(document => document.Field).ToHashSet();
        var number = head.Form.Sections.ToList().FindIndex(candidate => candidate.Code == section) + 1;
        return new SectionView(head, form, number, stored, CandidacyFormRules.Check(form, stored.Answers, fields), documents, visitors);
    }

    /// <summary>What would be submitted now.</summary>
    public async Task<SubmissionCheck> CheckAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        var head = await access.FindOwnAsync(reference, actor, cancellationToken);
        var candidacy = await db.Candidacies.AsNoTracking().Include(stored => stored.Sections).SingleAsync(stored => stored.Id == head.Id, cancellationToken);
        var documents = await StandingDocuments(head.Id).ToListAsync(cancellationToken);
        var content = SubmittedContent.Of(candidacy, head.Form.Sections.Select(section => section.Code), documents);
        var fingerprint = SubmittedContent.FingerprintOf(content.ToJson());
        var standing = head.SubmittedNumber is { } number
            ? await db.CandidacySnapshots.Where(snapshot => snapshot.CandidacyId == head.Id && snapshot.Number == number)
                .Select(snapshot => snapshot.Fingerprint).SingleOrDefaultAsync(cancellationToken)
            : null;
        return new SubmissionCheck(head, CandidacyProgress.Of(head.Form, candidacy.Sections, documents), content, fingerprint, standing == fingerprint);
    }

    /// <summary>Codes of the countries on a call's list.</summary>
    public async Task<IReadOnlyList<string>> EligibleCountriesAsync(Guid callId, CancellationToken cancellationToken) =>
        await db.CallCountries.Where(country => country.CallId == callId && country.IsEligible).Select(country => country.Country).ToListAsync(cancellationToken);

    /// <summary>The submissions of a candidacy, newest first.</summary>
    public async Task<(CandidacyHead Head, IReadOnlyList<SubmissionRow> Submissions)> SubmissionsAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        var head = await access.FindOwnAsync(reference, actor, cancellationToken);
        var rows = await db.CandidacySnapshots.AsNoTracking().Where(snapshot => snapshot.CandidacyId == head.Id)
            .OrderByDescending(snapshot => snapshot.Number)
            .Select(snapshot => new SubmissionRow(snapshot.Number, snapshot.Receipt, snapshot.ArrivedAt, snapshot.AuthorName, snapshot.Fingerprint))
            .ToListAsync(cancellationToken);
        return (head, rows);
    }

    private IQueryable<EvidenceDocument> StandingDocuments(Guid candidacyId) =>
        db.EvidenceDocuments.AsNoTracking().Where(document => document.CandidacyId == candidacyId && document.RemovedAt == null).OrderBy(document => document.UploadedAt);

    private async Task<IReadOnlyList<OpenCall>> OpenCallsAsync(Guid institutionId, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var calls = await db.Calls.AsNoTracking()
            .Where(call => call.Stage == CallStage.Published && call.OpensAt <= now && call.DeadlineEndsAt > now
                && !db.Candidacies.Any(candidacy => candidacy.CallId == call.Id && candidacy.InstitutionId == institutionId))
            .OrderBy(call => call.DeadlineEndsAt)
            .Select(call => new
            {
                call.Id,
                call.Slug,
                call.Title,
                call.DeadlineEndsAt,
                call.DeadlineZone,
                Countries = call.Countries.Where(country => country.IsEligible).Select(country => country.Country).ToList(),
            })
            .ToListAsync(cancellationToken);
        return [.. calls.Select(call => new OpenCall(call.Id, call.Slug, call.Title, call.DeadlineEndsAt.AddMinutes(-1), call.DeadlineZone, call.Countries))];
    }
}
