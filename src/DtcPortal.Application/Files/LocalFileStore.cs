using System.Security.Cryptography;
using DtcPortal.Domain.Common;
using Microsoft.Extensions.Options;

namespace DtcPortal.Application.Files;

/// <summary>Where files are kept.</summary>
public sealed class FileStoreOptions
{
    /// <summary>A folder that all nodes share.</summary>
    public string Folder { get; set; } = Path.Combine("App_Data", "files");
}

/// <summary>Files in a folder: ab/cd/abcd….</summary>
internal sealed class LocalFileStore(IOptions<FileStoreOptions> options) : IFileStore
{
    private const int BufferSize = 81_920;
    private const FileOptions Sequential = FileOptions.Asynchronous | FileOptions.SequentialScan;

    private readonly string _folder = options.Value.Folder;

    public async Task<StoredFile> SaveAsync(Stream content, string fileName, string field, CancellationToken cancellationToken)
    {
        var incoming = Path.Combine(_folder, "incoming");
        Directory.CreateDirectory(incoming);
        var temporary = Path.Combine(incoming, Guid.NewGuid().ToString("N"));
        try
        {
            await using var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize, Sequential);
            var hash = await CopyAsync(content, file, field, cancellationToken);
            var name = FileKinds.Clean(fileName, FileKinds.LongestName);
            var kind = FileKinds.Tell(file, name, field);
            var stored = new StoredFile(hash, file.Length, kind, name);
            var path = PathOf(hash);
            // a content that is there already was written to the disk before
            if (!File.Exists(path))
            {
                file.Flush(flushToDisk: true);
                await file.DisposeAsync();
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.Move(temporary, path, overwrite: true);
            }

            return stored;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public Stream Open(string sha256) => new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, Sequential);

    private static async Task<string> CopyAsync(Stream content, FileStream file, string field, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            Rule.Require(file.Position + read <= FileKinds.MostBytes, "The file is larger than 20 MB.", field);
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private string PathOf(string sha256)
    {
        if (sha256.Length != 64 || !sha256.All(letter => char.IsAsciiHexDigitLower(letter)))
        {
            throw new FileNotFoundException("Not the name of a stored file.");
        }

        return Path.Combine(_folder, sha256[..2], sha256[2..4], sha256);
    }
}
