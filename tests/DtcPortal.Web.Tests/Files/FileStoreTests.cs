using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using DtcPortal.Application.Files;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DtcPortal.Web.Tests.Files;

/// <summary>Documents by their content.</summary>
[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class FileStoreTests(SqliteApp app) : PageTests(app)
{
    private static readonly byte[] Pdf = "%PDF-1.7 hello"u8.ToArray();

    private IFileStore Store => App.Services.GetRequiredService<IFileStore>();

    [Fact]
    public async Task Save_TwiceTheSame_StoresOnce_AndOpens()
    {
        var first = await SaveAsync(Pdf, "letter.pdf");
        var second = await SaveAsync(Pdf, "copy.pdf");
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Pdf)), first.Sha256);
        Assert.Equal((first.Sha256, FileKind.Pdf, (long)Pdf.Length), (second.Sha256, second.Kind, second.Bytes));
        await using var opened = Store.Open(first.Sha256);
        using var read = new MemoryStream();
        await opened.CopyToAsync(read, Cancel);
        Assert.Equal(Pdf, read.ToArray());
    }

    [Fact]
    public async Task Save_EachKind_IsToldByContent()
    {
        Assert.Equal(FileKind.Png, (await SaveAsync([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "a.png")).Kind);
        Assert.Equal(FileKind.Jpeg, (await SaveAsync([0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0, 0], "a.JPG")).Kind);
        Assert.Equal(FileKind.Docx, (await SaveAsync(Package("word/document.xml"), "a.docx")).Kind);
        Assert.Equal(FileKind.Xlsx, (await SaveAsync(Package("xl/workbook.xml"), "a.xlsx")).Kind);
    }

    [Fact]
    public async Task Save_WhatIsNotTaken_IsRefusedWithItsReason()
    {
        const string unknown = "This is no PDF, Word, Excel, PNG or JPEG file, whatever its name ends in.";
        Assert.Equal("The file is empty.", await RefusalAsync([], "a.pdf"));
        Assert.Equal(unknown, await RefusalAsync("MZ program"u8.ToArray(), "a.pdf"));
        Assert.Equal(unknown, await RefusalAsync("<html>"u8.ToArray(), "a.png"));
        Assert.Equal(unknown, await RefusalAsync(Package("word/document.xml", "word/vbaProject.bin"), "a.docx"));
        Assert.Equal(unknown, await RefusalAsync(Package("something.txt"), "a.docx"));
        Assert.Equal(unknown, await RefusalAsync([0x50, 0x4B, 0x03, 0x04, 1, 2, 3, 4, 5, 6], "a.docx"));
        Assert.Equal("The name of the file ends in another way than its content: it is PDF.", await RefusalAsync(Pdf, "a.docx"));
        Assert.Equal("The file is larger than 20 MB.", await RefusalAsync([.. Pdf, .. new byte[FileKinds.MostBytes]], "a.pdf"));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(App.Folder, "App_Data", "files", "incoming")));
    }

    [Theory, InlineData("../../etc/passwd.pdf", "passwd.pdf"), InlineData("C:\\Users\\me\\letter.pdf", "letter.pdf"), InlineData("evil\u202Efdp.pdf", "evilfdp.pdf"), InlineData("a\r\nb.pdf", "ab.pdf")]
    public async Task Save_OddName_IsCleaned(string name, string kept) => Assert.Equal(kept, (await SaveAsync(Pdf, name)).FileName);

    [Theory, InlineData("../../portal.db"), InlineData(""), InlineData("ABCDEF")]
    public void Open_WhatIsNoName_FindsNothing(string name) => Assert.Throws<FileNotFoundException>(() => Store.Open(name));

    [Fact]
    public async Task Post_LargerThanTheLimit_SaysSo()
    {
        using var visitor = App.Visitor();
        using var content = new ByteArrayContent(new byte[21 * 1024 * 1024]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var response = await visitor.PostAsync("/account/register", content, Cancel);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("The file is too large", await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private async Task<StoredFile> SaveAsync(byte[] content, string name)
    {
        using var stream = new MemoryStream(content);
        return await Store.SaveAsync(stream, name, "File", Cancel);
    }

    private async Task<string> RefusalAsync(byte[] content, string name)
    {
        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => SaveAsync(content, name));
        Assert.Equal("File", broken.Field);
        return broken.Message;
    }

    private static byte[] Package(params string[] parts)
    {
        using var memory = new MemoryStream();
        using (var package = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts.Prepend("[Content_Types].xml"))
            {
                package.CreateEntry(part);
            }
        }

        return memory.ToArray();
    }
}
