using System.Diagnostics.CodeAnalysis;

namespace DtcPortal.Domain.Common;

/// <summary>A sentence for a person: English, which is also the key of its translations, with arguments for {0}, {1}, …</summary>
/// <param name="Text">The English sentence.</param>
/// <param name="Arguments">What its places hold.</param>
public sealed record Message(string Text, params object[] Arguments)
{
    /// <summary>The sentence in English.</summary>
    public override string ToString() => string.Format(System.Globalization.CultureInfo.InvariantCulture, Text, Arguments);
}

/// <summary>One thing that is wrong.</summary>
/// <param name="Rule">What, for the user.</param>
/// <param name="Field">Name of the input that can be mended; null when it is none.</param>
/// <param name="Compared">Other inputs that the rule reads: where one of them is wrong by itself, this says nothing yet.</param>
public sealed record BrokenRule(Message Rule, string? Field = null, params IReadOnlyList<string> Compared);

/// <summary>A rule of the initiative that a request would break, or several of one form; nothing is stored.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "A broken rule always has a sentence for the user.")]
public sealed class RuleBrokenException : Exception
{
    /// <summary>With what is wrong, and the field where it can be mended.</summary>
    public RuleBrokenException(Message rule, string? field = null)
        : this([new BrokenRule(rule, field)])
    {
    }

    /// <summary>With all that is wrong; one thing at least.</summary>
    public RuleBrokenException(IReadOnlyList<BrokenRule> all)
        : base(string.Join(' ', all.Select(broken => broken.Rule)))
    {
        All = all;
    }

    /// <summary>All that is wrong.</summary>
    public IReadOnlyList<BrokenRule> All { get; }

    /// <summary>What is wrong first, for the user.</summary>
    public Message Rule => All[0].Rule;

    /// <summary>Name of the input that can be mended for it; null when it is none.</summary>
    public string? Field => All[0].Field;
}

/// <summary>Checks of rules.</summary>
public static class Rule
{
    /// <summary>Throws <see cref="RuleBrokenException"/> with the sentence unless the condition holds.</summary>
    public static void Require([DoesNotReturnIf(false)] bool condition, string sentence, string? field = null)
    {
        if (!condition)
        {
            throw new RuleBrokenException(new Message(sentence), field);
        }
    }

    /// <summary>Throws <see cref="RuleBrokenException"/> with the sentence and its arguments unless the condition holds.</summary>
    public static void Require([DoesNotReturnIf(false)] bool condition, Message sentence, string? field = null)
    {
        if (!condition)
        {
            throw new RuleBrokenException(sentence, field);
        }
    }

    /// <summary>A reason as it is stored: trimmed. Throws <see cref="RuleBrokenException"/> when it is blank.</summary>
    public static string Reason([NotNull] string? reason, string field = "Reason")
    {
        Require(!string.IsNullOrWhiteSpace(reason), "Write a reason.", field);
        return reason.Trim();
    }
}
