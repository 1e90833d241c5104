namespace DtcPortal.Domain.Common;

/// <summary>The rules of one form: all that are broken are told together, at each field the first.</summary>
public sealed class FormRules
{
    private readonly List<BrokenRule> _broken = [];

    /// <summary>Notes the sentence unless the condition holds.</summary>
    /// <param name="condition">What must hold.</param>
    /// <param name="sentence">What is wrong else.</param>
    /// <param name="field">Name of the input that can be mended.</param>
    /// <param name="compared">Other inputs that the condition reads; it is not asked where one of them is wrong by itself.</param>
    public void Require(bool condition, string sentence, string field, params IReadOnlyList<string> compared) => Require(condition, new Message(sentence), field, compared);

    /// <summary>Notes the sentence with its arguments unless the condition holds.</summary>
    public void Require(bool condition, Message sentence, string field, params IReadOnlyList<string> compared)
    {
        if (!condition)
        {
            Add(new BrokenRule(sentence, field, compared));
        }
    }

    /// <summary>Notes what was found to be wrong with a field.</summary>
    public void Note(Message sentence, string field) => Add(new BrokenRule(sentence, field));

    /// <summary>Notes what a check throws, and goes on.</summary>
    public void Gather(Action check)
    {
        try
        {
            check();
        }
        catch (RuleBrokenException broken)
        {
            Add(broken);
        }
    }

    /// <summary>Notes what a check throws, and goes on.</summary>
    public async Task GatherAsync(Func<Task> check)
    {
        try
        {
            await check();
        }
        catch (RuleBrokenException broken)
        {
            Add(broken);
        }
    }

    /// <summary>Throws <see cref="RuleBrokenException"/> with all that is wrong, if anything is.</summary>
    public void Demand()
    {
        if (_broken.Count > 0)
        {
            throw new RuleBrokenException([.. _broken]);
        }
    }

    private void Add(RuleBrokenException broken)
    {
        foreach (var rule in broken.All)
        {
            Add(rule);
        }
    }

    private void Add(BrokenRule rule)
    {
        if (!_broken.Exists(known => known.Field is { } field && (field == rule.Field || rule.Compared.Contains(field))))
        {
            _broken.Add(rule);
        }
    }
}
