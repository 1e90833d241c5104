using System.IO.Compression;
using DtcPortal.Domain.Common;

namespace DtcPortal.Application.Files;

/// <summary>Kinds of documents that the portal takes.</summary>
public enum FileKind
{
    /// <summary>PDF.</summary>
    Pdf = 1,

    /// <summary>Word.</summary>
    Docx = 2,

    /// <summary>Excel.</summary>
    Xlsx = 3,

    /// <summary>PNG image.</summary>
    Png = 4,

    /// <summary>JPEG image.</summary>
    Jpeg = 5,
}

/// <summary>What a document is, told by its content, not by its name (product.md 4).</summary>
public static class FileKinds
{
    /// <summary>What a file chooser offers.</summary>
    public const string Accept = ".pdf,.docx,.xlsx,.png,.jpg,.jpeg";

    /// <summary>Largest document in bytes: 20 MB.</summary>
    public const long MostBytes = 20L * 1024 * 1024;

    /// <summary>Longest file name.</summary>
    public const int LongestName = 200;

    private const int HeadLength = 8;
    private const int MostParts = 10_000;
    private const long MostUnpacked = 500L * 1024 * 1024;

    /// <summary>The media type under which it is served.</summary>
    public static string ContentType(this FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileKind.Png => "image/png",
        _ => "image/jpeg",
    };

    /// <summary>
    /// Tells the kind by content; the stream is read from its start and left anywhere.
    /// Throws <see cref="RuleBrokenException"/> at the field when it is no kind that is taken, or a name says another.
    /// </summary>
    public static FileKind Tell(Stream content, string fileName, string field)
    {
        Rule.Require(content.Length > 0, "The file is empty.", field);
        var kind = Sniff(content);
        Rule.Require(kind is not null, "This is no PDF, Word, Excel, PNG or JPEG file, whatever its name ends in.", field);
        Rule.Require(
            Extensions(kind.Value).Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase),
            new Message("The name of the file ends in another way than its content: it is {0}.", kind.Value.ToString().ToUpperInvariant()),
            field);
        return kind.Value;
    }

    /// <summary>A name as it is kept: without a path, control characters and signs that turn the direction of writing.</summary>
    public static string Clean(string fileName, int longest)
    {
        var name = fileName.Split('/', '\\')[^1];
        var kept = string.Concat(name.Where(letter => !char.IsControl(letter) && char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.Format)).Trim();
        var extension = Path.GetExtension(kept);
        return kept.Length <= longest ? kept : kept[..(longest - extension.Length)] + extension;
    }

    private static string[] Extensions(FileKind kind) => kind switch
    {
        FileKind.Pdf => [".pdf"],
        FileKind.Docx => [".docx"],
        FileKind.Xlsx => [".xlsx"],
        FileKind.Png => [".png"],
        _ => [".jpg", ".jpeg"],
    };

    private static FileKind? Sniff(Stream content)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        content.Position = 0;
        head = head[..content.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false)];
        if (head.StartsWith("%PDF-"u8))
        {
            return FileKind.Pdf;
        }

        if (head.SequenceEqual<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return FileKind.Png;
        }

        if (head.StartsWith<byte>([0xFF, 0xD8, 0xFF]))
        {
            return FileKind.Jpeg;
        }

        return head.StartsWith<byte>([0x50, 0x4B, 0x03, 0x04]) ? SniffOffice(content) : null;
    }

    // macros, and packages that would unpack to a hundred times their size, are none of the kinds
    private static FileKind? SniffOffice(Stream content)
    {
        try
        {
            content.Position = 0;
            using var package = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (package.Entries.Count > MostParts || package.Entries.Sum(part => part.Length) > MostUnpacked
                || package.GetEntry("[Content_Types].xml") is null
                || package.Entries.Any(part => part.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            {
                return null;
            }

            return package.GetEntry("word/document.xml") is not null ? FileKind.Docx : package.GetEntry("xl/workbook.xml") is not null ? FileKind.Xlsx : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
