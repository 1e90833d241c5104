using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Committee;

/// <summary>What awaits members, co-chairs and managers of a committee's work.</summary>
public sealed class CommitteeWork(PortalDbContext db) : IWorkSource
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.IsAny(PortalRole.CommitteeMember, PortalRole.CoChair) ? await OfSeatsAsync(actor, cancellationToken)
            : actor.Is(PortalRole.ProgrammeManager) ? await OfManagersAsync(cancellationToken)
            : [];
    }

    private async Task<List<WorkItem>> OfSeatsAsync(Actor actor, CancellationToken cancellationToken)
    {
        var signers = CallSigners.Of(db);
        var seats = await (
            from member in db.CommitteeMembers.AsNoTracking()
            where member.UserId == actor.Id
            join call in db.Calls on member.CallId equals call.Id
            where call.Stage == CallStage.Screening || call.Stage == CallStage.Scoring || call.Stage == CallStage.Deliberation
            select new
            {
                call.Slug,
                call.Title,
                call.Stage,
                call.ReviewsDueAt,
                member.DeclaredAt,
                member.Party,
                Signs = signers.Any(signer => signer.Id == member.Id),
                Assigned = db.ReviewAssignments.Count(assignment => assignment.CallId == call.Id && assignment.MemberId == actor.Id && assignment.RemovedAt == null),
                Submitted = db.Reviews.Count(review => review.CallId == call.Id && review.MemberId == actor.Id && review.SubmittedAt != null
                    && db.ReviewAssignments.Any(assignment => assignment.Id == review.AssignmentId && assignment.RemovedAt == null)),
                Reopened = db.Reviews.Count(review => review.CallId == call.Id && review.MemberId == actor.Id && review.SubmittedAt == null && review.ReopenedAt > call.DeliberationAt
                    && db.ReviewAssignments.Any(assignment => assignment.Id == review.AssignmentId && assignment.RemovedAt == null)),
                ToDecide = db.ConflictsOfInterest.Count(conflict => conflict.CallId == call.Id && conflict.State == ConflictState.Undecided && conflict.MemberParty != member.Party),
                ReviewsAreIn = call.Stage == CallStage.Scoring
                    && db.Candidacies.Any(candidacy => candidacy.CallId == call.Id && candidacy.ReviewsAssigned > 0)
                    && !db.Candidacies.Any(candidacy => candidacy.CallId == call.Id && candidacy.State == CandidacyState.Submitted && candidacy.Eligibility != Eligibility.Ineligible
                        && (candidacy.Eligibility == Eligibility.Open || candidacy.ReviewsAssigned == 0 || candidacy.ReviewsSubmitted < candidacy.ReviewsAssigned))
                    && !db.SignOffSheets.Any(sheet => sheet.Kind == SignedKind.DeliberationStart && sheet.SubjectId == call.Id),
            }).ToListAsync(cancellationToken);
        var work = new List<WorkItem>();
        foreach (var seat in seats)
        {
            var conflictsPage = $"/committee/calls/{seat.Slug}/conflicts";
            if (seat.DeclaredAt is null)
            {
                work.Add(new WorkItem(new Message("Declare your conflicts of interest"), conflictsPage, Detail: new Message("{0}", seat.Title)));
            }

            var open = seat.Stage == CallStage.Scoring ? seat.Assigned - seat.Submitted : seat.Stage == CallStage.Deliberation ? seat.Reopened : 0;
            if (open > 0)
            {
                work.Add(new WorkItem(
                    open == 1 ? new Message("1 review to submit") : new Message("{0} reviews to submit", open), "/committee", seat.ReviewsDueAt,
                    Detail: new Message("{0} · {1} of {2} submitted", seat.Title, seat.Submitted, seat.Assigned)));
            }
            else if (seat.Assigned > 0 && seat.Stage == CallStage.Scoring)
            {
                work.Add(new WorkItem(new Message("All your reviews are submitted"), "/committee", IsDone: true, Detail: new Message("{0}", seat.Title)));
            }

            if (seat.Signs && seat.ReviewsAreIn)
            {
                work.Add(new WorkItem(new Message("All reviews are in: put the start of deliberation to both parties"), $"/committee/calls/{seat.Slug}", Detail: new Message("{0}", seat.Title)));
            }

            if (seat.Signs && seat.ToDecide > 0)
            {
                work.Add(new WorkItem(
                    seat.ToDecide == 1 ? new Message("Decide on a conflict of interest") : new Message("Decide on {0} conflicts of interest", seat.ToDecide), conflictsPage,
                    Detail: new Message("{0}", seat.Title)));
            }
        }

        return work;
    }

    private async Task<List<WorkItem>> OfManagersAsync(CancellationToken cancellationToken)
    {
        var calls = await db.Calls.AsNoTracking().Where(call => call.Stage == CallStage.Screening || call.Stage == CallStage.Scoring)
            .Select(call => new
            {
                call.Slug,
                call.Title,
                Unassigned = db.Candidacies.Count(candidacy => candidacy.CallId == call.Id && candidacy.State == CandidacyState.Submitted
                    && candidacy.Eligibility == Eligibility.Eligible && candidacy.ReviewsAssigned == 0
                    && !db.Clarifications.Any(clarification => clarification.CandidacyId == candidacy.Id && clarification.ClosedAt == null)),
            })
            .Where(call => call.Unassigned > 0).ToListAsync(cancellationToken);
        return [.. calls.Select(call => new WorkItem(
            new Message("Assign reviews"), $"/manage/calls/{call.Slug}/assignments", Detail: new Message("{0} · {1} without reviewers", call.Title, call.Unassigned)))];
    }
}

/// <summary>Dates until which reviews are due.</summary>
public sealed class ReviewDeadlines(PortalDbContext db) : IDeadlineSource
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<UpcomingDeadline>> AfterAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        var due = await db.Calls.AsNoTracking().Where(call => call.Stage == CallStage.Scoring && call.ReviewsDueAt > instant)
            .Select(call => new { call.Title, At = call.ReviewsDueAt!.Value }).ToListAsync(cancellationToken);
        return [.. due.Select(call => new UpcomingDeadline(call.At, new Message("Reviews of {0} are due", call.Title)))];
    }
}

/// <summary>Flags nationalities while conflicts are declared, and reminds members once of reviews that are overdue.</summary>
public sealed class OverdueReviews(PortalDbContext db, PortalClock clock, ConflictService conflicts, ReviewMails mails) : IDueWork
{
    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var calls = await db.Calls.AsNoTracking().Where(call => call.Stage >= CallStage.Screening && call.Stage <= CallStage.Deliberation)
            .Select(call => new { call.Id, call.Title, call.Stage, call.ReviewsDueAt }).ToListAsync(cancellationToken);
        foreach (var call in calls)
        {
            await conflicts.FlagNationalitiesAsync(call.Id, cancellationToken);
            if (call.Stage == CallStage.Scoring && call.ReviewsDueAt is { } due && due < now)
            {
                await RemindAsync(call.Id, call.Title, due, cancellationToken);
            }
        }
    }

    private Task RemindAsync(Guid callId, LocalizedText title, DateTimeOffset due, CancellationToken cancellationToken) => db.AtomicallyAsync(
        async () =>
        {
            var overdue = await db.ReviewAssignments
                .Where(assignment => assignment.CallId == callId && assignment.RemovedAt == null && assignment.RemindedAt == null
                    && !db.Reviews.Any(review => review.AssignmentId == assignment.Id && review.SubmittedAt != null)
                    && !db.Clarifications.Any(clarification => clarification.CandidacyId == assignment.CandidacyId && clarification.ClosedAt == null))
                .ToListAsync(cancellationToken);
            if (overdue.Count > 0)
            {
                overdue.ForEach(assignment => assignment.Remind(clock.Now));
                await mails.OverdueAsync(callId, title, due, [.. overdue.Select(assignment => assignment.MemberId).Distinct()], cancellationToken);
            }
        },
        cancellationToken);
}
