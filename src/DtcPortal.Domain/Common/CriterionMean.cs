using System.Globalization;

namespace DtcPortal.Domain.Common;

/// <summary>A mean of scores on one criterion, 0–5, held as whole millionths (rules.md 4).</summary>
public readonly record struct CriterionMean : IComparable<CriterionMean>
{
    /// <summary>The highest mean in millionths: 5 points.</summary>
    public const long MaximumMillionths = 5 * ExactRounding.Million;

    private CriterionMean(long millionths) => Millionths = millionths;

    /// <summary>Whole millionths, 0–5,000,000.</summary>
    public long Millionths { get; }

    /// <summary>The mean in points, 0–5, exactly.</summary>
    public decimal Points => Millionths / (decimal)ExactRounding.Million;

    /// <summary>Throws ArgumentOutOfRangeException outside of 0–5,000,000.</summary>
    public static CriterionMean FromMillionths(long millionths)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(millionths);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(millionths, MaximumMillionths);
        return new CriterionMean(millionths);
    }

    /// <summary>Points 0–5, rounded half to even to millionths. Throws ArgumentOutOfRangeException outside.</summary>
    public static CriterionMean FromPoints(decimal points) =>
        FromMillionths((long)decimal.Round(points * ExactRounding.Million, 0, MidpointRounding.ToEven));

    /// <inheritdoc />
    public int CompareTo(CriterionMean other) => Millionths.CompareTo(other.Millionths);

    /// <summary>Whether the left mean is lower.</summary>
    public static bool operator <(CriterionMean left, CriterionMean right) => left.Millionths < right.Millionths;

    /// <summary>Whether the left mean is higher.</summary>
    public static bool operator >(CriterionMean left, CriterionMean right) => left.Millionths > right.Millionths;

    /// <summary>Whether the left mean is lower or equal.</summary>
    public static bool operator <=(CriterionMean left, CriterionMean right) => left.Millionths <= right.Millionths;

    /// <summary>Whether the left mean is higher or equal.</summary>
    public static bool operator >=(CriterionMean left, CriterionMean right) => left.Millionths >= right.Millionths;

    /// <summary>The points with a full stop and as many decimals as there are, for logs and files.</summary>
    public override string ToString() => Points.ToString("0.######", CultureInfo.InvariantCulture);
}
