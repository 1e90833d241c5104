using DtcPortal.Application.Accounts;
using DtcPortal.Application.Committee;
using DtcPortal.Application.Common;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Committee;

/// <summary>Who signs for a party in a call, as conflicts are decided and people change (rules.md 2).</summary>
public abstract class SignerTests(PortalApp app) : PageTests(app)
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task ConflictOfACoChair_OnceUpheld_VoidsWhatTheySignedInTheCall(bool upheld)
    {
        var call = await App.CreateCallAsync(state: CallState.Scoring);
        var candidacy = (await App.CreateEligibleAsync(call))[0];
        var people = await App.CommitteeAsync();
        await App.DeclareAllAsync(call);
        await App.WithAsync<CallStageService>(service => service.ProposeDeliberationAsync(TestData.ActorOf(people.ItuChair), call.Slug, Cancel));
        await SignAsync(call, people.ItuChair);
        var conflict = await App.CreateConflictAsync(candidacy, people.ItuChair);

        await App.WithAsync<ConflictService>(service => service.DecideAsync(
            new DecideConflict { Actor = TestData.ActorOf(people.CiscoChair), Slug = call.Slug, ConflictId = conflict.Id, IsUpheld = upheld, Reason = "I know the case." }, Cancel));

        var sheet = await App.WithDbAsync(db => db.SignOffSheets.Include(stored => stored.SignOffs).SingleAsync(stored => stored.Kind == SignedKind.DeliberationStart, Cancel));
        Assert.Equal(upheld, sheet.StandingOf(Party.Itu) is null);
    }

    [Fact]
    public async Task MemberMadeCoChair_SignsInTheRunningCall_AndTheFormerDoesNot()
    {
        var call = await App.CreateCallAsync(state: CallState.Scoring);
        await App.CreateEligibleAsync(call);
        var people = await App.CommitteeAsync();
        await App.DeclareAllAsync(call);
        await ChangeAsync(people.ItuChair, PortalRole.CommitteeMember);
        await ChangeAsync(people.Members[0], PortalRole.CoChair);
        await App.WithAsync<CallStageService>(service => service.ProposeDeliberationAsync(TestData.ActorOf(people.CiscoChair), call.Slug, Cancel));

        await Assert.ThrowsAsync<ForbiddenException>(() => SignAsync(call, people.ItuChair));
        await SignAsync(call, people.Members[0]);
        await SignAsync(call, people.CiscoChair);

        Assert.Equal(CallStage.Deliberation, await App.WithDbAsync(db => db.Calls.Select(stored => stored.Stage).SingleAsync(Cancel)));
        Assert.Equal(
            [people.Members[0].Id],
            await App.WithDbAsync(db => db.CommitteeMembers.Where(member => member.Party == Party.Itu && member.Seat == CommitteeSeat.CoChair).Select(member => member.UserId).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task NewCoChair_IsSeatedInRunningCalls()
    {
        var call = await App.CreateCallAsync();
        var people = await App.CommitteeAsync();
        await ChangeAsync(people.CiscoChair, PortalRole.CommitteeMember);

        var made = await App.WithAsync<UserAdministration, Guid>(service => service.InviteAsync(
            new Invite { Name = "Ada Obi", Email = "ada.obi@example.org", Place = new Place { Roles = [PortalRole.CoChair], Party = Party.Cisco } }, Cancel));

        var seat = await App.WithDbAsync(db => db.CommitteeMembers.SingleAsync(member => member.UserId == made, Cancel));
        Assert.Equal((call.Id, CommitteeSeat.CoChair, false), (seat.CallId, seat.Seat, seat.Reviews));
    }

    [Fact]
    public async Task Enable_OfACoChairWhoWasReplaced_IsRefused()
    {
        await App.CreateCallAsync();
        var people = await App.CommitteeAsync();
        await App.WithAsync<UserAdministration>(service => service.DisableAsync(people.ItuChair.Id, Cancel));
        await ChangeAsync(people.Members[0], PortalRole.CoChair);

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => App.WithAsync<UserAdministration>(service => service.EnableAsync(people.ItuChair.Id, Cancel)));

        Assert.Equal($"This party has a co-chair: {people.Members[0].DisplayName}. Change their role first.", broken.Message);
        Assert.NotNull(await App.WithDbAsync(db => db.Users.Where(user => user.Id == people.ItuChair.Id).Select(user => user.DisabledAt).SingleAsync(Cancel)));
        Assert.Equal([people.Members[0].Id], await CoChairsAsync(Party.Itu));
    }

    [Fact]
    public async Task Enable_OfTheCoChair_SeatsThemInRunningCalls()
    {
        await App.CreateCallAsync();
        var people = await App.CommitteeAsync();
        await App.WithAsync<UserAdministration>(service => service.DisableAsync(people.ItuChair.Id, Cancel));
        await App.WithDbAsync(db => db.CommitteeMembers.Where(member => member.UserId == people.ItuChair.Id).ExecuteDeleteAsync(Cancel));

        await App.WithAsync<UserAdministration>(service => service.EnableAsync(people.ItuChair.Id, Cancel));

        Assert.Equal([people.ItuChair.Id], await CoChairsAsync(Party.Itu));
    }

    [Fact]
    public async Task MemberOfAnotherParty_IsSeatedForIt_AndReviewsThatAreNotSubmittedAreTakenBack()
    {
        var decided = await App.CreateCallAsync(state: CallState.Decided);
        var call = await App.CreateCallAsync(state: CallState.Scoring);
        var candidacies = await App.CreateEligibleAsync(call, 3);
        var member = (await App.CommitteeAsync()).Members[1];
        await App.DeclareAllAsync(call);
        await App.CreateReviewsAsync(call, candidacies[0], (member, 4));
        await App.AssignAsync(call, candidacies.Skip(1), member);
        var begun = await App.WithDbAsync(db => db.ReviewAssignments.AsNoTracking().SingleAsync(assignment => assignment.CandidacyId == candidacies[1].Id, Cancel));
        await App.StoreAsync(new Review(begun.Id, call.Id, begun.CandidacyId, member.Id, Party.Itu, [], App.Time.Now));
        await App.CreateConflictAsync(candidacies[2], member);

        await ChangeAsync(member, PortalRole.CommitteeMember, Party.Cisco);

        var seats = await App.WithDbAsync(db => db.CommitteeMembers.Where(seat => seat.UserId == member.Id).ToDictionaryAsync(seat => seat.CallId, seat => (seat.Party, seat.Seat, seat.Reviews), Cancel));
        Assert.Equal((Party.Cisco, CommitteeSeat.Member, true), seats[call.Id]);
        Assert.Equal((Party.Itu, CommitteeSeat.Member, true), seats[decided.Id]);
        Assert.Equal([candidacies[0].Id], await App.WithDbAsync(db => db.ReviewAssignments.Where(assignment => assignment.RemovedAt == null).Select(assignment => assignment.CandidacyId).ToListAsync(Cancel)));
        Assert.Equal(
            [(1, 1), (0, 0), (0, 0)],
            (await App.WithDbAsync(db => db.Candidacies.OrderBy(candidacy => candidacy.Reference).ToListAsync(Cancel))).Select(candidacy => (candidacy.ReviewsAssigned, candidacy.ReviewsSubmitted)));
        Assert.Equal(Party.Cisco, await App.WithDbAsync(db => db.ConflictsOfInterest.Select(conflict => conflict.MemberParty).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task CoChairOfAnotherParty_SignsForIt_AndTheNextOneForTheirOld()
    {
        await App.CreateCallAsync(state: CallState.Decided);
        await App.CreateCallAsync(state: CallState.Scoring);
        var people = await App.CommitteeAsync();
        await ChangeAsync(people.CiscoChair, PortalRole.CommitteeMember);

        await ChangeAsync(people.ItuChair, PortalRole.CoChair, Party.Cisco);
        await ChangeAsync(people.Members[0], PortalRole.CoChair);

        Assert.Equal([people.ItuChair.Id, people.ItuChair.Id], await CoChairsAsync(Party.Cisco));
        Assert.Equal([people.Members[0].Id, people.Members[0].Id], await CoChairsAsync(Party.Itu));
    }

    private Task<List<Guid>> CoChairsAsync(Party party) => App.WithDbAsync(db =>
        db.CommitteeMembers.Where(member => member.Party == party && member.Seat == CommitteeSeat.CoChair).Select(member => member.UserId).ToListAsync(Cancel));

    private Task ChangeAsync(PortalUser user, PortalRole role, Party? party = null) => App.WithAsync<UserAdministration>(service =>
        service.ChangeAsync(user.Id, new Place { Roles = [role], Party = party ?? user.Party, Nationality = user.Nationality }, Cancel));

    private Task SignAsync(Call call, PortalUser chair) => App.WithAsync<SigningService>(async service =>
    {
        var actor = await App.WithDbAsync(async db => TestData.ActorOf(
            await db.Users.SingleAsync(user => user.Id == chair.Id, Cancel),
            await db.UserRoles.Where(role => role.UserId == chair.Id).Select(role => role.RoleId).ContainsAsync(PortalRole.CoChair.Id(), Cancel) ? PortalRole.CoChair : PortalRole.CommitteeMember));
        var sheet = await App.WithDbAsync(db => db.SignOffSheets.SingleAsync(stored => stored.Kind == SignedKind.DeliberationStart && stored.SubjectId == call.Id, Cancel));
        await service.SignAsync(new SignRequest { Kind = SignedKind.DeliberationStart, SubjectId = call.Id, Number = sheet.Number, Actor = actor }, Cancel);
    });
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class SignerTestsOnSqlite(SqliteApp app) : SignerTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class SignerTestsOnMariaDb(MariaDbApp app) : SignerTests(app);
