using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using DtcPortal.Application.Accounts;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Reporting;

/// <summary>A centre's home, activities and income.</summary>
public abstract class CentrePageTests(PortalApp app) : PageTests(app)
{
    private static Dictionary<string, string> Training => new()
    {
        ["Input.Title"] = "Basic digital skills, group 12", ["Input.StartsOn"] = "2026-09-07", ["Input.EndsOn"] = "2026-09-11", ["Input.Level"] = "Basic",
        ["Input.Mode"] = "OnSite", ["Input.Curriculum"] = "Itu", ["Input.Women"] = "12", ["Input.Men"] = "8", ["Input.Hours"] = "30", ["Input.Completed"] = "18",
    };

    [Fact]
    public async Task Home_ShowsCommitmentsLastActivitiesAndReports_Frugally()
    {
        var centre = await App.CreateCentreAsync();
        await App.CreateActivityAsync(centre, period: TestData.LastPeriod.Next, with: entry => entry with { StartsOn = new DateOnly(2026, 9, 1), EndsOn = new DateOnly(2026, 9, 4) });
        await App.CreateReportAsync(centre, ReportState.Returned);
        using var manager = await App.SignedInAsync(await App.ManagerOfAsync(centre));

        using var response = await App.Queries.GetFrugallyAsync(manager, "/centre");

        var text = (await response.DocumentAsync()).QuerySelector("main")!.TextContent;
        Assert.Contains(centre.Name, text, StringComparison.Ordinal);
        Assert.Contains("Report 2026-Q2 was returned with 1 remark.", text, StringComparison.Ordinal);
        Assert.Contains("1 of 4 courses", text, StringComparison.Ordinal);
        Assert.Contains("0 of 1 workshop", text, StringComparison.Ordinal);
        Assert.Contains("Please check group 9.", text, StringComparison.Ordinal);
        Assert.Contains("Basic digital skills", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_NotActive_LeadsToTheAgreement()
    {
        var centre = await App.CreateCentreAsync(active: false);
        using var manager = await App.SignedInAsync(await App.ManagerOfAsync(centre));
        var page = await manager.PageAsync("/centre");
        Assert.NotNull(page.QuerySelector("main a[href='/centre/agreement']"));
        Assert.Null(page.QuerySelector("main .choice-cards"));
    }

    [Theory]
    [InlineData("/centre")]
    [InlineData("/centre/activities")]
    [InlineData("/centre/activities/new")]
    [InlineData("/centre/income")]
    [InlineData("/centre/reports")]
    [InlineData("/centre/reports/2026-Q2")]
    public async Task Get_StaffWithoutCentre_IsNotFound(string address)
    {
        using var reporter = await App.SignedInAsync(PortalRole.CentreReporter);
        Assert.Equal(HttpStatusCode.NotFound, await reporter.StatusAsync(address));
    }

    [Fact]
    public async Task New_Training_IsStored_AndTheListSumsIt()
    {
        var centre = await App.CreateCentreAsync();
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));

        using var response = await reporter.SubmitAsync("/centre/activities/new?kind=training", Training);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var stored = await App.WithDbAsync(db => db.Activities.AsNoTracking().SingleAsync(Cancel));
        Assert.Equal((centre.Id, new ReportingPeriod(2026, 3), ActivityKind.Training, TrainingLevel.Basic, 20, 18), (stored.CentreId, stored.Period, stored.Kind, stored.Level!.Value, stored.Participation.Total, stored.Participation.Completed));
        using var list = await App.Queries.GetFrugallyAsync(reporter, "/centre/activities");
        Assert.Contains("20 people, of them 12 women and 8 men, 30 hours", (await list.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Title", "", "Write a title.")]
    [InlineData("Input.StartsOn", "", "Write the first day.")]
    [InlineData("Input.EndsOn", "2026-09-01", "The last day must not be before the first.")]
    [InlineData("Input.EndsOn", "2026-09-20", "An activity is entered once it is over.")]
    [InlineData("Input.StartsOn", "0001-01-01", "Enter a date from 1900 to 2199.")]
    [InlineData("Input.EndsOn", "9999-12-31", "Enter a date from 1900 to 2199.")]
    [InlineData("Input.Women", "99999999999", "Enter a smaller number.")]
    [InlineData("Input.Women", "1,000", "Write thousands without a comma or point, such as 12000.")]
    [InlineData("Input.StartsOn", "2025-01-01", "An activity lasts a year at most.")]
    [InlineData("Input.Women", "-1", "A number of people is 0 or more.")]
    [InlineData("Input.Women", "1.5", "Enter a whole number, such as 12.")]
    [InlineData("Input.Women", "100001", "One activity has at most 100000 people.")]
    [InlineData("Input.Under15", "21", "People by age must not be more than all who took part.")]
    [InlineData("Input.WithDisability", "21", "People with a disability must not be more than all who took part.")]
    [InlineData("Input.Completed", "21", "Those who completed must not be more than all who took part.")]
    [InlineData("Input.Certificates", "-1", "Certificates are 0 or more.")]
    [InlineData("Input.Certificates", "19", "Certificates must not be more than those who completed.")]
    [InlineData("Input.FoundWork", "21", "Those who found work must not be more than all who took part.")]
    [InlineData("Input.Hours", "10001", "Hours are from 0 to 10,000.")]
    public async Task New_NotValid_RendersErrorWithWhatWasTyped(string field, string value, string message)
    {
        var centre = await App.CreateCentreAsync();
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        using var response = await reporter.SubmitAsync("/centre/activities/new?kind=training", new Dictionary<string, string>(Training) { [field] = value });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await response.DocumentAsync();
        Assert.Contains(page.Messages(), text => text.Contains(message, StringComparison.Ordinal));
        Assert.Equal(value, page.QuerySelector($"[name='{field}']")!.GetAttribute("value") ?? string.Empty);
        Assert.Equal(0, await App.WithDbAsync(db => db.Activities.CountAsync(Cancel)));
    }

    [Theory]
    [InlineData("training", "Choose the level of the training.")]
    [InlineData("trainers", "Choose how it was delivered.")]
    [InlineData("study", "Write on whose request the study was done.")]
    public async Task New_KindsOwnFieldMissing_RendersError(string kind, string message)
    {
        var centre = await App.CreateCentreAsync();
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        using var response = await reporter.SubmitAsync($"/centre/activities/new?kind={kind}", new Dictionary<string, string> { ["Input.Title"] = "x", ["Input.StartsOn"] = "2026-09-07" });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains((await response.DocumentAsync()).Messages(), text => text.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task New_BeforeTheCentreWasActive_RendersError()
    {
        var centre = await App.CreateCentreAsync(activeAt: PortalApp.Start.AddDays(-2));
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        using var response = await reporter.SubmitAsync("/centre/activities/new?kind=training", Training);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains((await response.DocumentAsync()).Messages(), text => text.Contains("Activities count from the day on which the centre became active.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task New_SentTwice_IsStoredOnce()
    {
        var centre = await App.CreateCentreAsync();
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        var page = await reporter.PageAsync("/centre/activities/new?kind=training");
        for (var times = 0; times < 2; times++)
        {
            using var response = await reporter.SubmitAsync(page, Training);
            Assert.Equal("/centre/activities", response.Headers.Location?.ToString());
        }

        Assert.Equal(1, await App.WithDbAsync(db => db.Activities.CountAsync(Cancel)));
    }

    [Fact]
    public async Task New_SentTwiceAtOnce_IsStoredOnce()
    {
        var centre = await App.CreateCentreAsync();
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        var page = await reporter.PageAsync("/centre/activities/new?kind=training");

        var responses = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => reporter.SubmitAsync(page, Training)));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.Redirect, response.StatusCode));
        Assert.Equal(1, await App.WithDbAsync(db => db.Activities.CountAsync(Cancel)));
    }

    [Fact]
    public async Task New_SentAgainWithOtherWords_AsksFirst()
    {
        var centre = await App.CreateCentreAsync();
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        var page = await reporter.PageAsync("/centre/activities/new?kind=training");
        using var first = await reporter.SubmitAsync(page, Training);

        using var second = await reporter.SubmitAsync(page, new Dictionary<string, string>(Training) { ["Input.Women"] = "13" });

        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
        Assert.Equal(1, await App.WithDbAsync(db => db.Activities.CountAsync(Cancel)));
        var shown = await second.DocumentAsync();
        Assert.Contains(shown.Messages(), text => text.Contains("was entered from this form before.", StringComparison.Ordinal));
        using var again = await reporter.SubmitAsync(shown);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(2, await App.WithDbAsync(db => db.Activities.CountAsync(Cancel)));
    }

    [Fact]
    public async Task New_WithTheKeyOfAnotherCentresActivity_IsNotFound()
    {
        var theirs = await App.CreateActivityAsync(await App.CreateCentreAsync());
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(await App.CreateCentreAsync(country: "GH")));
        using var response = await reporter.SubmitAsync("/centre/activities/new?kind=training", new Dictionary<string, string>(Training) { ["Key"] = theirs.Id.ToString() });
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task New_SaveAndAnother_BeginsFromIt()
    {
        var centre = await App.CreateCentreAsync();
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        using var response = await reporter.SubmitAsync("/centre/activities/new?kind=training", new Dictionary<string, string>(Training) { ["another"] = "true" });
        var next = await reporter.PageAsync(response.Headers.Location!.ToString());
        Assert.Equal("Basic digital skills, group 12", next.QuerySelector("[name='Input.Title']")!.GetAttribute("value"));
        Assert.NotNull(next.QuerySelector("[name='Input.Level'][value='Basic'][checked]"));
        Assert.Null(next.QuerySelector("[name='Input.Women']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Edit_IsStored_AndAStaleVersionIsRefused()
    {
        var centre = await App.CreateCentreAsync();
        var activity = await App.CreateActivityAsync(centre);
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        var first = await reporter.PageAsync($"/centre/activities/{activity.Id}");
        using var saved = await reporter.SubmitAsync($"/centre/activities/{activity.Id}", new Dictionary<string, string> { ["Input.Title"] = "Group 13" });
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal("Group 13", await App.WithDbAsync(db => db.Activities.Select(a => a.Title).SingleAsync(Cancel)));
        using var stale = await reporter.SubmitAsync(first, new Dictionary<string, string> { ["Input.Title"] = "Group 14" });
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Equal("Group 14", (await stale.DocumentAsync()).QuerySelector("[name='Input.Title']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Edit_OfAnotherCentre_IsNotFound()
    {
        var activity = await App.CreateActivityAsync(await App.CreateCentreAsync());
        using var other = await App.SignedInAsync(await App.ManagerOfAsync(await App.CreateCentreAsync(country: "GH")));
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync($"/centre/activities/{activity.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync($"/centre/activities/new?like={activity.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync($"/centre/activities?removed={activity.Id}"));
    }

    [Fact]
    public async Task Remove_CanBeUndone()
    {
        var centre = await App.CreateCentreAsync();
        var activity = await App.CreateActivityAsync(centre);
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        var edit = await reporter.PageAsync($"/centre/activities/{activity.Id}");
        using var removed = await reporter.PostAsync($"/centre/activities/{activity.Id}?handler=Remove", Token(edit), Cancel);
        Assert.NotNull(await App.WithDbAsync(db => db.Activities.Select(a => a.RemovedAt).SingleAsync(Cancel)));
        using var undone = await reporter.SubmitAsync(removed.Headers.Location!.ToString(), new Dictionary<string, string> { ["id"] = activity.Id.ToString() });
        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        Assert.Null(await App.WithDbAsync(db => db.Activities.Select(a => a.RemovedAt).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Edit_ApprovedPeriod_StandsStill()
    {
        var centre = await App.CreateCentreAsync();
        var activity = await App.CreateActivityAsync(centre);
        await App.CreateReportAsync(centre, ReportState.Approved);
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        var page = await reporter.PageAsync($"/centre/activities/{activity.Id}");
        Assert.True(page.QuerySelector("main form fieldset")!.HasAttribute("disabled"));
        var fields = new Dictionary<string, string>(Training) { ["Input.Kind"] = "Training", ["Input.Version"] = "0", ["__RequestVerificationToken"] = TokenOf(page) };
        using var response = await reporter.PostAsync($"/centre/activities/{activity.Id}", new FormUrlEncodedContent(fields), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains((await response.DocumentAsync()).Messages(), text => text.Contains("The report of 2026-Q2 is approved", StringComparison.Ordinal));
    }

    [Fact]
    public async Task New_NotActive_SaysWhy()
    {
        var centre = await App.CreateCentreAsync(active: false);
        using var manager = await App.SignedInAsync(await App.ManagerOfAsync(centre));
        using var refused = await manager.GetAsync("/centre/activities/new", Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("Activities are entered once the centre is active: its agreement must be signed first.", (await refused.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EachCountOfTheReport_OpensSoManyActivities()
    {
        var centre = await App.CreateCentreAsync();
        await App.CreateActivityAsync(centre);
        await App.CreateActivityAsync(centre, entry => entry with { Curriculum = CurriculumSource.Own, IsNewMethod = true });
        await App.CreateActivityAsync(centre, entry => entry with { Kind = ActivityKind.PolicyWorkshop, Level = null, Curriculum = null });
        await App.CreateActivityAsync(centre, entry => entry with { Kind = ActivityKind.Awareness, Level = null, Curriculum = CurriculumSource.Itu });
        await App.CreateReportAsync(centre);
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        var report = await reporter.PageAsync($"/centre/reports/{TestData.LastPeriod}");
        var counts = new Dictionary<string, string> { ["activities-done"] = "3", ["courses-with-party-materials"] = "1", ["new-methods"] = "1", ["policy-workshops"] = "1" };
        foreach (var (indicator, count) in counts)
        {
            var link = report.QuerySelector($"tr[id='{indicator}'] td a")!;
            Assert.Equal((indicator, count), (indicator, link.TextContent));
            Assert.Equal(int.Parse(count, CultureInfo.InvariantCulture), (await reporter.PageAsync(link.GetAttribute("href")!)).QuerySelectorAll("main tbody tr").Length);
        }
    }

    [Fact]
    public async Task List_IsFiltered_Searched_AndDownloaded()
    {
        var centre = await App.CreateCentreAsync();
        await App.CreateActivityAsync(centre, entry => entry with { Title = "Élèves du secondaire" });
        await App.CreateActivityAsync(centre, entry => entry with { Title = "=HYPERLINK(1)", Kind = ActivityKind.PolicyWorkshop, Level = null });
        await App.CreateActivityAsync(await App.CreateCentreAsync(country: "GH"), entry => entry with { Title = "Of others" });
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        async Task<string[]> TitlesAsync(string query) => [.. (await reporter.PageAsync($"/centre/activities?{query}")).QuerySelectorAll("main tbody th a").Select(link => link.TextContent)];
        Assert.Equal(["Élèves du secondaire"], await TitlesAsync("q=ELEVES"));
        Assert.Equal(["=HYPERLINK(1)"], await TitlesAsync("kind=PolicyWorkshop&period=2026-Q2"));
        Assert.Empty(await TitlesAsync("period=2026-Q1"));
        Assert.Equal(2, (await TitlesAsync("kind=Nothing&sort=title&p=99")).Length);
        using var csv = await reporter.GetAsync("/centre/activities?handler=Download&format=csv", Cancel);
        var text = await csv.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("'=HYPERLINK(1)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Of others", text, StringComparison.Ordinal);
        using var xlsx = await reporter.GetAsync("/centre/activities?handler=Download&format=xlsx", Cancel);
        Assert.Equal("PK"u8.ToArray(), (await xlsx.Content.ReadAsByteArrayAsync(Cancel))[..2]);
    }

    [Fact]
    public async Task Income_IsStored_AndBlankIsNoFigure()
    {
        var centre = await App.CreateCentreAsync();
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        using var response = await reporter.SubmitAsync("/centre/income?period=2026-Q2", new Dictionary<string, string>
        {
            ["Input.TrainingFees.Dollars"] = "1000,50", ["Input.Donations.Dollars"] = "0", ["Input.Costs.Dollars"] = "2000", ["Input.Costs.Note"] = "Rent",
        });
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var stored = await App.WithDbAsync(db => db.IncomeEntries.OrderBy(e => e.Key).Select(e => new { e.Source, e.Cents, e.Note }).ToListAsync(Cancel));
        Assert.Equal([(null, 200_000L, "Rent"), (IncomeSource.TrainingFees, 100_050L, null), (IncomeSource.Donations, 0L, null)], stored.Select(e => (e.Source, e.Cents, e.Note)));
        using var page = await App.Queries.GetFrugallyAsync(reporter, "/centre/income?period=2026-Q2");
        Assert.Contains("50.0", (await page.DocumentAsync()).QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
        using var blank = await reporter.SubmitAsync("/centre/income?period=2026-Q2", new Dictionary<string, string> { ["Input.Donations.Dollars"] = "" });
        Assert.Equal(2, await App.WithDbAsync(db => db.IncomeEntries.CountAsync(Cancel)));
    }

    [Theory]
    [InlineData("Input.TrainingFees.Dollars", "-1", "An amount is from 0 to 100,000,000 US dollars.")]
    [InlineData("Input.Companies.Dollars", "100000001", "An amount is from 0 to 100,000,000 US dollars.")]
    [InlineData("Input.Costs.Dollars", "1.0055", "An amount has two digits after the point at most.")]
    [InlineData("Input.Costs.Dollars", "1,000,000", "Write thousands without a comma or point, such as 12000.")]
    [InlineData("Input.Donations.Note", "From whom?", "Write the amount that the note speaks of.")]
    public async Task Income_NotValid_RendersError(string field, string value, string message)
    {
        var centre = await App.CreateCentreAsync();
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        using var response = await reporter.SubmitAsync("/centre/income?period=2026-Q2", new Dictionary<string, string> { [field] = value });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await response.DocumentAsync();
        Assert.Contains(page.Messages(), text => text.Contains(message, StringComparison.Ordinal));
        Assert.Equal(value, page.QuerySelector($"[name='{field}']")!.GetAttribute("value"));
        Assert.Equal(0, await App.WithDbAsync(db => db.IncomeEntries.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Income_StaleForm_IsRefused()
    {
        var centre = await App.CreateCentreAsync();
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        var first = await reporter.PageAsync("/centre/income?period=2026-Q2");
        using var saved = await reporter.SubmitAsync("/centre/income?period=2026-Q2", new Dictionary<string, string> { ["Input.Costs.Dollars"] = "5" });
        using var stale = await reporter.SubmitAsync(first, new Dictionary<string, string> { ["Input.Costs.Dollars"] = "6" });
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Equal(500, await App.WithDbAsync(db => db.IncomeEntries.Select(e => e.Cents).SingleAsync(Cancel)));
        var both = await stale.DocumentAsync();
        Assert.Contains("5\u00a0USD", both.QuerySelector("#stored")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("6", both.QuerySelector("[name='Input.Costs.Dollars']")!.GetAttribute("value"));
        using var again = await reporter.SubmitAsync(both, new Dictionary<string, string> { ["Input.Costs.Dollars"] = "6" });
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(600, await App.WithDbAsync(db => db.IncomeEntries.Select(e => e.Cents).SingleAsync(Cancel)));
    }

    private static FormUrlEncodedContent Token(IDocument page) => new(new Dictionary<string, string> { ["__RequestVerificationToken"] = TokenOf(page) });

    private static string TokenOf(IDocument page) => page.QuerySelector("main [name='__RequestVerificationToken']")!.GetAttribute("value")!;
}

[Collection(nameof(Application.Storage.DatabaseProvider.Sqlite))]
public sealed class CentrePageTestsOnSqlite(SqliteApp app) : CentrePageTests(app);

[Collection(nameof(Application.Storage.DatabaseProvider.MySql))]
public sealed class CentrePageTestsOnMariaDb(MariaDbApp app) : CentrePageTests(app);
