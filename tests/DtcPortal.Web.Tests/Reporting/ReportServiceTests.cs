using DtcPortal.Application.Accounts;
using DtcPortal.Application.Centres;
using DtcPortal.Application.Common;
using DtcPortal.Application.Reporting;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Reporting;

/// <summary>The way of a report from the activities to the observations.</summary>
public abstract class ReportServiceTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task Seed_Twice_AddsEachIndicatorOnce()
    {
        await App.SeedIndicatorsAsync();
        var first = await App.WithDbAsync(db => db.Indicators.CountAsync(Cancel));
        await App.SeedIndicatorsAsync();
        Assert.Equal(first, await App.WithDbAsync(db => db.Indicators.CountAsync(Cancel)));
        Assert.True(first >= 20);
    }

    [Fact]
    public async Task Approve_WritesObservationsOfTotalsPartsAndShares_InTheSameTransaction()
    {
        var centre = await App.CreateCentreAsync();
        await App.CreateActivityAsync(centre);
        await App.CreateActivityAsync(centre, entry => entry with { Participation = new Participation { Women = 3, Men = 2 } });
        await App.StoreAsync(new IncomeEntry(centre.Id, TestData.LastPeriod, IncomeSource.TrainingFees, 500_050, null, "x", PortalApp.Start));

        var report = await App.CreateReportAsync(centre, ReportState.Approved);

        var observations = await App.WithDbAsync(db => db.Observations.AsNoTracking().Where(o => o.ReportId == report.Id).ToListAsync(Cancel));
        long? Of(string indicator, string part) => observations.SingleOrDefault(o => o.Indicator == indicator && o.Part == part)?.NumeratorMillionths;
        Assert.Equal(25_000_000, Of("trained-basic", "total"));
        Assert.Equal(15_000_000, Of("trained-basic", "sex:women"));
        Assert.Equal(5_000_000, Of("trained-basic", "age-band:not-stated"));
        Assert.Equal(5_000_500_000, Of("income", "total"));
        Assert.Equal(5_000_500_000, Of("income", "income-source:training-fees"));
        Assert.Null(Of("costs", "total"));
        Assert.Null(Of("self-financing", "total"));
        var share = observations.Single(o => o.Indicator == "women-share-basic");
        Assert.Equal((15_000_000, 25_000_000L), (share.NumeratorMillionths, share.DenominatorMillionths));
        Assert.All(observations, o => Assert.Equal((centre.Region, 1, TestData.LastPeriod), (o.Region, o.Revision, o.Period)));
        Assert.All(
            observations.Where(o => o.Part != Observation.WholePart).GroupBy(o => (o.Indicator, o.Part.Split(':')[0])),
            parts => Assert.Equal(Of(parts.Key.Indicator, "total"), parts.Sum(part => part.NumeratorMillionths)));
    }

    [Fact]
    public async Task Approve_SameParty_IsRefused_AndStoresNothing()
    {
        var centre = await App.CreateCentreAsync();
        await App.CreateReportAsync(centre, ReportState.Verified, verifiedBy: Party.Cisco);
        await Refused("Your party has verified this report; the other party approves it.", () => DecideAsync((s, o) => s.ApproveAsync(o, Cancel), centre, Party.Cisco));
        Assert.Equal(0, await App.WithDbAsync(db => db.Observations.CountAsync(Cancel)));
        Assert.Equal(ReportState.Verified, await StateAsync(centre));
    }

    [Fact]
    public async Task Approve_StaleVersion_IsRefused()
    {
        var centre = await App.CreateCentreAsync();
        var report = await App.CreateReportAsync(centre, ReportState.Verified);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => App.WithAsync<ReportService>(s =>
            s.ApproveAsync(new DecideReport { Actor = TestData.PartyManager(Party.Cisco), Centre = centre.Slug, Period = TestData.LastPeriod, Version = report.Version - 1 }, Cancel)));
    }

    [Fact]
    public async Task Save_EqualToTheActivities_FollowsThem_AndTypedStays()
    {
        var centre = await App.CreateCentreAsync();
        await App.CreateActivityAsync(centre);
        await App.SeedIndicatorsAsync();
        var manager = TestData.CentreManagerOf(centre);
        await SaveAsync(manager, ("trained-basic", 20, [("sex:women", 12), ("sex:men", 8), ("age-band:15-24", 15), ("age-band:25-59", 5), ("disability:with-disability", 1), ("disability:without-disability", 19), ("target-group:jobseekers", 20)]), ("certificates", 99, []));
        await App.CreateActivityAsync(centre);

        var view = await ViewAsync(manager);

        Assert.Equal((40m, true), (Row(view, "trained-basic").Reported!.Numerator, Row(view, "trained-basic").Follows));
        Assert.Equal((99m, 32m, false), (Row(view, "certificates").Reported!.Numerator, Row(view, "certificates").FromActivities!.Numerator, Row(view, "certificates").Follows));
    }

    [Fact]
    public async Task Save_Negative_IsRefusedAtItsField_AndStoresNothing()
    {
        var centre = await App.CreateCentreAsync();
        await App.SeedIndicatorsAsync();
        var broken = await Refused("A figure is 0 or more.", () => SaveAsync(TestData.CentreManagerOf(centre), ("certificates", -1, [])));
        Assert.Equal("Values[certificates].Total", broken.Field);
        Assert.Equal(0, await App.WithDbAsync(db => db.Reports.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Save_FractionOfACount_IsRefused()
    {
        var centre = await App.CreateCentreAsync();
        await App.SeedIndicatorsAsync();
        await Refused("Enter a whole number, such as 12.", () => SaveAsync(TestData.CentreManagerOf(centre), ("certificates", 1.5m, [])));
    }

    [Fact]
    public async Task Submit_PartsMissTheTotal_IsRefused_UntilRepaired()
    {
        var centre = await App.CreateCentreAsync();
        await App.SeedIndicatorsAsync();
        var manager = TestData.CentreManagerOf(centre);
        await SaveAsync(manager, ("trainers-trained", 20, [("sex:women", 7), ("sex:men", 5)]));
        await Refused("One row needs you before you submit.", () => SubmitAsync(manager));
        await App.WithAsync<ReportService>(s => s.RepairAsync(new RepairReport { Actor = manager, Period = TestData.LastPeriod, Indicator = "trainers-trained", Disaggregation = "sex" }, Cancel));
        Assert.Equal(8, Row(await ViewAsync(manager), "trainers-trained").Typed.Parts["sex:not-stated"]);
        await SubmitAsync(manager);
        Assert.Equal(ReportState.Submitted, await StateAsync(centre));
    }

    [Fact]
    public async Task Submit_Jump_WantsAComment()
    {
        var centre = await App.CreateCentreAsync();
        await App.SeedIndicatorsAsync();
        await App.CreateObservationsAsync(centre, TestData.LastPeriod.Previous, ("reusing-institutions", 100, null, []));
        var manager = TestData.CentreManagerOf(centre);
        await SaveAsync(manager, ("reusing-institutions", 151, []));
        await Refused("One row needs you before you submit.", () => SubmitAsync(manager));
        await App.WithAsync<ReportService>(s => s.SaveAsync(
            new SaveReport { Actor = manager, Period = TestData.LastPeriod, Values = new Dictionary<string, FigureEntry> { ["reusing-institutions"] = new() { Total = 151, Comment = "A ministry passed them on." } } }, Cancel));
        await SubmitAsync(manager);
        Assert.Equal(ReportState.Submitted, await StateAsync(centre));
    }

    [Fact]
    public async Task Submit_RunningPeriod_IsRefused()
    {
        var centre = await App.CreateCentreAsync();
        await App.SeedIndicatorsAsync();
        await Refused("The period is not over yet.", () => App.WithAsync<ReportService>(s =>
            s.SubmitAsync(new SubmitReport { Actor = TestData.CentreManagerOf(centre), Period = TestData.LastPeriod.Next }, Cancel)));
    }

    [Fact]
    public async Task Submit_Reporter_IsForbidden()
    {
        var centre = await App.CreateCentreAsync();
        var reporter = TestData.ActorOf(await App.CreateReporterAsync(centre), PortalRole.CentreReporter);
        await Assert.ThrowsAsync<ForbiddenException>(() => SubmitAsync(reporter));
    }

    [Fact]
    public async Task Return_ThenSubmitAgain_MailsBothWays()
    {
        var centre = await App.CreateCentreAsync();
        await App.CreateUserAsync(PortalRole.ProgrammeManager, Party.Itu);
        await App.CreateUserAsync(PortalRole.ProgrammeManager, Party.Cisco);
        await App.CreateReportAsync(centre, ReportState.Submitted);
        var remarks = new Dictionary<string, string?> { ["trained-basic"] = "Please check group 9.", [""] = "Thank you.", ["certificates"] = " " };
        await App.WithAsync<ReportService>(s => s.ReturnAsync(
            new DecideReport { Actor = TestData.PartyManager(Party.Itu), Centre = centre.Slug, Period = TestData.LastPeriod, Remarks = remarks }, Cancel));
        await App.DeliverMailAsync();
        Assert.Contains("Please check group 9.", Assert.Single(App.Mail.Sent).Body, StringComparison.Ordinal);
        App.Mail.Clear();
        await App.WithAsync<ReportService>(s => s.SubmitAsync(new SubmitReport { Actor = TestData.CentreManagerOf(centre), Period = TestData.LastPeriod }, Cancel));
        await App.DeliverMailAsync();
        Assert.Equal(2, App.Mail.Sent.Count);
    }

    [Fact]
    public async Task Correct_ApprovedReport_IsANextRevision_AndBothFiguresStay()
    {
        var centre = await App.CreateCentreAsync();
        await App.CreateActivityAsync(centre);
        await App.CreateReportAsync(centre, ReportState.Approved);
        var manager = TestData.CentreManagerOf(centre);
        await Refused("Write a reason.", () => CorrectAsync(manager, " "));
        await CorrectAsync(manager, "A group was counted twice.");
        await App.CreateActivityAsync(centre);
        var view = await ViewAsync(manager);
        Assert.Equal((2, "A group was counted twice."), (view.Revision, view.CorrectionReason));
        Assert.Equal((20m, 40m), (Row(view, "trained-basic").Corrected!.Numerator, Row(view, "trained-basic").Reported!.Numerator));

        await SubmitAsync(manager);
        await DecideAsync((s, o) => s.VerifyAsync(o, Cancel), centre, Party.Cisco);
        await DecideAsync((s, o) => s.ApproveAsync(o, Cancel), centre, Party.Itu);

        var totals = await App.WithDbAsync(db => db.Observations.Where(o => o.Indicator == "trained-basic" && o.Part == Observation.WholePart).OrderBy(o => o.Revision).Select(o => o.NumeratorMillionths).ToListAsync(Cancel));
        Assert.Equal([20_000_000, 40_000_000], totals);
    }

    [Fact]
    public async Task Correct_NotApproved_IsRefused()
    {
        var centre = await App.CreateCentreAsync();
        await App.CreateReportAsync(centre, ReportState.Verified);
        await Refused("Only an approved report is corrected.", () => CorrectAsync(TestData.CentreManagerOf(centre), "x"));
    }

    [Fact]
    public async Task Open_PeriodBeforeTheFirst_IsNotFound()
    {
        var centre = await App.CreateCentreAsync();
        await Assert.ThrowsAsync<NotFoundException>(() => App.WithAsync<ReportService>(s => s.OpenAsync(TestData.CentreManagerOf(centre), new ReportingPeriod(2020, 1), Cancel)));
    }

    [Fact]
    public async Task Activity_OfASubmittedPeriod_DoesNotChange()
    {
        var centre = await App.CreateCentreAsync();
        var activity = await App.CreateActivityAsync(centre);
        await App.CreateReportAsync(centre, ReportState.Submitted);
        var manager = TestData.CentreManagerOf(centre);
        var message = "The report of 2026-Q2 is submitted; what it is made of changes only once it is returned.";
        await Refused(message, () => App.WithAsync<ActivityService>(s => s.RemoveAsync(manager, activity.Id, Cancel)));
        await Refused(message, () => App.WithAsync<IncomeService>(s => s.SaveAsync(
            new SaveIncome { Actor = manager, Period = TestData.LastPeriod, Income = new Dictionary<IncomeSource, AmountEntry> { [IncomeSource.Donations] = new(5) } }, Cancel)));
    }

    [Theory]
    [InlineData("79228162514264337593543950335", "An amount is from 0 to 100,000,000 US dollars.")]
    [InlineData("-1", "An amount is from 0 to 100,000,000 US dollars.")]
    [InlineData("12.345", "An amount has two digits after the point at most.")]
    public void Income_OfAnAmountThatIsNone_IsRefusedAtItsField(string dollars, string message)
    {
        var broken = Assert.Throws<RuleBrokenException>(() => IncomeService.Check(
            new Dictionary<IncomeSource, AmountEntry> { [IncomeSource.Donations] = new(decimal.Parse(dollars, System.Globalization.CultureInfo.InvariantCulture)) }, null));
        Assert.Equal((message, "Donations.Dollars"), (broken.Message, broken.Field));
    }

    [Fact]
    public async Task Remind_EachStepOnce()
    {
        var centre = await App.CreateCentreAsync(activeAt: new DateTimeOffset(2026, 3, 20, 0, 0, 0, TimeSpan.Zero));
        await App.SeedIndicatorsAsync();
        async Task<IReadOnlyList<string>> RunAsync()
        {
            App.Mail.Clear();
            await App.WithAsync<ReportReminders>(work => work.RunAsync(Cancel));
            await App.WithAsync<ReportReminders>(work => work.RunAsync(Cancel));
            await App.DeliverMailAsync();
            return [.. App.Mail.Sent.Select(mail => mail.Subject)];
        }

        Assert.Equal(["Report 2026-Q2 is overdue"], await RunAsync());
        App.Time.Advance(TimeSpan.FromDays(32));
        Assert.Equal(["Report 2026-Q3 is due on 30 October 2026"], await RunAsync());
        App.Time.Advance(TimeSpan.FromDays(13));
        Assert.Equal(["Report 2026-Q3 is due today"], await RunAsync());
        App.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(["Report 2026-Q3 is overdue"], await RunAsync());
        Assert.Equal(2, await App.WithDbAsync(db => db.Reports.CountAsync(report => report.CentreId == centre.Id, Cancel)));
    }

    [Fact]
    public async Task Work_ShowsWhatAwaitsCentreAndManagers()
    {
        var centre = await App.CreateCentreAsync(activeAt: new DateTimeOffset(2025, 12, 20, 0, 0, 0, TimeSpan.Zero));
        await App.CreateReportAsync(centre, ReportState.Verified, TestData.LastPeriod.Previous);
        await App.CreateReportAsync(centre, ReportState.Returned);
        async Task<IReadOnlyList<string>> WorkAsync(Actor actor) =>
            [.. (await App.WithAsync<IEnumerable<IWorkSource>, IReadOnlyList<WorkItem>>(sources => sources.OfType<ReportWork>().Single().ForAsync(actor, Cancel))).Select(item => item.What.ToString())];

        Assert.Equal(["Report 2026-Q2 was returned with 1 remark"], await WorkAsync(TestData.CentreManagerOf(centre)));
        Assert.Empty(await WorkAsync(TestData.PartyManager(Party.Itu)));
        Assert.Equal([$"Approve report 2026-Q1 of {centre.Name}"], await WorkAsync(TestData.PartyManager(Party.Cisco)));
        Assert.Empty(await WorkAsync(Actor.Portal));
    }

    [Fact]
    public async Task Deadlines_AreDueDatesAndTheEndOfTheQuarter()
    {
        await App.CreateCentreAsync();
        var ahead = await App.WithAsync<ReportReminders, IReadOnlyList<UpcomingDeadline>>(work => work.AfterAsync(PortalApp.Start, Cancel));
        Assert.Contains(ahead, deadline => deadline.At == new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Contains(ahead, deadline => deadline.At == new DateTimeOffset(2026, 10, 31, 0, 0, 0, TimeSpan.Zero));
        Assert.All(ahead, deadline => Assert.True(deadline.At > PortalApp.Start));
    }

    private static ReportRow Row(ReportView view, string indicator) => view.Rows.Single(row => row.Indicator.Code == indicator);

    private Task<ReportView> ViewAsync(Actor actor) => App.WithAsync<ReportQueries, ReportView>(queries => queries.MineAsync(actor, TestData.LastPeriod, Cancel));

    private Task SaveAsync(Actor actor, params (string Indicator, decimal? Total, (string Part, decimal? Value)[] Parts)[] figures) => App.WithAsync<ReportService>(reports => reports.SaveAsync(
        new SaveReport
        {
            Actor = actor, Period = TestData.LastPeriod,
            Values = figures.ToDictionary(figure => figure.Indicator, figure => new FigureEntry { Total = figure.Total, Parts = figure.Parts.ToDictionary(part => part.Part, part => part.Value) }),
        }, Cancel));

    private Task SubmitAsync(Actor actor) => App.WithAsync<ReportService>(s => s.SubmitAsync(new SubmitReport { Actor = actor, Period = TestData.LastPeriod, Notifies = false }, Cancel));

    private Task CorrectAsync(Actor actor, string reason) => App.WithAsync<ReportService>(s => s.CorrectAsync(new CorrectReport { Actor = actor, Period = TestData.LastPeriod, Reason = reason }, Cancel));

    private Task DecideAsync(Func<ReportService, DecideReport, Task> step, Centre centre, Party party) => App.WithAsync<ReportService>(s =>
        step(s, new DecideReport { Actor = TestData.PartyManager(party), Centre = centre.Slug, Period = TestData.LastPeriod, Notifies = false }));

    private Task<ReportState> StateAsync(Centre centre) => App.WithDbAsync(db =>
        db.Reports.Where(report => report.CentreId == centre.Id && report.Period == TestData.LastPeriod).OrderByDescending(report => report.Revision).Select(report => report.State).FirstAsync(Cancel));

    private static async Task<RuleBrokenException> Refused(string message, Func<Task> act)
    {
        var broken = await Assert.ThrowsAsync<RuleBrokenException>(act);
        Assert.Equal(message, broken.Rule.ToString());
        return broken;
    }
}

[Collection(nameof(Application.Storage.DatabaseProvider.Sqlite))]
public sealed class ReportServiceTestsOnSqlite(SqliteApp app) : ReportServiceTests(app);

[Collection(nameof(Application.Storage.DatabaseProvider.MySql))]
public sealed class ReportServiceTestsOnMariaDb(MariaDbApp app) : ReportServiceTests(app);
