namespace DtcPortal.Domain.Common;

/// <summary>The two parties of the memorandum of understanding. What both decide is signed by one co-chair of each.</summary>
public enum Party
{
    /// <summary>The International Telecommunication Union.</summary>
    Itu = 1,

    /// <summary>Cisco.</summary>
    Cisco = 2,
}

/// <summary>What follows from there being exactly two parties.</summary>
public static class PartyExtensions
{
    /// <summary>The other party. Throws ArgumentOutOfRangeException for a value that is no party.</summary>
    public static Party Other(this Party party) => party switch
    {
        Party.Itu => Party.Cisco,
        Party.Cisco => Party.Itu,
        _ => throw new ArgumentOutOfRangeException(nameof(party), party, "Not a party of the initiative."),
    };
}
