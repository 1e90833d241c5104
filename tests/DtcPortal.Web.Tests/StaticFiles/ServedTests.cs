using DtcPortal.Application.Storage;
using DtcPortal.Web.Tests.Infrastructure;
using Xunit;

namespace DtcPortal.Web.Tests.StaticFiles;

/// <summary>The files of a first visit as they are served; what they weigh once published is of <see cref="WeightTests"/>.</summary>
[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class ServedTests(SqliteApp app) : PageTests(app)
{
    private const int MostRequests = 6;

    [Fact]
    public async Task FirstVisit_OfHome_TakesFewRequests_AndItsFilesAreFingerprintedCompressedAndKept()
    {
        using var visitor = App.Visitor();
        var files = (await visitor.PageAsync("/")).QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script[src], img[src]")
            .Select(file => file.GetAttribute("href") ?? file.GetAttribute("src")!).ToArray();
        Assert.InRange(1 + files.Length, 2, MostRequests);
        visitor.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
        foreach (var address in files.Prepend("/"))
        {
            using var answer = await visitor.GetAsync(address, Cancel);
            Assert.Equal("gzip", Assert.Single(answer.Content.Headers.ContentEncoding));
            Assert.Equal(address != "/", answer.Headers.CacheControl is { MaxAge.TotalDays: > 300 });
            Assert.True((await answer.Content.ReadAsByteArrayAsync(Cancel)).Length > 0, $"{address} is empty.");
        }

        Assert.All(files, address => Assert.Matches(@"\.[a-z0-9]{10}\.\w+$", address));
    }
}
