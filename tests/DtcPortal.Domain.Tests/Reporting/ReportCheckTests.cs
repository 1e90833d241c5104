using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Xunit;

namespace DtcPortal.Domain.Tests.Reporting;

public class ReportCheckTests
{
    private static readonly PartsOf Sex = new("sex", ["women", "men", "not-stated"]);
    private static readonly PartsOf Level = new("level", ["basic", "intermediate"]);

    [Fact]
    public void Of_PartsMissTheTotal_SaysByHowMuch()
    {
        var problem = Assert.Single(Check(1204, [("sex:women", 612), ("sex:men", 574)]));
        Assert.Equal((ReportProblemKind.WrongSum, "sex", 18m), (problem.Kind, problem.Disaggregation, problem.Difference));
    }

    [Fact]
    public void Of_PartsMeetTheTotal_IsFine() => Assert.Empty(Check(1204, [("sex:women", 612), ("sex:men", 574), ("sex:not-stated", 18)]));

    [Fact]
    public void Of_EmptyPartBesideOthersThatMeet_CountsAsZero() => Assert.Empty(Check(20, [("sex:women", 12), ("sex:men", 8)]));

    [Fact]
    public void Of_TotalOfZero_NeedsNoParts() => Assert.Empty(Check(0, []));

    [Fact]
    public void Of_NothingTyped_IsFine() => Assert.Empty(Check(null, []));

    [Fact]
    public void Of_TotalWithoutParts_AsksForThem() => Assert.Equal(ReportProblemKind.PartsMissing, Assert.Single(Check(20, [])).Kind);

    [Fact]
    public void Of_PartsWithoutTotal_AsksForIt() => Assert.Equal((ReportProblemKind.TotalMissing, -20m), Check(null, [("sex:women", 20)]) is [var one] ? (one.Kind, one.Difference) : default);

    [Fact]
    public void Of_SeveralDisaggregations_ChecksEach() =>
        Assert.Equal(["level"], ReportCheck.Of(Indicator(), [Sex, Level], Figure(20, [("sex:women", 20), ("level:basic", 19)]), null, null).Select(problem => problem.Disaggregation));

    [Fact]
    public void Of_Negative_IsTheOnlyProblem() => Assert.Equal(ReportProblemKind.Negative, Assert.Single(Check(-1, [("sex:women", 3)])).Kind);

    [Fact]
    public void Of_FractionOfACount_IsRefused() => Assert.Contains(Check(1.5m, [("sex:women", 1.5m)]), problem => problem.Kind == ReportProblemKind.NotWhole);

    [Theory]
    [InlineData(210, 344, null, true)]
    [InlineData(210, 344, "A second room opened.", false)]
    [InlineData(210, 344, "  ", true)]
    [InlineData(200, 300, null, false)]
    [InlineData(200, 99, null, true)]
    [InlineData(0, 20, null, false)]
    [InlineData(0, 21, null, true)]
    [InlineData(null, 500, null, false)]
    public void Of_Jump_WantsAComment(int? last, int now, string? comment, bool wanted) =>
        Assert.Equal(wanted, Check(now, [("sex:women", now)], comment, last).Any(problem => problem.Kind == ReportProblemKind.CommentMissing));

    [Fact]
    public void Completed_EmptyBesideTyped_IsZero_AndUntouchedIsLeftOut()
    {
        var parts = ReportCheck.Completed([Sex, Level], Figure(20, [("sex:women", 20)]));
        Assert.Equal([("sex:women", 20m), ("sex:men", 0m), ("sex:not-stated", 0m)], parts.Select(part => (part.Key, part.Value)));
    }

    [Fact]
    public void Values_Shares_AreMadeOfTheReportsOwnValues()
    {
        var share = new Indicator("women-share", 1, Entry() with
        {
            Source = IndicatorSource.Computed, Computation = "ratio", OverCentres = OverCentres.Ratio, Disaggregations = [],
            Numerator = [new("trained-basic", "sex", "women")], Denominator = [new("trained-basic")],
        }, DateTimeOffset.UnixEpoch);
        var values = ReportFigures.Of(
            [Indicator(), share], new ComputationInput { Activities = [] },
            new Dictionary<string, EnteredFigure> { ["trained-basic"] = Figure(40, [("sex:women", 10), ("sex:men", 30)]) });
        Assert.Equal((10m, 40m), values.Reported["women-share"] is { } reported ? (reported.Numerator, reported.Denominator) : default);
        Assert.Null(values.FromActivities["women-share"]);
        Assert.Equal(0, values.FromActivities["trained-basic"]!.Numerator);
    }

    private static IReadOnlyList<ReportProblem> Check(decimal? total, (string Key, decimal Value)[] parts, string? comment = null, decimal? last = null) =>
        ReportCheck.Of(Indicator(), [Sex], Figure(total, parts), comment, last);

    private static EnteredFigure Figure(decimal? total, (string Key, decimal Value)[] parts) => new(total, parts.ToDictionary(part => part.Key, part => part.Value));

    private static Indicator Indicator() => new("trained-basic", 0, Entry(), DateTimeOffset.UnixEpoch);

    private static IndicatorEntry Entry() => new()
    {
        Group = LocalizedText.Of("People"), Name = LocalizedText.Of("Trained"), Definition = LocalizedText.Of("Who was trained."), Unit = LocalizedText.Of("people"),
        Direction = Direction.HigherIsBetter, OverTime = OverTime.Sum, OverCentres = OverCentres.Sum, Source = IndicatorSource.Entered,
        Computation = "participants-basic", Disaggregations = ["sex"],
    };
}
