using DtcPortal.Domain.Centres;

namespace DtcPortal.Domain.Reporting;

/// <summary>
/// What activities, income and agreement say of an indicator (product.md 9). Nothing done is 0; what was never entered, such as income or costs,
/// is missing and not 0. The parts of each disaggregation sum to the total.
/// </summary>
public static class IndicatorComputation
{
    /// <summary>Name of the computation of a share from other indicators.</summary>
    public const string RatioName = "ratio";

    private const string NotStated = "not-stated";
    private const decimal CentsPerUnit = 100;

    private static readonly Dictionary<string, Func<ComputationInput, IndicatorValue?>> Computations = new(StringComparer.Ordinal)
    {
        ["participants-basic"] = input => Learners(input, TrainingLevel.Basic),
        ["participants-intermediate"] = input => Learners(input, TrainingLevel.Intermediate),
        ["completed"] = input => ByLevel(input, people => people.Completed),
        ["certificates"] = input => ByLevel(input, people => people.Certificates),
        ["work-found"] = input => Known(input.Activities.Select(activity => activity.Participation.FoundWork)),
        ["training-hours"] = Hours,
        ["trainers-trained"] = input => BySex(input, ActivityKind.TrainingOfTrainers),
        ["reached-by-trainers"] = input => Known(input.Activities.Where(activity => activity.PeopleReached > 0).Select(activity => (int?)activity.PeopleReached)),
        ["policy-workshops"] = input => IndicatorValue.Of(Count(input, ActivityKind.PolicyWorkshop)),
        ["policy-participants"] = input => BySex(input, ActivityKind.PolicyWorkshop),
        ["studies"] = input => IndicatorValue.Of(Count(input, ActivityKind.Study)),
        ["courses-with-party-materials"] = CoursesOfParties,
        ["new-methods"] = input => IndicatorValue.Of(input.Activities.Count(activity => activity.IsNewMethod)),
        ["activities-done"] = input => input.Agreed.Count == 0 ? null : IndicatorValue.Of(input.Activities.Count(activity => input.Agreed.ContainsKey(activity.Kind))),
        ["activities-agreed"] = input => input.Agreed.Count == 0 ? null : IndicatorValue.Of(input.Agreed.Values.Sum()),
        ["income"] = Income,
        ["costs"] = input => input.CostCents is { } cents ? IndicatorValue.Of(cents / CentsPerUnit) : null,
    };

    private static readonly (string Part, TargetGroup? Group)[] Groups =
    [
        ("base-of-pyramid", TargetGroup.BaseOfPyramid),
        ("jobseekers", TargetGroup.Jobseekers),
        ("students", TargetGroup.Students),
        ("small-businesses", TargetGroup.SmallBusinesses),
        ("public-servants", TargetGroup.PublicServants),
        ("general-public", TargetGroup.GeneralPublic),
        (NotStated, null),
    ];

    /// <summary>Names of all computations but the ratio's.</summary>
    public static IReadOnlyCollection<string> Names => Computations.Keys;

    /// <summary>The value; null when it is missing, or nothing computes it. Throws ArgumentException for an unknown name.</summary>
    public static IndicatorValue? Of(string? computation, ComputationInput input) => computation switch
    {
        null or RatioName => null,
        _ when Computations.TryGetValue(computation, out var compute) => compute(input),
        _ => throw new ArgumentException($"There is no computation {computation}.", nameof(computation)),
    };

    /// <summary>A share: the sum of its terms above by the sum below; null when a term is missing or the sum below is 0.</summary>
    public static IndicatorValue? Ratio(IReadOnlyList<IndicatorTerm> numerator, IReadOnlyList<IndicatorTerm> denominator, Func<IndicatorTerm, decimal?> valueOf) =>
        Sum(numerator, valueOf) is { } above && Sum(denominator, valueOf) is > 0 and var below ? IndicatorValue.Share(above, below) : null;

    private static decimal? Sum(IReadOnlyList<IndicatorTerm> terms, Func<IndicatorTerm, decimal?> valueOf)
    {
        decimal? sum = terms.Count == 0 ? null : 0;
        foreach (var term in terms)
        {
            sum += valueOf(term);
        }

        return sum;
    }

    private static int Count(ComputationInput input, ActivityKind kind) => input.Activities.Count(activity => activity.Kind == kind);

    private static IEnumerable<ActivityFigures> Trainings(ComputationInput input) => input.Activities.Where(activity => activity.Kind == ActivityKind.Training);

    private static IndicatorValue Learners(ComputationInput input, TrainingLevel level)
    {
        var trainings = Trainings(input).Where(activity => activity.Level == level).ToArray();
        var people = Array.ConvertAll(trainings, activity => activity.Participation);
        var parts = Sex(people);
        var total = people.Sum(participation => participation.Total);
        parts["age-band:under-15"] = people.Sum(participation => participation.Under15);
        parts["age-band:15-24"] = people.Sum(participation => participation.Aged15To24);
        parts["age-band:25-59"] = people.Sum(participation => participation.Aged25To59);
        parts["age-band:60-plus"] = people.Sum(participation => participation.Aged60AndOver);
        parts[$"age-band:{NotStated}"] = total - people.Sum(participation => participation.AgeStated);
        var asked = people.Where(participation => participation.WithDisability is not null).ToArray();
        parts["disability:with-disability"] = asked.Sum(participation => participation.WithDisability!.Value);
        parts["disability:without-disability"] = asked.Sum(participation => participation.Total - participation.WithDisability!.Value);
        parts[$"disability:{NotStated}"] = total - asked.Sum(participation => participation.Total);
        foreach (var (part, group) in Groups)
        {
            parts[$"target-group:{part}"] = trainings.Where(activity => activity.TargetGroup == group).Sum(activity => activity.Participation.Total);
        }

        return new IndicatorValue(total, null, parts);
    }

    private static IndicatorValue ByLevel(ComputationInput input, Func<Participation, int> count)
    {
        var basic = Trainings(input).Where(activity => activity.Level == TrainingLevel.Basic).Sum(activity => count(activity.Participation));
        var intermediate = Trainings(input).Where(activity => activity.Level == TrainingLevel.Intermediate).Sum(activity => count(activity.Participation));
        // activities do not say who of those who completed were women
        var parts = SexUnknown(basic + intermediate);
        (parts["level:basic"], parts["level:intermediate"]) = (basic, intermediate);
        return new IndicatorValue(basic + intermediate, null, parts);
    }

    private static IndicatorValue BySex(ComputationInput input, ActivityKind kind)
    {
        var people = input.Activities.Where(activity => activity.Kind == kind).Select(activity => activity.Participation).ToArray();
        return new IndicatorValue(people.Sum(participation => participation.Total), null, Sex(people));
    }

    private static Dictionary<string, decimal> Sex(Participation[] people) => new()
    {
        ["sex:women"] = people.Sum(participation => participation.Women),
        ["sex:men"] = people.Sum(participation => participation.Men),
        [$"sex:{NotStated}"] = people.Sum(participation => participation.SexNotStated),
    };

    private static Dictionary<string, decimal> SexUnknown(decimal total) => new() { ["sex:women"] = 0, ["sex:men"] = 0, [$"sex:{NotStated}"] = total };

    private static IndicatorValue? Known(IEnumerable<int?> counts)
    {
        var known = counts.OfType<int>().ToArray();
        return known.Length == 0 ? null : new IndicatorValue(known.Sum(), null, SexUnknown(known.Sum()));
    }

    private static IndicatorValue Hours(ComputationInput input)
    {
        var trainings = Trainings(input).ToArray();
        int Of(Func<ActivityFigures, bool> which) => trainings.Where(which).Sum(activity => activity.Hours);
        return new IndicatorValue(trainings.Sum(activity => activity.Hours), null, new Dictionary<string, decimal>
        {
            ["level:basic"] = Of(activity => activity.Level == TrainingLevel.Basic),
            ["level:intermediate"] = Of(activity => activity.Level == TrainingLevel.Intermediate),
            ["delivery:on-site"] = Of(activity => activity.Mode == DeliveryMode.OnSite),
            ["delivery:remote"] = Of(activity => activity.Mode == DeliveryMode.Remote),
            ["delivery:blended"] = Of(activity => activity.Mode == DeliveryMode.Blended),
        });
    }

    private static IndicatorValue CoursesOfParties(ComputationInput input)
    {
        var courses = input.Activities.Where(activity => activity.Kind is ActivityKind.Training or ActivityKind.TrainingOfTrainers).ToArray();
        var itu = courses.Count(activity => activity.Curriculum == CurriculumSource.Itu);
        var cisco = courses.Count(activity => activity.Curriculum == CurriculumSource.Cisco);
        return new IndicatorValue(itu + cisco, null, new Dictionary<string, decimal> { ["curriculum-source:itu"] = itu, ["curriculum-source:cisco"] = cisco });
    }

    private static IndicatorValue? Income(ComputationInput input)
    {
        if (input.IncomeCents.Count == 0)
        {
            return null;
        }

        decimal Of(IncomeSource source) => input.IncomeCents.GetValueOrDefault(source) / CentsPerUnit;
        return new IndicatorValue(input.IncomeCents.Values.Sum() / CentsPerUnit, null, new Dictionary<string, decimal>
        {
            ["income-source:training-fees"] = Of(IncomeSource.TrainingFees),
            ["income-source:community"] = Of(IncomeSource.Community),
            ["income-source:donations"] = Of(IncomeSource.Donations),
            ["income-source:public-funds"] = Of(IncomeSource.PublicFunds),
            ["income-source:companies"] = Of(IncomeSource.Companies),
        });
    }
}
