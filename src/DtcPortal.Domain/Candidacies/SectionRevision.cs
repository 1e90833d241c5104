namespace DtcPortal.Domain.Candidacies;

/// <summary>
/// What one person wrote in a section at a time: which answers they changed, and how those stood before. Saves of the same person that follow
/// each other within half an hour are one revision, because the page saves while one types.
/// </summary>
public sealed class SectionRevision
{
    /// <summary>How long after the last save another one still belongs to the same revision.</summary>
    public static readonly TimeSpan Sitting = TimeSpan.FromMinutes(30);

    private SectionRevision()
    {
    }

    /// <summary>The first save of a sitting.</summary>
    public SectionRevision(Guid candidacyId, string section, Guid authorId, string authorName, IReadOnlyDictionary<string, string> before, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (CandidacyId, Section, AuthorId, AuthorName, Before, StartedAt, SavedAt) = (candidacyId, section, authorId, authorName, before, now, now);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The candidacy.</summary>
    public Guid CandidacyId { get; private set; }

    /// <summary>Code of the section.</summary>
    public string Section { get; private set; } = string.Empty;

    /// <summary>Who wrote.</summary>
    public Guid AuthorId { get; private set; }

    /// <summary>Their name.</summary>
    public string AuthorName { get; private set; } = string.Empty;

    /// <summary>The answers that were changed, as they stood before; empty where nothing stood.</summary>
    public IReadOnlyDictionary<string, string> Before { get; private set; } = new Dictionary<string, string>();

    /// <summary>First save.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Last save.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Whether a save of somebody at an instant belongs to this revision.</summary>
    public bool Takes(Guid authorId, DateTimeOffset now) => AuthorId == authorId && now - SavedAt < Sitting;

    /// <summary>A further save of the same sitting; what was changed first keeps its oldest text.</summary>
    public void Add(IReadOnlyDictionary<string, string> before, DateTimeOffset now)
    {
        var all = before.ToDictionary();
        foreach (var (field, text) in Before)
        {
            all[field] = text;
        }

        (Before, SavedAt) = (all, now);
    }

    /// <summary>The answers that differ, as they stood before.</summary>
    public static IReadOnlyDictionary<string, string> Difference(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        before.Keys.Union(after.Keys)
            .Where(field => before.GetValueOrDefault(field) != after.GetValueOrDefault(field))
            .ToDictionary(field => field, field => before.GetValueOrDefault(field) ?? string.Empty);
}
