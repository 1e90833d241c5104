using DtcPortal.Application.Accounts;
using DtcPortal.Application.Committee;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Committee;

/// <summary>Reviews through the services: drafts, submission, what they add up to, reopening.</summary>
public abstract class ReviewTests(PortalApp app) : PageTests(app)
{
    private const string Reason = "The section shows it.";

    private CallCommittee People { get; set; } = null!;

    private Call Call { get; set; } = null!;

    private Candidacy Candidacy { get; set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Call = await App.CreateCallAsync(state: CallState.Scoring);
        Candidacy = (await App.CreateEligibleAsync(Call))[0];
        People = await App.CommitteeAsync();
        await App.DeclareAllAsync(Call);
    }

    [Fact]
    public async Task Submit_TheExampleOfTheRules_StoresTheMeanOfBothParties()
    {
        await App.AssignAsync(Call, [Candidacy], People.Members[0], People.Members[1], People.Members[2]);

        await SubmitAsync(People.Members[0], total: 350);
        await SubmitAsync(People.Members[1], total: 400);
        Assert.Null((await StoredAsync()).ScoreMillionths);
        await SubmitAsync(People.Members[2], total: 410);

        var stored = await StoredAsync();
        Assert.Equal(78_500_000, stored.ScoreMillionths);
        Assert.Equal((75_000_000, 82_000_000), (stored.ItuMillionths, stored.CiscoMillionths));
        Assert.Equal((3, 3), (stored.ReviewsAssigned, stored.ReviewsSubmitted));
        Assert.Equal([350, 400, 410], await App.WithDbAsync(db => db.Reviews.OrderBy(review => review.Total).Select(review => review.Total!.Value).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task Submit_TwoAtOnce_CountsBoth()
    {
        await App.AssignAsync(Call, [Candidacy], People.Members[0], People.Members[2]);
        await FillAsync(People.Members[0], _ => 4);
        await FillAsync(People.Members[2], _ => 2);

        await Task.WhenAll(SubmitFilledAsync(People.Members[0]), SubmitFilledAsync(People.Members[2]));

        var stored = await StoredAsync();
        Assert.Equal((60_000_000L, 2), (stored.ScoreMillionths, stored.ReviewsSubmitted));
        Assert.Contains("C1 2", stored.Differences);
    }

    [Fact]
    public async Task Submit_WithAGap_NamesTheCriterion()
    {
        await App.AssignAsync(Call, [Candidacy], People.Members[0]);
        await SaveAsync(People.Members[0], "C1", 4, Reason, null);
        await SaveAsync(People.Members[0], "C2", 3, " ", 0);

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => SubmitFilledAsync(People.Members[0]));

        Assert.Equal(("C2", "C2 has no reason."), (broken.Field, broken.Message));
        Assert.Null(await App.WithDbAsync(db => db.Reviews.Select(review => review.SubmittedAt).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Save_AScoreAboveFive_IsRefused()
    {
        await App.AssignAsync(Call, [Candidacy], People.Members[0]);

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => SaveAsync(People.Members[0], "C1", 6, Reason, null));

        Assert.Equal("Score", broken.Field);
        Assert.Equal(0, await App.WithDbAsync(db => db.Reviews.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Save_AStaleVersion_IsAConflict()
    {
        await App.AssignAsync(Call, [Candidacy], People.Members[0]);
        var first = await SaveAsync(People.Members[0], "C1", 4, Reason, null);
        await SaveAsync(People.Members[0], "C1", 3, Reason, first.Version);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => SaveAsync(People.Members[0], "C1", 5, Reason, first.Version));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => SaveAsync(People.Members[0], "C1", 5, Reason, null));

        Assert.Equal(3, await App.WithDbAsync(db => db.CriterionScores.Where(score => score.Criterion == "C1").Select(score => score.Value).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Save_AfterSubmission_IsRefused()
    {
        await App.AssignAsync(Call, [Candidacy], People.Members[0]);
        await SubmitAsync(People.Members[0], total: 300);

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => SaveAsync(People.Members[0], "C1", 5, Reason, 99));

        Assert.StartsWith("This review is submitted.", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_OfAnotherMembersAssignment_IsNotFound()
    {
        await App.AssignAsync(Call, [Candidacy], People.Members[0]);

        await Assert.ThrowsAsync<NotFoundException>(() => SaveAsync(People.Members[1], "C1", 5, Reason, null));
    }

    [Theory, InlineData(ConflictState.Undecided), InlineData(ConflictState.Upheld)]
    public async Task Save_WithAConflict_IsForbidden(ConflictState state)
    {
        await App.AssignAsync(Call, [Candidacy], People.Members[0]);
        await App.CreateConflictAsync(Candidacy, People.Members[0], state);

        await Assert.ThrowsAsync<ForbiddenException>(() => SaveAsync(People.Members[0], "C1", 5, Reason, null));
    }

    [Fact]
    public async Task Save_WithADismissedConflict_Works()
    {
        await App.AssignAsync(Call, [Candidacy], People.Members[0]);
        await App.CreateConflictAsync(Candidacy, People.Members[0], ConflictState.Dismissed);

        await SaveAsync(People.Members[0], "C1", 5, Reason, null);

        Assert.Equal(10, await App.WithDbAsync(db => db.CriterionScores.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Save_WhileTheApplicantIsAsked_IsRefused()
    {
        await App.AssignAsync(Call, [Candidacy], People.Members[0]);
        await App.StoreAsync(new Clarification(Candidacy.Id, Call.Id, "Which year?", [], App.Time.Now.AddDays(5), Guid.NewGuid(), "manager", App.Time.Now));

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => SaveAsync(People.Members[0], "C1", 5, Reason, null));

        Assert.StartsWith("This candidacy waits for the applicant", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_ACriterion_ReadsOnceAndWritesOnce()
    {
        await App.AssignAsync(Call, [Candidacy], People.Members[0]);
        var saved = await SaveAsync(People.Members[0], "C1", 4, Reason, null);

        var commands = await App.Queries.CountAsync(() => SaveAsync(People.Members[0], "C2", 4, Reason, saved.Version));

        Assert.InRange(commands, 1, 6);
    }

    [Fact]
    public async Task Reopen_WithAReason_TakesTheReviewOutUntilItIsSubmittedAgain()
    {
        await App.CreateReviewsAsync(Call, Candidacy);
        Assert.Equal(85_000_000, (await StoredAsync()).ScoreMillionths);
        var review = await App.WithDbAsync(db => db.Reviews.SingleAsync(one => one.MemberId == People.Members[2].Id, Cancel));

        await App.WithAsync<ReviewService>(service => service.ReopenAsync(
            new ReopenReview { Actor = TestData.ActorOf(People.ItuChair), Reference = Candidacy.Reference, ReviewId = review.Id, Reason = "C6 misses the evidence." }, Cancel));

        var open = await StoredAsync();
        Assert.Equal((null, 2), (open.ScoreMillionths, open.ReviewsSubmitted));
        await SaveAsync(People.Members[2], "C6", 0, Reason, review.Version + 1);
        await SubmitFilledAsync(People.Members[2]);
        var again = await StoredAsync();
        Assert.Equal(3, again.ReviewsSubmitted);
        Assert.True(again.ScoreMillionths < 85_000_000);
    }

    [Fact]
    public async Task Reopen_ByAMember_IsForbidden()
    {
        await App.CreateReviewsAsync(Call, Candidacy);
        var review = await App.WithDbAsync(db => db.Reviews.OrderBy(one => one.Id).Select(one => one.Id).FirstAsync(Cancel));

        await Assert.ThrowsAsync<ForbiddenException>(() => App.WithAsync<ReviewService>(service => service.ReopenAsync(
            new ReopenReview { Actor = TestData.ActorOf(People.Members[0]), Reference = Candidacy.Reference, ReviewId = review, Reason = "Because." }, Cancel)));
    }

    [Fact]
    public async Task Uphold_OfAConflict_TakesTheReviewOut()
    {
        await App.CreateReviewsAsync(Call, Candidacy);
        var conflict = await App.CreateConflictAsync(Candidacy, People.Members[2]);

        await App.WithAsync<ConflictService>(service => service.DecideAsync(
            new DecideConflict { Actor = TestData.ActorOf(People.ItuChair), Slug = Call.Slug, ConflictId = conflict.Id, IsUpheld = true, Reason = "A close tie." }, Cancel));

        var stored = await StoredAsync();
        Assert.Equal((null, 2, 2), (stored.ScoreMillionths, stored.ReviewsAssigned, stored.ReviewsSubmitted));
    }

    private Task<Candidacy> StoredAsync() => App.WithDbAsync(db => db.Candidacies.SingleAsync(candidacy => candidacy.Id == Candidacy.Id, Cancel));

    private Task<SavedReview> SaveAsync(PortalUser member, string criterion, int? score, string? reason, long? version) => App.WithAsync<ReviewService, SavedReview>(service =>
        service.SaveScoreAsync(
            new SaveScore { Actor = TestData.ActorOf(member), Reference = Candidacy.Reference, Criterion = criterion, Score = score, Reason = reason, Version = version }, Cancel));

    private async Task FillAsync(PortalUser member, Func<string, int> score)
    {
        long? version = null;
        foreach (var criterion in Call.Criteria)
        {
            version = (await SaveAsync(member, criterion.Code, score(criterion.Code), Reason, version)).Version;
        }
    }

    private async Task SubmitFilledAsync(PortalUser member)
    {
        var version = await App.WithDbAsync(db => db.Reviews.Where(review => review.MemberId == member.Id).Select(review => review.Version).SingleAsync(Cancel));
        await App.WithAsync<ReviewService>(service => service.SubmitAsync(
            new SubmitReview { Actor = TestData.ActorOf(member), Reference = Candidacy.Reference, ConfidentialRemarks = null, Feedback = null, Version = version }, Cancel));
    }

    // any total can be reached: scores from the highest weight on, the rest exactly
    private async Task SubmitAsync(PortalUser member, int total)
    {
        var scores = Reach([.. Call.Criteria.Select(criterion => criterion.Weight)], total);
        Assert.NotNull(scores);
        var byCode = Call.Criteria.Select((criterion, at) => (criterion.Code, scores[at])).ToDictionary(pair => pair.Code, pair => pair.Item2);
        await FillAsync(member, code => byCode[code]);
        await SubmitFilledAsync(member);
    }

    private static int[]? Reach(int[] weights, int total, int from = 0)
    {
        if (from == weights.Length)
        {
            return total == 0 ? [] : null;
        }

        for (var score = 5; score >= 0; score--)
        {
            if (weights[from] * score <= total && total - (weights[from] * score) <= 5 * weights[(from + 1)..].Sum() && Reach(weights, total - (weights[from] * score), from + 1) is { } rest)
            {
                return [score, .. rest];
            }
        }

        return null;
    }
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class ReviewTestsOnSqlite(SqliteApp app) : ReviewTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class ReviewTestsOnMariaDb(MariaDbApp app) : ReviewTests(app);
