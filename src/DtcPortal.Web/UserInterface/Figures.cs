using DtcPortal.Application.Localization;

namespace DtcPortal.Web.UserInterface;

/// <summary>Numbers as people read them, in the current culture: 12,480 or 12 480; 54.3 % or 54,3 %.</summary>
public static class Figures
{
    private const string NoBreak = "\u00a0";

    /// <summary>A number with its thousands apart.</summary>
    public static string Number(decimal value, int decimals = 0) => Numbers.Grouped(value, decimals);

    /// <summary>Percent, a no-break space before the sign.</summary>
    public static string Percent(decimal value, int decimals = 0) => Number(decimal.Round(value, decimals, MidpointRounding.AwayFromZero), decimals) + NoBreak + "%";

    /// <summary>A difference with its sign: +64, −18, 0.</summary>
    public static string Difference(decimal value, int decimals = 0) => value switch
    {
        > 0 => "+" + Number(value, decimals),
        < 0 => "−" + Number(-value, decimals),
        _ => Number(0, decimals),
    };

    /// <summary>Money from whole cents: 18,450.00 USD.</summary>
    public static string Money(long cents, string currency) => Number(cents / 100m, cents % 100 == 0 ? 0 : 2) + NoBreak + currency;

    /// <summary>The size of a file: 310 kB, 6.2 MB.</summary>
    public static string Size(long bytes) => bytes switch
    {
        >= 1_000_000 => Number(bytes / 1_000_000m, 1) + NoBreak + "MB",
        >= 1_000 => Number(bytes / 1_000m) + NoBreak + "kB",
        _ => Number(bytes) + NoBreak + "B",
    };
}
