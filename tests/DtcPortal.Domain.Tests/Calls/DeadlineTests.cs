using DtcPortal.Domain.Calls;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace DtcPortal.Domain.Tests.Calls;

public sealed class DeadlineTests
{
    [Fact]
    public void IsInTime_InTheLastMinute_HoldsToTheLastTick()
    {
        var deadline = new Deadline(new DateTime(2026, 11, 30, 23, 59, 0), "Africa/Nairobi");
        var end = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.FromHours(3));

        Assert.Equal(end, deadline.EndsAt);
        Assert.True(deadline.IsInTime(new DateTimeOffset(2026, 11, 30, 23, 59, 59, 999, TimeSpan.FromHours(3))));
        Assert.True(deadline.IsInTime(end.AddTicks(-1)));
        Assert.False(deadline.IsInTime(end));
        Assert.Equal(new DateOnly(2026, 11, 30), deadline.Date);
    }

    [Fact]
    public void EndsAt_WhenClocksArePutBack_TakesTheLaterReading()
    {
        var deadline = new Deadline(new DateTime(2026, 10, 25, 2, 30, 0), "Europe/Zurich");

        Assert.Equal(LocalMinuteReading.Twice, deadline.Reading);
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 1, 31, 0, TimeSpan.Zero), deadline.EndsAt);
    }

    [Fact]
    public void EndsAt_WhenClocksArePutForward_CountsAsIfTheyWereNotYet()
    {
        var deadline = new Deadline(new DateTime(2026, 3, 29, 2, 30, 0), "Europe/Zurich");

        Assert.Equal(LocalMinuteReading.Skipped, deadline.Reading);
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 1, 31, 0, TimeSpan.Zero), deadline.EndsAt);
    }

    [Fact]
    public void Deadline_NotAWholeMinute_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new Deadline(new DateTime(2026, 11, 30, 23, 59, 1), "Africa/Nairobi"));

    [Fact]
    public void Deadline_InAnUnknownZone_IsRefused()
    {
        Assert.Throws<TimeZoneNotFoundException>(() => new Deadline(new DateTime(2026, 11, 30, 23, 59, 0), "Africa/Nowhere"));
        Assert.False(Deadline.IsKnownZone("Africa/Nowhere"));
        Assert.True(Deadline.IsKnownZone("Africa/Nairobi"));
    }

    [Fact]
    public void IsNotEarlierThan_ComparesInstantsNotClocks()
    {
        var nairobi = new Deadline(new DateTime(2026, 11, 30, 23, 59, 0), "Africa/Nairobi");
        var accra = new Deadline(new DateTime(2026, 11, 30, 21, 59, 0), "Africa/Accra");

        Assert.True(accra.IsNotEarlierThan(nairobi));
        Assert.False(nairobi.IsNotEarlierThan(accra));
    }

    [Fact]
    public void IsInTime_OfAnyArrival_IsDecidedToTheTick()
    {
        var inputs =
            from minute in Gen.Choose(0, 2 * 366 * 24 * 60)
            from zone in Gen.Elements("Africa/Nairobi", "Europe/Zurich", "America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Apia", "Australia/Lord_Howe")
            from ticks in Gen.Choose(-2_000_000_000, 2_000_000_000)
            select (Deadline: new Deadline(new DateTime(2026, 1, 1).AddMinutes(minute), zone), Ticks: ticks);
        Prop.ForAll(inputs.ToArbitrary(), input =>
        {
            var start = input.Deadline.EndsAt.AddMinutes(-1);
            var shown = TimeZoneInfo.ConvertTime(start, TimeZoneInfo.FindSystemTimeZoneById(input.Deadline.Zone)).DateTime;
            return input.Deadline.IsInTime(input.Deadline.EndsAt.AddTicks(input.Ticks)) == input.Ticks < 0
                && (input.Deadline.Reading == LocalMinuteReading.Skipped || shown == input.Deadline.LocalMinute);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }
}
