namespace DtcPortal.Domain.Reporting;

/// <summary>A value that jumps against the last approved one wants a comment (rules.md 9).</summary>
public static class JumpRule
{
    /// <summary>Percent of the last approved value, unless an indicator says otherwise.</summary>
    public const int UsualPercent = 50;

    /// <summary>From 0, any value above this wants a comment.</summary>
    public const int MostFromZero = 20;

    /// <summary>Whether the value wants a comment; never without a last approved one, nor at the share exactly.</summary>
    /// <param name="value">The value entered.</param>
    /// <param name="lastApproved">The last approved value; null when there is none.</param>
    /// <param name="percent">Allowed change in percent of the last approved value.</param>
    public static bool NeedsComment(decimal value, decimal? lastApproved, int percent = UsualPercent) => lastApproved switch
    {
        null => false,
        0 => value > MostFromZero,
        { } last => Math.Abs(value - last) * 100 > percent * Math.Abs(last),
    };
}
