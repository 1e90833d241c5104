namespace DtcPortal.Domain.Reporting;

/// <summary>A traffic light.</summary>
public enum Light
{
    /// <summary>No target, or nothing to compare.</summary>
    None = 0,

    /// <summary>From 90 % of the target.</summary>
    Good = 1,

    /// <summary>From 70 %.</summary>
    Watch = 2,

    /// <summary>Below.</summary>
    Bad = 3,
}

/// <summary>Which way an indicator should go.</summary>
public enum Direction
{
    /// <summary>More is better.</summary>
    HigherIsBetter = 1,

    /// <summary>Less is better.</summary>
    LowerIsBetter = 2,
}

/// <summary>How far a target is achieved, unrounded; an edge takes the better colour (rules.md 9).</summary>
public static class Achievement
{
    /// <summary>Percent of the target from which the light is good.</summary>
    public const int GoodFrom = 90;

    /// <summary>Percent of the target from which the light is watch.</summary>
    public const int WatchFrom = 70;

    /// <summary>
    /// The light; None when either is missing, the target is below 0, or it is 0 and higher is better.
    /// An actual of 0 or less, where lower is better, is reached.
    /// </summary>
    public static Light LightOf(Figure? actual, Figure? target, Direction direction)
    {
        if (actual is not { } reached || target is not { } aim || aim.Numerator < 0)
        {
            return Light.None;
        }

        if (aim.Numerator == 0)
        {
            return direction == Direction.HigherIsBetter ? Light.None : reached.Numerator <= 0 ? Light.Good : Light.Bad;
        }

        if (direction == Direction.LowerIsBetter && reached.Numerator <= 0)
        {
            return Light.Good;
        }

        var (part, whole) = direction == Direction.HigherIsBetter ? (reached, aim) : (aim, reached);
        return IsAtLeast(part, whole, GoodFrom) ? Light.Good : IsAtLeast(part, whole, WatchFrom) ? Light.Watch : Light.Bad;
    }

    /// <summary>
    /// Percent of the target achieved, for showing; null where there is no quotient (missing, a target of 0 or less,
    /// an actual of 0 or less where lower is better).
    /// </summary>
    public static decimal? Percent(Figure? actual, Figure? target, Direction direction)
    {
        if (actual is not { } reached || target is not { Numerator: > 0 } aim)
        {
            return null;
        }

        if (direction == Direction.HigherIsBetter)
        {
            return 100 * reached.Value / aim.Value;
        }

        return reached.Numerator <= 0 ? null : 100 * aim.Value / reached.Value;
    }

    // part ÷ whole ≥ percent ÷ 100, multiplied out
    private static bool IsAtLeast(Figure part, Figure whole, int percent) =>
        part.Numerator * whole.Denominator * 100 >= percent * whole.Numerator * part.Denominator;
}
