using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Calls;

/// <summary>A call is written part by part, signed by both, published, and taken on.</summary>
public abstract class ManageCallTests(PortalApp app) : PageTests(app)
{
    private const string Address = "/manage/calls/phase-1";

    [Fact]
    public async Task Post_NewCall_StartsFromTheAnnex_WithItsCommittee()
    {
        await App.CommitteeAsync();
        using var manager = await MakeAsync();
        var call = await CallAsync();

        Assert.Equal(("Africa/Nairobi", new DateTime(2026, 11, 30, 23, 59, 0)), (call.DeadlineZone, call.DeadlineLocal));
        Assert.Equal(new DateTimeOffset(2026, 9, 30, 21, 0, 0, TimeSpan.Zero), call.OpensAt);
        Assert.Equal((10, 100, 4, 195), (call.Criteria.Count, call.Criteria.Sum(criterion => criterion.Weight), call.Qualifications.Count, call.Countries.Count));
        Assert.Equal(6, await App.WithDbAsync(db => db.CommitteeMembers.CountAsync(Cancel)));
        Assert.Equal([CallGap.Summary, CallGap.Contact], call.Gaps());

        Assert.Contains("Every phase has its call.", (await manager.PageAsync("/manage/calls/new")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, InlineData("Input.Title", "", "Write a title."), InlineData("Input.Zone", "Mars/Olympus", "Choose a time zone of the list."), InlineData("Input.OpensOn", "2027-01-01", "The call opens before its deadline.")]
    public async Task Post_NewCallWrong_RendersError(string field, string value, string message)
    {
        await App.CreatePhaseAsync();
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        var fields = NewCall();
        fields[field] = value;
        using var answer = await manager.SubmitAsync("/manage/calls/new", fields);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains((await answer.DocumentAsync()).Messages(), shown => shown.Contains(message, StringComparison.Ordinal));
        Assert.Equal(0, await App.WithDbAsync(db => db.Calls.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Call_WrittenSignedAndPublished_GoesTheWholeWay()
    {
        var committee = await App.CommitteeAsync();
        using var manager = await MakeAsync();
        await FinishAsync(manager);
        await App.SignAsync(committee.ItuChair, "/committee/calls/phase-1/rules");
        await SaveAsync(manager, "/judging", ("Input.Band", "2,5"), ("Input.MinimumScore", "60"));

        using (var chair = await App.SignedInAsync(committee.CiscoChair))
        {
            var page = (await chair.PageAsync("/committee/calls/phase-1/rules")).Body!.TextContent;
            Assert.Contains("What changed since version", page, StringComparison.Ordinal);
            Assert.Contains("2.5", page, StringComparison.Ordinal);
        }

        await App.SignBothAsync("/committee/calls/phase-1/rules");
        (await manager.SubmitAsync($"{Address}/next/publish")).Dispose();
        Assert.Equal((CallStage.Published, 2_500_000L, 60_000_000L), await App.WithDbAsync(db => db.Calls
            .Select(call => new ValueTuple<CallStage, long, long>(call.Stage, call.BandMillionths, call.MinimumScoreMillionths!.Value)).SingleAsync(Cancel)));

        using var late = await manager.SubmitAsync($"{Address}/contact", null, "main form.form-width");
        Assert.Contains("A published call changes only by an amendment.", (await late.DocumentAsync()).Messages());
    }

    [Fact]
    public async Task Publish_WithoutBothSignatures_IsRefused()
    {
        await App.CreateCallAsync(state: CallState.Draft, slug: "phase-1");
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        var page = await manager.PageAsync(Address);
        Assert.Null(page.QuerySelector("a[href$='/publish']"));
        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => App.WithAsync<Application.Calls.CallService>(service => service.PublishAsync(
            new Application.Calls.CallChange { Actor = TestData.PartyManager(Party.Itu), Slug = "phase-1" }, Cancel)));
        Assert.Equal("Both parties sign the call's rules first.", broken.Message);
    }

    [Fact]
    public async Task Post_WeightsThatMissHundred_RendersError()
    {
        using var manager = await MakeAsync();
        using var answer = await manager.SubmitAsync($"{Address}/criteria", Fields(("Input.Criteria[0].Weight", "7")));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.DocumentAsync();
        Assert.Contains(page.Messages(), shown => shown.Contains("The weights sum to 99. They must sum to 100.", StringComparison.Ordinal));
        Assert.Equal("7", page.QuerySelector("[name='Input.Criteria[0].Weight']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Post_Parts_AreStored()
    {
        using var manager = await MakeAsync();
        await SaveAsync(manager, "/criteria", ("Input.Criteria[0].Weight", "7"), ("Input.Criteria[1].Weight", "15"), ("Input.Criteria[2].Minimum", "2.5"));
        await SaveAsync(manager, "/criterion/C1", ("Input.Name", "Non-profit"), ("Input.Anchors[5]", "Audited"));
        await SaveAsync(manager, "/qualification", ("Input.Code", "M9"), ("Input.Text", "Backup power"), ("Input.Check", "None"));
        await SaveAsync(manager, "/countries", ("Input.Country", "CH"), ("Input.IsEligible", "true"), ("Input.Reason", "Both agreed."));
        await SaveAsync(manager, "/form/infrastructure", ("Input.Fields[0].Label", "How many labs?"));
        await SaveAsync(manager, "/dates", ("Input.DeadlineOn", "2026-12-15"));

        var call = await CallAsync();
        Assert.Equal((7, 2_500_000L, "Non-profit", "Audited"), (
            call.Criteria.Single(criterion => criterion.Code == "C1").Weight, call.Criteria.Single(criterion => criterion.Code == "C3").MinimumMillionths!.Value,
            call.Criteria.Single(criterion => criterion.Code == "C1").Name.InEnglish, call.Criteria.Single(criterion => criterion.Code == "C1").Rubric[5].InEnglish));
        Assert.Equal("Backup power", call.Qualifications.Single(qualification => qualification.Code == "M9").Text.InEnglish);
        Assert.Equal((true, "Both agreed."), (call.Countries.Single(country => country.Country == "CH").IsEligible, call.Countries.Single(country => country.Country == "CH").Reason));
        Assert.Equal("How many labs?", call.Form.Find("infrastructure")!.Fields[0].Label.InEnglish);
        Assert.Equal(new DateTime(2026, 12, 15, 23, 59, 0), call.DeadlineLocal);
    }

    [Theory]
    [InlineData("/countries", "Input.Country=CH;Input.IsEligible=true", "Write a reason.")]
    [InlineData("/criterion/C1", "Input.Anchors[2]=", "C1 needs a sentence for each score from 0 to 5.")]
    [InlineData("/criterion", "Input.Code=C11;Input.Name=Again", "Choose a section that a reviewer reads for it.")]
    [InlineData("/qualification", "Input.Code=M1;Input.Text=Again;Input.Check=None", "Another qualification has this code.")]
    [InlineData("/judging", "Input.ReviewsEach=1", "Reviews for each candidacy are a whole number from 2 to 10.")]
    [InlineData("/judging", "Input.Band=many", "Enter a number, such as 4 or 1.5.")]
    [InlineData("/contact", "Input.ContactEmail=nobody", "Enter an e-mail address")]
    [InlineData("/dates", "Input.OpensOn=2027-01-01", "The call opens before its deadline.")]
    [InlineData("/text", "Input.Summary=", "Write what the call is about.")]
    [InlineData("/form/mission", "Input.Fields[0].Label=", "A question has a text.")]
    public async Task Post_PartWrong_RendersError(string part, string typed, string message)
    {
        using var manager = await MakeAsync();
        using var answer = await manager.SubmitAsync($"{Address}{part}", Fields([.. typed.Split(';').Select(pair => (pair.Split('=')[0], pair.Split('=')[1]))]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains((await answer.DocumentAsync()).Messages(), shown => shown.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_StaleVersion_IsAConflict_AndSavesTheSecondTime()
    {
        using var manager = await MakeAsync();
        var stale = await manager.PageAsync($"{Address}/text");
        await SaveAsync(manager, "/judging", ("Input.OfferDays", "21"));
        using var answer = await manager.SubmitAsync(stale, Fields(("Input.Title", "Mine"), ("Input.Summary", "Ours")));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var again = await answer.DocumentAsync();
        Assert.Equal("Mine", again.QuerySelector("[name='Input.Title']")!.GetAttribute("value"));
        using var second = await manager.SubmitAsync(again, Fields(("Input.Title", "Mine")));
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
    }

    [Theory]
    [InlineData("/text", "Input.Title", "Mine", "Theirs", "Title in English")]
    [InlineData("/contact", "Input.ContactName", "Mine", "Theirs", "Whom to ask")]
    [InlineData("/dates", "Input.DeadlineAt", "20:00", "21:00", "Deadline, time")]
    [InlineData("/judging", "Input.OfferDays", "20", "21", "Time to answer an offer")]
    [InlineData("/criteria", "Input.Criteria[0].Minimum", "3", "2.5", "Minimum of C1")]
    [InlineData("/criterion/C1", "Input.Name", "Mine", "Theirs", "Name in English")]
    [InlineData("/qualification/M1", "Input.Evidence", "Mine", "Theirs", "How it is shown, in English")]
    [InlineData("/form/mission", "Input.Fields[0].Hint", "Mine", "Theirs", "Hint in English")]
    public async Task Post_StaleVersion_ShowsWhatIsStoredBesideWhatWasTyped(string part, string field, string mine, string theirs, string label)
    {
        using var manager = await MakeAsync();
        await FinishAsync(manager);
        var stale = await manager.PageAsync($"{Address}{part}");
        await SaveAsync(manager, part, (field, theirs));

        using var answer = await manager.SubmitAsync(stale, Fields((field, mine)));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.DocumentAsync();
        var row = Assert.Single(page.QuerySelectorAll("#differences tbody tr"));
        Assert.Equal([mine, theirs], row.QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Contains(label, row.QuerySelector("th")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(mine, page.QuerySelector($"[name='{field}']")!.GetAttribute("value"));
        using var second = await manager.SubmitAsync(page);
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
    }

    [Fact]
    public async Task Post_StartScreening_OnlyAfterTheDeadline()
    {
        var call = await App.CreateCallAsync();
        await App.CreateCandidacyAsync(call);
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        var address = $"/manage/calls/{call.Slug}/next/start-screening";
        Assert.Null((await manager.PageAsync($"/manage/calls/{call.Slug}")).QuerySelector($"a[href='{address}']"));
        Assert.Null((await manager.PageAsync(address)).QuerySelector("main form"));
        App.Time.Set(call.DeadlineEndsAt);
        Assert.NotNull((await manager.PageAsync($"/manage/calls/{call.Slug}")).QuerySelector($"a[href='{address}']"));
        (await manager.SubmitAsync(address)).Dispose();
        Assert.Equal(call.DeadlineEndsAt, await App.WithDbAsync(db => db.Calls.Select(found => found.ScreeningAt).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Get_UnknownCallOrPart_IsNotFound()
    {
        await App.CreateCallAsync(slug: "phase-1");
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        foreach (var address in new[] { "/manage/calls/none", "/manage/calls/none/text", $"{Address}/criterion/C99", $"{Address}/next/none", $"{Address}/qualification/M99", $"{Address}/form/none" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await manager.StatusAsync(address));
        }
    }

    [Theory, InlineData(""), InlineData("/text"), InlineData("/dates"), InlineData("/contact"), InlineData("/criteria"), InlineData("/criterion/C2"), InlineData("/qualifications"), InlineData("/qualification/M2"),
     InlineData("/judging"), InlineData("/countries"), InlineData("/form"), InlineData("/form/institution"), InlineData("/committee"), InlineData("/amendments"), InlineData("/questions"), InlineData("/next/archive")]
    public async Task Get_IsFrugal(string part)
    {
        await App.CreateCallAsync(slug: "phase-1");
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var page = await App.Queries.GetFrugallyAsync(manager, Address + part);
        using var list = await App.Queries.GetFrugallyAsync(manager, "/manage/calls");
    }

    internal static Dictionary<string, string> Fields(params (string Name, string Value)[] fields) => fields.ToDictionary(field => field.Name, field => field.Value);

    private static Dictionary<string, string> NewCall() => Fields(
        ("Input.Phase", "phase-1"), ("Input.Title", "Call for centres"), ("Input.Zone", "Africa/Nairobi"), ("Input.OpensOn", "2026-10-01"), ("Input.DeadlineOn", "2026-11-30"), ("Input.Preset", "phase-1"));

    private static async Task SaveAsync(HttpClient manager, string part, params (string Name, string Value)[] fields)
    {
        using var answer = await manager.SubmitAsync($"{Address}{part}", Fields(fields));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{part} answers {(int)answer.StatusCode}: {string.Join(" ", (await answer.DocumentAsync()).Messages())}");
    }

    private static async Task FinishAsync(HttpClient manager)
    {
        await SaveAsync(manager, "/text", ("Input.Summary", "Host a centre."), ("Input.SummaryFrench", "Accueillez un centre."));
        await SaveAsync(manager, "/contact", ("Input.PostalAddress", "ITU, Geneva"), ("Input.ContactName", "DTC team"), ("Input.ContactEmail", "calls@example.org"));
    }

    private async Task<HttpClient> MakeAsync()
    {
        await App.CreatePhaseAsync();
        var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var made = await manager.SubmitAsync("/manage/calls/new", NewCall());
        Assert.Equal(Address, made.Headers.Location?.ToString());
        return manager;
    }

    private Task<Call> CallAsync() =>
        App.WithDbAsync(db => db.Calls.AsSplitQuery().Include(call => call.Criteria).Include(call => call.Qualifications).Include(call => call.Countries).SingleAsync(Cancel));
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class ManageCallTestsOnSqlite(SqliteApp app) : ManageCallTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class ManageCallTestsOnMariaDb(MariaDbApp app) : ManageCallTests(app);
