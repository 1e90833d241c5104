using System.Globalization;

namespace DtcPortal.Domain.Common;

/// <summary>A candidacy's score on 0–100, held as whole millionths; ties, bands and minimums compare these (rules.md 4).</summary>
public readonly record struct Score : IComparable<Score>
{
    /// <summary>The highest score in millionths: 100 points.</summary>
    public const long MaximumMillionths = 100 * ExactRounding.Million;

    private Score(long millionths) => Millionths = millionths;

    /// <summary>Whole millionths of a point, 0–100,000,000.</summary>
    public long Millionths { get; }

    /// <summary>The score in points, 0–100, exactly.</summary>
    public decimal Points => Millionths / (decimal)ExactRounding.Million;

    /// <summary>Throws ArgumentOutOfRangeException outside of 0–100,000,000.</summary>
    public static Score FromMillionths(long millionths)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(millionths);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(millionths, MaximumMillionths);
        return new Score(millionths);
    }

    /// <summary>Points 0–100, rounded half to even to millionths. Throws ArgumentOutOfRangeException outside.</summary>
    public static Score FromPoints(decimal points) =>
        FromMillionths((long)decimal.Round(points * ExactRounding.Million, 0, MidpointRounding.ToEven));

    /// <inheritdoc />
    public int CompareTo(Score other) => Millionths.CompareTo(other.Millionths);

    /// <summary>Whether the left score is lower.</summary>
    public static bool operator <(Score left, Score right) => left.Millionths < right.Millionths;

    /// <summary>Whether the left score is higher.</summary>
    public static bool operator >(Score left, Score right) => left.Millionths > right.Millionths;

    /// <summary>Whether the left score is lower or equal.</summary>
    public static bool operator <=(Score left, Score right) => left.Millionths <= right.Millionths;

    /// <summary>Whether the left score is higher or equal.</summary>
    public static bool operator >=(Score left, Score right) => left.Millionths >= right.Millionths;

    /// <summary>The points with a full stop and as many decimals as there are, for logs and files.</summary>
    public override string ToString() => Points.ToString("0.######", CultureInfo.InvariantCulture);
}
