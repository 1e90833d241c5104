using System.Net;
using System.Text;
using AngleSharp.Dom;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Public;

/// <summary>Calls as everybody reads them.</summary>
public abstract class CallPageTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task List_ShowsOpenCallsFirstAndNoDrafts()
    {
        await App.CreateCallAsync(state: CallState.Screening);
        await App.CreateCallAsync(state: CallState.Open);
        await App.CreateCallAsync(state: CallState.Draft);
        using var visitor = App.Visitor();
        var page = await visitor.PageAsync("/calls");
        var links = page.QuerySelectorAll("main h2 a, main tbody th a").Select(link => link.GetAttribute("href")).ToArray();
        Assert.Equal(["/calls/call-2", "/calls/call-1"], links);
    }

    [Fact]
    public async Task Read_OpenCall_SaysAllOfIt()
    {
        await App.CreateCallAsync();
        using var visitor = App.Visitor();
        using var response = await App.Queries.GetFrugallyAsync(visitor, "/calls/call-1");
        var page = await response.DocumentAsync();
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("23:59 on 15 October 2026 (Nairobi)", text, StringComparison.Ordinal);
        Assert.Contains("20:59 UTC", text, StringComparison.Ordinal);
        Assert.Contains("Qualification is at the parties’ discretion.", text, StringComparison.Ordinal);
        Assert.Contains("calls@example.org", text, StringComparison.Ordinal);
        Assert.Equal(10, page.QuerySelectorAll("table.criteria tbody tr").Length);
        Assert.Equal("100", page.QuerySelector("table.criteria tfoot .num")!.TextContent);
        Assert.True(page.QuerySelectorAll("#countries li").Length > 130);
    }

    [Fact]
    public async Task Read_OpenedAfterMidnightInTheCallsZone_IsDatedThere()
    {
        await App.CreateCallAsync();
        var midnightInNairobi = new DateTimeOffset(2026, 8, 31, 21, 0, 0, TimeSpan.Zero);
        await App.WithDbAsync(db => db.Calls.ExecuteUpdateAsync(set => set.SetProperty(call => call.OpensAt, midnightInNairobi), Cancel));
        using var visitor = App.Visitor();
        var page = await visitor.PageAsync("/calls/call-1");
        Assert.Equal("1 Sep 2026", page.QuerySelector(".side dl.dates dt")!.TextContent);
    }

    [Fact]
    public async Task Read_Draft_IsNotFound()
    {
        await App.CreateCallAsync(state: CallState.Draft);
        using var visitor = App.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync("/calls/call-1"));
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync("/calls/call-1/eligibility"));
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync("/calls/call-1?handler=DownloadCalendar"));
    }

    [Fact]
    public async Task Calendar_HoldsTheDeadlineInUtc()
    {
        await App.CreateCallAsync();
        using var visitor = App.Visitor();
        using var response = await visitor.GetAsync("/calls/call-1?handler=DownloadCalendar", Cancel);
        Assert.Equal("text/calendar", response.Content.Headers.ContentType?.MediaType);
        var file = await response.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("\r\nDTSTART:20261015T205900Z\r\n", file, StringComparison.Ordinal);
        Assert.All(file.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
    }

    [Theory, InlineData("en"), InlineData("fr")]
    public async Task Pdf_HoldsTheCall(string language)
    {
        await App.CreateCallAsync();
        using var visitor = App.Visitor();
        visitor.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        using var response = await visitor.GetAsync("/calls/call-1?handler=DownloadPdf", Cancel);
        Assert.Equal("application/pdf", response.Content.Headers.ContentType?.MediaType);
        using var document = PdfSharp.Pdf.IO.PdfReader.Open(await response.Content.ReadAsStreamAsync(Cancel), PdfSharp.Pdf.IO.PdfDocumentOpenMode.Import);
        Assert.InRange(document.PageCount, 3, 12);
        Assert.Equal(language == "fr" ? "Appel à candidatures, phase 1" : "Call for centres, phase 1", document.Info.Title);
    }

    [Fact]
    public async Task Post_Question_IsKeptUntilAnsweredAndMailed()
    {
        await App.CreateCallAsync();
        using var visitor = App.Visitor();
        using var response = await visitor.SubmitAsync("/calls/call-1", new Dictionary<string, string> { ["Question"] = "Does a shared lab count?" });
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var question = await App.WithDbAsync(db => db.CallQuestions.SingleAsync(Cancel));
        Assert.Equal(("Does a shared lab count?", null), (question.Text, question.Answer));
        var page = await visitor.PageAsync("/calls/call-1");
        Assert.Contains("Your question is with those who answer.", page.QuerySelector(".notice-good")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("shared lab", page.QuerySelector("#questions")!.TextContent, StringComparison.Ordinal);

        await App.WithDbAsync(async db =>
        {
            (await db.CallQuestions.SingleAsync(Cancel)).Reply("Yes.", App.Time.Now);
            await db.SaveChangesAsync(Cancel);
        });
        Assert.Contains("shared lab", (await visitor.PageAsync("/calls/call-1")).QuerySelector("#questions")!.TextContent, StringComparison.Ordinal);
        await App.DeliverMailAsync();
        Assert.Contains(App.Mail.Sent, mail => mail.Recipient == "calls@example.org");
    }

    [Fact]
    public async Task Post_QuestionBlank_RendersError()
    {
        await App.CreateCallAsync();
        using var visitor = App.Visitor();
        using var response = await visitor.SubmitAsync("/calls/call-1", new Dictionary<string, string> { ["Question"] = " " });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Write your question.", (await response.DocumentAsync()).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await App.WithDbAsync(db => db.CallQuestions.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Post_QuestionAfterTheDeadline_IsRefused()
    {
        await App.CreateCallAsync();
        using var visitor = App.Visitor();
        var page = await visitor.PageAsync("/calls/call-1");
        App.Time.Advance(TimeSpan.FromDays(40));
        using var response = await visitor.SubmitAsync(page, new Dictionary<string, string> { ["Question"] = "Too late?" });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(0, await App.WithDbAsync(db => db.CallQuestions.CountAsync(Cancel)));
    }
}

/// <summary>The five questions.</summary>
public abstract class EligibilityPageTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task Post_AllMet_SaysYesAndStoresNothing()
    {
        await App.CreateCallAsync();
        var before = await App.WithDbAsync(db => db.AuditEntries.CountAsync(Cancel));
        var page = await AnswerAsync([]);
        Assert.Contains("Yes, your institution can apply", page.QuerySelector(".notice-good")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a.button[href='/account/register?call=call-1']"));
        Assert.Equal(before, await App.WithDbAsync(db => db.AuditEntries.CountAsync(Cancel)));
    }

    [Theory]
    [InlineData("Input.Country", "CH", "Switzerland is neither a least developed nor a developing country")]
    [InlineData("Input.NonProfit", "false", "non-profit body; yours is not one")]
    [InlineData("Input.Kind", "Other", "yours is neither (C1)")]
    [InlineData("Input.BothLevels", "false", "does not train at both (C2)")]
    [InlineData("Input.HasLabs", "false", "yours has not (C3)")]
    public async Task Post_OneNotMet_SaysWhy(string field, string value, string reason)
    {
        await App.CreateCallAsync();
        var page = await AnswerAsync(new() { [field] = value });
        Assert.Equal(1, page.QuerySelectorAll(".notice-watch li").Length);
        Assert.Contains(reason, page.QuerySelector(".notice-watch li")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_CountryTakenOffTheSignedList_SaysTheReason()
    {
        var call = await App.CreateCallAsync();
        await App.WithDbAsync(async db =>
        {
            var country = await db.CallCountries.SingleAsync(country => country.CallId == call.Id && country.Country == "KE", Cancel);
            db.Entry(country).Property(entry => entry.IsEligible).CurrentValue = false;
            db.Entry(country).Property(entry => entry.Reason).CurrentValue = "Both parties agreed so.";
            await db.SaveChangesAsync(Cancel);
        });
        var page = await AnswerAsync([]);
        Assert.Contains("Both parties agreed so.", page.QuerySelector(".notice-watch li")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_NothingAnswered_NamesEachQuestion()
    {
        await App.CreateCallAsync();
        using var visitor = App.Visitor();
        using var response = await visitor.SubmitAsync("/calls/call-1/eligibility");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(5, (await response.DocumentAsync()).QuerySelectorAll(".error-summary li").Length);
    }

    [Theory, InlineData(CallState.Open, false), InlineData(CallState.Closed, true), InlineData(CallState.Decided, true)]
    public async Task Eligibility_SaysOnTopWhetherTheCallHasEnded(CallState state, bool hasEnded)
    {
        await App.CreateCallAsync(state: state);
        using var visitor = App.Visitor();
        var page = await visitor.PageAsync("/calls/call-1/eligibility");
        Assert.Equal(hasEnded, page.QuerySelector(".notice")?.TextContent.Contains("This call is closed and takes no more candidacies.", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Get_InFrench_NamesCountriesInFrench()
    {
        await App.CreateCallAsync();
        using var visitor = App.Visitor();
        visitor.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");
        var page = await visitor.PageAsync("/calls/call-1/eligibility");
        Assert.Contains(page.QuerySelectorAll("option"), option => option.TextContent.Trim() == "Éthiopie");
        Assert.Contains("Votre établissement peut-il être candidat", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<IDocument> AnswerAsync(Dictionary<string, string> other)
    {
        var answers = new Dictionary<string, string>
        {
            ["Input.Country"] = "KE", ["Input.NonProfit"] = "true", ["Input.Kind"] = "AcademicUnit", ["Input.BothLevels"] = "true", ["Input.HasLabs"] = "true",
        };
        foreach (var (field, value) in other)
        {
            answers[field] = value;
        }

        using var visitor = App.Visitor();
        using var response = await visitor.SubmitAsync("/calls/call-1/eligibility", answers);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.DocumentAsync();
    }
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class CallPageTestsOnSqlite(SqliteApp app) : CallPageTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class CallPageTestsOnMariaDb(MariaDbApp app) : CallPageTests(app);

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class EligibilityPageTestsOnSqlite(SqliteApp app) : EligibilityPageTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class EligibilityPageTestsOnMariaDb(MariaDbApp app) : EligibilityPageTests(app);
