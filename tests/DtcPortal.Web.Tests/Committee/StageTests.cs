using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Committee;
using DtcPortal.Application.Common;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DtcPortal.Web.Tests.Committee;

/// <summary>The start of scoring and of deliberation, signed by both; what awaits whom, reminders and dates.</summary>
public abstract class StageTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task Scoring_SignedByBoth_OpensReviewsAndTellsTheMembers()
    {
        var (call, people) = await ScreeningAsync();
        await App.AssignAsync(call, await App.CreateEligibleAsync(call, 2), people.Members[0], people.Members[2]);
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);

        using (var response = await manager.SubmitAsync($"/manage/calls/{call.Slug}/assignments", new Dictionary<string, string> { ["ReviewsDueOn"] = "2026-10-06" }))
        {
            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        }

        await SignOnPageAsync(call, people.ItuChair);
        Assert.Equal(CallStage.Screening, await StageAsync());
        await SignOnPageAsync(call, people.CiscoChair);

        Assert.Equal(CallStage.Scoring, await StageAsync());
        Assert.Equal(new DateTimeOffset(2026, 10, 6, 23, 59, 0, TimeSpan.Zero), await App.WithDbAsync(db => db.Calls.Select(one => one.ReviewsDueAt).SingleAsync(Cancel)));
        var mails = await App.WithDbAsync(db => db.OutboxMessages.Where(mail => mail.Subject.StartsWith("Reviews wait for you")).Select(mail => new { mail.Recipient, mail.Body }).ToListAsync(Cancel));
        Assert.Equal(new[] { people.Members[0].Email, people.Members[2].Email }.Order(), mails.Select(mail => mail.Recipient).Order());
        Assert.All(mails, mail => Assert.Contains("2 reviews are assigned to you", mail.Body, StringComparison.Ordinal));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Scoring_BeforeScreeningIsFinishedOrNeedsAreSigned_IsNotReady(bool needsSigned)
    {
        var (call, people) = await ScreeningAsync(needsSigned);
        await App.CreateEligibleAsync(call);
        if (needsSigned)
        {
            await App.CreateCandidacyAsync(call);
        }

        await ProposeAsync(call);

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => SignAsync(SignedKind.ScoringStart, call.Id, people.ItuChair));
        Assert.StartsWith("Something is still missing here", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scoring_WhileALongerDeadlineOfOneRuns_IsNotReady()
    {
        var (call, people) = await ScreeningAsync();
        await App.CreateEligibleAsync(call);
        var draft = await App.CreateCandidacyAsync(call, CandidacyState.Draft);
        await App.ExtendAsync(draft, PortalApp.Start.AddDays(2));
        await ProposeAsync(call);

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => SignAsync(SignedKind.ScoringStart, call.Id, people.ItuChair));
        Assert.Equal("Longer deadlines of single institutions have not passed: 1. Scoring starts after them.", broken.Message);

        App.Time.Set(PortalApp.Start.AddDays(2));
        await SignAsync(SignedKind.ScoringStart, call.Id, people.ItuChair);
        await SignAsync(SignedKind.ScoringStart, call.Id, people.CiscoChair);
        Assert.Equal(CallStage.Scoring, await StageAsync());
    }

    [Fact]
    public async Task Scoring_ADayThatHasPassed_IsRefused()
    {
        var (call, _) = await ScreeningAsync();
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);

        using var response = await manager.SubmitAsync($"/manage/calls/{call.Slug}/assignments", new Dictionary<string, string> { ["ReviewsDueOn"] = "2026-09-01" });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains((await response.DocumentAsync()).Messages(), message => message.Contains("The due date must be in the future.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deliberation_SignedByBoth_WaivesMissingReviewsAndDrawsTheSameLots()
    {
        var (call, people) = await ScoringAsync();
        var candidacies = await App.CreateEligibleAsync(call, 5);
        await App.CreateReviewsAsync(call, candidacies[0]);
        await App.AssignAsync(call, [candidacies[1]], people.Members[0], people.Members[2]);
        using (var chair = await App.SignedInAsync(people.ItuChair))
        {
            using var response = await chair.SubmitAsync($"/committee/calls/{call.Slug}", form: "form[action='?handler=Deliberate']");
            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
            Assert.Contains(candidacies[1].Reference, (await chair.PageAsync($"/committee/calls/{call.Slug}")).QuerySelector("#sign")!.TextContent, StringComparison.Ordinal);
        }

        await SignOnPageAsync(call, people.ItuChair);
        await SignOnPageAsync(call, people.CiscoChair);

        Assert.Equal(CallStage.Deliberation, await StageAsync());
        var lots = await App.WithDbAsync(db => db.Candidacies.OrderBy(candidacy => candidacy.Lot).Select(candidacy => new { candidacy.Id, candidacy.Lot }).ToListAsync(Cancel));
        Assert.Equal([1, 2, 3, 4, 5], lots.Select(lot => lot.Lot!.Value));
        var seed = await App.WithDbAsync(db => db.Calls.Select(found => found.LotSeed).SingleAsync(Cancel));
        Assert.Equal(SeededOrder.Draw(candidacies.Select(candidacy => candidacy.Id), seed), lots.Select(lot => lot.Id));
        var closed = await Assert.ThrowsAsync<RuleBrokenException>(() => App.WithAsync<ReviewService>(service => service.StartAsync(TestData.ActorOf(people.Members[0]), candidacies[1].Reference, Cancel)));
        Assert.Equal("Reviews are written while the call is in scoring.", closed.Message);
    }

    [Fact]
    public async Task Deliberation_AReviewSubmittedMeanwhile_IsANewVersion()
    {
        var (call, people) = await ScoringAsync();
        var candidacies = await App.CreateEligibleAsync(call, 2);
        await App.WithAsync<CallStageService>(service => service.ProposeDeliberationAsync(TestData.ActorOf(people.ItuChair), call.Slug, Cancel));
        await SignAsync(SignedKind.DeliberationStart, call.Id, people.ItuChair);
        await App.CreateReviewsAsync(call, candidacies[0]);

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => SignAsync(SignedKind.DeliberationStart, call.Id, people.CiscoChair));

        Assert.StartsWith("This is version 2 now", broken.Message, StringComparison.Ordinal);
        Assert.Equal(CallStage.Scoring, await StageAsync());
    }

    [Fact]
    public async Task Deliberation_WhileACandidacyIsNotScreened_IsRefused()
    {
        var (call, people) = await ScoringAsync();
        var candidacies = await App.CreateEligibleAsync(call, 2);
        await App.WithDbAsync(db => db.Candidacies.Where(candidacy => candidacy.Id == candidacies[1].Id)
            .ExecuteUpdateAsync(set => set.SetProperty(candidacy => candidacy.Eligibility, Eligibility.Open), Cancel));
        await App.WithAsync<CallStageService>(service => service.ProposeDeliberationAsync(TestData.ActorOf(people.ItuChair), call.Slug, Cancel));

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => SignAsync(SignedKind.DeliberationStart, call.Id, people.ItuChair));

        Assert.Equal($"Finish the screening first, and close the clarifications. Not decided yet: {candidacies[1].Reference}.", broken.Message);
    }

    [Fact]
    public async Task Deliberation_WhileAClarificationIsOpen_IsRefused()
    {
        var (call, people) = await ScoringAsync();
        var candidacies = await App.CreateEligibleAsync(call, 2);
        await App.StoreAsync(new Clarification(candidacies[0].Id, call.Id, "Is it a non-profit body?", [], App.Time.Now.AddDays(5), Guid.NewGuid(), "manager", App.Time.Now));
        await App.WithAsync<CallStageService>(service => service.ProposeDeliberationAsync(TestData.ActorOf(people.ItuChair), call.Slug, Cancel));

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => SignAsync(SignedKind.DeliberationStart, call.Id, people.ItuChair));

        Assert.Contains(candidacies[0].Reference, broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scoring_WhereTheNeedsLackARegionThatHasCandidacies_IsRefused()
    {
        var (call, people) = await ScreeningAsync();
        await App.CreateEligibleAsync(call, 2, "KE", "HN");
        await App.WithDbAsync(db => db.Set<Domain.Phases.RegionalNeed>().Where(need => need.Region == Region.Americas).ExecuteDeleteAsync(Cancel));
        await ProposeAsync(call);

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => SignAsync(SignedKind.ScoringStart, call.Id, people.ItuChair));

        Assert.Equal("The signed needs lack Americas, which has candidacies. Both parties sign them with it first.", broken.Message);
    }

    [Fact]
    public async Task Work_OnceAllReviewsAreIn_TellsTheCoChairs_UntilItIsPutToBoth()
    {
        const string Next = "All reviews are in: put the start of deliberation to both parties";
        var (call, people) = await ScoringAsync();
        var candidacies = await App.CreateEligibleAsync(call, 2);
        await App.CreateReviewsAsync(call, candidacies[0]);
        Assert.DoesNotContain(Next, await WorkAsync(TestData.ActorOf(people.CiscoChair)));
        await App.CreateReviewsAsync(call, candidacies[1]);
        Assert.Contains(Next, await WorkAsync(TestData.ActorOf(people.CiscoChair)));
        Assert.DoesNotContain(Next, await WorkAsync(TestData.ActorOf(people.Members[1])));

        await App.WithAsync<CallStageService>(service => service.ProposeDeliberationAsync(TestData.ActorOf(people.ItuChair), call.Slug, Cancel));

        Assert.DoesNotContain(Next, await WorkAsync(TestData.ActorOf(people.CiscoChair)));
    }

    [Fact]
    public async Task ReviewReopenedInScoring_IsWaivedWithTheStartOfDeliberation_AndStaysSo()
    {
        var (call, people) = await ScoringAsync();
        var candidacy = (await App.CreateEligibleAsync(call))[0];
        await App.CreateReviewsAsync(call, candidacy);
        var review = await App.WithDbAsync(db => db.Reviews.SingleAsync(one => one.MemberId == people.Members[0].Id, Cancel));
        await App.WithAsync<ReviewService>(service => service.ReopenAsync(
            new ReopenReview { Actor = TestData.ActorOf(people.ItuChair), Reference = candidacy.Reference, ReviewId = review.Id, Reason = "C6 misses the evidence." }, Cancel));
        await App.WithAsync<CallStageService>(service => service.ProposeDeliberationAsync(TestData.ActorOf(people.ItuChair), call.Slug, Cancel));
        await SignOnPageAsync(call, people.ItuChair);
        await SignOnPageAsync(call, people.CiscoChair);
        App.Time.Advance(TimeSpan.FromMinutes(5));

        var version = await App.WithDbAsync(db => db.Reviews.Where(one => one.Id == review.Id).Select(one => one.Version).SingleAsync(Cancel));
        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => App.WithAsync<ReviewService>(service => service.SaveScoreAsync(
            new SaveScore { Actor = TestData.ActorOf(people.Members[0]), Reference = candidacy.Reference, Criterion = "C1", Score = 5, Reason = "Late.", Version = version }, Cancel)));

        Assert.Equal("Reviews are written while the call is in scoring.", refused.Message);
        Assert.DoesNotContain("1 review to submit", await WorkAsync(TestData.ActorOf(people.Members[0])));
    }

    [Fact]
    public async Task Deliberation_ByTheAlternate_WhenTheCoChairHasAConflict()
    {
        var (call, people) = await ScoringAsync();
        var candidacies = await App.CreateEligibleAsync(call, 1);
        await App.CreateConflictAsync(candidacies[0], people.ItuChair, ConflictState.Upheld);
        await App.WithAsync<CallStageService>(service => service.ProposeDeliberationAsync(TestData.ActorOf(people.CiscoChair), call.Slug, Cancel));

        await Assert.ThrowsAsync<ForbiddenException>(() => SignAsync(SignedKind.DeliberationStart, call.Id, people.ItuChair));
        await SignOnPageAsync(call, people.Members[0]);
        await SignOnPageAsync(call, people.CiscoChair);

        Assert.Equal(CallStage.Deliberation, await StageAsync());
    }

    [Fact]
    public async Task Work_SaysWhatAwaitsWhom()
    {
        var (call, people) = await ScoringAsync(declared: false);
        var candidacies = await App.CreateEligibleAsync(call, 3);
        await App.AssignAsync(call, candidacies.Take(2), people.Members[0], people.Members[2]);
        await App.CreateConflictAsync(candidacies[1], people.Members[2]);

        Assert.Contains("Declare your conflicts of interest", await WorkAsync(TestData.ActorOf(people.Members[0])));
        Assert.Contains("2 reviews to submit", await WorkAsync(TestData.ActorOf(people.Members[0])));
        Assert.Contains("Decide on a conflict of interest", await WorkAsync(TestData.ActorOf(people.ItuChair)));
        Assert.DoesNotContain("Decide on a conflict of interest", await WorkAsync(TestData.ActorOf(people.CiscoChair)));
        Assert.Contains("Assign reviews", await WorkAsync(new Actor { Id = Guid.NewGuid(), Name = "manager", Roles = new HashSet<PortalRole> { PortalRole.ProgrammeManager }, Party = Party.Itu }));
        Assert.Empty(await WorkAsync(new Actor { Id = Guid.NewGuid(), Name = "applicant", Roles = new HashSet<PortalRole> { PortalRole.Applicant } }));
    }

    [Fact]
    public async Task Overdue_IsRemindedOnce()
    {
        var (call, people) = await ScoringAsync();
        await App.AssignAsync(call, await App.CreateEligibleAsync(call, 2), people.Members[0]);
        await RunDueAsync();
        Assert.Equal(0, await App.WithDbAsync(db => db.OutboxMessages.CountAsync(Cancel)));

        App.Time.Advance(TimeSpan.FromDays(22));
        await RunDueAsync();
        await RunDueAsync();

        var mail = await App.WithDbAsync(db => db.OutboxMessages.SingleAsync(Cancel));
        Assert.Equal(people.Members[0].Email, mail.Recipient);
        Assert.Contains("2 of your reviews", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deadlines_NameTheDayOfReviews()
    {
        var (call, _) = await ScoringAsync();

        var dates = await App.WithAsync<IEnumerable<IDeadlineSource>, IReadOnlyList<UpcomingDeadline>>(sources => sources.OfType<ReviewDeadlines>().Single().AfterAsync(PortalApp.Start, Cancel));

        Assert.Equal(call.ReviewsDueAt, Assert.Single(dates).At);
    }

    private async Task<(Call Call, CallCommittee People)> ScreeningAsync(bool needsSigned = true)
    {
        var phase = await App.CreatePhaseAsync();
        await App.CreateNeedsAsync(phase, agreed: needsSigned);
        var call = await App.CreateCallAsync(phase, CallState.Screening);
        await App.DeclareAllAsync(call);
        return (call, await App.CommitteeAsync());
    }

    private async Task<(Call Call, CallCommittee People)> ScoringAsync(bool declared = true)
    {
        var call = await App.CreateCallAsync(state: CallState.Scoring);
        if (declared)
        {
            await App.DeclareAllAsync(call);
        }

        return (call, await App.CommitteeAsync());
    }

    private Task<CallStage> StageAsync() => App.WithDbAsync(db => db.Calls.Select(call => call.Stage).SingleAsync(Cancel));

    private Task ProposeAsync(Call call) => App.WithAsync<CallStageService>(service => service.ProposeScoringAsync(
        new ProposeScoring
        {
            Actor = new Actor { Id = Guid.NewGuid(), Name = "manager", Roles = new HashSet<PortalRole> { PortalRole.ProgrammeManager }, Party = Party.Itu },
            Slug = call.Slug,
            ReviewsDueOn = new DateOnly(2026, 10, 6),
        },
        Cancel));

    private Task SignAsync(SignedKind kind, Guid subject, PortalUser chair) => App.WithAsync<SigningService>(service =>
        service.SignAsync(new SignRequest { Kind = kind, SubjectId = subject, Number = 1, Actor = TestData.ActorOf(chair) }, Cancel));

    private async Task SignOnPageAsync(Call call, PortalUser signer)
    {
        using var client = await App.SignedInAsync(signer);
        using var response = await client.SubmitAsync($"/committee/calls/{call.Slug}", new Dictionary<string, string> { ["read"] = "true" });
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    private Task<List<string>> WorkAsync(Actor actor) => App.WithAsync<IEnumerable<IWorkSource>, List<string>>(async sources =>
        [.. (await sources.OfType<CommitteeWork>().Single().ForAsync(actor, Cancel)).Select(item => item.What.ToString())]);

    private Task RunDueAsync() => App.WithAsync<IEnumerable<IDueWork>>(works => works.OfType<OverdueReviews>().Single().RunAsync(Cancel));
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class StageTestsOnSqlite(SqliteApp app) : StageTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class StageTestsOnMariaDb(MariaDbApp app) : StageTests(app);
