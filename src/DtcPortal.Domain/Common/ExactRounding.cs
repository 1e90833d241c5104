namespace DtcPortal.Domain.Common;

/// <summary>Whole-number arithmetic for values that are stored as millionths.</summary>
public static class ExactRounding
{
    /// <summary>Millionths in one unit.</summary>
    public const long Million = 1_000_000;

    /// <summary>A value in whole millionths; a half goes to the even neighbour. Throws OverflowException outside of a long.</summary>
    public static long ToMillionths(decimal value) => decimal.ToInt64(decimal.Round(value * Million, MidpointRounding.ToEven));

    /// <summary>
    /// The whole number nearest to numerator ÷ denominator; a half goes to the even neighbour (rules.md 4).
    /// Throws ArgumentOutOfRangeException unless the denominator is above 0, OverflowException outside of a long.
    /// </summary>
    public static long HalfToEven(Int128 numerator, Int128 denominator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(denominator, Int128.Zero);
        var (quotient, remainder) = Int128.DivRem(numerator, denominator);
        if (remainder < 0)
        {
            quotient--;
            remainder += denominator;
        }

        var twice = remainder * 2;
        if (twice > denominator || (twice == denominator && Int128.IsOddInteger(quotient)))
        {
            quotient++;
        }

        return checked((long)quotient);
    }
}
