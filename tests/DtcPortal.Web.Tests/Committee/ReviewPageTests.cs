using System.Net;
using System.Text.Json;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Committee;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Committee;

/// <summary>The review's form, its check, and the candidacy with its reviews and discussion.</summary>
public abstract class ReviewPageTests(PortalApp app) : PageTests(app)
{
    private Call Call { get; set; } = null!;

    private Candidacy Candidacy { get; set; } = null!;

    private CallCommittee People { get; set; } = null!;

    private string Address => $"/committee/{Candidacy.Reference}";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Call = await App.CreateCallAsync(state: CallState.Scoring);
        Candidacy = (await App.CreateEligibleAsync(Call))[0];
        People = await App.CommitteeAsync();
        await App.DeclareAllAsync(Call);
    }

    [Fact]
    public async Task Get_Form_ShowsWhatTheCandidacySaysOnTheCriterion()
    {
        using var member = await AssignedAsync();

        var page = await member.PageAsync($"{Address}/review?criterion=C5");

        Assert.Equal(6, page.QuerySelectorAll(".score-card").Length);
        Assert.Equal(11, page.QuerySelectorAll(".strip li").Length);
        Assert.Equal(Call.Criteria.Single(criterion => criterion.Code == "C5").Sections.Count, page.QuerySelectorAll(".says article[id^=section-]").Length);
        Assert.Contains("C5", page.QuerySelector(".strip [aria-current=step]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await App.WithDbAsync(db => db.Reviews.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Get_Form_OfAnothersAssignment_IsNotFound()
    {
        (await AssignedAsync()).Dispose();
        using var other = await App.SignedInAsync(People.Members[1]);

        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync($"{Address}/review"));
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync($"{Address}/review/submit"));
    }

    [Theory, InlineData(ConflictState.Undecided), InlineData(ConflictState.Upheld)]
    public async Task Get_Form_WithAConflict_IsForbidden(ConflictState state)
    {
        using var member = await AssignedAsync();
        await App.CreateConflictAsync(Candidacy, People.Members[0], state);

        foreach (var page in new[] { "", "/review", "/review/submit" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await member.StatusAsync($"{Address}{page}"));
        }
    }

    [Fact]
    public async Task Get_Form_UnknownCriterion_IsNotFound()
    {
        using var member = await AssignedAsync();

        Assert.Equal(HttpStatusCode.NotFound, await member.StatusAsync($"{Address}/review?criterion=C99"));
    }

    [Fact]
    public async Task Post_Score_StoresItAndGoesOn()
    {
        using var member = await AssignedAsync();

        using var response = await member.SubmitAsync($"{Address}/review?criterion=C5", new Dictionary<string, string> { ["Input.Score"] = "3", ["Input.Reason"] = "One course was changed." });

        Assert.Equal($"{Address}/review?criterion=C6", response.Headers.Location?.ToString());
        var score = await App.WithDbAsync(db => db.CriterionScores.SingleAsync(one => one.Criterion == "C5", Cancel));
        Assert.Equal((3, "One course was changed."), (score.Value, score.Reason));
        var page = await member.PageAsync($"{Address}/review");
        Assert.Contains("C1", page.QuerySelector(".strip [aria-current=step]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".strip .done a[href$='criterion=C5']"));
    }

    [Fact]
    public async Task Post_Back_GoesBack()
    {
        using var member = await AssignedAsync();

        using var response = await member.SubmitAsync($"{Address}/review?criterion=C5", new Dictionary<string, string> { ["Input.Score"] = "3", ["go"] = "back" });

        Assert.Equal($"{Address}/review?criterion=C4", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Post_LastCriterion_LeadsToTheCheck()
    {
        using var member = await AssignedAsync();

        using var response = await member.SubmitAsync($"{Address}/review?criterion=C10", new Dictionary<string, string> { ["Input.Score"] = "3" });

        Assert.Equal($"{Address}/review/submit", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Post_ReasonOfTooManyWords_IsSavedAndSaidAtTheField()
    {
        using var member = await AssignedAsync();
        var reason = string.Join(' ', Enumerable.Repeat("word", 151));

        using var response = await member.SubmitAsync($"{Address}/review?criterion=C5", new Dictionary<string, string> { ["Input.Score"] = "3", ["Input.Reason"] = reason });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await response.DocumentAsync();
        Assert.Contains("Shorten this: at most 150 words, these are 151.", page.Messages());
        Assert.Contains("What you wrote is saved.", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(reason, await App.WithDbAsync(db => db.CriterionScores.Where(one => one.Criterion == "C5").Select(one => one.Reason).SingleAsync(Cancel)));
        Assert.Contains("Shorten this: at most 150 words, these are 151.", (await member.PageAsync($"{Address}/review?criterion=C5")).Messages());
        using var shorter = await member.SubmitAsync(page, new Dictionary<string, string> { ["Input.Reason"] = "One word less." });
        Assert.Equal($"{Address}/review?criterion=C6", shorter.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Post_ReasonOfTooManyWords_DoesNotKeepFromGoingBack()
    {
        using var member = await AssignedAsync();

        using var response = await member.SubmitAsync(
            $"{Address}/review?criterion=C5", new Dictionary<string, string> { ["Input.Reason"] = string.Join(' ', Enumerable.Repeat("word", 151)), ["go"] = "back" });

        Assert.Equal($"{Address}/review?criterion=C4", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Post_ScoreAboveFive_RendersError()
    {
        using var member = await AssignedAsync();

        using var response = await member.SubmitAsync($"{Address}/review?criterion=C5", new Dictionary<string, string> { ["Input.Score"] = "6", ["Input.Reason"] = "Kept text" });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await response.DocumentAsync();
        Assert.Contains("A score is a whole number from 0 to 5.", page.Messages());
        Assert.Equal("Kept text", page.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(0, await App.WithDbAsync(db => db.Reviews.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Post_AStaleForm_ShowsBothAndSavesOnTheSecondTry()
    {
        using var member = await AssignedAsync();
        var before = await member.PageAsync($"{Address}/review?criterion=C5");
        using (await member.SubmitAsync($"{Address}/review?criterion=C5", new Dictionary<string, string> { ["Input.Score"] = "2", ["Input.Reason"] = "From the other window." }))
        {
        }

        using var stale = await member.SubmitAsync(before, new Dictionary<string, string> { ["Input.Score"] = "4", ["Input.Reason"] = "Mine." });

        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var page = await stale.DocumentAsync();
        Assert.Contains("From the other window.", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mine.", page.QuerySelector("textarea")!.TextContent.Trim());
        using var again = await member.SubmitAsync(page);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal("Mine.", await App.WithDbAsync(db => db.CriterionScores.Where(one => one.Criterion == "C5").Select(one => one.Reason).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Autosave_AnswersTheNewVersion()
    {
        using var member = await AssignedAsync();
        var page = await member.PageAsync($"{Address}/review?criterion=C5");
        var token = page.QuerySelector("#review [name=__RequestVerificationToken]")!.GetAttribute("value")!;

        using var first = await AutosaveAsync(member, token, version: null, "Half a rea");
        var saved = JsonSerializer.Deserialize<JsonElement>(await first.Content.ReadAsStringAsync(Cancel));
        using var second = await AutosaveAsync(member, token, saved.GetProperty("version").GetInt64(), "Half a reason");
        using var stale = await AutosaveAsync(member, token, saved.GetProperty("version").GetInt64(), "Too late");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Conflict), (first.StatusCode, second.StatusCode, stale.StatusCode));
        Assert.Equal("Half a reason", await App.WithDbAsync(db => db.CriterionScores.Where(one => one.Criterion == "C5").Select(one => one.Reason).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Post_Submit_WithGaps_NamesEachAndLinksToIt()
    {
        using var member = await AssignedAsync();
        using (await member.SubmitAsync($"{Address}/review?criterion=C1", new Dictionary<string, string> { ["Input.Score"] = "4", ["Input.Reason"] = "Registered." }))
        {
        }

        using var response = await member.SubmitAsync($"{Address}/review/submit", new Dictionary<string, string> { ["Input.Feedback"] = "Thank you." });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await response.DocumentAsync();
        Assert.Equal(18, page.QuerySelectorAll(".error-summary a").Length);
        Assert.Contains("C2 has no score.", page.Messages());
        Assert.Contains("C10 has no reason.", page.Messages());
        Assert.All(page.QuerySelectorAll(".error-summary a"), link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!)));
        Assert.Null(await App.WithDbAsync(db => db.Reviews.Select(review => review.SubmittedAt).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Post_Submit_IsStoredOnceAndOpensTheOthersReviews()
    {
        using var member = await AssignedAsync();
        await App.CreateReviewsAsync(Call, Candidacy, (People.Members[2], 5));
        Assert.Null((await member.PageAsync(Address)).QuerySelector("#reviews"));
        foreach (var criterion in Call.Criteria)
        {
            using (await member.SubmitAsync($"{Address}/review?criterion={criterion.Code}", new Dictionary<string, string> { ["Input.Score"] = "3", ["Input.Reason"] = "Seen." }))
            {
            }
        }

        using var response = await member.SubmitAsync($"{Address}/review/submit", new Dictionary<string, string> { ["Input.Feedback"] = "Thank you.", ["Input.ConfidentialRemarks"] = "Between us." });

        Assert.Equal(Address, response.Headers.Location?.ToString());
        var stored = await App.WithDbAsync(db => db.Reviews.SingleAsync(review => review.MemberId == People.Members[0].Id, Cancel));
        Assert.Equal((300, "Thank you.", "Between us."), (stored.Total, stored.Feedback, stored.ConfidentialRemarks));
        Assert.Equal(80_000_000, await App.WithDbAsync(db => db.Candidacies.Select(candidacy => candidacy.ScoreMillionths).SingleAsync(Cancel)));
        var page = await member.PageAsync(Address);
        Assert.Contains("80.0", page.QuerySelector("#reviews .facts")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Between us.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Address, (await member.GetAsync($"{Address}/review", Cancel)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task Get_AsCoChair_ShowsAllReviewsWithRemarks()
    {
        await App.CreateReviewsAsync(Call, Candidacy);
        using var chair = await App.SignedInAsync(People.ItuChair);

        var page = await chair.PageAsync(Address);

        Assert.Equal(3, page.QuerySelectorAll("#reviews details").Length);
        Assert.Contains("Between us.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("differ by 2", page.QuerySelector("#reviews table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Reopen_WithoutAReason_RendersError()
    {
        await App.CreateReviewsAsync(Call, Candidacy);
        using var chair = await App.SignedInAsync(People.ItuChair);

        using var response = await chair.SubmitAsync(Address, new Dictionary<string, string> { ["reason"] = "" }, "form[action='?handler=Reopen']");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Write a reason.", (await response.DocumentAsync()).Messages());
        Assert.Equal(3, await App.WithDbAsync(db => db.Reviews.CountAsync(review => review.SubmittedAt != null, Cancel)));
    }

    [Fact]
    public async Task Post_Reopen_GivesTheReviewBackToItsMember()
    {
        await App.CreateReviewsAsync(Call, Candidacy, (People.Members[0], 4), (People.Members[2], 4));
        using var chair = await App.SignedInAsync(People.CiscoChair);
        var first = await App.WithDbAsync(db => db.Reviews.SingleAsync(review => review.MemberId == People.Members[0].Id, Cancel));

        using var response = await chair.SubmitAsync(Address, new Dictionary<string, string> { ["reason"] = "C6 misses the evidence." }, $"#review-{first.Id} form");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        using var member = await App.SignedInAsync(People.Members[0]);
        Assert.Contains("C6 misses the evidence.", (await member.PageAsync($"{Address}/review?criterion=C6")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(await App.WithDbAsync(db => db.Candidacies.Select(candidacy => candidacy.ScoreMillionths).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Post_Discussion_IsStoredAndShown()
    {
        await App.CreateReviewsAsync(Call, Candidacy);
        using var member = await App.SignedInAsync(People.Members[0]);

        using (await member.SubmitAsync(Address, new Dictionary<string, string> { ["text"] = "C6 needs a second look." }))
        {
        }

        Assert.Contains("C6 needs a second look.", (await member.PageAsync(Address)).QuerySelector("#discussion ol")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(People.Members[0].Id, await App.WithDbAsync(db => db.DiscussionEntries.Select(entry => entry.AuthorId).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Post_DiscussionSentTwice_IsStoredOnce()
    {
        await App.CreateReviewsAsync(Call, Candidacy);
        using var member = await App.SignedInAsync(People.Members[0]);
        var page = await member.PageAsync(Address);
        foreach (var text in new[] { "C6 needs a second look.", "C6 needs a second look.", "C7 too." })
        {
            using var response = await member.SubmitAsync(page, new Dictionary<string, string> { ["text"] = text });
            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        }

        Assert.Equal(["C6 needs a second look.", "C7 too."], await App.WithDbAsync(db => db.DiscussionEntries.Select(entry => entry.Text).OrderBy(text => text).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task Post_Conflict_HidesTheCandidacyAtOnce()
    {
        using var member = await AssignedAsync();

        using var response = await member.SubmitAsync(Address, new Dictionary<string, string> { ["conflict"] = "I taught there." });

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await member.StatusAsync(Address));
    }

    private async Task<HttpClient> AssignedAsync()
    {
        await App.AssignAsync(Call, [Candidacy], People.Members[0]);
        return await App.SignedInAsync(People.Members[0]);
    }

    private Task<HttpResponseMessage> AutosaveAsync(HttpClient member, string token, long? version, string reason) =>
        member.PostAsync($"{Address}/review?handler=Autosave&criterion=C5", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["Input.Version"] = version?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty,
            ["Input.Reason"] = reason,
        }), Cancel);
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class ReviewPageTestsOnSqlite(SqliteApp app) : ReviewPageTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class ReviewPageTestsOnMariaDb(MariaDbApp app) : ReviewPageTests(app);
