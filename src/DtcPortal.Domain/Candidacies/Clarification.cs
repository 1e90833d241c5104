using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Candidacies;

/// <summary>A question to the applicant that reopens the named facts only, never an answer that is scored (product.md 5).</summary>
public sealed class Clarification : IVersioned
{
    /// <summary>Longest question or answer.</summary>
    public const int TextLength = 4000;

    private Clarification()
    {
    }

    /// <summary>A question with a due date.</summary>
    /// <param name="candidacyId">The candidacy.</param>
    /// <param name="callId">The call.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="fields">Facts reopened, each as section/field.</param>
    /// <param name="dueAt">By when.</param>
    /// <param name="authorId">Who asks.</param>
    /// <param name="authorName">Their name.</param>
    /// <param name="now">The instant.</param>
    public Clarification(Guid candidacyId, Guid callId, string? question, IReadOnlyList<string> fields, DateTimeOffset dueAt, Guid authorId, string authorName, DateTimeOffset now)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(question), "Write what you ask.", "Question");
        Rule.Require(question.Length <= TextLength, new Message("A question has at most {0} characters.", TextLength), "Question");
        Rule.Require(dueAt > now, "The due date is ahead.", "DueOn");
        Id = Guid.CreateVersion7();
        (CandidacyId, CallId, Question, Fields, DueAt, AuthorId, AuthorName, AskedAt) = (candidacyId, callId, question.Trim(), fields, dueAt, authorId, authorName, now);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The candidacy.</summary>
    public Guid CandidacyId { get; private set; }

    /// <summary>The call.</summary>
    public Guid CallId { get; private set; }

    /// <summary>What is asked.</summary>
    public string Question { get; private set; } = string.Empty;

    /// <summary>Facts reopened, each as section/field.</summary>
    public IReadOnlyList<string> Fields { get; private set; } = [];

    /// <summary>By when.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Who asked.</summary>
    public Guid AuthorId { get; private set; }

    /// <summary>Their name.</summary>
    public string AuthorName { get; private set; } = string.Empty;

    /// <summary>When it was asked.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>The answer in words; null until answered.</summary>
    public string? Answer { get; private set; }

    /// <summary>Facts as they were, by section/field.</summary>
    public IReadOnlyDictionary<string, string> Before { get; private set; } = new Dictionary<string, string>();

    /// <summary>Facts as answered, by section/field.</summary>
    public IReadOnlyDictionary<string, string> After { get; private set; } = new Dictionary<string, string>();

    /// <summary>When the answer arrived.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Who answered.</summary>
    public string? AnsweredByName { get; private set; }

    /// <summary>When a manager closed it, answered or not.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Whether the candidacy waits for it.</summary>
    public bool IsOpen => ClosedAt is null;

    /// <summary>The applicant answers; only the facts asked for change.</summary>
    public void Reply(string? answer, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after, string authorName, DateTimeOffset now)
    {
        Rule.Require(ClosedAt is null, "This clarification is closed.");
        Rule.Require(!string.IsNullOrWhiteSpace(answer), "Write an answer.", "Answer");
        Rule.Require(answer.Length <= TextLength, new Message("An answer has at most {0} characters.", TextLength), "Answer");
        Rule.Require(after.Keys.All(key => Fields.Contains(key)), "Only the facts that were asked for can change.");
        (Answer, Before, After, AnsweredByName, AnsweredAt) = (answer.Trim(), before, after, authorName, now);
    }

    /// <summary>A manager closes it.</summary>
    public void Close(DateTimeOffset now) => ClosedAt ??= now;
}
