using System.Globalization;
using DtcPortal.Domain.Common;

namespace DtcPortal.Application.Localization;

/// <summary>Numbers as people read them in the current culture.</summary>
public static class Numbers
{
    /// <summary>Whether a count takes the singular: in English 1, in French all below 2.</summary>
    public static bool IsOne(string language, decimal count) => language == LocalizedText.French ? count is >= 0 and < 2 : count == 1;

    /// <summary>A number with its thousands apart: 12,480 or 12 480, the space one that does not break and that all fonts have.</summary>
    /// <param name="value">Any number.</param>
    /// <param name="decimals">How many are shown, from 0.</param>
    public static string Grouped(decimal value, int decimals = 0) =>
        value.ToString(string.Create(CultureInfo.InvariantCulture, $"N{decimals}"), CultureInfo.CurrentCulture).Replace('\u202f', '\u00a0');
}
