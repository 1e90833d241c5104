namespace DtcPortal.Domain.Reporting;

/// <summary>Names of the fields of a report form, where a broken rule is said.</summary>
public static class ReportField
{
    /// <summary>The total of an indicator.</summary>
    public static string Total(string indicator) => $"Values[{indicator}].Total";

    /// <summary>A part of it, such as sex:women.</summary>
    public static string Part(string indicator, string part) => $"Values[{indicator}].Parts[{part}]";

    /// <summary>The comment on it.</summary>
    public static string Comment(string indicator) => $"Values[{indicator}].Comment";
}
