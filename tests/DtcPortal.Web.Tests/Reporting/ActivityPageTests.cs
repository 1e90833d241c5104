using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Centres;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Reporting;

/// <summary>An activity that two people change, and what a list says of figures that nobody entered.</summary>
public abstract class ActivityPageTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task Edit_StaleVersion_ShowsBothAndSavesTheSecondTime()
    {
        var centre = await App.CreateCentreAsync();
        var activity = await App.CreateActivityAsync(centre);
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        var first = await reporter.PageAsync($"/centre/activities/{activity.Id}");
        (await reporter.SubmitAsync($"/centre/activities/{activity.Id}", [new("Input.Women", "13"), new("Input.Level", "Intermediate")])).Dispose();

        using var stale = await reporter.SubmitAsync(first, [new("Input.Women", "14")]);

        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var page = await stale.DocumentAsync();
        Assert.Equal(
            [("Level", "Basic level", "Intermediate level"), ("Women", "14", "13")],
            page.QuerySelectorAll("#differences tbody tr").Select(row => (row.Children[0].TextContent, row.Children[1].TextContent, row.Children[2].TextContent)));
        using var again = await reporter.SubmitAsync(page);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal((14, TrainingLevel.Basic), await App.WithDbAsync(db => db.Activities.Select(row => new ValueTuple<int, TrainingLevel>(row.Participation.Women, row.Level!.Value)).SingleAsync(Cancel)));
    }

    [Theory]
    [InlineData("1999-05-03", "1999-05-07")]
    [InlineData("1999-05-03", "")]
    public async Task New_DaysBeforeAllQuarters_RenderErrorWithWhatWasTyped(string from, string to)
    {
        var centre = await App.CreateCentreAsync();
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        var typed = new Dictionary<string, string>
        {
            ["Input.Title"] = "Long ago", ["Input.StartsOn"] = from, ["Input.EndsOn"] = to, ["Input.Level"] = "Basic", ["Input.Mode"] = "OnSite", ["Input.Curriculum"] = "Itu",
        };

        using var refused = await reporter.SubmitAsync("/centre/activities/new?kind=training", typed);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.DocumentAsync();
        Assert.Equal(["First day: Enter a date of 2000 or later."], page.ErrorSummary());
        Assert.Equal(from, page.QuerySelector("[name='Input.StartsOn']")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("20", HttpStatusCode.Redirect)]
    [InlineData("21", HttpStatusCode.BadRequest)]
    public async Task Edit_CertificatesBeforeItIsKnownWhoCompleted_AreAtMostThePeople(string certificates, HttpStatusCode expected)
    {
        var centre = await App.CreateCentreAsync();
        var activity = await App.CreateActivityAsync(centre);
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        using var saved = await reporter.SubmitAsync($"/centre/activities/{activity.Id}", [new("Input.Completed", ""), new("Input.Certificates", certificates)]);
        Assert.Equal(expected, saved.StatusCode);
    }

    [Theory]
    [InlineData("2000-Q1")]
    [InlineData("2199-Q4")]
    [InlineData("2999-Q4")]
    public async Task Get_QuarterFarAway_IsNotFoundOrIgnored(string quarter)
    {
        var centre = await App.CreateCentreAsync();
        await App.SeedIndicatorsAsync();
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);

        Assert.Equal(HttpStatusCode.NotFound, await reporter.StatusAsync($"/centre/reports/{quarter}"));
        Assert.Equal(HttpStatusCode.NotFound, await manager.StatusAsync($"/manage/reports/{centre.Slug}/{quarter}"));
        Assert.Equal(HttpStatusCode.OK, await reporter.StatusAsync($"/centre/income?period={quarter}"));
        Assert.Equal(HttpStatusCode.OK, await manager.StatusAsync($"/manage/targets?period={quarter}"));
    }

    [Fact]
    public async Task List_FiguresThatNobodyEntered_AreNoZeros()
    {
        var centre = await App.CreateCentreAsync();
        await App.CreateActivityAsync(centre, entry => entry with { Hours = 0, Participation = new Participation() });
        await App.CreateActivityAsync(centre, entry => entry with { Title = "Women only", Participation = new Participation { Women = 5 } });
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));

        var rows = (await reporter.PageAsync("/centre/activities?sort=people")).QuerySelectorAll("main tbody tr").Select(row => row.QuerySelectorAll("td.num").Select(cell => cell.TextContent).ToArray()).ToArray();

        Assert.Equal(["no figure", "no figure", "no figure", "no figure", "no figure"], rows[0]);
        Assert.Equal(["5", "5", "0", "no figure"], rows[1][1..]);
    }

    [Fact]
    public async Task Centre_InFrench_WritesQuartersInFrench()
    {
        var centre = await App.CreateCentreAsync();
        await App.CreateActivityAsync(centre);
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        reporter.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");

        foreach (var address in new[] { "/centre", "/centre/activities", "/centre/income", "/centre/reports" })
        {
            var text = (await reporter.PageAsync(address)).QuerySelector("main")!.TextContent;
            Assert.Contains("2026-T", text, StringComparison.Ordinal);
            Assert.DoesNotContain("2026-Q", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Income_AllQuarters_HaveACurrency()
    {
        var centre = await App.CreateCentreAsync();
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        (await reporter.SubmitAsync("/centre/income?period=2026-Q2", [new("Input.TrainingFees.Dollars", "1200"), new("Input.Costs.Dollars", "800.5")])).Dispose();

        var row = (await reporter.PageAsync("/centre/income?period=2026-Q2")).QuerySelectorAll("main section tbody tr").First(found => found.TextContent.Contains("2026-Q2", StringComparison.Ordinal));

        Assert.Equal(["1,200\u00a0USD", "1,200\u00a0USD", "800.50\u00a0USD"], row.QuerySelectorAll("td.num").Take(3).Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Income_BeginsWithTheFirstQuarterThatIsReported()
    {
        var centre = await App.CreateCentreAsync(activeAt: new DateTimeOffset(2026, 2, 10, 0, 0, 0, TimeSpan.Zero));
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        Assert.Equal(["2026-Q3", "2026-Q2"], (await reporter.PageAsync("/centre/income")).QuerySelectorAll("#period option").Select(option => option.GetAttribute("value")!));
        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => App.WithAsync<IncomeService>(service => service.SaveAsync(
            new SaveIncome
            {
                Actor = TestData.CentreManagerOf(centre), Period = new Domain.Reporting.ReportingPeriod(2026, 1),
                Income = new Dictionary<IncomeSource, AmountEntry> { [IncomeSource.Donations] = new(5) },
            },
            Cancel)));
        Assert.Equal("Income counts from 2026-Q2 on, the first quarter that the centre reports.", broken.Rule.ToString());
    }

    [Fact]
    public async Task Income_BeforeTheFirstWholeQuarter_SaysWhenItBegins()
    {
        var centre = await App.CreateCentreAsync(activeAt: PortalApp.Start.AddDays(-5));
        using var reporter = await App.SignedInAsync(await App.CreateReporterAsync(centre));
        Assert.Contains("Income and costs are entered from 2026-Q4 on, the first whole quarter.", (await reporter.PageAsync("/centre/income")).QuerySelector("main .empty")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_ReportThatIsDue_HasItsDate()
    {
        var centre = await App.CreateCentreAsync(activeAt: PortalApp.Start.AddDays(-80));
        using var manager = await App.SignedInAsync(await App.ManagerOfAsync(centre));
        var due = Domain.Reporting.Report.DueOf(new Domain.Reporting.ReportingPeriod(2026, 3));
        App.Time.Set(due.AddDays(-3));
        var soon = await manager.PageAsync("/work");
        Assert.Equal("Due on 30 October 2026, in 2 days", soon.QuerySelector("main .tag")!.TextContent);
        App.Time.Set(due.AddDays(3));
        Assert.Equal("Overdue since 30 October 2026", (await manager.PageAsync("/work")).QuerySelector("main .tag")!.TextContent);
    }
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class ActivityPageTestsOnSqlite(SqliteApp app) : ActivityPageTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class ActivityPageTestsOnMariaDb(MariaDbApp app) : ActivityPageTests(app);
