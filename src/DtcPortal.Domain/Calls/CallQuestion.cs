using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Calls;

/// <summary>A public question on a call; its answer is visible to all at the same time (product.md 3).</summary>
public sealed class CallQuestion : IVersioned
{
    /// <summary>Longest question or answer.</summary>
    public const int TextLength = 2000;

    private CallQuestion()
    {
    }

    /// <summary>A question as it was asked.</summary>
    public CallQuestion(Guid callId, string? text, DateTimeOffset now)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(text), "Write your question.", "Question");
        Rule.Require(text.Length <= TextLength, new Message("A question has at most {0} characters.", TextLength), "Question");
        Id = Guid.CreateVersion7();
        (CallId, Text, AskedAt) = (callId, text.Trim(), now);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The call.</summary>
    public Guid CallId { get; private set; }

    /// <summary>The question.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>When it was asked.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>The answer; null until there is one.</summary>
    public string? Answer { get; private set; }

    /// <summary>When it was answered, and both became public.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Answers it, for all to see.</summary>
    public void Reply(string? answer, DateTimeOffset now)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(answer), "Write an answer.", "Answer");
        Rule.Require(answer.Length <= TextLength, new Message("An answer has at most {0} characters.", TextLength), "Answer");
        (Answer, AnsweredAt) = (answer.Trim(), AnsweredAt ?? now);
    }
}
