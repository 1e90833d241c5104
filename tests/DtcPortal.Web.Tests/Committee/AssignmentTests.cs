using DtcPortal.Application.Accounts;
using DtcPortal.Application.Committee;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Committee;

/// <summary>Assignments through the services, by rules.md 8.</summary>
public abstract class AssignmentTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task Assign_SixtyCandidaciesFourMembersWithConflicts_MeetsEveryRule()
    {
        var call = await App.CreateCallAsync(state: CallState.Screening);
        var candidacies = await App.CreateEligibleAsync(call, 60, "KE", "GH", "ML", "PE");
        var people = await App.CommitteeAsync();
        await App.DeclareAllAsync(call);
        foreach (var (candidacy, member) in new[] { (0, 0), (1, 0), (7, 1), (8, 2), (20, 3), (33, 0), (34, 2), (59, 3) })
        {
            await App.CreateConflictAsync(candidacies[candidacy], people.Members[member], candidacy % 2 == 0 ? ConflictState.Upheld : ConflictState.Undecided);
        }

        var outcome = await AssignAsync(call);

        Assert.Equal(new AssignmentOutcome(180, AwaitsBoth: false), outcome);
        var rows = await App.WithDbAsync(db => db.ReviewAssignments.AsNoTracking().ToListAsync(Cancel));
        Assert.All(rows.GroupBy(row => row.CandidacyId), each =>
        {
            Assert.Equal(3, each.Count());
            Assert.Equal(2, each.Select(row => row.Party).Distinct().Count());
            Assert.Equal(3, each.Select(row => row.MemberId).Distinct().Count());
        });
        Assert.Equal(60, rows.Select(row => row.CandidacyId).Distinct().Count());
        Assert.All(rows.GroupBy(row => row.MemberId), each => Assert.Equal(45, each.Count()));
        Assert.All(rows.GroupBy(row => row.MemberId), each => Assert.Equal(Enumerable.Range(1, 45), each.Select(row => row.Position).Order()));
        Assert.Equal(4, rows.GroupBy(row => row.MemberId).Select(each => string.Join(',', each.OrderBy(row => row.Position).Select(row => row.CandidacyId))).Distinct().Count());
        var conflicts = await App.WithDbAsync(db => db.ConflictsOfInterest.AsNoTracking().ToListAsync(Cancel));
        Assert.DoesNotContain(rows, row => conflicts.Exists(conflict => conflict.CandidacyId == row.CandidacyId && conflict.MemberId == row.MemberId));
        Assert.All(await App.WithDbAsync(db => db.Candidacies.Select(candidacy => candidacy.ReviewsAssigned).ToListAsync(Cancel)), assigned => Assert.Equal(3, assigned));
    }

    [Fact]
    public async Task Assign_WithAnOpenClarification_LeavesTheCandidacyOut()
    {
        var call = await App.CreateCallAsync(state: CallState.Screening);
        var candidacies = await App.CreateEligibleAsync(call, 4);
        await App.DeclareAllAsync(call);
        await App.StoreAsync(new Clarification(candidacies[2].Id, call.Id, "Which year?", ["institution/registrationNumber"], App.Time.Now.AddDays(5), Guid.NewGuid(), "manager", App.Time.Now));

        await AssignAsync(call);

        var assigned = await App.WithDbAsync(db => db.ReviewAssignments.Select(row => row.CandidacyId).Distinct().ToListAsync(Cancel));
        Assert.Equal(candidacies.Where((_, at) => at != 2).Select(candidacy => candidacy.Id).Order(), assigned.Order());
    }

    [Fact]
    public async Task Assign_BeforeAReviewerDeclared_IsRefusedByName()
    {
        var call = await App.CreateCallAsync(state: CallState.Screening);
        await App.CreateEligibleAsync(call, 2);

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => AssignAsync(call));

        Assert.Equal("member1, member2, member3, member4 must declare conflicts of interest first.", broken.Message);
        Assert.Equal(0, await App.WithDbAsync(db => db.AssignmentBatches.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Assign_WhenMembersWithoutConflictAreTooFew_IsRefused()
    {
        var call = await App.CreateCallAsync(state: CallState.Screening);
        var candidacies = await App.CreateEligibleAsync(call, 3);
        var people = await App.CommitteeAsync();
        await App.DeclareAllAsync(call);
        await App.CreateConflictAsync(candidacies[1], people.Members[0]);
        await App.CreateConflictAsync(candidacies[1], people.Members[1]);

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => AssignAsync(call));

        Assert.StartsWith("No assignment gives each candidacy 3 reviews", broken.Message, StringComparison.Ordinal);
        Assert.Equal(0, await App.WithDbAsync(db => db.ReviewAssignments.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Assign_WithASpreadWiderThanTheRules_WaitsForBothSignatures()
    {
        var call = await App.CreateCallAsync(state: CallState.Screening);
        var candidacies = await App.CreateEligibleAsync(call, 10);
        var people = await App.CommitteeAsync();
        await App.DeclareAllAsync(call);
        foreach (var candidacy in candidacies.Take(8))
        {
            await App.CreateConflictAsync(candidacy, people.Members[0]);
        }

        var outcome = await AssignAsync(call);

        Assert.True(outcome.AwaitsBoth);
        Assert.Equal(0, await App.WithDbAsync(db => db.ReviewAssignments.CountAsync(Cancel)));
        var batch = await App.WithDbAsync(db => db.AssignmentBatches.Select(one => one.Id).SingleAsync(Cancel));
        await SignAsync(people.ItuChair, batch);
        Assert.Equal(0, await App.WithDbAsync(db => db.ReviewAssignments.CountAsync(Cancel)));
        await SignAsync(people.CiscoChair, batch);
        Assert.Equal(30, await App.WithDbAsync(db => db.ReviewAssignments.CountAsync(row => row.RemovedAt == null, Cancel)));
        Assert.Equal(2, await App.WithDbAsync(db => db.ReviewAssignments.CountAsync(row => row.MemberId == people.Members[0].Id, Cancel)));
    }

    [Fact]
    public async Task Assign_OneOfTheMembersCountry_IsFlaggedAndNotAssignedToThem()
    {
        var call = await App.CreateCallAsync(state: CallState.Screening);
        // the training takes place elsewhere than the institution's seat
        var candidacy = (await App.CreateEligibleAsync(call, 1, "KE"))[0];
        await App.WithDbAsync(db => db.Institutions.ExecuteUpdateAsync(update => update.SetProperty(institution => institution.Country, "GH"), Cancel));
        var people = await App.CommitteeAsync();
        await App.DeclareAllAsync(call);
        await App.WithDbAsync(db => db.CommitteeMembers.Where(member => member.UserId == people.Members[1].Id)
            .ExecuteUpdateAsync(update => update.SetProperty(member => member.Nationality, "GH"), Cancel));

        await AssignAsync(call);

        var conflict = await App.WithDbAsync(db => db.ConflictsOfInterest.SingleAsync(Cancel));
        Assert.Equal((candidacy.Id, people.Members[1].Id, true, ConflictState.Undecided), (conflict.CandidacyId, conflict.MemberId, conflict.IsFlagged, conflict.State));
        Assert.DoesNotContain(people.Members[1].Id, await App.WithDbAsync(db => db.ReviewAssignments.Select(row => row.MemberId).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task Undo_BeforeAReviewIsBegun_TakesAllBack()
    {
        var call = await AssignedAsync(3);
        var batch = await App.WithDbAsync(db => db.AssignmentBatches.Select(one => one.Id).SingleAsync(Cancel));

        await App.WithAsync<AssignmentService>(service => service.UndoAsync(Manager, call.Slug, batch, Cancel));

        Assert.Equal(0, await App.WithDbAsync(db => db.ReviewAssignments.CountAsync(row => row.RemovedAt == null, Cancel)));
        Assert.All(await App.WithDbAsync(db => db.Candidacies.Select(candidacy => candidacy.ReviewsAssigned).ToListAsync(Cancel)), assigned => Assert.Equal(0, assigned));
        Assert.Equal(9, (await AssignAsync(call)).Reviews);
    }

    [Fact]
    public async Task Undo_OnceAReviewIsBegun_IsRefused()
    {
        var call = await AssignedAsync(3, CallState.Scoring);
        var (batch, row, reference) = await App.WithDbAsync(async db =>
        {
            var first = await db.ReviewAssignments.OrderBy(row => row.Id).FirstAsync(Cancel);
            return (first.BatchId, first, await db.Candidacies.Where(candidacy => candidacy.Id == first.CandidacyId).Select(candidacy => candidacy.Reference).SingleAsync(Cancel));
        });
        var member = (await App.CommitteeAsync()).Members.Single(person => person.Id == row.MemberId);
        await App.WithAsync<ReviewService>(service => service.StartAsync(TestData.ActorOf(member), reference, Cancel));

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => App.WithAsync<AssignmentService>(service => service.UndoAsync(Manager, call.Slug, batch, Cancel)));

        Assert.StartsWith("A review is begun.", broken.Message, StringComparison.Ordinal);
        Assert.Equal(9, await App.WithDbAsync(db => db.ReviewAssignments.CountAsync(one => one.RemovedAt == null, Cancel)));
    }

    [Fact]
    public async Task Add_ByHand_KeepsConflictsAndDoublesOut()
    {
        var call = await App.CreateCallAsync(state: CallState.Scoring);
        var candidacies = await App.CreateEligibleAsync(call, 2);
        var people = await App.CommitteeAsync();
        await App.DeclareAllAsync(call);
        await App.CreateConflictAsync(candidacies[0], people.Members[0]);

        var conflict = await Assert.ThrowsAsync<RuleBrokenException>(() => AddAsync(call, candidacies[0], people.Members[0]));
        await AddAsync(call, candidacies[0], people.Members[1]);
        var twice = await Assert.ThrowsAsync<RuleBrokenException>(() => AddAsync(call, candidacies[0], people.Members[1]));

        Assert.Equal("MemberId", conflict.Field);
        Assert.Contains("has a conflict of interest", conflict.Message, StringComparison.Ordinal);
        Assert.Contains("already", twice.Message, StringComparison.Ordinal);
        Assert.Equal(people.Members[1].Id, await App.WithDbAsync(db => db.ReviewAssignments.Select(row => row.MemberId).SingleAsync(Cancel)));
        Assert.Equal(1, await App.WithDbAsync(db => db.Candidacies.Where(one => one.Id == candidacies[0].Id).Select(one => one.ReviewsAssigned).SingleAsync(Cancel)));
        Assert.Contains(await App.WithDbAsync(db => db.OutboxMessages.Select(mail => mail.Recipient).ToListAsync(Cancel)), to => to == people.Members[1].Email);
    }

    private static Actor Manager => new() { Id = Guid.NewGuid(), Name = "manager", Roles = new HashSet<PortalRole> { PortalRole.ProgrammeManager }, Party = Party.Itu };

    private async Task<Call> AssignedAsync(int candidacies, CallState state = CallState.Screening)
    {
        var call = await App.CreateCallAsync(state: state);
        await App.CreateEligibleAsync(call, candidacies);
        await App.DeclareAllAsync(call);
        await AssignAsync(call);
        return call;
    }

    private Task<AssignmentOutcome> AssignAsync(Call call) => App.WithAsync<AssignmentService, AssignmentOutcome>(service =>
        service.AssignAsync(new AssignReviews { Actor = Manager, Slug = call.Slug, ReviewsEach = 3, Seed = 7 }, Cancel));

    private Task AddAsync(Call call, Candidacy candidacy, PortalUser member) => App.WithAsync<AssignmentService>(service =>
        service.AddAsync(new AssignByHand { Actor = Manager, Slug = call.Slug, Reference = candidacy.Reference, MemberId = member.Id }, Cancel));

    private Task SignAsync(PortalUser chair, Guid batch) => App.WithAsync<SigningService>(service =>
        service.SignAsync(new SignRequest { Kind = SignedKind.AssignmentSpread, SubjectId = batch, Number = 1, Actor = TestData.ActorOf(chair) }, Cancel));
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class AssignmentTestsOnSqlite(SqliteApp app) : AssignmentTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class AssignmentTestsOnMariaDb(MariaDbApp app) : AssignmentTests(app);
