using DtcPortal.Application.Accounts;
using DtcPortal.Application.Calls;
using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Committee;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Demo;

/// <summary>From the deadline to the ranking: screening, conflicts, assignment, reviews.</summary>
internal sealed class DemoCommittee(DemoWorld world)
{
    private static readonly string[] Members = ["member1", "member2", "member3", "member4"];
    private static readonly string[] Seats = [.. Members, "chair.itu", "chair.cisco"];

    /// <summary>A manager screens what the portal can compute.</summary>
    public async Task ScreenAsync(DemoCalendar calendar, Func<Task>? before = null)
    {
        var manager = world.ManagerItu;
        await world.ActAsync(manager, () => world.Get<CallService>().StartScreeningAsync(new CallChange { Actor = manager, Slug = calendar.Slug }, world.Cancel));
        if (before is not null)
        {
            await before();
        }

        await world.ActAsync(manager, () => world.Get<ScreeningService>().ScreenAllComputedAsync(new ScreenAllComputed { Actor = manager, Call = calendar.Slug }, world.Cancel));
    }

    /// <summary>Members and co-chairs declare their conflicts; the other party's co-chair decides on all but those left open.</summary>
    public async Task DeclareAsync(DemoCalendar calendar, Guid callId, IReadOnlyDictionary<string, DeclaredConflict> declared, int leftOpen)
    {
        foreach (var name in Seats)
        {
            var member = world.Account(name);
            await world.ActAsync(member, () => world.Get<ConflictService>().DeclareAsync(
                new DeclareConflicts { Actor = member, Slug = calendar.Slug, Conflicts = declared.TryGetValue(name, out var conflict) ? [conflict] : [], IsComplete = true }, world.Cancel));
        }

        await world.Get<ConflictService>().FlagNationalitiesAsync(callId, world.Cancel);
        var open = await world.Db.ConflictsOfInterest.AsNoTracking()
            .Where(conflict => conflict.CallId == callId && conflict.State == ConflictState.Undecided)
            .OrderBy(conflict => conflict.IsFlagged).ThenBy(conflict => conflict.Id).ToListAsync(world.Cancel);
        foreach (var conflict in open.SkipLast(leftOpen))
        {
            var chair = conflict.MemberParty == Party.Itu ? world.ChairCisco : world.ChairItu;
            await world.ActAsync(chair, () => world.Get<ConflictService>().DecideAsync(
                new DecideConflict
                {
                    Actor = chair, Slug = calendar.Slug, ConflictId = conflict.Id, IsUpheld = true,
                    Reason = conflict.IsFlagged ? "The institution is of the member's country." : "The member worked with this institution.",
                },
                world.Cancel));
        }
    }

    /// <summary>Both start scoring, and a manager assigns three reviews each.</summary>
    public async Task AssignAsync(DemoCalendar calendar, Guid callId, DateOnly dueOn)
    {
        await world.ActAsync(world.ManagerItu, () => world.Get<CallStageService>().ProposeScoringAsync(
            new ProposeScoring { Actor = world.ManagerItu, Slug = calendar.Slug, ReviewsDueOn = dueOn }, world.Cancel));
        await world.SignBothAsync(SignedKind.ScoringStart, callId);
        var outcome = await world.ActAsync(world.ManagerItu, () => world.Get<AssignmentService>().AssignAsync(
            new AssignReviews { Actor = world.ManagerItu, Slug = calendar.Slug, ReviewsEach = 3, Seed = 1000 + calendar.Number }, world.Cancel));
        if (outcome.AwaitsBoth)
        {
            throw new InvalidOperationException("The demonstration's reviews cannot be spread evenly.");
        }
    }

    /// <summary>Reviews are submitted: all, or of each member the first so many of a hundred in their reading order.</summary>
    public async Task ReviewAsync(DemoCalendar calendar, Guid callId, IReadOnlyDictionary<string, DemoInstitution> candidacies, int percent = 100)
    {
        var members = Members.Select((name, at) => (world.Account(name).Id, Number: at + 1)).ToDictionary(pair => pair.Id, pair => pair.Number);
        var assigned = await (
            from assignment in world.Db.ReviewAssignments.AsNoTracking()
            where assignment.CallId == callId && assignment.RemovedAt == null
            join candidacy in world.Db.Candidacies on assignment.CandidacyId equals candidacy.Id
            orderby assignment.MemberId, assignment.Position
            select new { candidacy.Reference, assignment.MemberId }).ToListAsync(world.Cancel);
        var due = assigned.GroupBy(row => row.MemberId).SelectMany(group => group.Take(group.Count() * percent / 100));
        var reviews = due.Select(row =>
        {
            var institution = candidacies[row.Reference];
            var scores = Enumerable.Range(1, 10).ToDictionary(criterion => $"C{criterion}", criterion => DemoScores.Of(institution, calendar.Number, members[row.MemberId], criterion));
            return new WholeReview(row.Reference, row.MemberId, scores, Feedback: DemoScores.FeedbackTo(institution, calendar.Number));
        }).ToList();
        foreach (var some in reviews.Chunk(30))
        {
            await world.ActAsync(Actor.Portal, () => world.Get<ReviewService>().SubmitWholeAsync(new SubmitWholeReviews { Slug = calendar.Slug, Reviews = some }, world.Cancel));
        }
    }

    /// <summary>Both start deliberation.</summary>
    public async Task DeliberateAsync(DemoCalendar calendar, Guid callId)
    {
        await world.ActAsync(world.ManagerItu, () => world.Get<CallStageService>().ProposeDeliberationAsync(world.ManagerItu, calendar.Slug, world.Cancel));
        await world.SignBothAsync(SignedKind.DeliberationStart, callId);
    }

    /// <summary>What members and co-chairs say of a candidacy.</summary>
    public async Task DiscussAsync(string reference, params (string Account, string Text)[] said)
    {
        foreach (var (account, text) in said)
        {
            var actor = world.Account(account);
            await world.ActAsync(actor, () => world.Get<DiscussionService>().ContributeAsync(new Contribute { Actor = actor, Reference = reference, Text = text }, world.Cancel));
        }
    }
}
