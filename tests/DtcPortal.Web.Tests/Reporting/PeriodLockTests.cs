using DtcPortal.Application.Centres;
using DtcPortal.Application.Reporting;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Reporting;

/// <summary>What is entered and the report that is made of it wait for one another.</summary>
public abstract class PeriodLockTests(PortalApp app) : PageTests(app)
{
    // long enough to reach the lock, and to store what does not wait for it
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private static ActivityEntry Entry => new()
    {
        Kind = ActivityKind.Training, Title = "Another one", StartsOn = TestData.LastPeriod.FirstDay, EndsOn = TestData.LastPeriod.FirstDay.AddDays(4), Level = TrainingLevel.Basic,
        Mode = DeliveryMode.OnSite, Hours = 30, Curriculum = CurriculumSource.Itu, TargetGroup = TargetGroup.Jobseekers,
        Participation = new Participation { Women = 12, Men = 8, Aged15To24 = 15, Aged25To59 = 5, WithDisability = 1, Completed = 18, Certificates = 16 },
    };

    [Theory]
    [InlineData("add"), InlineData("change"), InlineData("remove"), InlineData("restore"), InlineData("income")]
    public async Task Entry_WhileTheReportIsSubmitted_WaitsAndIsRefused(string what)
    {
        var centre = await App.CreateCentreAsync();
        var activity = await App.CreateActivityAsync(centre);
        if (what == "restore")
        {
            await App.WithAsync<ActivityService>(service => service.RemoveAsync(TestData.CentreManagerOf(centre), activity.Id, Cancel));
        }

        await App.CreateReportAsync(centre);
        var before = await StoredAsync();

        var entry = await DuringAsync(
            centre,
            () => EnterAsync(what, centre, activity.Id),
            async db => (await db.Reports.SingleAsync(Cancel)).Submit("Manager of the centre", PortalApp.Start));

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => entry);
        Assert.Contains("is submitted; what it is made of changes only once it is returned.", broken.Message, StringComparison.Ordinal);
        Assert.Equal(before, await StoredAsync());
    }

    [Fact]
    public async Task Submission_WhileAnActivityIsEntered_WaitsAndCountsIt()
    {
        var centre = await App.CreateCentreAsync();
        await App.CreateActivityAsync(centre);
        await App.CreateReportAsync(centre);

        var submission = await DuringAsync(
            centre,
            () => App.WithAsync<ReportService>(service => service.SubmitAsync(
                new SubmitReport { Actor = TestData.CentreManagerOf(centre), Period = TestData.LastPeriod, Notifies = false }, Cancel)),
            db =>
            {
                db.Activities.Add(new Activity(centre.Id, Entry, DateOnly.FromDateTime(PortalApp.Start.UtcDateTime), "Somebody", PortalApp.Start));
                return Task.CompletedTask;
            });

        await submission;
        var report = await App.WithDbAsync(db => db.Reports.AsNoTracking().Include(stored => stored.Values).SingleAsync(Cancel));
        Assert.Equal(ReportState.Submitted, report.State);
        Assert.Equal(40_000_000, report.Values.Single(value => value.Indicator == "trained-basic").NumeratorMillionths);
    }

    // does something while the centre's periods are held, and meanwhile changes what it reads
    private Task<Task> DuringAsync(Centre centre, Func<Task> act, Func<PortalDbContext, Task> meanwhile) => App.WithDbAsync(async db =>
    {
        Task acting = Task.CompletedTask;
        await db.AtomicallyAsync(
            async () =>
            {
                await db.HoldPeriodsAsync(centre.Id, Cancel);
                acting = Task.Run(act, Cancel);
                await Assert.ThrowsAsync<TimeoutException>(() => acting.WaitAsync(Patience, Cancel));
                await meanwhile(db);
            },
            Cancel);
        return acting;
    });

    private Task EnterAsync(string what, Centre centre, Guid activityId)
    {
        var manager = TestData.CentreManagerOf(centre);
        return what switch
        {
            "income" => App.WithAsync<IncomeService>(service => service.SaveAsync(
                new SaveIncome { Actor = manager, Period = TestData.LastPeriod, Income = new Dictionary<IncomeSource, AmountEntry> { [IncomeSource.Donations] = new(100) } }, Cancel)),
            "add" => App.WithAsync<ActivityService>(async service => await service.AddAsync(new AddActivity { Actor = manager, Entry = Entry }, Cancel)),
            "change" => App.WithAsync<ActivityService>(async service => await service.ChangeAsync(
                new ChangeActivity { Actor = manager, ActivityId = activityId, Version = await VersionAsync(activityId), Entry = Entry }, Cancel)),
            "remove" => App.WithAsync<ActivityService>(service => service.RemoveAsync(manager, activityId, Cancel)),
            _ => App.WithAsync<ActivityService>(service => service.RestoreAsync(manager, activityId, Cancel)),
        };
    }

    private Task<long> VersionAsync(Guid activityId) => App.WithDbAsync(db => db.Activities.Where(activity => activity.Id == activityId).Select(activity => activity.Version).SingleAsync(Cancel));

    private async Task<string> StoredAsync() => await App.WithDbAsync(async db => string.Join(
        '|',
        (await db.Activities.AsNoTracking().ToListAsync(Cancel)).Select(activity => $"{activity.Title} {activity.Version}")
            .Append($"{await db.IncomeEntries.CountAsync(Cancel)}")));
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class PeriodLockTestsOnSqlite(SqliteApp app) : PeriodLockTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class PeriodLockTestsOnMariaDb(MariaDbApp app) : PeriodLockTests(app);
