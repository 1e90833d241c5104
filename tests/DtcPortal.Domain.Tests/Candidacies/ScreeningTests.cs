using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using Xunit;

namespace DtcPortal.Domain.Tests.Candidacies;

public sealed class ScreeningTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 15, 10, 0, 0, TimeSpan.Zero);
    private static readonly string[] Codes = ["M1", "M2"];

    [Theory, InlineData(null), InlineData(""), InlineData("  ")]
    public void Find_NotMetWithoutReason_IsRefused(string? reason)
    {
        var broken = Assert.Throws<RuleBrokenException>(() => Found("M1", QualificationFinding.NotMet, reason));
        Assert.Equal("Reason", broken.Field);
    }

    [Fact]
    public void FinishEligible_OneNotLookedAt_IsRefused() =>
        Assert.Throws<RuleBrokenException>(() => Found("M1", QualificationFinding.Met).FinishEligible(Codes, "Manager", Now));

    [Fact]
    public void FinishEligible_Twice_IsRefused()
    {
        var screening = Eligible();
        Assert.Throws<RuleBrokenException>(() => screening.FinishEligible(Codes, "Manager", Now));
        Assert.Equal(("Manager", Now), (screening.FinishedByName, screening.FinishedAt));
    }

    [Fact]
    public void ProposeIneligible_WithoutAQualificationNotMet_IsRefused() =>
        Assert.Throws<RuleBrokenException>(() => Found("M1", QualificationFinding.ToClarify, "Unclear.").ProposeIneligible("Because.", "Manager", Now));

    [Fact]
    public void ProposeIneligible_KeepsReasonAndAuthor_AndStopsFindings()
    {
        var screening = Proposed();
        Assert.Equal(("Because.", "Manager", (DateTimeOffset?)Now), (screening.IneligibleReason, screening.IneligibleByName, screening.IneligibleAt));
        Assert.True(screening.IsProposed);
        Assert.Throws<RuleBrokenException>(() => screening.Find("M2", QualificationFinding.Met, null, Guid.Empty, "Manager", Now));
        Assert.Throws<RuleBrokenException>(() => screening.FinishEligible(Codes, "Manager", Now));
    }

    [Fact]
    public void Undo_OfAProposal_KeepsTheFindings()
    {
        var screening = Proposed();
        screening.Undo();
        Assert.False(screening.IsProposed);
        Assert.Equal(QualificationFinding.NotMet, screening.Of("M1")!.Finding);
    }

    [Fact]
    public void Undo_OfEligible_OpensItAgain()
    {
        var screening = Eligible();
        screening.Undo();
        Assert.Null(screening.FinishedAt);
    }

    [Fact]
    public void Undo_AfterBothSigned_IsRefused()
    {
        var screening = Proposed();
        screening.FinishIneligible(Now);
        Assert.Throws<RuleBrokenException>(screening.Undo);
    }

    [Fact]
    public void Undo_OfNothing_IsRefused() => Assert.Throws<RuleBrokenException>(Found("M1", QualificationFinding.Met).Undo);

    [Fact]
    public void FinishIneligible_NotProposed_IsRefused() => Assert.Throws<RuleBrokenException>(() => Found("M1", QualificationFinding.Met).FinishIneligible(Now));

    private static Screening Found(string code, QualificationFinding finding, string? reason = null)
    {
        var screening = new Screening(Guid.CreateVersion7(), Guid.CreateVersion7());
        screening.Find(code, finding, reason, Guid.CreateVersion7(), "Manager", Now);
        return screening;
    }

    private static Screening Eligible()
    {
        var screening = Found("M1", QualificationFinding.Met);
        screening.Find("M2", QualificationFinding.Met, null, Guid.CreateVersion7(), "Manager", Now);
        screening.FinishEligible(Codes, "Manager", Now);
        return screening;
    }

    private static Screening Proposed()
    {
        var screening = Found("M1", QualificationFinding.NotMet, "It has owners.");
        screening.ProposeIneligible(" Because. ", "Manager", Now);
        return screening;
    }
}
