using DtcPortal.Application.Common;
using DtcPortal.Application.Mail;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Candidacies;

/// <summary>Mails who has a draft, complete or not, or changes that are not submitted, seven days and one day before the deadline; once each (product.md 11).</summary>
internal sealed class CandidacyReminders(PortalDbContext db, PortalClock clock, MailComposer mail) : IDueWork, IDeadlineSource
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        foreach (var draft in await DraftsAsync(now, cancellationToken))
        {
            if (CandidacyReminder.DueAt(now, draft.EndsAt, draft.StartedAt) is { } days && !draft.Sent.Contains((days, draft.EndsAt)))
            {
                await RemindAsync(draft, days, now, cancellationToken);
            }
        }
    }

    public async Task<IReadOnlyList<UpcomingDeadline>> AfterAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        var drafts = await DraftsAsync(instant, cancellationToken);
        return
        [
            .. drafts.Select(draft => draft.EndsAt).Distinct()
                .SelectMany(endsAt => CandidacyReminder.Days.Select(days => (At: endsAt.AddDays(-days), Days: days)))
                .Where(date => date.At > instant)
                .Select(date => new UpcomingDeadline(
                    date.At,
                    date.Days == 1 ? new Message("Drafts are reminded of the deadline: one day is left") : new Message("Drafts are reminded of the deadline: {0} days are left", date.Days))),
        ];
    }

    private async Task<IReadOnlyList<Draft>> DraftsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await (
            from candidacy in db.Candidacies.AsNoTracking()
            join call in db.Calls on candidacy.CallId equals call.Id
            join institution in db.Institutions on candidacy.InstitutionId equals institution.Id
            where (call.Stage == CallStage.Published || call.Stage == CallStage.Screening)
                && (call.DeadlineEndsAt > now || candidacy.ExtendedUntil > now)
                && (candidacy.State == CandidacyState.Draft || (candidacy.State == CandidacyState.Submitted && candidacy.SavedAt > candidacy.SubmittedAt))
            select new
            {
                candidacy.Id,
                candidacy.Reference,
                candidacy.InstitutionId,
                candidacy.StartedAt,
                candidacy.State,
                candidacy.ExtendedUntil,
                call.DeadlineEndsAt,
                call.Title,
                Institution = institution.Name,
                Missing = candidacy.Sections.Sum(section => section.Missing),
                Sent = db.CandidacyReminders.Where(reminder => reminder.CandidacyId == candidacy.Id).Select(reminder => new { reminder.DaysBefore, reminder.EndsAt }).ToList(),
            }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new Draft(
                row.Id, row.Reference, row.InstitutionId, row.Institution, row.Title, row.State, row.Missing, row.StartedAt,
                Candidacy.EndOf(row.ExtendedUntil, row.DeadlineEndsAt), [.. row.Sent.Select(sent => (sent.DaysBefore, sent.EndsAt))])),
        ];
    }

    private async Task RemindAsync(Draft draft, int days, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await db.AtomicallyAsync(
                async () =>
                {
                    db.CandidacyReminders.Add(new CandidacyReminder(draft.Id, days, draft.EndsAt, now));
                    foreach (var recipient in await CandidacyPeople.OfAsync(db, draft.InstitutionId, cancellationToken))
                    {
                        mail.Enqueue(MailOf(draft, recipient));
                    }
                },
                cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            // another node reminded meanwhile
            db.ChangeTracker.Clear();
        }
    }

    private static MailDraft MailOf(Draft draft, MailRecipient recipient) => new()
    {
        To = recipient,
        Subject = draft.State == CandidacyState.Draft
            ? new Message("Candidacy {0} is not submitted yet", draft.Reference)
            : new Message("What you changed in candidacy {0} is not submitted yet", draft.Reference),
        Paragraphs =
        [
            new Message("“{0}” takes candidacies until {1}.", draft.Call, MailMoment.Of(draft.EndsAt.AddMinutes(-1))),
            draft switch
            {
                { State: CandidacyState.Submitted } => new Message("The candidacy of {0} was changed after it was submitted. Only what is submitted counts: submit it anew.", draft.Institution),
                { Missing: 0 } => new Message("The candidacy of {0} is complete, but a draft. It counts only once it is submitted.", draft.Institution),
                { Missing: 1 } => new Message("The candidacy of {0} is a draft, and one thing is still missing. It counts only once it is submitted.", draft.Institution),
                _ => new Message("The candidacy of {0} is a draft, and {1} things are still missing. It counts only once it is submitted.", draft.Institution, draft.Missing),
            },
        ],
        Path = draft.Missing == 0 ? $"/candidacies/{draft.Reference}/submit" : $"/candidacies/{draft.Reference}",
    };

    private sealed record Draft(
        Guid Id, string Reference, Guid InstitutionId, string Institution, LocalizedText Call, CandidacyState State, int Missing,
        DateTimeOffset StartedAt, DateTimeOffset EndsAt, HashSet<(int Days, DateTimeOffset EndsAt)> Sent);
}
