namespace DtcPortal.Domain.Reporting;

/// <summary>What is wrong with a total and its parts.</summary>
public enum PartsProblem
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A value is below 0.</summary>
    Negative = 1,

    /// <summary>A part is missing while others or the total are there.</summary>
    PartMissing = 2,

    /// <summary>The parts are there and the total is missing.</summary>
    TotalMissing = 3,

    /// <summary>The parts do not sum to the total.</summary>
    WrongSum = 4,
}

/// <summary>The parts of a breakdown always meet the total (product.md 9).</summary>
public static class PartsRule
{
    /// <summary>The first problem in the order of <see cref="PartsProblem"/>; all values missing, or no parts at all, is none.</summary>
    public static PartsProblem Check(decimal? total, IReadOnlyCollection<decimal?> parts)
    {
        if (total < 0 || parts.Any(part => part < 0))
        {
            return PartsProblem.Negative;
        }

        if (parts.Count == 0 || (total is null && parts.All(part => part is null)))
        {
            return PartsProblem.None;
        }

        if (parts.Any(part => part is null))
        {
            return PartsProblem.PartMissing;
        }

        return total is null ? PartsProblem.TotalMissing : parts.Sum() == total ? PartsProblem.None : PartsProblem.WrongSum;
    }
}
