using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Candidacies;

/// <summary>What awaits an applicant: a draft that is not submitted, changes that are not, an open call.</summary>
internal sealed class CandidacyWork(PortalDbContext db, PortalClock clock) : IWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Is(PortalRole.Applicant))
        {
            return [];
        }

        // one row for each call that takes or took candidacies, with the institution's own where there is one
        var now = clock.Now;
        var rows = await (
            from member in db.InstitutionMembers.AsNoTracking()
            where member.UserId == actor.Id && member.State == MembershipState.Admitted
            from call in db.Calls
            where call.Stage == CallStage.Published || call.Stage == CallStage.Screening
            join candidacy in db.Candidacies on new { CallId = call.Id, member.InstitutionId } equals new { candidacy.CallId, candidacy.InstitutionId } into own
            from candidacy in own.DefaultIfEmpty()
            where call.OpensAt <= now
            orderby call.DeadlineEndsAt
            select new
            {
                call.Title,
                call.DeadlineEndsAt,
                Reference = (string?)candidacy.Reference,
                State = (CandidacyState?)candidacy.State,
                SavedAt = candidacy == null ? null : candidacy.SavedAt,
                SubmittedAt = candidacy == null ? null : candidacy.SubmittedAt,
                ExtendedUntil = candidacy == null ? null : candidacy.ExtendedUntil,
                Missing = candidacy == null ? 0 : candidacy.Sections.Sum(section => section.Missing),
            }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => (Row: row, EndsAt: Candidacy.EndOf(row.ExtendedUntil, row.DeadlineEndsAt))).Where(pair => pair.EndsAt > now)
                .Select(pair => Item(pair.Row.Title, pair.Row.Reference, pair.Row.State, pair.Row.Missing, pair.Row.SavedAt > pair.Row.SubmittedAt, pair.EndsAt.AddMinutes(-1))),
        ];
    }

    private static WorkItem Item(LocalizedText call, string? reference, CandidacyState? state, int missing, bool isChanged, DateTimeOffset dueAt) => state switch
    {
        null => new WorkItem(new Message("Start a candidacy to “{0}”", call), "/candidacies", dueAt),
        CandidacyState.Draft when missing == 0 => new WorkItem(
            new Message("Submit candidacy {0}: it is complete, but not submitted", reference!), $"/candidacies/{reference}/submit", dueAt),
        CandidacyState.Draft => new WorkItem(
            new Message("Finish and submit candidacy {0}", reference!), $"/candidacies/{reference}", dueAt,
            Detail: missing == 1 ? new Message("One thing is still missing") : new Message("{0} things are still missing", missing)),
        CandidacyState.Submitted when isChanged => new WorkItem(
            new Message("Submit candidacy {0} anew: you changed it after submitting", reference!), $"/candidacies/{reference}/submit", dueAt),
        CandidacyState.Submitted => new WorkItem(new Message("Candidacy {0} is submitted", reference!), $"/candidacies/{reference}", dueAt, IsDone: true),
        _ => new WorkItem(new Message("Candidacy {0} was withdrawn; you can take it up again", reference!), $"/candidacies/{reference}", dueAt, IsDone: true),
    };
}
