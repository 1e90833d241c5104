using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Reporting;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Reporting;

/// <summary>The report form, its check, and what the parties do with it.</summary>
public abstract class ReportPageTests(PortalApp app) : PageTests(app)
{
    private const string Address = "/centre/reports/2026-Q2";

    [Fact]
    public async Task Form_FilledIn_Frugally_WithLinksToWhatItIsMadeOf()
    {
        var centre = await App.CreateCentreAsync();
        await App.CreateActivityAsync(centre);
        await App.SeedIndicatorsAsync();
        await App.CreateObservationsAsync(centre, TestData.LastPeriod.Previous, ("trained-basic", 15, null, []));
        await App.AgreedTargetAsync(centre, "trained-basic", 22);
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));

        using var response = await App.Queries.GetFrugallyAsync(reporter, Address);

        var page = await response.DocumentAsync();
        var row = page.QuerySelector("#trained-basic")!;
        Assert.Equal("/centre/activities?period=2026-Q2&kind=Training&level=Basic", row.QuerySelector("td a")!.GetAttribute("href"));
        Assert.Equal(["20", "15", "", "22"], row.QuerySelectorAll("td.num").Select(cell => cell.TextContent.Trim()));
        Assert.Equal("20", Input(page, "Values[trained-basic].Total").Value);
        Assert.Contains("91", row.QuerySelector(".light")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("12", Input(page, "Values[trained-basic].Parts[sex:women]").Value);
        Assert.Null(page.QuerySelector("[name='Values[income].Total']"));
        Assert.Equal(0, await App.WithDbAsync(db => db.Reports.CountAsync(report => report.Period == TestData.LastPeriod, Cancel)));
        var activities = await reporter.PageAsync("/centre/activities?period=2026-Q2&kind=Training&level=Basic");
        Assert.Contains("20 people", activities.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_PartsMiss_ShowsWhere_AndRepairsInOneClick()
    {
        var centre = await App.CreateCentreAsync();
        await App.SeedIndicatorsAsync();
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        using var saved = await reporter.SubmitAsync(Address, new Dictionary<string, string>
        {
            ["Values[trainers-trained].Total"] = "1204", ["Values[trainers-trained].Parts[sex:women]"] = "612", ["Values[trainers-trained].Parts[sex:men]"] = "574",
            ["Values[trainers-trained].Parts[sex:not-stated]"] = "",
        });
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var page = await reporter.PageAsync(Address);
        Assert.Contains("Women 612 + Men 574 = 1,186. The total says 1,204: 18 are missing.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Trainers trained: the parts by sex miss the total by 18", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Single((await reporter.PageAsync($"{Address}?only=needs")).QuerySelectorAll("table.report tr[id]"));

        using var repaired = await reporter.SubmitAsync(page, new Dictionary<string, string> { ["repair"] = "trainers-trained/sex" });

        Assert.Equal($"{Address}#trainers-trained", repaired.Headers.Location!.ToString());
        var after = await reporter.PageAsync(Address);
        Assert.Equal("18", Input(after, "Values[trainers-trained].Parts[sex:not-stated]").Value);
        Assert.Null(after.QuerySelector(".error-summary"));
    }

    [Theory]
    [InlineData("Values[certificates].Total", "-1", "A figure is 0 or more.")]
    [InlineData("Values[certificates].Total", "1.5", "Enter a whole number, such as 12.")]
    [InlineData("Values[certificates].Total", "many", "Enter a number, such as 4 or 1.5.")]
    [InlineData("Values[certificates].Total", "1000000000001", "A figure is at most 1,000,000,000,000.")]
    [InlineData("Values[certificates].Parts[sex:women]", "-3", "A figure is 0 or more.")]
    public async Task Save_NotValid_RendersErrorWithWhatWasTyped(string field, string value, string message)
    {
        var centre = await App.CreateCentreAsync();
        await App.SeedIndicatorsAsync();
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        using var response = await reporter.SubmitAsync(Address, new Dictionary<string, string> { [field] = value });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await response.DocumentAsync();
        Assert.Contains(page.Messages(), text => text.Contains(message, StringComparison.Ordinal));
        Assert.Equal(value, Input(page, field).GetAttribute("value"));
        Assert.Equal(0, await App.WithDbAsync(db => db.Reports.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Save_Stale_ShowsBothVersions()
    {
        var centre = await App.CreateCentreAsync();
        await App.SeedIndicatorsAsync();
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        var first = await reporter.PageAsync(Address);
        using var saved = await reporter.SubmitAsync(Address, new Dictionary<string, string> { ["Values[reusing-institutions].Total"] = "5" });
        using var stale = await reporter.SubmitAsync(first, new Dictionary<string, string> { ["Values[reusing-institutions].Total"] = "7" });
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var page = await stale.DocumentAsync();
        Assert.Equal("7", Input(page, "Values[reusing-institutions].Total").GetAttribute("value"));
        Assert.Contains("Stored now: 5", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Autosave_AnswersVersion_AndRefusals()
    {
        var centre = await App.CreateCentreAsync();
        await App.SeedIndicatorsAsync();
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        var token = (await reporter.PageAsync(Address)).QuerySelector("#report [name='__RequestVerificationToken']")!.GetAttribute("value")!;
        async Task<(HttpStatusCode, JsonElement?)> SaveAsync(string version, string total)
        {
            using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["Version"] = version, ["Values[reusing-institutions].Total"] = total });
            using var response = await reporter.PostAsync($"{Address}?handler=Autosave", content, Cancel);
            var text = await response.Content.ReadAsStringAsync(Cancel);
            return (response.StatusCode, text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : null);
        }

        var (status, answer) = await SaveAsync("-1", "5");
        Assert.Equal(HttpStatusCode.OK, status);
        var version = answer!.Value.GetProperty("version").GetInt64();
        Assert.Equal((HttpStatusCode.Conflict, null), await SaveAsync("-1", "6"));
        Assert.Equal("A figure is 0 or more.", (await SaveAsync(version.ToString(System.Globalization.CultureInfo.InvariantCulture), "-6")).Item2!.Value.GetProperty("message").GetString());
        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(version.ToString(System.Globalization.CultureInfo.InvariantCulture), "6")).Item1);
    }

    [Fact]
    public async Task Take_PutsWhatTheActivitiesSay()
    {
        var centre = await App.CreateCentreAsync();
        await App.CreateActivityAsync(centre);
        await App.SeedIndicatorsAsync();
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        using var typed = await reporter.SubmitAsync(Address, new Dictionary<string, string> { ["Values[certificates].Total"] = "99" });
        using var taken = await reporter.SubmitAsync(Address, new Dictionary<string, string> { ["take"] = "certificates" });
        Assert.Equal("16", Input(await reporter.PageAsync(Address), "Values[certificates].Total").Value);
    }

    [Fact]
    public async Task Submit_ByManager_FreezesIt_AndAReporterCannot()
    {
        var centre = await App.CreateCentreAsync();
        await App.CreateActivityAsync(centre);
        await App.SeedIndicatorsAsync();
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        using var manager = await App.SignedInAsync(await App.ManagerOfAsync(centre));
        using var checkedByReporter = await reporter.SubmitAsync(Address, new Dictionary<string, string> { ["go"] = "submit" }, "#report");
        Assert.Equal($"{Address}/submit", checkedByReporter.Headers.Location!.ToString());
        Assert.Null((await reporter.PageAsync($"{Address}/submit")).QuerySelector("main form"));

        using var response = await manager.SubmitAsync($"{Address}/submit");

        Assert.Equal(Address, response.Headers.Location!.ToString());
        Assert.Equal(ReportState.Submitted, await App.WithDbAsync(db => db.Reports.Select(report => report.State).SingleAsync(Cancel)));
        var page = await manager.PageAsync(Address);
        Assert.Null(page.QuerySelector("main input:not([type=hidden])"));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = page.QuerySelector("[name='__RequestVerificationToken']")!.GetAttribute("value")! });
        using var again = await reporter.PostAsync($"{Address}/submit", form, Cancel);
        Assert.Contains(again.StatusCode, new[] { HttpStatusCode.Forbidden, HttpStatusCode.BadRequest });
    }

    [Fact]
    public async Task Submit_WithJump_NamesTheRow()
    {
        var centre = await App.CreateCentreAsync();
        await App.SeedIndicatorsAsync();
        await App.CreateObservationsAsync(centre, TestData.LastPeriod.Previous, ("reusing-institutions", 210, null, []));
        using var manager = await App.SignedInAsync(await App.ManagerOfAsync(centre));
        using var saved = await manager.SubmitAsync(Address, new Dictionary<string, string> { ["Values[reusing-institutions].Total"] = "344" });
        var page = await manager.PageAsync(Address);
        Assert.Contains("Institutions reusing the curricula: +64\u00a0% against 2026-Q1 needs a comment", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("say why", page.QuerySelector(".opened-box")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await manager.PageAsync($"{Address}/submit")).QuerySelector("main form"));
        using var commented = await manager.SubmitAsync(Address, new Dictionary<string, string> { ["Values[reusing-institutions].Comment"] = "A ministry passed them on." });
        Assert.NotNull((await manager.PageAsync($"{Address}/submit")).QuerySelector("main form"));
    }

    [Theory]
    [InlineData("/centre/reports/2020-Q1")]
    [InlineData("/centre/reports/2027-Q1")]
    [InlineData("/centre/reports/nothing")]
    [InlineData("/centre/reports/2020-Q1/submit")]
    public async Task Get_PeriodThatIsNotReported_IsNotFound(string address)
    {
        var centre = await App.CreateCentreAsync();
        using var manager = await App.SignedInAsync(await App.ManagerOfAsync(centre));
        Assert.Equal(HttpStatusCode.NotFound, await manager.StatusAsync(address));
    }

    [Fact]
    public async Task Lists_ShowMissingAndLate_Frugally()
    {
        var centre = await App.CreateCentreAsync();
        await App.CreateReportAsync(centre, ReportState.Submitted);
        using var manager = await App.SignedInAsync(await App.ManagerOfAsync(centre));
        using var own = await App.Queries.GetFrugallyAsync(manager, "/centre/reports");
        Assert.Contains("Overdue", (await own.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);
        using var party = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var all = await App.Queries.GetFrugallyAsync(party, "/manage/reports");
        Assert.NotNull((await all.DocumentAsync()).QuerySelector($"a[href='/manage/reports/{centre.Slug}/2026-Q2']"));
        Assert.Single((await party.PageAsync("/manage/reports?state=Submitted&period=2026-Q2&sort=-centre")).QuerySelectorAll("main tbody tr"));
        Assert.Contains("No report matches.", (await party.PageAsync("/manage/reports?state=Approved&centre=none")).Body!.TextContent, StringComparison.Ordinal);
        using var csv = await party.GetAsync("/manage/reports?handler=Download&format=csv", Cancel);
        Assert.Contains(centre.Name, await csv.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Manage_Return_NeedsARemark_ThenReachesTheCentre()
    {
        var centre = await App.CreateCentreAsync();
        await App.CreateReportAsync(centre, ReportState.Submitted);
        using var itu = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        var address = $"/manage/reports/{centre.Slug}/2026-Q2";
        using var frugal = await App.Queries.GetFrugallyAsync(itu, address);
        using var bare = await PressAsync(itu, address, "Return");
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        Assert.Contains((await bare.DocumentAsync()).Messages(), text => text.Contains("Write a remark: the centre must know what to change.", StringComparison.Ordinal));
        using var returned = await PressAsync(itu, address, "Return", ("Remarks[trained-basic]", "Please check group 9."));
        Assert.Equal(HttpStatusCode.Redirect, returned.StatusCode);
        using var manager = await App.SignedInAsync(await App.ManagerOfAsync(centre));
        Assert.Contains("Please check group 9.", (await manager.PageAsync(Address)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_LeadsToTheFieldOfWhatIsTyped_AndToTheSourceOfWhatIsComputed()
    {
        var centre = await App.CreateCentreAsync();
        await App.CreateActivityAsync(centre);
        await App.CreateReportAsync(centre);
        using var manager = await App.SignedInAsync(await App.ManagerOfAsync(centre));
        var rows = (await manager.PageAsync($"{Address}/submit")).QuerySelectorAll("main dl.answers > div");
        string? LinkOf(string name) => rows.Single(row => row.QuerySelector("dt")!.TextContent == name).QuerySelector("dd a")?.GetAttribute("href");
        Assert.Equal($"{Address}#trained-basic", LinkOf("People trained, basic level"));
        Assert.StartsWith("/centre/activities?period=2026-Q2", LinkOf("Women’s share, basic level"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Manage_VerifyThenApprove_ByDifferentParties()
    {
        var centre = await App.CreateCentreAsync();
        await App.CreateActivityAsync(centre);
        await App.CreateReportAsync(centre, ReportState.Submitted);
        using var itu = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var cisco = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Cisco);
        var address = $"/manage/reports/{centre.Slug}/2026-Q2";
        var said = (await itu.PageAsync(address)).QuerySelector("#trained-basic td a")!.GetAttribute("href")!;
        using var activities = await App.Queries.GetFrugallyAsync(itu, said);
        Assert.Equal("20", (await activities.DocumentAsync()).QuerySelector("tr.sum td[data-label='People']")!.TextContent);
        using var verified = await PressAsync(itu, address, "Verify");
        Assert.Equal(HttpStatusCode.Redirect, verified.StatusCode);
        using var twice = await PressAsync(itu, address, "Approve", ("read", "true"));
        Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);
        Assert.Contains((await twice.DocumentAsync()).Messages(), text => text.Contains("Your party has verified this report; the other party approves it.", StringComparison.Ordinal));
        var asked = (await cisco.PageAsync(address)).QuerySelector("#approve")!;
        Assert.Contains("figures for 2026-Q2 become final and are published with the results.", asked.TextContent, StringComparison.Ordinal);
        using var unread = await PressAsync(cisco, address, "Approve");
        Assert.Equal(HttpStatusCode.BadRequest, unread.StatusCode);
        Assert.Contains((await unread.DocumentAsync()).Messages(), text => text.Contains("Tick that you read the report.", StringComparison.Ordinal));
        using var approved = await cisco.SubmitAsync(address, [new("read", "true")], "#approve form");
        Assert.Equal(HttpStatusCode.Redirect, approved.StatusCode);
        Assert.Equal(20_000_000, await App.WithDbAsync(db => db.Observations.Where(o => o.Indicator == "trained-basic" && o.Part == "total").Select(o => o.NumeratorMillionths).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Manage_MoveDue_AndAskForACorrection()
    {
        var centre = await App.CreateCentreAsync();
        await App.SeedIndicatorsAsync();
        using var itu = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        var address = $"/manage/reports/{centre.Slug}/2026-Q2";
        using var without = await PressAsync(itu, address, "Move", ("DueOn", "2026-10-10"), ("Reason", ""));
        Assert.Contains((await without.DocumentAsync()).Messages(), text => text.Contains("Write a reason.", StringComparison.Ordinal));
        using var moved = await PressAsync(itu, address, "Move", ("DueOn", "2026-10-10"), ("Reason", "A flood."));
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        Assert.Equal("A flood.", await App.WithDbAsync(db => db.Reports.Select(report => report.DueReason).SingleAsync(Cancel)));
        await App.CreateReportAsync(centre, ReportState.Approved);
        using var asked = await PressAsync(itu, address, "Correct", ("Reason", "Counted twice."));
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        using var manager = await App.SignedInAsync(await App.ManagerOfAsync(centre));
        Assert.Contains("Counted twice.", (await manager.PageAsync(Address)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_ByTheCentre_ShowsBothSideBySide()
    {
        var centre = await App.CreateCentreAsync();
        await App.CreateActivityAsync(centre);
        await App.CreateReportAsync(centre, ReportState.Approved);
        using var manager = await App.SignedInAsync(await App.ManagerOfAsync(centre));
        using var blank = await manager.SubmitAsync(Address, new Dictionary<string, string> { ["Reason"] = "" });
        Assert.Contains((await blank.DocumentAsync()).Messages(), text => text.Contains("Write a reason.", StringComparison.Ordinal));
        using var begun = await manager.SubmitAsync(Address, new Dictionary<string, string> { ["Reason"] = "Counted twice." });
        await App.CreateActivityAsync(centre);
        var row = (await manager.PageAsync(Address)).QuerySelector("#trained-basic")!;
        Assert.Equal(["40", "20", ""], row.QuerySelectorAll("td.num").Select(cell => cell.TextContent.Trim()).Take(3));
    }

    [Theory, InlineData("/manage/reports/none/2026-Q2"), InlineData("/manage/indicators/none"), InlineData("/manage/targets/none")]
    public async Task Manage_Unknown_IsNotFound(string address)
    {
        using var itu = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        Assert.Equal(HttpStatusCode.NotFound, await itu.StatusAsync(address));
    }

    [Fact]
    public async Task Pages_InFrench_SpeakFrench()
    {
        var centre = await App.CreateCentreAsync();
        await App.CreateActivityAsync(centre);
        await App.CreateReportAsync(centre, ReportState.Returned);
        using var manager = await App.SignedInAsync(await App.ManagerOfAsync(centre));
        manager.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");
        Assert.Contains("Le rapport 2026-T2 a été renvoyé avec 1 remarque.", (await manager.PageAsync("/centre")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Personnes formées, niveau élémentaire", (await manager.PageAsync(Address)).Body!.TextContent, StringComparison.Ordinal);
    }

    private static IHtmlInputElement Input(IHtmlDocument page, string name) => page.QuerySelectorAll("input").OfType<IHtmlInputElement>().Single(input => input.Name == name);

    private static async Task<HttpResponseMessage> PressAsync(HttpClient client, string address, string handler, params (string Name, string Value)[] fields)
    {
        var page = await client.PageAsync(address);
        var values = fields.ToDictionary(field => field.Name, field => field.Value);
        values["__RequestVerificationToken"] = page.QuerySelector("main [name='__RequestVerificationToken']")!.GetAttribute("value")!;
        values["Version"] = page.QuerySelector("main [name='Version']")?.GetAttribute("value") ?? string.Empty;
        using var content = new FormUrlEncodedContent(values);
        return await client.PostAsync($"{address}?handler={handler}", content, Cancel);
    }
}

[Collection(nameof(Application.Storage.DatabaseProvider.Sqlite))]
public sealed class ReportPageTestsOnSqlite(SqliteApp app) : ReportPageTests(app);

[Collection(nameof(Application.Storage.DatabaseProvider.MySql))]
public sealed class ReportPageTestsOnMariaDb(MariaDbApp app) : ReportPageTests(app);
