namespace DtcPortal.Domain.Common;

/// <summary>ITU's regions, in the order in which lists and tables show them.</summary>
public enum Region
{
    /// <summary>AFR.</summary>
    Africa = 1,

    /// <summary>ASP.</summary>
    AsiaPacific = 2,

    /// <summary>ARB.</summary>
    ArabStates = 3,

    /// <summary>CIS, the Commonwealth of Independent States.</summary>
    Cis = 4,

    /// <summary>AMS.</summary>
    Americas = 5,

    /// <summary>EUR.</summary>
    Europe = 6,
}

/// <summary>The codes of ITU's regions, as the reference data writes them.</summary>
public static class RegionCodes
{
    /// <summary>The three-letter code, such as AFR. Throws ArgumentOutOfRangeException for a value that is no region.</summary>
    public static string Code(this Region region) => region switch
    {
        Region.Africa => "AFR",
        Region.AsiaPacific => "ASP",
        Region.ArabStates => "ARB",
        Region.Cis => "CIS",
        Region.Americas => "AMS",
        Region.Europe => "EUR",
        _ => throw new ArgumentOutOfRangeException(nameof(region), region, "Not a region of ITU."),
    };

    /// <summary>Reads a three-letter code in capitals; false for anything else.</summary>
    public static bool TryParse(string? code, out Region region)
    {
        foreach (var candidate in Enum.GetValues<Region>())
        {
            if (string.Equals(candidate.Code(), code, StringComparison.Ordinal))
            {
                region = candidate;
                return true;
            }
        }

        region = default;
        return false;
    }
}
