namespace DtcPortal.Domain.Reporting;

/// <summary>
/// A value that keeps its numerator and denominator, so that shares add up exactly; a count or an amount has the denominator 1.
/// </summary>
public sealed record Figure
{
    /// <summary>Throws ArgumentOutOfRangeException unless the denominator is above 0.</summary>
    public Figure(decimal numerator, decimal denominator = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(denominator, 0);
        Numerator = numerator;
        Denominator = denominator;
    }

    /// <summary>The count, the amount, or the numerator of a share.</summary>
    public decimal Numerator { get; }

    /// <summary>1, or the denominator of a share; above 0.</summary>
    public decimal Denominator { get; }

    /// <summary>The quotient, for showing; rules compare numerator and denominator.</summary>
    public decimal Value => Numerator / Denominator;
}
