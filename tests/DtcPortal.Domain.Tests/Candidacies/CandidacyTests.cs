using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using Xunit;

namespace DtcPortal.Domain.Tests.Candidacies;

public sealed class CandidacyTests
{
    // 23:59 in Nairobi is valid through 23:59:59.999…
    private static readonly DateTimeOffset EndsAt = new Deadline(new DateTime(2026, 11, 30, 23, 59, 0, DateTimeKind.Unspecified), "Africa/Nairobi").EndsAt;

    [Fact]
    public void Submit_LastTick_IsInTime()
    {
        var candidacy = Draft();

        var snapshot = Submit(candidacy, EndsAt.AddTicks(-1));

        Assert.Equal(("DTC1-2026-0001-R1", CandidacyState.Submitted), (snapshot.Receipt, candidacy.State));
    }

    [Fact]
    public void Submit_NextTick_IsTooLate()
    {
        var candidacy = Draft();

        var broken = Assert.Throws<RuleBrokenException>(() => Submit(candidacy, EndsAt));

        Assert.Equal("The deadline has passed.", broken.Message);
        Assert.Equal(CandidacyState.Draft, candidacy.State);
    }

    [Fact]
    public void Submit_WithALongerDeadline_IsInTimeUntilThat()
    {
        var candidacy = Draft();
        candidacy.Extend(EndsAt.AddDays(2));

        Submit(candidacy, EndsAt.AddDays(1));

        Assert.Throws<RuleBrokenException>(() => Submit(candidacy, EndsAt.AddDays(2)));
    }

    [Fact]
    public void Submit_Again_CountsTheLast()
    {
        var candidacy = Draft();
        Submit(candidacy, EndsAt.AddDays(-2));

        var second = Submit(candidacy, EndsAt.AddDays(-1));

        Assert.Equal((2, "DTC1-2026-0001-R2", 2), (candidacy.SubmittedNumber, second.Receipt, candidacy.Snapshots.Count));
    }

    [Fact]
    public void MoveTo_AfterASubmission_CountsOnceItIsSubmittedAgain()
    {
        var candidacy = Draft();
        Submit(candidacy, EndsAt.AddDays(-3));

        candidacy.MoveTo("UG", "Wanjiru Kamau", EndsAt.AddDays(-2), EndsAt);
        Assert.Equal(("KE", "UG"), (candidacy.Country, candidacy.DraftCountry));

        Submit(candidacy, EndsAt.AddDays(-1));
        Assert.Equal(("UG", null), (candidacy.Country, candidacy.NewCountry));
    }

    [Fact]
    public void Withdraw_WithAnotherCountryChosen_KeepsTheChoice()
    {
        var candidacy = Draft();
        Submit(candidacy, EndsAt.AddDays(-3));
        candidacy.MoveTo("UG", "Wanjiru Kamau", EndsAt.AddDays(-2), EndsAt);

        candidacy.Withdraw(EndsAt.AddDays(-1), EndsAt);

        Assert.Equal(("UG", null), (candidacy.Country, candidacy.NewCountry));
    }

    [Fact]
    public void Withdraw_ThenReopen_CountsNothingUntilSubmitted()
    {
        var candidacy = Draft();
        Submit(candidacy, EndsAt.AddDays(-2));

        candidacy.Withdraw(EndsAt.AddDays(-1), EndsAt);

        Assert.Null(candidacy.SubmittedNumber);
        Assert.False(candidacy.IsEditableAt(EndsAt.AddDays(-1), EndsAt));
        candidacy.Reopen(EndsAt.AddDays(-1), EndsAt);
        Assert.Equal(CandidacyState.Draft, candidacy.State);
        Assert.Throws<RuleBrokenException>(() => candidacy.Withdraw(EndsAt.AddDays(-1), EndsAt));
    }

    [Theory]
    [InlineData(-8, null), InlineData(-7, 7), InlineData(-6, 7), InlineData(-1, 1), InlineData(0, null)]
    public void DueAt_NamesTheNearestReminder(int days, int? due) =>
        Assert.Equal(due, CandidacyReminder.DueAt(EndsAt.AddDays(days), EndsAt, EndsAt.AddDays(-30)));

    [Fact]
    public void DueAt_StartedAfterTheDate_IsNotRemindedOfIt() =>
        Assert.Null(CandidacyReminder.DueAt(EndsAt.AddDays(-3), EndsAt, EndsAt.AddDays(-4)));

    [Fact]
    public void Revision_OfOneSitting_KeepsTheOldestText()
    {
        var revision = new SectionRevision(Guid.CreateVersion7(), "s", Guid.Empty, "A", Text("a", "first"), EndsAt);

        Assert.True(revision.Takes(Guid.Empty, EndsAt.AddMinutes(29)));
        revision.Add(new Dictionary<string, string> { ["a"] = "second", ["b"] = "" }, EndsAt.AddMinutes(29));

        Assert.Equal(("first", ""), (revision.Before["a"], revision.Before["b"]));
        Assert.False(revision.Takes(Guid.CreateVersion7(), EndsAt.AddMinutes(30)));
        Assert.False(revision.Takes(Guid.Empty, EndsAt.AddMinutes(59)));
    }

    [Fact]
    public void Content_SameAnswersInAnotherOrder_HasTheSameFingerprint()
    {
        var left = new SubmittedContent("KE", [new SubmittedSection("s", new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" }, [])]);
        var right = new SubmittedContent("KE", [new SubmittedSection("s", new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" }, [])]);

        Assert.Equal(SubmittedContent.FingerprintOf(left.ToJson()), SubmittedContent.FingerprintOf(right.ToJson()));
        Assert.Equal("2", SubmittedContent.Parse(left.ToJson()).Find("s")!.Answers["b"]);
    }

    private static Dictionary<string, string> Text(string field, string text) => new() { [field] = text };

    private static Candidacy Draft() => new("DTC1-2026-0001", Guid.CreateVersion7(), Guid.CreateVersion7(), "KE", [new FormSection { Code = "s", Group = LocalizedText.Of("Group"), Title = LocalizedText.Of("Section"), Fields = [] }], EndsAt.AddDays(-30));

    private static CandidacySnapshot Submit(Candidacy candidacy, DateTimeOffset arrival) =>
        candidacy.Submit("{}", new string('0', 64), Guid.Empty, "A", arrival, EndsAt);
}
