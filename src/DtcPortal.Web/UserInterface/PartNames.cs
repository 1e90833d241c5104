using DtcPortal.Application.Localization;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Domain.Reporting;

namespace DtcPortal.Web.UserInterface;

/// <summary>Names of the parts of figures.</summary>
public static class PartNames
{
    /// <summary>Women, from sex:women; All for the whole; the code itself when it is none of the reference data.</summary>
    public static string Of(IText text, string part)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(part);
        if (part == Observation.WholePart)
        {
            return text["All"];
        }

        var pair = part.Split(':', 2);
        var name = pair.Length < 2 ? null : ReferenceCatalogue.Disaggregations.FirstOrDefault(disaggregation => disaggregation.Code == pair[0])?.Parts.FirstOrDefault(of => of.Code == pair[1])?.Name;
        return name is null ? part : text.Of(name);
    }

    /// <summary>Sex, from sex:women; null for the whole.</summary>
    public static string? Kind(IText text, string part)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(part);
        var name = ReferenceCatalogue.Disaggregations.FirstOrDefault(disaggregation => part.StartsWith(disaggregation.Code + ":", StringComparison.Ordinal))?.Name;
        return name is null ? null : text.Of(name);
    }
}
