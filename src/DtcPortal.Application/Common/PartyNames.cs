using DtcPortal.Domain.Common;

namespace DtcPortal.Application.Common;

/// <summary>What the parties are called in sentences that each reader gets in their language.</summary>
public static class PartyNames
{
    private static readonly Message Cisco = new Message("Cisco");
    private static readonly Message Itu = new Message("ITU");
    private static readonly Message TheItu = new Message("ITU|in a sentence");

    /// <summary>The name by itself, as on a label: ITU, UIT.</summary>
    public static Message Name(this Party party) => party == Party.Itu ? Itu : Cisco;

    /// <summary>The name as one who acts in a sentence: ITU, l’UIT.</summary>
    public static Message NameInSentence(this Party party) => party == Party.Itu ? TheItu : Cisco;
}
