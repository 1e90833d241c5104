namespace DtcPortal.Domain.Common;

/// <summary>The years that people mean when they write a date: 1900 to 2199. Others, such as 0026 or 9999, are slips.</summary>
public static class MeantYears
{
    private const int First = 1900;
    private const int Last = 2199;

    /// <summary>Whether the year is one of them.</summary>
    public static bool Contain(int year) => year is >= First and <= Last;
}
