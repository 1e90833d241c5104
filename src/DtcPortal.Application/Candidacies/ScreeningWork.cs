using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Mail;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Candidacies;

/// <summary>Candidacies to screen and answers to read, for managers; questions to answer, for applicants. Signatures come from the signing itself.</summary>
internal sealed class ScreeningWork(PortalDbContext db, PortalClock clock) : IWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.Is(PortalRole.ProgrammeManager))
        {
            return await ForManagersAsync(cancellationToken);
        }

        return actor.Is(PortalRole.Applicant) && actor.InstitutionId is { } institution ? await ForApplicantAsync(institution, cancellationToken) : [];
    }

    private async Task<IReadOnlyList<WorkItem>> ForManagersAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var tooLate = now.AddMinutes(-1);
        var calls = await db.Calls.AsNoTracking().Where(call => call.Stage == CallStage.Screening || call.Stage == CallStage.Scoring)
            .OrderBy(call => call.DeadlineEndsAt)
            .Select(call => new
            {
                call.Slug, call.Title,
                ToScreen = db.Candidacies.Count(candidacy => candidacy.CallId == call.Id && candidacy.State == CandidacyState.Submitted && candidacy.Eligibility == Eligibility.Open
                    && (candidacy.ExtendedUntil == null || candidacy.ExtendedUntil <= now)
                    && !db.Clarifications.Any(clarification => clarification.OpenKey == candidacy.Id)
                    && !db.Screenings.Any(screening => screening.CandidacyId == candidacy.Id && screening.IneligibleAt != null)),
                Answered = db.Clarifications.Count(clarification => clarification.CallId == call.Id && clarification.ClosedAt == null && clarification.AnsweredAt != null),
                Overdue = db.Clarifications.Count(clarification => clarification.CallId == call.Id && clarification.ClosedAt == null && clarification.AnsweredAt == null && clarification.DueAt <= tooLate),
            }).ToListAsync(cancellationToken);
        return
        [
            .. calls.SelectMany(call => new[]
            {
                Item(call.ToScreen, new Message("Candidacies to screen: {0}", call.ToScreen), $"/manage/calls/{call.Slug}/screening?state=ToScreen", call.Title),
                Item(call.Answered, new Message("Clarifications answered, to read and close: {0}", call.Answered), $"/manage/calls/{call.Slug}/screening?state=ToClarify", call.Title),
                Item(call.Overdue, new Message("Clarifications overdue: {0}", call.Overdue), $"/manage/calls/{call.Slug}/screening?state=ToClarify", call.Title),
            }).OfType<WorkItem>(),
        ];
    }

    private static WorkItem? Item(int count, Message what, string address, LocalizedText call) => count == 0 ? null : new WorkItem(what, address, Detail: new Message("{0}", call));

    private async Task<IReadOnlyList<WorkItem>> ForApplicantAsync(Guid institution, CancellationToken cancellationToken)
    {
        var open = await (
            from clarification in db.Clarifications.AsNoTracking()
            join candidacy in db.Candidacies on clarification.OpenKey equals candidacy.Id
            where candidacy.InstitutionId == institution
            orderby clarification.DueAt
            select new { candidacy.Reference, clarification.DueAt, clarification.AnsweredAt }).ToListAsync(cancellationToken);
        return
        [
            .. open.Select(question => new WorkItem(
                new Message("Answer the question about candidacy {0}", question.Reference), $"/candidacies/{question.Reference}/clarification",
                question.AnsweredAt is null ? question.DueAt : null, question.AnsweredAt is not null,
                question.AnsweredAt is null ? null : new Message("Your answer arrived."))),
        ];
    }
}

/// <summary>Reminds applicants of questions before they are due, once.</summary>
internal sealed class ClarificationReminders(PortalDbContext db, PortalClock clock, MailComposer mail) : IDueWork
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var due = await db.Clarifications.AsNoTracking().Where(clarification => clarification.RemindAt <= now).Select(clarification => clarification.Id).ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            await db.AtomicallyAsync(() => RemindAsync(id, now, cancellationToken), cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    private async Task RemindAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var clarification = await db.Clarifications.SingleOrDefaultAsync(stored => stored.Id == id && stored.RemindAt <= now, cancellationToken);
        if (clarification is null)
        {
            return;
        }

        clarification.Reminded();
        if (now >= clarification.EndsAt)
        {
            return;
        }

        var candidacy = await db.Candidacies.AsNoTracking().Where(stored => stored.Id == clarification.CandidacyId)
            .Select(stored => new { stored.Reference, stored.InstitutionId }).SingleAsync(cancellationToken);
        foreach (var recipient in await CandidacyPeople.OfAsync(db, candidacy.InstitutionId, cancellationToken))
        {
            mail.Enqueue(new MailDraft
            {
                To = recipient,
                Subject = new Message("Please answer: a question about candidacy {0}", candidacy.Reference),
                Paragraphs =
                [
                    new Message("{0}", clarification.Question),
                    new Message("Please answer by {0}.", MailMoment.Of(clarification.DueAt)),
                ],
                Path = $"/candidacies/{candidacy.Reference}/clarification",
            });
        }
    }
}

/// <summary>Due dates of clarifications, for the demo clock to move to.</summary>
internal sealed class ClarificationDeadlines(PortalDbContext db) : IDeadlineSource
{
    public async Task<IReadOnlyList<UpcomingDeadline>> AfterAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        var open = await (
            from clarification in db.Clarifications.AsNoTracking()
            join candidacy in db.Candidacies on clarification.OpenKey equals candidacy.Id
            where clarification.AnsweredAt == null && clarification.DueAt > instant
            orderby clarification.DueAt
            select new { candidacy.Reference, clarification.DueAt }).Take(20).ToListAsync(cancellationToken);
        return [.. open.Select(question => new UpcomingDeadline(question.DueAt.AddMinutes(1), new Message("The answer about candidacy {0} is due", question.Reference)))];
    }
}
