namespace DtcPortal.Domain.Calls;

/// <summary>What is wrong with a call's weights.</summary>
public enum WeightProblem
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>There are no criteria.</summary>
    NoCriteria = 1,

    /// <summary>A weight is below 0 or above 100.</summary>
    OutOfRange = 2,

    /// <summary>The weights do not sum to 100.</summary>
    WrongSum = 3,
}

/// <summary>Weights of a call's criteria are whole numbers, 0–100, that sum to 100 (rules.md 4).</summary>
public static class WeightRule
{
    /// <summary>What the weights sum to.</summary>
    public const int Total = 100;

    /// <summary>The first problem in the order of <see cref="WeightProblem"/>; None when the weights may stand.</summary>
    public static WeightProblem Check(IReadOnlyCollection<int> weights)
    {
        if (weights.Count == 0)
        {
            return WeightProblem.NoCriteria;
        }

        if (weights.Any(weight => weight is < 0 or > Total))
        {
            return WeightProblem.OutOfRange;
        }

        return weights.Sum(weight => (long)weight) == Total ? WeightProblem.None : WeightProblem.WrongSum;
    }
}
