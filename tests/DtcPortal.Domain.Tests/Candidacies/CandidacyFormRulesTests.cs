using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using Xunit;

namespace DtcPortal.Domain.Tests.Candidacies;

public sealed class CandidacyFormRulesTests
{
    private static readonly HashSet<string> NoDocuments = [];

    [Theory]
    [InlineData("4", true), InlineData("1.5", true), InlineData("1,5", true), InlineData("1.50", true), InlineData("12 480", true), InlineData("12\u00a0480", true)]
    [InlineData("1.55", false), InlineData("4 to 6", false), InlineData("-1", false), InlineData("100001", false), InlineData("1,234.5", false), InlineData("١٢", false)]
    [InlineData("1,000", false), InlineData("1.000", false), InlineData("12.345.678", false), InlineData("0.5", true), InlineData("1000,0", true)]
    public void ProblemOf_Number_TakesWhatPeopleWriteAndNothingElse(string answer, bool isRight) =>
        Assert.Equal(isRight, CandidacyFormRules.ProblemOf(Field(FormFieldKind.Number) with { Least = 0, Most = 100_000, Decimals = 1 }, answer) is null);

    [Theory]
    [InlineData(FormFieldKind.YesNo, "true", true), InlineData(FormFieldKind.YesNo, "false", true), InlineData(FormFieldKind.YesNo, "maybe", false)]
    [InlineData(FormFieldKind.Choice, "a", true), InlineData(FormFieldKind.Choice, "z", false)]
    [InlineData(FormFieldKind.Email, "office@example.org", true), InlineData(FormFieldKind.Email, "office@example", false), InlineData(FormFieldKind.Email, "A <office@example.org>", false)]
    [InlineData(FormFieldKind.Phone, "+223 20 22 00 00", true), InlineData(FormFieldKind.Phone, "call us", false), InlineData(FormFieldKind.Phone, "12", false)]
    [InlineData(FormFieldKind.Url, "https://example.org/a", true), InlineData(FormFieldKind.Url, "example.org", true), InlineData(FormFieldKind.Url, "javascript:alert(1)", false), InlineData(FormFieldKind.Url, "nowhere", false)]
    [InlineData(FormFieldKind.Date, "2026-11-30", true), InlineData(FormFieldKind.Date, "30/11/2026", false), InlineData(FormFieldKind.Date, "2026-02-30", false), InlineData(FormFieldKind.Date, "0026-11-30", false)]
    [InlineData(FormFieldKind.Checkbox, "true", true), InlineData(FormFieldKind.Checkbox, "false", false)]
    public void ProblemOf_EachKind_ChecksItsForm(FormFieldKind kind, string answer, bool isRight) =>
        Assert.Equal(isRight, CandidacyFormRules.ProblemOf(Field(kind) with { Options = [new FormOption("a", LocalizedText.Of("A"))] }, answer) is null);

    [Fact]
    public void ProblemOf_TooManyWords_SaysHowMany()
    {
        var field = Field(FormFieldKind.LongText) with { WordLimit = 3 };

        Assert.Null(CandidacyFormRules.ProblemOf(field, "one two\n\n three "));
        Assert.Equal("Shorten this: at most 3 words, these are 4.", CandidacyFormRules.ProblemOf(field, "one two three four")?.Message.ToString());
    }

    [Theory, InlineData("12", "15", false), InlineData("12", "12", true), InlineData("", "15", true), InlineData("12", "many", false)]
    public void Check_APartOfAnotherNumber_IsNeverMore(string whole, string part, bool isRight)
    {
        var section = Section(Field(FormFieldKind.Number, "trainers"), Field(FormFieldKind.Number, "qualified") with { PartOf = "trainers" });
        var answers = new Dictionary<string, string> { ["trainers"] = whole, ["qualified"] = part };

        Assert.Equal(isRight, CandidacyFormRules.Check(section, answers, NoDocuments).Of("qualified") is null);
    }

    [Fact]
    public void Check_NothingWritten_IsNotStarted()
    {
        var check = CandidacyFormRules.Check(Section(Field(FormFieldKind.Text), Field(FormFieldKind.File, "file")), new Dictionary<string, string>(), NoDocuments);

        Assert.Equal(SectionState.NotStarted, check.State);
        Assert.All(check.Problems, problem => Assert.True(problem.IsMissing));
        Assert.Equal(["field", "file"], check.Problems.Select(problem => problem.Field));
    }

    [Fact]
    public void Check_DocumentMissing_IsInProgress()
    {
        var section = Section(Field(FormFieldKind.Text), Field(FormFieldKind.File, "file"));

        Assert.Equal(SectionState.InProgress, CandidacyFormRules.Check(section, Answers("x"), NoDocuments).State);
        Assert.Equal(SectionState.Complete, CandidacyFormRules.Check(section, Answers("x"), new HashSet<string> { "file" }).State);
        Assert.Equal(SectionState.InProgress, CandidacyFormRules.Check(section, new Dictionary<string, string>(), new HashSet<string> { "file" }).State);
    }

    [Fact]
    public void Check_WrongAnswer_NeedsAttentionEvenWhereItIsOptional()
    {
        var section = Section(Field(FormFieldKind.Number) with { IsRequired = false, Least = 0, Most = 10 });

        Assert.Equal(SectionState.NeedsAttention, CandidacyFormRules.Check(section, Answers("many"), NoDocuments).State);
        Assert.Equal(SectionState.Complete, CandidacyFormRules.Check(section, new Dictionary<string, string>(), NoDocuments).State);
    }

    [Fact]
    public void Keep_DropsWhatTheSectionDoesNotAsk_AndOuterBlanks()
    {
        var kept = CandidacyFormRules.Keep(Section(Field(FormFieldKind.LongText)), new Dictionary<string, string?> { ["field"] = " a\r\nb ", ["other"] = "x" });

        Assert.Equal(new Dictionary<string, string> { ["field"] = "a\nb" }, kept);
    }

    [Fact]
    public void Keep_EndlessText_IsRefusedAtItsField()
    {
        var typed = new Dictionary<string, string?> { ["field"] = new('x', CandidacyFormRules.LongestNarrative + 1) };

        var broken = Assert.Throws<RuleBrokenException>(() => CandidacyFormRules.Keep(Section(Field(FormFieldKind.LongText)), typed));

        Assert.Equal("Answers[field]", broken.Field);
    }

    private static Dictionary<string, string> Answers(string answer) => new() { ["field"] = answer };

    private static FormField Field(FormFieldKind kind, string key = "field") => new() { Key = key, Kind = kind, Label = LocalizedText.Of("Label"), IsRequired = true };

    private static FormSection Section(params FormField[] fields) =>
        new() { Code = "section", Group = LocalizedText.Of("Group"), Title = LocalizedText.Of("Title"), Fields = fields };
}
