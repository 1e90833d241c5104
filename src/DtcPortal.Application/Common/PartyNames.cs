using DtcPortal.Domain.Common;

namespace DtcPortal.Application.Common;

/// <summary>What the parties are called in sentences that each reader gets in their language.</summary>
public static class PartyNames
{
    private static readonly LocalizedText Cisco = LocalizedText.Of("Cisco");
    private static readonly LocalizedText Itu = LocalizedText.Of("ITU", "UIT");
    private static readonly LocalizedText TheItu = LocalizedText.Of("ITU", "l’UIT");

    /// <summary>The name by itself, as on a label: UIT.</summary>
    public static LocalizedText Name(this Party party) => party == Party.Itu ? Itu : Cisco;

    /// <summary>The name as one who acts in a sentence: l’UIT.</summary>
    public static LocalizedText NameInSentence(this Party party) => party == Party.Itu ? TheItu : Cisco;
}
