using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using Xunit;

namespace DtcPortal.Domain.Tests.Candidacies;

public sealed class ClarificationTests
{
    private const string Fact = "institution/nonProfit";

    private static readonly string[] Named = ["nonProfit", "about"];
    private static readonly DateTimeOffset Asked = new(2026, 9, 15, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Due = new(2026, 9, 25, 20, 59, 0, TimeSpan.Zero);
    private static readonly Dictionary<string, string> Before = new() { [Fact] = "true" };
    private static readonly Dictionary<string, string> After = new() { [Fact] = "false" };

    [Fact]
    public void Ask_IsRemindedOfThreeDaysAhead() => Assert.Equal(Due.AddDays(-3), Ask().RemindAt);

    [Fact]
    public void Ask_WithLittleTime_IsRemindedOfAtHalfOfIt() => Assert.Equal(Asked.AddDays(1), Ask(Asked.AddDays(2)).RemindAt);

    [Theory, InlineData(null), InlineData(" ")]
    public void Ask_Blank_IsRefused(string? question) =>
        Assert.Equal("Question", Assert.Throws<RuleBrokenException>(() => Ask(question: question)).Field);

    [Fact]
    public void Ask_DueInThePast_IsRefused() => Assert.Equal("DueOn", Assert.Throws<RuleBrokenException>(() => Ask(Asked)).Field);

    [Fact]
    public void Reply_WithinTheMinuteOfTheDueDate_IsInTime()
    {
        var asked = Ask();
        asked.Reply("No.", Before, After, "Applicant", Due.AddSeconds(59.999));
        Assert.False(asked.IsLate);
        Assert.True(asked.IsInEffect);
        Assert.Null(asked.RemindAt);
    }

    [Fact]
    public void Reply_AfterTheMinuteOfTheDueDate_IsLate_AndNotInEffect()
    {
        var asked = Late();
        Assert.True(asked.IsLate);
        Assert.False(asked.IsInEffect);
        Assert.Throws<RuleBrokenException>(() => asked.Reply("Again.", Before, After, "Applicant", Due.AddHours(1)));
    }

    [Fact]
    public void Reply_OnAFactThatWasNotAsked_IsRefused() => Assert.Throws<RuleBrokenException>(
        () => Ask().Reply("No.", Before, new Dictionary<string, string> { ["institution/aboutInstitution"] = "Better." }, "Applicant", Asked));

    [Fact]
    public void Reply_Anew_KeepsTheOldestBefore()
    {
        var asked = Ask();
        asked.Reply("No.", Before, After, "Applicant", Asked);
        asked.Reply("Yes.", After, Before, "Applicant", Asked.AddHours(1));
        Assert.Equal("true", asked.Before[Fact]);
        Assert.Equal("Yes.", asked.Answer);
    }

    [Fact]
    public void Close_LateAnswer_CountsOnlyWhenAccepted()
    {
        var accepted = Late();
        accepted.Close(acceptLate: true, null, "Manager", Due.AddDays(1));
        Assert.True(accepted.IsInEffect);
        Assert.Null(accepted.OpenKey);
        var left = Late();
        Assert.Equal("CloseReason", Assert.Throws<RuleBrokenException>(() => left.Close(acceptLate: false, " ", "Manager", Due.AddDays(1))).Field);
        left.Close(acceptLate: false, "Too late for the committee.", "Manager", Due.AddDays(1));
        Assert.False(left.IsInEffect);
    }

    [Fact]
    public void Close_WithoutAnswer_NeedsAReasonBeforeTheDueDateOnly()
    {
        Assert.Throws<RuleBrokenException>(() => Ask().Close(acceptLate: false, null, "Manager", Due));
        var overdue = Ask();
        overdue.Close(acceptLate: false, null, "Manager", Due.AddMinutes(1));
        Assert.False(overdue.IsOpen);
        Assert.Throws<RuleBrokenException>(() => overdue.Reply("Now.", Before, After, "Applicant", Due.AddDays(2)));
    }

    [Fact]
    public void Facts_AreThoseOfQualifications_NeverWhatIsScored()
    {
        var form = new CandidacyForm(
        [
            new FormSection { Code = "institution", Group = LocalizedText.Of("G"), Title = LocalizedText.Of("T"), Fields = [Field("nonProfit", isFact: true), Field("about", isFact: false), Field("website", isFact: true)] },
        ]);
        Assert.Equal([Fact], ClarifiableFact.Of(form, [("M2", Named)]).Select(fact => fact.Key));
    }

    [Fact]
    public void Content_TakesTheAnswersInEffect_AndTheDocumentsTheyBring()
    {
        var (old, brought) = (Document("old.pdf"), Document("new.pdf"));
        var content = new SubmittedContent("KE", [new SubmittedSection("institution", new Dictionary<string, string> { ["nonProfit"] = "true", ["about"] = "We train." }, [old])]);
        var answered = Ask();
        answered.Reply("No.", Before, new Dictionary<string, string> { [Fact] = "false", ["institution/statutes"] = brought.Id.ToString() }, "Applicant", Asked);
        var section = ClarifiedContent.Of(content, [answered, Late()], [brought]).Find("institution")!;
        Assert.Equal("false", section.Answers["nonProfit"]);
        Assert.Equal("We train.", section.Answers["about"]);
        Assert.Equal("new.pdf", Assert.Single(section.Documents).FileName);
    }

    private static FormField Field(string key, bool isFact) => new() { Key = key, Kind = FormFieldKind.YesNo, Label = LocalizedText.Of(key), IsFact = isFact };

    private static SubmittedDocument Document(string name) => new(Guid.CreateVersion7(), "statutes", name, "application/pdf", 10, new string('0', 64));

    private static Clarification Ask(DateTimeOffset? due = null, string? question = "Are you non-profit?") =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), question, [Fact, "institution/statutes"], due ?? Due, Guid.CreateVersion7(), "Manager", Asked);

    private static Clarification Late()
    {
        var asked = Ask();
        asked.Reply("Sorry.", Before, new Dictionary<string, string> { [Fact] = "late" }, "Applicant", Due.AddMinutes(1));
        return asked;
    }
}
