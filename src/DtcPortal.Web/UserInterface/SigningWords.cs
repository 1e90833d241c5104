using DtcPortal.Application.Localization;
using DtcPortal.Application.Signing;
using DtcPortal.Domain.Common;

namespace DtcPortal.Web.UserInterface;

/// <summary>The one word for how far a thing that both sign has come.</summary>
public static class SigningWords
{
    /// <summary>For what was never put to be signed, waits for signatures, waits for the reader's, or is signed by both.</summary>
    public static StateWord State(this IText text, SigningView? view)
    {
        ArgumentNullException.ThrowIfNull(text);
        return view switch
        {
            null => new(Tone.Plain, text["Not written"]),
            { IsComplete: true } => new(Tone.Good, text["Signed by both"]),
            { AwaitsReader: true } => new(Tone.Watch, text["Awaits you"]),
            { Itu: not null } => new(Tone.Info, text["Signed by {0}", text.The(Party.Itu)]),
            { Cisco: not null } => new(Tone.Info, text["Signed by {0}", text.The(Party.Cisco)]),
            _ => new(Tone.Plain, text["Not signed"]),
        };
    }

    /// <summary>For lists that know only whether both have signed.</summary>
    public static StateWord Agreed(this IText text, bool agreed)
    {
        ArgumentNullException.ThrowIfNull(text);
        return agreed ? new(Tone.Good, text["Signed by both"]) : new(Tone.Watch, text["Awaits signatures"]);
    }
}
