namespace DtcPortal.Web.UserInterface;

/// <summary>What a state tag or a notice means.</summary>
public enum Tone
{
    /// <summary>Nothing special: Not started, Draft review, Out.</summary>
    Plain,

    /// <summary>Under way: In progress, Proposed, Waitlist, Signed by one.</summary>
    Info,

    /// <summary>As it should be: Complete, Open, Active, Approved, In.</summary>
    Good,

    /// <summary>Somebody should act: Needs attention, Draft, not submitted, Returned, Awaits you.</summary>
    Watch,

    /// <summary>Missing, overdue.</summary>
    Bad,
}

/// <summary>A state as it is shown everywhere: a word and what it means.</summary>
/// <param name="Tone">What it means.</param>
/// <param name="Text">The word, in the reader's language.</param>
public readonly record struct StateWord(Tone Tone, string Text);
