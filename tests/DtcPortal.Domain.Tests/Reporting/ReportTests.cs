using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Xunit;

namespace DtcPortal.Domain.Tests.Reporting;

public class ReportTests
{
    private static readonly ReportingPeriod Period = new(2026, 3);
    private static readonly DateTimeOffset After = Period.End.AddDays(5);
    private static readonly IReadOnlyDictionary<string, long> NoParts = new Dictionary<string, long>();

    [Fact]
    public void New_IsDueThirtyDaysAfterThePeriod()
    {
        var report = Draft();
        Assert.Equal(new DateOnly(2026, 10, 30), report.DueOn);
        Assert.Equal(new DateTimeOffset(2026, 10, 31, 0, 0, 0, TimeSpan.Zero), report.DueAt);
    }

    [Fact]
    public void Submit_BeforeThePeriodIsOver_IsRefused() => Refused("The period is not over yet.", () => Draft().Submit("Ama", Period.End.AddTicks(-1)));

    [Fact]
    public void Submit_Twice_IsRefused() => Refused("This report is submitted already.", () => Submitted().Submit("Ama", After));

    [Fact]
    public void Put_Submitted_IsRefused() => Refused("This report is submitted; it changes only once it is returned.", () => Submitted().Put("trained-basic", 1, null, NoParts, null));

    [Fact]
    public void Put_Negative_IsRefusedAtItsField()
    {
        var broken = Assert.Throws<RuleBrokenException>(() => Draft().Put("trained-basic", 0, null, new Dictionary<string, long> { ["sex:women"] = -1 }, null));
        Assert.Equal("Values[trained-basic].Parts[sex:women]", broken.Field);
    }

    [Fact]
    public void Approve_SamePartyTwice_IsRefused()
    {
        var report = Submitted();
        report.Verify(Party.Itu, "Irene", After);
        Refused("Your party has verified this report; the other party approves it.", () => report.Approve(Party.Itu, "Ivo", After));
        report.Approve(Party.Cisco, "Carl", After);
        Assert.Equal(ReportState.Approved, report.State);
    }

    [Fact]
    public void Approve_NotVerified_IsRefused() => Refused("Only a verified report is approved.", () => Submitted().Approve(Party.Cisco, "Carl", After));

    [Fact]
    public void Return_WithoutRemark_IsRefused() => Refused("Write a remark: the centre must know what to change.", () => Submitted().Return(Party.Itu, "Irene", [], After));

    [Fact]
    public void Return_AfterVerification_ForgetsIt()
    {
        var report = Submitted();
        report.Verify(Party.Itu, "Irene", After);
        report.Return(Party.Cisco, "Carl", [("trained-basic", "Check group 9.")], After.AddHours(1));
        Assert.Null(report.VerifiedFor);
        Assert.Equal("Check group 9.", Assert.Single(report.OpenRemarks).Text);
        report.Submit("Ama", After.AddHours(2));
        Assert.Empty(report.OpenRemarks);
    }

    [Fact]
    public void Return_AfterTheDueDate_LeavesSevenDaysToAnswer()
    {
        var report = Draft();
        report.Submit("Ama", Instant("2026-10-20T10:00:00"));
        report.Return(Party.Itu, "Irene", [(null, "Say why.")], Instant("2026-11-20T10:00:00"));
        Assert.Equal(new DateOnly(2026, 11, 27), report.DueOn);
        var early = Draft();
        early.Submit("Ama", After);
        early.Return(Party.Itu, "Irene", [(null, "Say why.")], After);
        Assert.Equal(new DateOnly(2026, 10, 30), early.DueOn);
    }

    [Fact]
    public void Observations_OfApproved_AreWholesAndParts()
    {
        var report = Draft();
        report.Put("trained-basic", 20_000_000, null, new Dictionary<string, long> { ["sex:women"] = 12_000_000, ["sex:men"] = 8_000_000 }, null);
        report.Put("women-share-basic", 12_000_000, 20_000_000, NoParts, null);
        report.Put("work-found", null, null, NoParts, null);
        Assert.Throws<InvalidOperationException>(() => report.Observations(Region.Africa));
        report.Submit("Ama", After);
        report.Verify(Party.Cisco, "Carl", After);
        report.Approve(Party.Itu, "Irene", After);
        Assert.Equal(
            [("trained-basic", "total", 20_000_000, null), ("trained-basic", "sex:women", 12_000_000, null), ("trained-basic", "sex:men", 8_000_000, null), ("women-share-basic", "total", 12_000_000, 20_000_000)],
            report.Observations(Region.Africa).Select(o => (o.Indicator, o.Part, o.NumeratorMillionths, o.DenominatorMillionths)));
    }

    [Fact]
    public void MoveDue_IsStoredWithReason_AndRemindersFollow()
    {
        var report = Draft();
        report.Remind(DueReminder.Overdue);
        report.MoveDue(new DateOnly(2026, 11, 20), " Flood ", new DateOnly(2026, 10, 20));
        Assert.Equal((new DateOnly(2026, 11, 20), "Flood", DueReminder.None), (report.DueOn, report.DueReason, report.Reminded));
    }

    [Theory]
    [InlineData(null, "r", "Write the new due date.")]
    [InlineData("2026-10-19", "r", "The new due date is today or later.")]
    [InlineData("2028-01-01", "r", "A report is due within a year after its period.")]
    [InlineData("2026-11-20", " ", "Write a reason.")]
    public void MoveDue_NotValid_IsRefused(string? day, string reason, string message) =>
        Refused(message, () => Draft().MoveDue(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), reason, new DateOnly(2026, 10, 20)));

    [Fact]
    public void MoveDue_IntoThePeriod_IsRefused() => Refused("A report is due after its period ends.", () => Draft().MoveDue(Period.LastDay, "r", Period.FirstDay));

    [Theory]
    [InlineData("2026-10-16T23:59:59", DueReminder.None)]
    [InlineData("2026-10-17T00:00:00", DueReminder.Soon)]
    [InlineData("2026-10-30T00:00:00", DueReminder.Due)]
    [InlineData("2026-10-31T00:00:00", DueReminder.Overdue)]
    public void ReminderAt_Instant_IsTheLatestStep(string at, DueReminder expected) => Assert.Equal(expected, Draft().ReminderAt(Instant(at)));

    [Fact]
    public void ReminderAt_Sent_IsNone()
    {
        var report = Draft();
        report.Remind(DueReminder.Soon);
        Assert.Equal(DueReminder.None, report.ReminderAt(Instant("2026-10-20T00:00:00")));
        Assert.Equal(DueReminder.Overdue, report.ReminderAt(Instant("2026-12-01T00:00:00")));
        Assert.Equal(DueReminder.None, Submitted().ReminderAt(Instant("2026-12-01T00:00:00")));
    }

    [Fact]
    public void Corrects_IsDueThirtyDaysFromNow()
    {
        var correction = new Report(Guid.NewGuid(), Period, 2, After);
        Refused("Write a reason.", () => correction.Corrects(" ", After));
        correction.Corrects("Counted twice.", Instant("2027-02-01T10:00:00"));
        Assert.Equal(new DateOnly(2027, 3, 3), correction.DueOn);
    }

    [Theory]
    [InlineData("2025-10-10", null, "2026-07-02", "2026-Q1,2026-Q2", "2026-Q1,2026-Q2,2026-Q3")]
    [InlineData("2025-10-10", "2026-05-10", "2026-07-02", "2026-Q1", "2026-Q1")]
    [InlineData("2026-06-10", null, "2026-06-12", "", "")]
    public void Schedule_IsWholeQuartersFromTheFirst(string active, string? ended, string now, string over, string open)
    {
        var first = ReportingPeriod.FirstAfter(Instant(active));
        DateTimeOffset? end = ended is null ? null : Instant(ended);
        Assert.Equal(over, string.Join(',', ReportingSchedule.Ended(first, end, Instant(now))));
        Assert.Equal(open, string.Join(',', ReportingSchedule.Open(first, end, Instant(now))));
        Assert.All(ReportingSchedule.Ended(first, end, Instant(now)), period => Assert.True(ReportingSchedule.Includes(first, end, period)));
        Assert.Equal(end is null, ReportingSchedule.Includes(first, end, ReportingPeriod.Of(end ?? Instant(now)).Next));
        Assert.True(end is null || !ReportingSchedule.Includes(first, end, ReportingPeriod.Of(end.Value)));
    }

    private static Report Draft() => new(Guid.NewGuid(), Period, 1, Period.Start);

    private static Report Submitted()
    {
        var report = Draft();
        report.Submit("Ama", After);
        return report;
    }

    private static void Refused(string message, Action act) => Assert.Equal(message, Assert.Throws<RuleBrokenException>(act).Rule.ToString());

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal);
}
