using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Candidacies;

/// <summary>State of a section as the task list shows it.</summary>
public enum SectionState
{
    /// <summary>Nothing is written.</summary>
    NotStarted = 1,

    /// <summary>Something is missing.</summary>
    InProgress = 2,

    /// <summary>Nothing is missing.</summary>
    Complete = 3,

    /// <summary>An answer is wrong, such as a number out of range.</summary>
    NeedsAttention = 4,
}

/// <summary>A section of a candidacy; saved alone, so that colleagues do not overwrite each other.</summary>
public sealed class CandidacySection : IVersioned
{
    /// <summary>Longest code.</summary>
    public const int CodeLength = 40;

    private CandidacySection()
    {
    }

    internal CandidacySection(string code, int missing)
    {
        Id = Guid.CreateVersion7();
        (Code, State, Missing) = (code, SectionState.NotStarted, missing);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The candidacy.</summary>
    public Guid CandidacyId { get; private set; }

    /// <summary>Code of the call's section.</summary>
    public string Code { get; private set; } = string.Empty;

    /// <summary>Answers by the key of their field, as typed.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; private set; } = new Dictionary<string, string>();

    /// <summary>As the task list shows it.</summary>
    public SectionState State { get; private set; }

    /// <summary>How many required answers are missing or wrong.</summary>
    public int Missing { get; private set; }

    /// <summary>Last save.</summary>
    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>Who saved last.</summary>
    public Guid? SavedById { get; private set; }

    /// <summary>Name of who saved last.</summary>
    public string? SavedByName { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Stores answers with what is known of their state.</summary>
    public void Save(IReadOnlyDictionary<string, string> answers, SectionState state, int missing, Guid authorId, string authorName, DateTimeOffset now)
    {
        Answers = answers;
        (State, Missing, SavedAt, SavedById, SavedByName) = (state, missing, now, authorId, authorName);
    }

    /// <summary>Keeps the state when a document was added or removed.</summary>
    public void SetState(SectionState state, int missing) => (State, Missing) = (state, missing);
}

/// <summary>What was submitted, frozen, with its receipt.</summary>
public sealed class CandidacySnapshot
{
    private CandidacySnapshot()
    {
    }

    internal CandidacySnapshot(int number, string receipt, string content, string fingerprint, Guid authorId, string authorName, DateTimeOffset arrival)
    {
        Id = Guid.CreateVersion7();
        (Number, Receipt, Content, Fingerprint, AuthorId, AuthorName, ArrivedAt) = (number, receipt, content, fingerprint, authorId, authorName, arrival);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The candidacy.</summary>
    public Guid CandidacyId { get; private set; }

    /// <summary>1 and up.</summary>
    public int Number { get; private set; }

    /// <summary>Receipt number.</summary>
    public string Receipt { get; private set; } = string.Empty;

    /// <summary>Sections, answers and documents as JSON.</summary>
    public string Content { get; private set; } = string.Empty;

    /// <summary>SHA-256 of the content, in hexadecimal.</summary>
    public string Fingerprint { get; private set; } = string.Empty;

    /// <summary>Who submitted.</summary>
    public Guid AuthorId { get; private set; }

    /// <summary>Name of who submitted.</summary>
    public string AuthorName { get; private set; } = string.Empty;

    /// <summary>When the request arrived: this decides.</summary>
    public DateTimeOffset ArrivedAt { get; private set; }
}
