using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Calls;

/// <summary>Calls that await a manager: to finish or publish, questions to answer, screening to start.</summary>
public sealed class CallWork(PortalDbContext db, PortalClock clock) : IWorkSource
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Is(PortalRole.ProgrammeManager))
        {
            return [];
        }

        var now = clock.Now;
        var calls = await db.Calls.AsNoTracking()
            .Where(call => call.Stage <= CallStage.Published || db.CallQuestions.Any(question => question.CallId == call.Id && question.AnsweredAt == null))
            .OrderBy(call => call.DeadlineEndsAt)
            .Select(call => new
            {
                call.Slug,
                call.Title,
                call.Stage,
                call.OpensAt,
                call.DeadlineEndsAt,
                call.RulesAgreedAt,
                IsReady = db.SignOffSheets.Any(sheet => sheet.Kind == SignedKind.CallRules && sheet.SubjectId == call.Id && sheet.IsReady),
                Unanswered = db.CallQuestions.Count(question => question.CallId == call.Id && question.AnsweredAt == null),
            })
            .ToListAsync(cancellationToken);
        var items = new List<WorkItem>();
        foreach (var call in calls)
        {
            var address = $"/manage/calls/{call.Slug}";
            if (call.Stage == CallStage.Draft && call.RulesAgreedAt is not null)
            {
                items.Add(new WorkItem(new Message("Publish {0}", call.Title), address, call.OpensAt, Detail: new Message("Both parties have signed its rules")));
            }
            else if (call.Stage == CallStage.Draft && !call.IsReady)
            {
                items.Add(new WorkItem(new Message("Finish {0}", call.Title), address, Detail: new Message("Both parties sign it once nothing is missing")));
            }
            else if (Call.StateOf(call.Stage, call.OpensAt, call.DeadlineEndsAt, now) == CallState.Closed)
            {
                items.Add(new WorkItem(new Message("Start screening of {0}", call.Title), address, Detail: new Message("Its deadline has passed")));
            }

            if (call.Unanswered > 0)
            {
                items.Add(new WorkItem(
                    new Message("Answer questions on {0}", call.Title), $"{address}/questions",
                    Detail: call.Unanswered == 1 ? new Message("1 question waits") : new Message("{0} questions wait", call.Unanswered)));
            }
        }

        return items;
    }
}

/// <summary>Openings and deadlines of calls.</summary>
public sealed class CallDeadlines(PortalDbContext db) : IDeadlineSource
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<UpcomingDeadline>> AfterAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        var calls = await db.Calls.AsNoTracking().Where(call => call.Stage == CallStage.Published && call.DeadlineEndsAt > instant)
            .Select(call => new { call.Title, call.OpensAt, call.DeadlineEndsAt }).ToListAsync(cancellationToken);
        return
        [
            .. calls.Where(call => call.OpensAt > instant).Select(call => new UpcomingDeadline(call.OpensAt, new Message("{0} opens", call.Title))),
            .. calls.Select(call => new UpcomingDeadline(call.DeadlineEndsAt, new Message("Deadline of {0}", call.Title))),
        ];
    }
}
