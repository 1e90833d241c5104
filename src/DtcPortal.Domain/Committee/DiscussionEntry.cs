using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Committee;

/// <summary>A contribution to the discussion of a candidacy.</summary>
public sealed class DiscussionEntry
{
    private DiscussionEntry()
    {
    }

    /// <summary>What somebody said, with the key that its form was given, if any.</summary>
    public DiscussionEntry(Guid candidacyId, Guid authorId, string authorName, Party party, string? text, DateTimeOffset now, Guid? key = null)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(text), "Write something.", "Text");
        Rule.Require(text.Length <= Review.TextLength, new Message("A contribution has at most {0} characters.", Review.TextLength), "Text");
        Id = key ?? Guid.CreateVersion7();
        (CandidacyId, AuthorId, AuthorName, Party, Text, WrittenAt) = (candidacyId, authorId, authorName, party, text.Trim(), now);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The candidacy.</summary>
    public Guid CandidacyId { get; private set; }

    /// <summary>Who.</summary>
    public Guid AuthorId { get; private set; }

    /// <summary>Their name.</summary>
    public string AuthorName { get; private set; } = string.Empty;

    /// <summary>Their party.</summary>
    public Party Party { get; private set; }

    /// <summary>What they said.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>When.</summary>
    public DateTimeOffset WrittenAt { get; private set; }
}
