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

    /// <summary>Members submit their reviews: all, or the first so many of a hundred in their reading order.</summary>
    public async Task ReviewAsync(DemoCalendar calendar, Guid callId, IReadOnlyDictionary<string, DemoInstitution> candidacies, int percent = 100)
    {
        for (var number = 1; number <= Members.Length; number++)
        {
            var member = world.Account(Members[number - 1]);
            var assigned = await (
                from assignment in world.Db.ReviewAssignments.AsNoTracking()
                where assignment.CallId == callId && assignment.MemberId == member.Id && assignment.RemovedAt == null
                join candidacy in world.Db.Candidacies on assignment.CandidacyId equals candidacy.Id
                orderby assignment.Position
                select candidacy.Reference).ToListAsync(world.Cancel);
            var reviews = assigned.Take(assigned.Count * percent / 100).Select(reference => ReviewOf(candidacies[reference], reference, calendar.Number, member.Id, number)).ToList();
            await world.ActAsync(member, () => world.Get<ReviewService>().SubmitWholeAsync(new SubmitWholeReviews { Slug = calendar.Slug, Reviews = reviews }, world.Cancel));
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

    private static WholeReview ReviewOf(DemoInstitution institution, string reference, int phase, Guid memberId, int member) => new(
        reference,
        memberId,
        Enumerable.Range(1, 10).ToDictionary(criterion => $"C{criterion}", criterion => DemoScores.Of(institution, phase, member, criterion)),
        Feedback: DemoScores.FeedbackTo(institution, phase));
}
