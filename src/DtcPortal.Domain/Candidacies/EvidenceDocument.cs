using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Candidacies;

/// <summary>A document that supports a section; its bytes are stored once by SHA-256.</summary>
public sealed class EvidenceDocument
{
    /// <summary>Largest document in bytes: 20 MB.</summary>
    public const long MostBytes = 20L * 1024 * 1024;

    /// <summary>Longest file name.</summary>
    public const int FileNameLength = 200;

    /// <summary>The field of further evidence that no field of the form asks for.</summary>
    public const string Other = "other";

    private EvidenceDocument()
    {
    }

    /// <summary>A document as it was uploaded.</summary>
    public EvidenceDocument(Guid candidacyId, string section, string field, string fileName, string contentType, long bytes, string sha256, Guid authorId, string authorName, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (CandidacyId, Section, Field, FileName, ContentType, Bytes, Sha256) = (candidacyId, section, field, fileName, contentType, bytes, sha256);
        (AuthorId, AuthorName, UploadedAt) = (authorId, authorName, now);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The candidacy.</summary>
    public Guid CandidacyId { get; private set; }

    /// <summary>Code of the section.</summary>
    public string Section { get; private set; } = string.Empty;

    /// <summary>Key of the field.</summary>
    public string Field { get; private set; } = string.Empty;

    /// <summary>Name as uploaded, without a path.</summary>
    public string FileName { get; private set; } = string.Empty;

    /// <summary>Type by content.</summary>
    public string ContentType { get; private set; } = string.Empty;

    /// <summary>Size.</summary>
    public long Bytes { get; private set; }

    /// <summary>SHA-256 of the bytes, in hexadecimal.</summary>
    public string Sha256 { get; private set; } = string.Empty;

    /// <summary>Who uploaded it.</summary>
    public Guid AuthorId { get; private set; }

    /// <summary>Name of who uploaded it.</summary>
    public string AuthorName { get; private set; } = string.Empty;

    /// <summary>When.</summary>
    public DateTimeOffset UploadedAt { get; private set; }

    /// <summary>When it was removed; snapshots that name it still do. Null while it is there.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Who removed it.</summary>
    public string? RemovedByName { get; private set; }

    /// <summary>Removes it from the candidacy.</summary>
    public void Remove(string author, DateTimeOffset now) => (RemovedAt, RemovedByName) = (RemovedAt ?? now, RemovedByName ?? author);

    /// <summary>Puts it back.</summary>
    public void Restore() => (RemovedAt, RemovedByName) = (null, null);
}

/// <summary>Somebody who has a section open, so that colleagues see it.</summary>
public sealed class SectionPresence
{
    private SectionPresence()
    {
    }

    /// <summary>Somebody in a section.</summary>
    public SectionPresence(Guid candidacyId, string section, Guid userId, string name, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (CandidacyId, Section, UserId, Name, SeenAt) = (candidacyId, section, userId, name, now);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The candidacy.</summary>
    public Guid CandidacyId { get; private set; }

    /// <summary>Code of the section.</summary>
    public string Section { get; private set; } = string.Empty;

    /// <summary>Who.</summary>
    public Guid UserId { get; private set; }

    /// <summary>Their name.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>When they were last seen there.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>They are still there.</summary>
    public void Seen(DateTimeOffset now) => SeenAt = now;
}
