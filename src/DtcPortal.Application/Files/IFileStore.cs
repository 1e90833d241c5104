namespace DtcPortal.Application.Files;

/// <summary>A file as it was stored.</summary>
/// <param name="Sha256">Its content's SHA-256 in hexadecimal: its only name.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Kind">What it is by content.</param>
/// <param name="FileName">Its name as uploaded, cleaned.</param>
public sealed record StoredFile(string Sha256, long Bytes, FileKind Kind, string FileName);

/// <summary>Documents, each content stored once under its SHA-256; who may fetch one is decided by who asks for it.</summary>
public interface IFileStore
{
    /// <summary>
    /// Stores a document. Throws RuleBrokenException at the field when it is empty, larger than 20 MB or of no kind that is taken.
    /// Once it returns, the content survives a power cut.
    /// </summary>
    Task<StoredFile> SaveAsync(Stream content, string fileName, string field, CancellationToken cancellationToken);

    /// <summary>Opens a stored content. Throws FileNotFoundException when there is none.</summary>
    Stream Open(string sha256);
}
