using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Screening;

/// <summary>Screening by managers, signed by co-chairs where it ends as ineligible.</summary>
public abstract class ScreeningPageTests(PortalApp app) : PageTests(app)
{
    private const string Reason = "The statutes name owners who receive the surplus.";

    [Fact]
    public async Task Get_OfOneCandidacy_ShowsWhatThePortalFinds_InFewQueries()
    {
        var (call, candidacy) = await ScreenedCallAsync();
        using var manager = await ManagerAsync();
        using var response = await App.Queries.GetFrugallyAsync(manager, AddressOf(call, candidacy));
        var page = await response.DocumentAsync();
        Assert.Equal(4, page.QuerySelectorAll("#findings input[value=Met][checked]").Length);
        Assert.Contains("The country is on the list that both parties signed.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("statutes.pdf", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NotDeclaredNonProfit_ProposesNotMetWithReason()
    {
        var call = await App.CreateCallAsync(state: CallState.Screening);
        var candidacy = await App.CreateCandidacyAsync(call, answers: section => With(section, "nonProfit", "false"));
        using var manager = await ManagerAsync();
        var page = await manager.PageAsync(AddressOf(call, candidacy));
        Assert.NotNull(page.QuerySelector("input[name='Findings[M2].Finding'][value=NotMet][checked]"));
        Assert.Contains("It says that it is not non-profit.", page.QuerySelector("textarea[name='Findings[M2].Reason']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_AllMet_IsEligible_AndGoesToTheNext()
    {
        var (call, candidacy) = await ScreenedCallAsync();
        var other = await App.CreateCandidacyAsync(call);
        using var manager = await ManagerAsync();
        using var response = await manager.SubmitAsync(AddressOf(call, candidacy), Fields(("then", "eligible")), "#findings");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(AddressOf(call, other), response.Headers.Location!.OriginalString);
        var stored = await StoredAsync(candidacy);
        Assert.Equal(Eligibility.Eligible, stored.Eligibility);
        var screening = await App.WithDbAsync(db => db.Screenings.Include(s => s.Checks).SingleAsync(s => s.CandidacyId == candidacy.Id, Cancel));
        Assert.Equal(PortalApp.Start, screening.FinishedAt);
        Assert.Equal(4, screening.Checks.Count);
        Assert.Equal(1, (await CountAsync(call)).ToScreen);
    }

    [Fact]
    public async Task LongerDeadlineOfOne_IsScreenedAfterIt()
    {
        var (call, candidacy) = await ScreenedCallAsync();
        await App.ExtendAsync(candidacy, PortalApp.Start.AddDays(2));
        var account = await App.CreateUserAsync(PortalRole.ProgrammeManager, Party.Itu);
        var actor = TestData.ActorOf(account, PortalRole.ProgrammeManager);
        using var manager = await App.SignedInAsync(account);

        var list = await manager.PageAsync($"/manage/calls/{call.Slug}/screening");
        Assert.Null(list.QuerySelector($"main a[href$='{candidacy.Reference}']"));
        Assert.Contains("Longer deadline until", list.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await App.WithAsync<ScreeningQueries, ComputedPreview>(queries => queries.PreviewAsync(call.Slug, actor, Cancel))).Lines);
        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => App.WithAsync<ScreeningService>(service => service.FinishAsync(
            new FinishScreening { Actor = actor, Reference = candidacy.Reference, Version = null }, Cancel)));
        Assert.Equal("Its longer deadline has not passed; it is screened afterwards.", broken.Message);

        App.Time.Set(PortalApp.Start.AddDays(2));
        Assert.Single((await App.WithAsync<ScreeningQueries, ComputedPreview>(queries => queries.PreviewAsync(call.Slug, actor, Cancel))).Lines);
    }

    [Theory, InlineData("NotMet"), InlineData("ToClarify")]
    public async Task Post_WithoutReason_IsRefusedAtTheField(string finding)
    {
        var (call, candidacy) = await ScreenedCallAsync();
        using var manager = await ManagerAsync();
        using var response = await manager.SubmitAsync(
            AddressOf(call, candidacy), Fields(("Findings[M3].Finding", finding), ("Findings[M3].Reason", "  "), ("then", "save")), "#findings");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await response.DocumentAsync();
        Assert.Contains(page.Messages(), message => message.EndsWith("Write a reason.", StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector("#Findings_M3__Reason[aria-invalid=true]"));
        Assert.NotNull(page.QuerySelector($"input[name='Findings[M3].Finding'][value={finding}][checked]"));
        Assert.Equal(0, await App.WithDbAsync(db => db.Screenings.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Post_NotAllMet_IsNotEligible()
    {
        var (call, candidacy) = await ScreenedCallAsync();
        using var manager = await ManagerAsync();
        using var response = await manager.SubmitAsync(
            AddressOf(call, candidacy), Fields(("Findings[M3].Finding", "NotMet"), ("Findings[M3].Reason", Reason), ("then", "eligible")), "#findings");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Each minimum qualification must be met.", (await response.DocumentAsync()).Messages());
        Assert.Equal(Eligibility.Open, (await StoredAsync(candidacy)).Eligibility);
    }

    [Fact]
    public async Task Post_StaleVersion_IsAConflict()
    {
        var (call, candidacy) = await ScreenedCallAsync();
        using var manager = await ManagerAsync();
        var page = await manager.PageAsync(AddressOf(call, candidacy));
        using var first = await manager.SubmitAsync(AddressOf(call, candidacy), Fields(("then", "save")), "#findings");
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        using var second = await manager.SubmitAsync(page, Fields(("then", "save")), "#findings");
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
    }

    [Fact]
    public async Task Post_DecidedMeanwhile_ShowsWhatWasTyped()
    {
        var (call, candidacy) = await ScreenedCallAsync();
        using var manager = await ManagerAsync();
        var page = await manager.PageAsync(AddressOf(call, candidacy));
        using var decided = await manager.SubmitAsync(AddressOf(call, candidacy), Fields(("then", "eligible")), "#findings");

        using var refused = await manager.SubmitAsync(page, Fields(("Findings[M3].Finding", "NotMet"), ("Findings[M3].Reason", Reason), ("then", "save")), "#findings");

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var shown = await refused.DocumentAsync();
        Assert.Contains(Reason, shown.QuerySelector("#typed")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("What you wrote is still there.", shown.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_FoundMeanwhile_ShowsBothFindings()
    {
        var (call, candidacy) = await ScreenedCallAsync();
        using var manager = await ManagerAsync();
        var page = await manager.PageAsync(AddressOf(call, candidacy));
        await FindNotMetAsync(manager, call, candidacy);

        using var refused = await manager.SubmitAsync(page, Fields(("Findings[M2].Finding", "ToClarify"), ("Findings[M2].Reason", Reason), ("then", "save")), "#findings");

        var shown = await refused.DocumentAsync();
        Assert.Contains("It has owners.", shown.QuerySelector("#M2")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Reason, shown.QuerySelector("textarea[name='Findings[M2].Reason']")!.TextContent.Trim());
    }

    [Fact]
    public async Task Ask_WhileAnotherAsked_KeepsTheQuestion()
    {
        var (call, candidacy) = await ScreenedCallAsync();
        using var manager = await ManagerAsync();
        var page = await manager.PageAsync(AddressOf(call, candidacy));
        using var first = await manager.SubmitAsync(page, Fields(("Question", "First?")), "#ask");

        using var refused = await manager.SubmitAsync(page, Fields(("Question", "Second?")), "#ask");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Second?", (await refused.DocumentAsync()).QuerySelector("#typed")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ineligible_NeedsAReason_BothSignatures_AndTellsTheApplicant()
    {
        var (call, candidacy) = await ScreenedCallAsync();
        using var manager = await ManagerAsync();
        await FindNotMetAsync(manager, call, candidacy);
        using var blank = await manager.SubmitAsync(AddressOf(call, candidacy), Fields(("IneligibleReason", " ")), "#propose");
        Assert.Equal(HttpStatusCode.BadRequest, blank.StatusCode);
        Assert.Contains((await blank.DocumentAsync()).Messages(), message => message.EndsWith("Write a reason.", StringComparison.Ordinal));
        using var proposed = await manager.SubmitAsync(AddressOf(call, candidacy), Fields(("IneligibleReason", Reason)), "#propose");
        Assert.Equal(HttpStatusCode.Redirect, proposed.StatusCode);
        var screening = await App.WithDbAsync(db => db.Screenings.SingleAsync(Cancel));
        Assert.Equal(Reason, screening.IneligibleReason);
        Assert.StartsWith("ProgrammeManager", screening.IneligibleByName, StringComparison.Ordinal);

        var committee = await App.CommitteeAsync();
        using var itu = await App.SignedInAsync(committee.ItuChair);
        using (await App.Queries.GetFrugallyAsync(itu, AddressOf(call, candidacy)))
        {
            using var one = await itu.SubmitAsync(AddressOf(call, candidacy), Fields(("read", "true")), "form[action='?handler=Sign']");
            Assert.Equal(HttpStatusCode.Redirect, one.StatusCode);
        }

        Assert.Equal(Eligibility.Open, (await StoredAsync(candidacy)).Eligibility);
        using var cisco = await App.SignedInAsync(committee.CiscoChair);
        using var two = await cisco.SubmitAsync(AddressOf(call, candidacy), Fields(("read", "true")), "form[action='?handler=Sign']");
        Assert.Equal(HttpStatusCode.Redirect, two.StatusCode);
        Assert.Equal(Eligibility.Ineligible, (await StoredAsync(candidacy)).Eligibility);
        Assert.Equal(0, (await CountAsync(call)).ToScreen);
        await App.DeliverMailAsync();
        var notice = Assert.Single(App.Mail.Sent);
        Assert.Contains(Reason, notice.Body, StringComparison.Ordinal);
        Assert.Contains("Signed by chair.itu for ITU and chair.cisco for Cisco.", notice.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_UntilBothSigned_DropsTheProposal()
    {
        var (call, candidacy) = await ScreenedCallAsync();
        using var manager = await ManagerAsync();
        await FindNotMetAsync(manager, call, candidacy);
        using var proposed = await manager.SubmitAsync(AddressOf(call, candidacy), Fields(("IneligibleReason", Reason)), "#propose");
        using var itu = await App.SignedInAsync((await App.CommitteeAsync()).ItuChair);
        using var signed = await itu.SubmitAsync(AddressOf(call, candidacy), Fields(("read", "true")), "form[action='?handler=Sign']");
        using var undone = await manager.SubmitAsync(AddressOf(call, candidacy), [], "form[action='?handler=Undo']");
        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        Assert.Null((await App.WithDbAsync(db => db.Screenings.SingleAsync(Cancel))).IneligibleReason);
        Assert.Equal(0, await App.WithDbAsync(db => db.SignOffSheets.SelectMany(sheet => sheet.SignOffs).CountAsync(signOff => signOff.DroppedAt == null, Cancel)));
    }

    [Fact]
    public async Task Undo_OfEligible_BringsItBack()
    {
        var (call, candidacy) = await ScreenedCallAsync();
        using var manager = await ManagerAsync();
        using var eligible = await manager.SubmitAsync(AddressOf(call, candidacy), Fields(("then", "eligible")), "#findings");
        using var undone = await manager.SubmitAsync(AddressOf(call, candidacy), [], "form[action='?handler=Undo']");
        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        Assert.Equal(Eligibility.Open, (await StoredAsync(candidacy)).Eligibility);
    }

    [Fact]
    public async Task Get_ByOthers_IsNotFoundOrForbidden()
    {
        var (call, candidacy) = await ScreenedCallAsync();
        var committee = await App.CommitteeAsync();
        using var member = await App.SignedInAsync(committee.Members[1]);
        Assert.Equal(HttpStatusCode.NotFound, await member.StatusAsync(AddressOf(call, candidacy)));
        using var stranger = await App.SignedInAsync(PortalRole.CoChair, Party.Itu);
        Assert.Equal(HttpStatusCode.NotFound, await stranger.StatusAsync(AddressOf(call, candidacy)));
        Assert.Equal(HttpStatusCode.NotFound, await stranger.StatusAsync($"/manage/calls/{call.Slug}/screening"));
        using var manager = await ManagerAsync();
        Assert.Equal(HttpStatusCode.NotFound, await manager.StatusAsync($"/manage/calls/{call.Slug}/screening/DTC9-2026-9999"));
        Assert.Equal(HttpStatusCode.NotFound, await manager.StatusAsync("/manage/calls/none/screening"));

        var chair = committee.CiscoChair;
        await App.StoreAsync(new ConflictOfInterest(call.Id, candidacy.Id, chair.Id, Party.Cisco, chair.DisplayName, "My sister runs it.", isFlagged: false, PortalApp.Start));
        using var conflicted = await App.SignedInAsync(chair);
        Assert.Equal(HttpStatusCode.Forbidden, await conflicted.StatusAsync(AddressOf(call, candidacy)));
        Assert.DoesNotContain(candidacy.Reference, (await conflicted.PageAsync($"/manage/calls/{call.Slug}/screening")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ByCoChair_IsForbidden()
    {
        var (call, candidacy) = await ScreenedCallAsync();
        var chair = (await App.CommitteeAsync()).ItuChair;
        var actor = new Actor { Id = chair.Id, Name = chair.DisplayName, Roles = new HashSet<PortalRole> { PortalRole.CoChair }, Party = Party.Itu };
        await Assert.ThrowsAsync<Application.Common.ForbiddenException>(() => App.WithAsync<ScreeningService>(
            service => service.FinishAsync(new FinishScreening { Actor = actor, Reference = candidacy.Reference }, Cancel)));
    }

    [Fact]
    public async Task List_CountsFiltersAndKeepsTheChoice()
    {
        var (call, candidacy) = await ScreenedCallAsync();
        var other = await App.CreateCandidacyAsync(call, institution: await App.CreateInstitutionAsync("SN", "École de Thiès"));
        using var manager = await ManagerAsync();
        using var eligible = await manager.SubmitAsync(AddressOf(call, candidacy), Fields(("then", "eligible")), "#findings");
        var address = $"/manage/calls/{call.Slug}/screening";
        using var response = await App.Queries.GetFrugallyAsync(manager, address);
        Assert.Contains("2 candidacies", (await response.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);
        var found = await manager.PageAsync($"{address}?q=ecole");
        Assert.Contains(other.Reference, found.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(candidacy.Reference, found.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        using var back = await manager.GetAsync(address, Cancel);
        Assert.Equal($"{address}?q=ecole", back.Headers.Location!.OriginalString);
        var done = await manager.PageAsync($"{address}?state=Eligible");
        Assert.Contains(candidacy.Reference, done.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Single(done.QuerySelectorAll("tbody tr"));
        var none = await manager.PageAsync($"{address}?state=Ineligible");
        Assert.Contains("No candidacy matches.", none.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Computed_PreviewsAndMarksThoseThatWereShown()
    {
        var (call, candidacy) = await ScreenedCallAsync();
        var gap = await App.CreateCandidacyAsync(call, answers: section => With(section, "trainsBasic", null));
        using var manager = await ManagerAsync();
        var address = $"/manage/calls/{call.Slug}/screening/computed";
        using var shown = await App.Queries.GetFrugallyAsync(manager, address);
        var page = await shown.DocumentAsync();
        Assert.Contains("1 candidacy meets all checks", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("M3: It does not say whether it trains at basic level.", page.Body.TextContent, StringComparison.Ordinal);
        var late = await App.CreateCandidacyAsync(call);
        using var response = await manager.SubmitAsync(page);
        Assert.Equal($"/manage/calls/{call.Slug}/screening", response.Headers.Location!.OriginalString);
        Assert.Equal(Eligibility.Eligible, (await StoredAsync(candidacy)).Eligibility);
        Assert.Equal(Eligibility.Open, (await StoredAsync(gap)).Eligibility);
        Assert.Equal(Eligibility.Open, (await StoredAsync(late)).Eligibility);
    }

    [Fact]
    public async Task Work_ListsWhatIsToScreen()
    {
        await ScreenedCallAsync();
        using var manager = await ManagerAsync();
        Assert.Contains("Candidacies to screen: 1", (await manager.PageAsync("/work")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static List<KeyValuePair<string, string>> Fields(params (string Name, string Value)[] fields) =>
        [.. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))];

    private static string AddressOf(Call call, Candidacy candidacy) => $"/manage/calls/{call.Slug}/screening/{candidacy.Reference}";

    // an answer of the sample replaced, or left out
    private static Dictionary<string, string> With(FormSection section, string field, string? answer)
    {
        var answers = TestData.SampleAnswers(section).ToDictionary();
        if (answers.Remove(field) && answer is not null)
        {
            answers[field] = answer;
        }

        return answers;
    }

    private static async Task FindNotMetAsync(HttpClient manager, Call call, Candidacy candidacy)
    {
        using var saved = await manager.SubmitAsync(
            AddressOf(call, candidacy), Fields(("Findings[M2].Finding", "NotMet"), ("Findings[M2].Reason", "It has owners."), ("then", "save")), "#findings");
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
    }

    private Task<Candidacy> StoredAsync(Candidacy candidacy) => App.WithDbAsync(db => db.Candidacies.AsNoTracking().SingleAsync(stored => stored.Id == candidacy.Id, Cancel));

    private Task<HttpClient> ManagerAsync() => App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);

    private Task<ScreeningCounts> CountAsync(Call call) => App.WithAsync<ScreeningQueries, ScreeningCounts>(queries => queries.CountAsync(call.Id, Cancel));

    private async Task<(Call Call, Candidacy Candidacy)> ScreenedCallAsync()
    {
        var call = await App.CreateCallAsync(state: CallState.Screening);
        await App.DeclareAllAsync(call);
        return (call, await App.CreateCandidacyAsync(call));
    }
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class ScreeningPageTestsOnSqlite(SqliteApp app) : ScreeningPageTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class ScreeningPageTestsOnMariaDb(MariaDbApp app) : ScreeningPageTests(app);
