using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Candidacies;

/// <summary>A question to the applicant that reopens the named facts only, never an answer that is scored (product.md 5).</summary>
public sealed class Clarification : IVersioned
{
    /// <summary>Longest question or answer.</summary>
    public const int TextLength = 4000;

    /// <summary>How long before the due date the applicant is reminded.</summary>
    public static readonly TimeSpan ReminderAhead = TimeSpan.FromDays(3);

    private Clarification()
    {
    }

    /// <summary>A question with a due date.</summary>
    /// <param name="candidacyId">The candidacy.</param>
    /// <param name="callId">The call.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="fields">Facts reopened, each as section/field.</param>
    /// <param name="dueAt">By when: the last minute that is in time.</param>
    /// <param name="authorId">Who asks.</param>
    /// <param name="authorName">Their name.</param>
    /// <param name="now">The instant.</param>
    public Clarification(Guid candidacyId, Guid callId, string? question, IReadOnlyList<string> fields, DateTimeOffset dueAt, Guid authorId, string authorName, DateTimeOffset now)
    {
        var rules = new FormRules();
        rules.Require(!string.IsNullOrWhiteSpace(question), "Write what you ask.", "Question");
        rules.Require(question is null || question.Length <= TextLength, new Message("A question has at most {0} characters.", TextLength), "Question");
        rules.Require(dueAt > now, "The due date must be in the future.", "DueOn");
        rules.Demand();
        Id = Guid.CreateVersion7();
        (CandidacyId, CallId, Question, Fields, DueAt, AuthorId, AuthorName, AskedAt) = (candidacyId, callId, question!.Trim(), fields, dueAt, authorId, authorName, now);
        // a question with little time is reminded of at half of it
        RemindAt = dueAt - now > 2 * ReminderAhead ? dueAt - ReminderAhead : now + ((dueAt - now) / 2);
        OpenKey = candidacyId;
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

    /// <summary>By when: the last minute that is in time.</summary>
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

    /// <summary>Who closed it.</summary>
    public string? ClosedByName { get; private set; }

    /// <summary>Why it was closed without an answer before its due date, or why a late answer was left out; null otherwise.</summary>
    public string? ClosedBecause { get; private set; }

    /// <summary>Whether the answer counts: it came in time, or late and was accepted.</summary>
    public bool IsInEffect { get; private set; }

    /// <summary>When the applicant is reminded; null once that was done or is no longer needed.</summary>
    public DateTimeOffset? RemindAt { get; private set; }

    /// <summary>The candidacy while it is open, null once closed: at most one is open for each candidacy.</summary>
    public Guid? OpenKey { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Whether the candidacy waits for it.</summary>
    public bool IsOpen => ClosedAt is null;

    /// <summary>The first instant that is too late: what arrives within the minute of the due date is in time.</summary>
    public DateTimeOffset EndsAt => DueAt.AddMinutes(1);

    /// <summary>Whether the answer came after the due date.</summary>
    public bool IsLate => AnsweredAt >= EndsAt;

    /// <summary>
    /// The applicant answers; only the facts asked for change. An answer can be given anew until the due date, a late one once;
    /// a late one counts only if a manager accepts it.
    /// </summary>
    /// <param name="answer">In words.</param>
    /// <param name="before">The facts asked for as they stand, by section/field.</param>
    /// <param name="after">Those that change, by section/field.</param>
    /// <param name="authorName">Who answers.</param>
    /// <param name="arrival">When the answer arrived.</param>
    public void Reply(string? answer, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after, string authorName, DateTimeOffset arrival)
    {
        Rule.Require(IsOpen, "This clarification is closed.");
        Rule.Require(AnsweredAt is null || arrival < EndsAt, "Your answer has arrived. After the due date it no longer changes.");
        Rule.Require(!string.IsNullOrWhiteSpace(answer), "Write an answer.", "Answer");
        Rule.Require(answer.Length <= TextLength, new Message("An answer has at most {0} characters.", TextLength), "Answer");
        Rule.Require(after.Keys.All(key => Fields.Contains(key)), "Only the facts that were asked for can change.");
        if (AnsweredAt is null)
        {
            Before = before;
        }

        (Answer, After, AnsweredByName, AnsweredAt, RemindAt) = (answer.Trim(), after, authorName, arrival, null);
        IsInEffect = !IsLate;
    }

    /// <summary>
    /// A manager closes it. A late answer counts only if accepted; leaving one out, or closing before the due date without an answer, needs a reason.
    /// </summary>
    public void Close(bool acceptLate, string? reason, string authorName, DateTimeOffset now)
    {
        Rule.Require(IsOpen, "This clarification is closed.");
        var needsReason = AnsweredAt is null ? now < EndsAt : IsLate && !acceptLate;
        ClosedBecause = needsReason ? Rule.Reason(reason, "CloseReason") : string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        Rule.Require(ClosedBecause is null || ClosedBecause.Length <= TextLength, new Message("A reason has at most {0} characters.", TextLength), "CloseReason");
        IsInEffect = AnsweredAt is not null && (!IsLate || acceptLate);
        (ClosedAt, ClosedByName, OpenKey, RemindAt) = (now, authorName, null, null);
    }

    /// <summary>The applicant was reminded.</summary>
    public void Reminded() => RemindAt = null;
}
