using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Reporting;
using Xunit;

namespace DtcPortal.Domain.Tests.Reporting;

public class IndicatorComputationTests
{
    private static readonly ActivityFigures Basic = new()
    {
        Kind = ActivityKind.Training, Level = TrainingLevel.Basic, Mode = DeliveryMode.OnSite, Hours = 30, Curriculum = CurriculumSource.Itu, TargetGroup = TargetGroup.Jobseekers,
        Participation = new Participation
        {
            Women = 12, Men = 8, SexNotStated = 1, Under15 = 1, Aged15To24 = 10, Aged25To59 = 5, WithDisability = 2, Completed = 18, Certificates = 15, FoundWork = 3,
        },
    };

    private static readonly ActivityFigures Intermediate = new()
    {
        Kind = ActivityKind.Training, Level = TrainingLevel.Intermediate, Mode = DeliveryMode.Remote, Hours = 20, Curriculum = CurriculumSource.Own,
        Participation = new Participation { Women = 5, Men = 5, Completed = 9, Certificates = 8 }, IsNewMethod = true,
    };

    private static readonly ActivityFigures Trainers = new()
    {
        Kind = ActivityKind.TrainingOfTrainers, Mode = DeliveryMode.Blended, Hours = 40, Curriculum = CurriculumSource.Cisco,
        Participation = new Participation { Women = 3, Men = 4 }, PeopleReached = 250,
    };

    private static readonly ActivityFigures Workshop = new() { Kind = ActivityKind.PolicyWorkshop, Hours = 6, Participation = new Participation { Women = 10, Men = 15 } };

    private static readonly ActivityFigures Study = new() { Kind = ActivityKind.Study };

    private static readonly ComputationInput All = new()
    {
        Activities = [Basic, Basic, Intermediate, Trainers, Workshop, Study],
        IncomeCents = new Dictionary<IncomeSource, long> { [IncomeSource.TrainingFees] = 1_000_050, [IncomeSource.Donations] = 500_000 },
        CostCents = 2_000_000,
        Agreed = new Dictionary<ActivityKind, int> { [ActivityKind.Training] = 4, [ActivityKind.PolicyWorkshop] = 1 },
    };

    [Theory]
    [InlineData("participants-basic", 42)]
    [InlineData("participants-intermediate", 10)]
    [InlineData("completed", 45)]
    [InlineData("certificates", 38)]
    [InlineData("work-found", 6)]
    [InlineData("training-hours", 80)]
    [InlineData("trainers-trained", 7)]
    [InlineData("reached-by-trainers", 250)]
    [InlineData("policy-workshops", 1)]
    [InlineData("policy-participants", 25)]
    [InlineData("studies", 1)]
    [InlineData("courses-with-party-materials", 3)]
    [InlineData("new-methods", 1)]
    [InlineData("activities-done", 4)]
    [InlineData("activities-agreed", 5)]
    [InlineData("income", 15000.50)]
    [InlineData("costs", 20000)]
    public void Of_AllActivities_Sums(string computation, decimal expected) =>
        Assert.Equal(expected, IndicatorComputation.Of(computation, All)!.Numerator);

    [Fact]
    public void Of_AnyComputation_PartsOfEachDisaggregationMeetTheTotal()
    {
        foreach (var name in IndicatorComputation.Names)
        {
            var value = IndicatorComputation.Of(name, All)!;
            foreach (var disaggregation in value.Parts.GroupBy(part => part.Key.Split(':')[0]))
            {
                Assert.True(value.Numerator == disaggregation.Sum(part => part.Value), $"{name} by {disaggregation.Key}");
            }
        }
    }

    [Fact]
    public void Of_Learners_DividesBySexAgeDisabilityAndGroup()
    {
        var parts = IndicatorComputation.Of("participants-basic", new ComputationInput { Activities = [Basic, Basic with { TargetGroup = null, Participation = new Participation { Women = 4 } }] })!.Parts;
        Assert.Equal(16, parts["sex:women"]);
        Assert.Equal(1, parts["sex:not-stated"]);
        Assert.Equal(10, parts["age-band:15-24"]);
        Assert.Equal(9, parts["age-band:not-stated"]);
        Assert.Equal(2, parts["disability:with-disability"]);
        Assert.Equal(19, parts["disability:without-disability"]);
        Assert.Equal(4, parts["disability:not-stated"]);
        Assert.Equal(21, parts["target-group:jobseekers"]);
        Assert.Equal(4, parts["target-group:not-stated"]);
    }

    [Theory]
    [InlineData("participants-basic", 0)]
    [InlineData("studies", 0)]
    [InlineData("work-found", null)]
    [InlineData("reached-by-trainers", null)]
    [InlineData("activities-done", null)]
    [InlineData("activities-agreed", null)]
    [InlineData("income", null)]
    [InlineData("costs", null)]
    public void Of_NothingEntered_IsZeroForDeedsAndMissingForTheRest(string computation, int? expected) =>
        Assert.Equal(expected, IndicatorComputation.Of(computation, new ComputationInput { Activities = [] })?.Numerator);

    [Fact]
    public void Of_UnknownName_Throws() => Assert.Throws<ArgumentException>(() => IndicatorComputation.Of("nothing", All));

    [Fact]
    public void Ratio_SumsTermsAboveAndBelow()
    {
        var ratio = IndicatorComputation.Ratio([new("a"), new("b")], [new("c")], term => term.Indicator switch { "a" => 3, "b" => 4, _ => 10 })!;
        Assert.Equal((7m, 10m), (ratio.Numerator, ratio.Denominator));
    }

    [Theory]
    [InlineData(null, 10)]
    [InlineData(5, null)]
    [InlineData(5, 0)]
    public void Ratio_TermMissingOrNothingBelow_IsMissing(int? above, int? below) =>
        Assert.Null(IndicatorComputation.Ratio([new("a")], [new("b")], term => term.Indicator == "a" ? above : below));
}
