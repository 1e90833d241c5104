using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using Xunit;

namespace DtcPortal.Domain.Tests.Candidacies;

public sealed class QualificationRuleTests
{
    private static readonly string[] Statutes = ["statutes"];

    private static readonly QualificationFacts Complete = new(
        IsCountryListed: true,
        new Dictionary<string, string>
        {
            [QualificationFacts.NonProfit] = "true",
            [QualificationFacts.BodyKind] = "academic-unit",
            [QualificationFacts.TrainsBasic] = "true",
            [QualificationFacts.TrainsIntermediate] = "true",
            [QualificationFacts.HasLabs] = "true",
        },
        new HashSet<string> { "statutes" });

    public static TheoryData<QualificationCheck> Computed => [QualificationCheck.CountryEligible, QualificationCheck.NonProfit, QualificationCheck.Levels, QualificationCheck.Labs, QualificationCheck.Documents];

    [Theory, MemberData(nameof(Computed))]
    public void Compute_AllDeclared_IsMet(QualificationCheck check) =>
        Assert.Equal(QualificationFinding.Met, QualificationRule.Compute(check, Statutes, Complete)!.Finding);

    [Fact]
    public void Compute_NothingToCheck_IsNull() => Assert.Null(QualificationRule.Compute(QualificationCheck.None, [], Complete));

    [Fact]
    public void Compute_CountryNotListed_IsNotMet() =>
        Assert.Equal(QualificationFinding.NotMet, QualificationRule.Compute(QualificationCheck.CountryEligible, [], Complete with { IsCountryListed = false })!.Finding);

    [Theory]
    [InlineData(QualificationCheck.NonProfit, QualificationFacts.NonProfit, "false", QualificationFinding.NotMet)]
    [InlineData(QualificationCheck.NonProfit, QualificationFacts.NonProfit, null, QualificationFinding.ToClarify)]
    [InlineData(QualificationCheck.NonProfit, QualificationFacts.BodyKind, QualificationFacts.OtherKind, QualificationFinding.NotMet)]
    [InlineData(QualificationCheck.NonProfit, QualificationFacts.BodyKind, null, QualificationFinding.ToClarify)]
    [InlineData(QualificationCheck.Levels, QualificationFacts.TrainsBasic, "false", QualificationFinding.NotMet)]
    [InlineData(QualificationCheck.Levels, QualificationFacts.TrainsIntermediate, "false", QualificationFinding.NotMet)]
    [InlineData(QualificationCheck.Levels, QualificationFacts.TrainsIntermediate, null, QualificationFinding.ToClarify)]
    [InlineData(QualificationCheck.Labs, QualificationFacts.HasLabs, "false", QualificationFinding.NotMet)]
    [InlineData(QualificationCheck.Labs, QualificationFacts.HasLabs, "perhaps", QualificationFinding.ToClarify)]
    public void Compute_OneAnswerOtherwise_IsAsThatAnswerSays(QualificationCheck check, string field, string? answer, QualificationFinding expected)
    {
        var answers = Complete.Answers.Where(pair => pair.Key != field).ToDictionary();
        if (answer is not null)
        {
            answers[field] = answer;
        }

        Assert.Equal(expected, QualificationRule.Compute(check, Statutes, Complete with { Answers = answers })!.Finding);
    }

    [Theory, InlineData(QualificationCheck.NonProfit), InlineData(QualificationCheck.Documents)]
    public void Compute_DocumentMissing_IsToClarify(QualificationCheck check) =>
        Assert.Equal(QualificationFinding.ToClarify, QualificationRule.Compute(check, Statutes, Complete with { Documents = new HashSet<string>() })!.Finding);

    [Fact]
    public void Compute_NotMetAndDocumentMissing_IsNotMet() => Assert.Equal(
        QualificationFinding.NotMet,
        QualificationRule.Compute(
            QualificationCheck.Labs, Statutes,
            new QualificationFacts(true, new Dictionary<string, string> { [QualificationFacts.HasLabs] = "false" }, new HashSet<string>()))!.Finding);
}
