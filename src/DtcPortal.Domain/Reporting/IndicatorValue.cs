using DtcPortal.Domain.Centres;

namespace DtcPortal.Domain.Reporting;

/// <summary>An indicator's value in one report, in its unit.</summary>
/// <param name="Numerator">The count or amount, or a share's numerator.</param>
/// <param name="Denominator">A share's denominator, above 0; null for a count or an amount.</param>
/// <param name="Parts">Parts by disaggregation and part, such as sex:women; empty where there are none.</param>
public sealed record IndicatorValue(decimal Numerator, decimal? Denominator, IReadOnlyDictionary<string, decimal> Parts)
{
    private static readonly Dictionary<string, decimal> NoParts = [];

    /// <summary>A count or an amount without parts.</summary>
    public static IndicatorValue Of(decimal total) => new(total, null, NoParts);

    /// <summary>A share.</summary>
    public static IndicatorValue Share(decimal numerator, decimal denominator) => new(numerator, denominator, NoParts);

    /// <summary>The value with its denominator.</summary>
    public Figure Figure => new(Numerator, Denominator ?? 1);

    /// <summary>The key of a part, such as sex:women.</summary>
    public static string PartKey(string disaggregation, string part) => $"{disaggregation}:{part}";
}

/// <summary>What an activity adds to the indicators.</summary>
public sealed record ActivityFigures
{
    /// <summary>Kind.</summary>
    public required ActivityKind Kind { get; init; }

    /// <summary>Level of a training.</summary>
    public TrainingLevel? Level { get; init; }

    /// <summary>How it was delivered.</summary>
    public DeliveryMode? Mode { get; init; }

    /// <summary>Hours, in total.</summary>
    public int Hours { get; init; }

    /// <summary>Whose curriculum.</summary>
    public CurriculumSource? Curriculum { get; init; }

    /// <summary>For whom.</summary>
    public TargetGroup? TargetGroup { get; init; }

    /// <summary>Who took part.</summary>
    public Participation Participation { get; init; } = new();

    /// <summary>People reached by the trainers who were trained.</summary>
    public int PeopleReached { get; init; }

    /// <summary>Whether a new method or programme was tried.</summary>
    public bool IsNewMethod { get; init; }
}

/// <summary>All that a period's indicators are computed from.</summary>
public sealed record ComputationInput
{
    /// <summary>Activities that ended in the period.</summary>
    public required IReadOnlyCollection<ActivityFigures> Activities { get; init; }

    /// <summary>Income in cents, for the sources that were entered.</summary>
    public IReadOnlyDictionary<IncomeSource, long> IncomeCents { get; init; } = new Dictionary<IncomeSource, long>();

    /// <summary>Costs in cents; null when they were not entered.</summary>
    public long? CostCents { get; init; }

    /// <summary>Activities that the agreement lists for each period, by kind; empty without an agreement.</summary>
    public IReadOnlyDictionary<ActivityKind, int> Agreed { get; init; } = new Dictionary<ActivityKind, int>();
}
