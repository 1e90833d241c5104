using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Screening;

/// <summary>A question to an applicant, its answer, and its end.</summary>
public abstract class ClarificationPageTests(PortalApp app) : PageTests(app)
{
    private const string NonProfit = "institution/nonProfit";
    private const string Statutes = "institution/statutes";
    private const string Question = "Who receives the surplus?";

    [Fact]
    public async Task Ask_MailsTheApplicant_AndLetsScoringStart()
    {
        var (call, candidacy, _) = await AskedAsync();
        await App.DeliverMailAsync();
        var mail = Assert.Single(App.Mail.Sent);
        Assert.Contains(Question, mail.Body, StringComparison.Ordinal);
        Assert.Contains($"/candidacies/{candidacy.Reference}/clarification", mail.Body, StringComparison.Ordinal);
        var counts = await App.WithAsync<ScreeningQueries, ScreeningCounts>(queries => queries.CountAsync(call.Id, Cancel));
        Assert.Equal(counts.Total, counts.Finished);
        var stored = await ClarificationAsync();
        // the whole of 20 September in Nairobi
        Assert.Equal(new DateTimeOffset(2026, 9, 20, 20, 59, 0, TimeSpan.Zero), stored.DueAt);
        Assert.Equal([NonProfit, Statutes], stored.Fields);
    }

    [Fact]
    public async Task Ask_WithNothingWritten_SaysAllThatIsMissing()
    {
        var (call, candidacy) = await CallAsync();
        using var manager = await ManagerAsync();
        using var response = await manager.SubmitAsync(AddressOf(call, candidacy), [new("Question", ""), new("DueOn", ""), new("Facts", "mission/plan")], "#ask");
        Assert.Equal(3, (await response.DocumentAsync()).ErrorSummary().Count);
    }

    [Theory, InlineData("Question", "Write what you ask."), InlineData("DueOn", "Say by when the applicant answers.")]
    public async Task Ask_WithoutWhatIsNeeded_IsRefusedAtTheField(string field, string message)
    {
        var (call, candidacy) = await CallAsync();
        using var manager = await ManagerAsync();
        using var response = await manager.SubmitAsync(
            AddressOf(call, candidacy), [.. Asking().Where(pair => pair.Key != field), new(field, "")], "#ask");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await response.DocumentAsync();
        page.AssertErrorsLeadToTheirFields();
        Assert.Contains(page.Messages(), shown => shown.EndsWith(message, StringComparison.Ordinal));
        Assert.Equal(0, await App.WithDbAsync(db => db.Clarifications.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Ask_ForAScoredAnswer_IsRefused()
    {
        var (call, candidacy) = await CallAsync();
        using var manager = await ManagerAsync();
        using var response = await manager.SubmitAsync(
            AddressOf(call, candidacy), [.. Asking().Where(pair => pair.Key != "Facts"), new("Facts", "institution/aboutInstitution")], "#ask");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(
            (await response.DocumentAsync()).Messages(),
            shown => shown.EndsWith("Only facts that show a minimum qualification can be reopened, never an answer that is scored.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ask_WhileOneIsOpen_IsRefused()
    {
        var (_, candidacy, _) = await AskedAsync();
        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => AskAsync(candidacy));
        Assert.Equal("A clarification is open. Close it first.", broken.Message);
    }

    [Fact]
    public async Task Answer_ChangesTheNamedFactsOnly_KeepsBeforeAndAfter_AndConfirms()
    {
        var (call, candidacy, applicant) = await AskedAsync();
        var address = $"/candidacies/{candidacy.Reference}/clarification";
        using (var shown = await App.Queries.GetFrugallyAsync(applicant, address))
        {
            Assert.Contains(Question, (await shown.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);
        }

        using var response = await applicant.SubmitAsync(
            address, Fields(("Answer", "Nobody; see the new statutes."), ($"Facts[{NonProfit}]", "false")), "form.form-width",
            new TestFile($"Files[{Statutes}]", "statutes-2026.pdf", TestData.SamplePdf("new"), "application/pdf"));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);

        var stored = await ClarificationAsync();
        Assert.True(stored.IsInEffect);
        Assert.Equal("true", stored.Before[NonProfit]);
        Assert.Equal("false", stored.After[NonProfit]);
        var section = await App.WithDbAsync(db => db.CandidacySections.SingleAsync(s => s.CandidacyId == candidacy.Id && s.Code == "institution", Cancel));
        Assert.Equal("false", section.Answers["nonProfit"]);
        var standing = await App.WithDbAsync(db => db.EvidenceDocuments.SingleAsync(d => d.CandidacyId == candidacy.Id && d.Field == "statutes" && d.RemovedAt == null, Cancel));
        Assert.Equal("statutes-2026.pdf", standing.FileName);
        // what was submitted stays as it was; what counts has the answer
        var snapshot = SubmittedContent.Parse(await App.WithDbAsync(db => db.CandidacySnapshots.Where(s => s.CandidacyId == candidacy.Id).Select(s => s.Content).SingleAsync(Cancel)));
        Assert.Equal("true", snapshot.Find("institution")!.Answers["nonProfit"]);
        var counts = (await App.WithAsync<SubmittedQueries, IReadOnlyDictionary<Guid, SubmittedContent>>(queries => queries.OfAsync([candidacy.Id], Cancel)))[candidacy.Id];
        Assert.Equal("false", counts.Find("institution")!.Answers["nonProfit"]);
        Assert.Equal("statutes-2026.pdf", Assert.Single(counts.Find("institution")!.Documents, document => document.Field == "statutes").FileName);

        await App.DeliverMailAsync();
        Assert.Contains(App.Mail.Sent, mail => mail.Subject == $"Your answer about candidacy {candidacy.Reference} arrived");
        var page = await applicant.PageAsync(address);
        Assert.Contains("Your answer arrived.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("statutes.pdf", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);

        using var manager = await ManagerAsync();
        using var seen = await App.Queries.GetFrugallyAsync(manager, AddressOf(call, candidacy));
        var screening = await seen.DocumentAsync();
        Assert.Contains("Nobody; see the new statutes.", screening.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("It says that it is not non-profit.", screening.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Clarifications answered, to read and close: 1", (await manager.PageAsync("/work")).Body!.TextContent, StringComparison.Ordinal);
        using var closed = await manager.SubmitAsync(AddressOf(call, candidacy), [], "#close");
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.False((await ClarificationAsync()).IsOpen);
    }

    [Fact]
    public async Task Answer_GivenAnew_TakesTheFirstBack()
    {
        var (_, candidacy, applicant) = await AskedAsync();
        var address = $"/candidacies/{candidacy.Reference}/clarification";
        using var first = await applicant.SubmitAsync(address, Fields(("Answer", "First."), ($"Facts[{NonProfit}]", "false")), "form.form-width");
        using var second = await applicant.SubmitAsync(address, Fields(("Answer", "Second."), ($"Facts[{NonProfit}]", "true")), "form.form-width");
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        var stored = await ClarificationAsync();
        Assert.Equal("Second.", stored.Answer);
        Assert.Empty(stored.After);
        Assert.Equal("true", (await App.WithDbAsync(db => db.CandidacySections.SingleAsync(s => s.CandidacyId == candidacy.Id && s.Code == "institution", Cancel))).Answers["nonProfit"]);
    }

    [Fact]
    public async Task Answer_FromAStaleForm_ShowsBoth_AndIsTakenOnTheSecondTry()
    {
        var (_, candidacy, applicant) = await AskedAsync();
        var address = $"/candidacies/{candidacy.Reference}/clarification";
        var stale = await applicant.PageAsync(address);
        using var first = await applicant.SubmitAsync(address, Fields(("Answer", "From the other window.")), "form.form-width");

        using var refused = await applicant.SubmitAsync(stale, Fields(("Answer", "Mine."), ($"Facts[{NonProfit}]", "false")), "form.form-width");

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("From the other window.", (await ClarificationAsync()).Answer);
        var both = await refused.DocumentAsync();
        Assert.Contains("From the other window.", both.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mine.", both.QuerySelector("textarea[name=Answer]")!.TextContent.Trim());
        Assert.NotNull(both.QuerySelector($"input[name='Facts[{NonProfit}]'][value=false][checked]"));
        using var again = await applicant.SubmitAsync(both, form: "form.form-width");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(("Mine.", "false"), ((await ClarificationAsync()).Answer, (await ClarificationAsync()).After[NonProfit]));
    }

    [Fact]
    public async Task Answer_SentTwice_IsOneAnswer()
    {
        var (_, candidacy, applicant) = await AskedAsync();
        var page = await applicant.PageAsync($"/candidacies/{candidacy.Reference}/clarification");
        await App.DeliverMailAsync();
        App.Mail.Clear();
        for (var times = 0; times < 2; times++)
        {
            using var response = await applicant.SubmitAsync(page, Fields(("Answer", "Nobody.\r\nSee there."), ($"Facts[{NonProfit}]", "false")), "form.form-width");
            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        }

        await App.DeliverMailAsync();
        Assert.Single(App.Mail.Sent);
    }

    [Fact]
    public async Task Answer_TooLong_IsRefusedAtTheField_WithWhatWasTyped()
    {
        var (_, candidacy, applicant) = await AskedAsync();
        var text = string.Join(' ', Enumerable.Repeat("word", 20_000));
        using var response = await applicant.SubmitAsync($"/candidacies/{candidacy.Reference}/clarification", Fields(("Answer", text)), "form.form-width");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await response.DocumentAsync();
        Assert.Contains("An answer has at most 4000 characters.", page.Messages());
        Assert.Equal(text, page.QuerySelector("textarea[name=Answer]")!.TextContent.Trim());
        Assert.Null((await ClarificationAsync()).AnsweredAt);
    }

    [Fact]
    public async Task Answer_Blank_IsRefused_WithWhatWasTyped()
    {
        var (_, candidacy, applicant) = await AskedAsync();
        using var response = await applicant.SubmitAsync(
            $"/candidacies/{candidacy.Reference}/clarification", Fields(("Answer", " "), ($"Facts[{NonProfit}]", "false")), "form.form-width");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await response.DocumentAsync();
        Assert.Contains(page.Messages(), message => message.EndsWith("Write an answer.", StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector($"input[name='Facts[{NonProfit}]'][value=false][checked]"));
        Assert.Null((await ClarificationAsync()).AnsweredAt);
    }

    [Fact]
    public async Task Answer_OfNoDocumentKind_IsRefusedAtTheField()
    {
        var (_, candidacy, applicant) = await AskedAsync();
        using var response = await applicant.SubmitAsync(
            $"/candidacies/{candidacy.Reference}/clarification", Fields(("Answer", "See there.")), "form.form-width",
            new TestFile($"Files[{Statutes}]", "statutes.pdf", "MZ, a program"u8.ToArray(), "application/pdf"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotNull((await response.DocumentAsync()).QuerySelector("#Files_institution_statutes_[aria-invalid=true]"));
    }

    [Fact]
    public async Task Answer_Late_CountsOnlyWhenAccepted()
    {
        var (call, candidacy, applicant) = await AskedAsync();
        App.Time.Advance(TimeSpan.FromDays(6));
        using var answered = await applicant.SubmitAsync(
            $"/candidacies/{candidacy.Reference}/clarification", Fields(("Answer", "Sorry."), ($"Facts[{NonProfit}]", "false")), "form.form-width");
        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        Assert.False((await ClarificationAsync()).IsInEffect);
        Assert.Equal("true", await NonProfitAsync(candidacy));
        using var manager = await ManagerAsync();
        using var blank = await manager.SubmitAsync(AddressOf(call, candidacy), Fields(("answer", "leave")), "#close");
        Assert.Equal(HttpStatusCode.BadRequest, blank.StatusCode);
        using var accepted = await manager.SubmitAsync(AddressOf(call, candidacy), Fields(("answer", "accept")), "#close");
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        Assert.True((await ClarificationAsync()).IsInEffect);
        Assert.Equal("false", await NonProfitAsync(candidacy));
    }

    [Fact]
    public async Task Overdue_IsShown_AndIsClosedWithoutAnAnswer()
    {
        var (call, candidacy, _) = await AskedAsync();
        App.Time.Set(new DateTimeOffset(2026, 9, 20, 21, 0, 0, TimeSpan.Zero));
        using var manager = await ManagerAsync();
        Assert.Contains("Overdue", (await manager.PageAsync($"/manage/calls/{call.Slug}/screening")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        using var closed = await manager.SubmitAsync(AddressOf(call, candidacy), [], "#close");
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.False((await ClarificationAsync()).IsOpen);
    }

    [Fact]
    public async Task Get_ByAnotherInstitution_IsNotFound()
    {
        var (_, candidacy, _) = await AskedAsync();
        using var other = await App.SignedInAsync(await App.CreateInstitutionAsync());
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync($"/candidacies/{candidacy.Reference}/clarification"));
    }

    [Fact]
    public async Task Get_WhenNothingWasAsked_IsNotFound()
    {
        var call = await App.CreateCallAsync(state: CallState.Screening);
        var institution = await App.CreateInstitutionAsync();
        var candidacy = await App.CreateCandidacyAsync(call, institution: institution);
        using var applicant = await App.SignedInAsync(institution);
        Assert.Equal(HttpStatusCode.NotFound, await applicant.StatusAsync($"/candidacies/{candidacy.Reference}/clarification"));
    }

    [Fact]
    public async Task Reminder_ComesOnce_BeforeTheDueDate()
    {
        var (_, candidacy, _) = await AskedAsync();
        await App.DeliverMailAsync();
        App.Mail.Clear();
        await RemindAsync();
        App.Time.Advance(TimeSpan.FromDays(3));
        await RemindAsync();
        await RemindAsync();
        await App.DeliverMailAsync();
        Assert.Equal($"Please answer: a question about candidacy {candidacy.Reference}", Assert.Single(App.Mail.Sent).Subject);
    }

    [Fact]
    public async Task Work_ShowsTheQuestionWithItsDueDate()
    {
        var (_, candidacy, applicant) = await AskedAsync();
        Assert.Contains($"Answer the question about candidacy {candidacy.Reference}", (await applicant.PageAsync("/work")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static List<KeyValuePair<string, string>> Fields(params (string Name, string Value)[] fields) =>
        [.. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))];

    private static List<KeyValuePair<string, string>> Asking() => Fields(("Question", Question), ("Facts", NonProfit), ("Facts", Statutes), ("DueOn", "2026-09-20"));

    private static string AddressOf(Call call, Candidacy candidacy) => $"/manage/calls/{call.Slug}/screening/{candidacy.Reference}";

    private Task RemindAsync() => App.Services.GetService(typeof(DueWorkJob)) is DueWorkJob job ? job.ExecuteAsync(Cancel) : Task.CompletedTask;

    private Task<Clarification> ClarificationAsync() => App.WithDbAsync(db => db.Clarifications.AsNoTracking().SingleAsync(Cancel));

    private async Task<string> NonProfitAsync(Candidacy candidacy) =>
        (await App.WithDbAsync(db => db.CandidacySections.AsNoTracking().SingleAsync(s => s.CandidacyId == candidacy.Id && s.Code == "institution", Cancel))).Answers["nonProfit"];

    private Task<HttpClient> ManagerAsync() => App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);

    private async Task<(Call Call, Candidacy Candidacy)> CallAsync(Institution? institution = null)
    {
        var call = await App.CreateCallAsync(state: CallState.Screening);
        return (call, await App.CreateCandidacyAsync(call, institution: institution));
    }

    private Task AskAsync(Candidacy candidacy)
    {
        var actor = new Actor { Id = Guid.CreateVersion7(), Name = "Manager", Roles = new HashSet<PortalRole> { PortalRole.ProgrammeManager }, Party = Party.Itu };
        return App.WithAsync<ClarificationService>(service => service.AskAsync(
            new AskClarification { Actor = actor, Reference = candidacy.Reference, Question = Question, DueOn = new DateOnly(2026, 9, 20) }, Cancel));
    }

    private async Task<(Call Call, Candidacy Candidacy, HttpClient Applicant)> AskedAsync()
    {
        var institution = await App.CreateInstitutionAsync();
        var (call, candidacy) = await CallAsync(institution);
        using var manager = await ManagerAsync();
        using var response = await manager.SubmitAsync(AddressOf(call, candidacy), Asking(), "#ask");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return (call, candidacy, await App.SignedInAsync(institution));
    }
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class ClarificationPageTestsOnSqlite(SqliteApp app) : ClarificationPageTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class ClarificationPageTestsOnMariaDb(MariaDbApp app) : ClarificationPageTests(app);
