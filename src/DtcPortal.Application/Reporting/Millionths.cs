using DtcPortal.Domain.Common;

namespace DtcPortal.Application.Reporting;

/// <summary>Figures as the database keeps them.</summary>
internal static class Millionths
{
    public static long Of(decimal value) => (long)decimal.Round(value * ExactRounding.Million, 0, MidpointRounding.ToEven);

    public static decimal ToUnits(this long millionths) => millionths / (decimal)ExactRounding.Million;

    public static decimal? ToUnits(this long? millionths) => millionths?.ToUnits();
}
