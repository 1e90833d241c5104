using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Centres;
using DtcPortal.Application.Reporting;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Centres;

/// <summary>What a centre still does once it has ended, while it is suspended, and before it is active.</summary>
public abstract class EndedCentreTests(PortalApp app) : PageTests(app)
{
    private const string Ended = "The centre ended on 15 September 2026";

    private static ActivityEntry Entry => new()
    {
        Kind = ActivityKind.Awareness, Title = "Open day", StartsOn = new DateOnly(2026, 9, 2), EndsOn = new DateOnly(2026, 9, 2), Participation = new Participation { Women = 4, Men = 4 },
    };

    [Fact]
    public async Task Ended_EntersNothingMore()
    {
        var centre = await App.CreateCentreAsync();
        var activity = await App.CreateActivityAsync(centre);
        await ChangeAsync(found => found.End("The university closes.", PortalApp.Start.AddMinutes(-1)));
        var manager = TestData.CentreManagerOf(centre);

        await RefusedAsync<ActivityService>(service => service.AddAsync(new AddActivity { Actor = manager, Entry = Entry }, Cancel));
        await RefusedAsync<ActivityService>(service => service.ChangeAsync(new ChangeActivity { Actor = manager, ActivityId = activity.Id, Version = activity.Version, Entry = Entry }, Cancel));
        await RefusedAsync<ActivityService>(service => service.RemoveAsync(manager, activity.Id, Cancel));
        await RefusedAsync<IncomeService>(service => service.SaveAsync(
            new SaveIncome { Actor = manager, Period = TestData.LastPeriod, Income = new Dictionary<IncomeSource, AmountEntry> { [IncomeSource.Donations] = new(5) } }, Cancel));
        await RefusedAsync<CentrePeople>(service => service.InviteAsync(
            new InviteToCentre { Actor = manager, Name = "Mei Tanaka", Email = "mei@example.org", Role = PortalRole.CentreReporter }, Cancel));
    }

    [Fact]
    public async Task Ended_PagesSayWhenAndWhy_AndStayReadable()
    {
        var centre = await App.CreateCentreAsync();
        var activity = await App.CreateActivityAsync(centre);
        await App.CreateReportAsync(centre, ReportState.Approved);
        await ChangeAsync(found => found.End("The university closes.", PortalApp.Start.AddMinutes(-1)));
        using var manager = await App.SignedInAsync(await App.ManagerOfAsync(centre));

        foreach (var address in new[] { "/centre", "/centre/activities", $"/centre/activities/{activity.Id}", "/centre/income?period=2026-Q2", "/centre/people" })
        {
            var main = (await manager.PageAsync(address)).QuerySelector("main")!;
            Assert.Contains(Ended, main.TextContent, StringComparison.Ordinal);
            Assert.Contains("The university closes.", main.TextContent, StringComparison.Ordinal);
            Assert.Null(main.QuerySelector(".choice-cards, #invite, .sticky button, a[href^='/centre/activities/new']"));
        }

        using var added = await manager.GetAsync("/centre/activities/new", Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, added.StatusCode);
        Assert.Contains(Ended, (await added.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await manager.StatusAsync("/centre/reports/2026-Q2"));
    }

    [Fact]
    public async Task Ended_ReportOfAQuarterBefore_IsTheOnlyOneAwaited()
    {
        var centre = await App.CreateCentreAsync(activeAt: new DateTimeOffset(2026, 3, 20, 0, 0, 0, TimeSpan.Zero));
        await App.CreateReportAsync(centre);
        await ChangeAsync(found => found.End("The university closes.", PortalApp.Start.AddMinutes(-1)));
        using var manager = await App.SignedInAsync(await App.ManagerOfAsync(centre));

        Assert.NotNull((await manager.PageAsync("/centre")).QuerySelector("aside .card-band a[href='/centre/reports/2026-Q2']"));
        await App.WithAsync<ReportService>(reports => reports.SubmitAsync(new SubmitReport { Actor = TestData.CentreManagerOf(centre), Period = TestData.LastPeriod }, Cancel));
        Assert.Null((await manager.PageAsync("/centre")).QuerySelector("aside .card-band"));
    }

    [Fact]
    public async Task Ended_DraftOfTheQuarterThatRan_StandsStill()
    {
        var centre = await App.CreateCentreAsync();
        var running = TestData.LastPeriod.Next;
        await App.CreateReportAsync(centre, period: running);
        await ChangeAsync(found => found.End("The university closes.", PortalApp.Start.AddMinutes(-1)));
        using var manager = await App.SignedInAsync(await App.ManagerOfAsync(centre));

        Assert.Null((await manager.PageAsync($"/centre/reports/{running}")).QuerySelector("main .sticky button"));
        App.Time.Set(running.End.AddDays(2));
        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => App.WithAsync<ReportService>(reports =>
            reports.SubmitAsync(new SubmitReport { Actor = TestData.CentreManagerOf(centre), Period = running }, Cancel)));
        Assert.Equal("The centre ended before this quarter was over; it is not reported.", broken.Rule.ToString());
    }

    [Fact]
    public async Task Suspended_GoesOnEntering()
    {
        var centre = await App.CreateCentreAsync();
        await ChangeAsync(found => found.Suspend("The rooms are repaired."));
        await App.WithAsync<ActivityService>(service => service.AddAsync(new AddActivity { Actor = TestData.CentreManagerOf(centre), Entry = Entry }, Cancel));
        Assert.Equal(1, await App.WithDbAsync(db => db.Activities.CountAsync(Cancel)));
    }

    [Fact]
    public async Task NotActive_ActivitiesSayThatTheAgreementIsMissing()
    {
        var centre = await App.CreateCentreAsync(active: false);
        using var manager = await App.SignedInAsync(await App.ManagerOfAsync(centre));
        var page = await manager.PageAsync("/centre/activities");
        Assert.Null(page.QuerySelector("main .choice-cards"));
        Assert.NotNull(page.QuerySelector("main .notice a[href='/centre/agreement']"));
    }

    private async Task RefusedAsync<TService>(Func<TService, Task> act)
        where TService : notnull
    {
        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => App.WithAsync(act));
        Assert.StartsWith(Ended, broken.Rule.ToString(), StringComparison.Ordinal);
    }

    private Task ChangeAsync(Action<Centre> change) => App.WithDbAsync(async db =>
    {
        change(await db.Centres.SingleAsync(Cancel));
        await db.SaveChangesAsync(Cancel);
    });
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class EndedCentreTestsOnSqlite(SqliteApp app) : EndedCentreTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class EndedCentreTestsOnMariaDb(MariaDbApp app) : EndedCentreTests(app);
