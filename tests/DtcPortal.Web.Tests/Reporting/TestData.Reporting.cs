using DtcPortal.Application.Accounts;
using DtcPortal.Application.Reporting;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Web.Tests.Infrastructure;

/// <summary>Activities, reports and approved figures.</summary>
public static partial class TestData
{
    /// <summary>A period that is over when a test begins.</summary>
    public static readonly ReportingPeriod LastPeriod = ReportingPeriod.Of(PortalApp.Start).Previous;

    /// <summary>The actor that an account is, without signing in.</summary>
    public static Actor ActorOf(PortalUser user, PortalRole role) =>
        new() { Id = user.Id, Name = user.DisplayName, Roles = new HashSet<PortalRole> { role }, Party = user.Party, CentreId = user.CentreId, InstitutionId = user.InstitutionId };

    /// <summary>A programme manager of a party, without an account.</summary>
    public static Actor PartyManager(Party party) =>
        new() { Id = Guid.CreateVersion7(), Name = $"Manager of {party}", Roles = new HashSet<PortalRole> { PortalRole.ProgrammeManager }, Party = party };

    /// <summary>The manager of a centre, as an actor.</summary>
    public static Actor CentreManagerOf(Centre centre) =>
        new() { Id = centre.ManagerId, Name = "Manager of the centre", Roles = new HashSet<PortalRole> { PortalRole.CentreManager }, CentreId = centre.Id };

    /// <summary>The shipped indicators.</summary>
    public static Task SeedIndicatorsAsync(this PortalApp app) => app.WithAsync<IndicatorSeeder>(seeder => seeder.SeedAsync(CancellationToken.None));

    /// <summary>A training at basic level of twelve women and eight men in the last period, unless the test says otherwise.</summary>
    public static async Task<Activity> CreateActivityAsync(this PortalApp app, Centre centre, Func<ActivityEntry, ActivityEntry>? with = null, ReportingPeriod? period = null)
    {
        var day = (period ?? LastPeriod).FirstDay.AddDays(20);
        var entry = new ActivityEntry
        {
            Kind = ActivityKind.Training, Title = "Basic digital skills", StartsOn = day, EndsOn = day.AddDays(4), Level = TrainingLevel.Basic, Mode = DeliveryMode.OnSite,
            Hours = 30, Curriculum = CurriculumSource.Itu, TargetGroup = TargetGroup.Jobseekers,
            Participation = new Participation { Women = 12, Men = 8, Aged15To24 = 15, Aged25To59 = 5, WithDisability = 1, Completed = 18, Certificates = 16 },
        };
        var activity = new Activity(centre.Id, with is null ? entry : with(entry), DateOnly.FromDateTime(PortalApp.Start.AddYears(1).UtcDateTime), "Somebody", PortalApp.Start);
        await app.StoreAsync(activity);
        return activity;
    }

    /// <summary>A report in a state, made by the steps that lead there, of the activities that were stored before; an approved one has its observations.</summary>
    public static async Task<Report> CreateReportAsync(this PortalApp app, Centre centre, ReportState state = ReportState.Draft, ReportingPeriod? period = null, Party verifiedBy = Party.Itu)
    {
        var of = period ?? LastPeriod;
        await app.SeedIndicatorsAsync();
        var manager = CentreManagerOf(centre);
        var id = await app.WithAsync<ReportService, Guid>(reports => reports.OpenAsync(manager, of, CancellationToken.None));
        if (state != ReportState.Draft)
        {
            await app.WithAsync<ReportService>(reports => reports.SubmitAsync(new SubmitReport { Actor = manager, Period = of, Notifies = false }, CancellationToken.None));
        }

        DecideReport By(Party party) => new() { Actor = PartyManager(party), Centre = centre.Slug, Period = of, Notifies = false };
        if (state == ReportState.Returned)
        {
            var remark = new Dictionary<string, string?> { ["trained-basic"] = "Please check group 9." };
            await app.WithAsync<ReportService>(reports => reports.ReturnAsync(By(verifiedBy) with { Remarks = remark }, CancellationToken.None));
        }

        if (state is ReportState.Verified or ReportState.Approved)
        {
            await app.WithAsync<ReportService>(reports => reports.VerifyAsync(By(verifiedBy), CancellationToken.None));
        }

        if (state == ReportState.Approved)
        {
            await app.WithAsync<ReportService>(reports => reports.ApproveAsync(By(verifiedBy.Other()), CancellationToken.None));
        }

        return await app.WithDbAsync(db => db.Reports.AsNoTracking().AsSingleQuery().Include(report => report.Values).Include(report => report.Remarks).SingleAsync(report => report.Id == id));
    }

    /// <summary>A target of every centre of the centre's phase, in force.</summary>
    public static async Task AgreedTargetAsync(this PortalApp app, Centre centre, string indicator, decimal value)
    {
        await app.SeedIndicatorsAsync();
        var set = new TargetSet(centre.PhaseId);
        set.Set(indicator, null, null, value);
        set.Agree(PortalApp.Start);
        await app.StoreAsync(set);
    }

    /// <summary>
    /// Approved figures of a centre, the quick way: a report in state Approved that holds them, and its observations. Values are in the indicator's unit;
    /// a part's key is such as sex:women; a share has a denominator.
    /// </summary>
    public static async Task<Report> CreateObservationsAsync(
        this PortalApp app, Centre centre, ReportingPeriod period, params (string Indicator, decimal Value, decimal? Denominator, (string Part, decimal Value)[] Parts)[] figures)
    {
        static long Millionths(decimal value) => (long)(value * ExactRounding.Million);
        var at = period.End.AddDays(20);
        var report = new Report(centre.Id, period, 1, period.Start);
        foreach (var (indicator, value, denominator, parts) in figures)
        {
            report.Put(indicator, Millionths(value), denominator is { } below ? Millionths(below) : null, parts.ToDictionary(part => part.Part, part => Millionths(part.Value)), null);
        }

        report.Submit("Manager of the centre", at);
        report.Verify(Party.Itu, "Manager of ITU", at.AddDays(1));
        report.Approve(Party.Cisco, "Manager of Cisco", at.AddDays(2));
        await app.StoreAsync([report, .. report.Observations(centre.Region)]);
        return report;
    }
}
