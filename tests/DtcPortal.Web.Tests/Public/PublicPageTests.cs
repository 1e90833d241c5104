using System.IO.Compression;
using System.Net;
using AngleSharp.Dom;
using DtcPortal.Application.Storage;
using DtcPortal.Tests;
using DtcPortal.Web.Tests.Infrastructure;
using Xunit;

namespace DtcPortal.Web.Tests.Public;

/// <summary>Home, centres and the pages of plain text.</summary>
public abstract class PublicPageTests(PortalApp app) : PageTests(app)
{
    private const int MostBytes = 60_000;
    private const int MostRequests = 6;

    [Theory, InlineData("/about"), InlineData("/privacy"), InlineData("/accessibility"), InlineData("/calls"), InlineData("/centres"), InlineData("/")]
    public async Task Get_WithNothingStored_IsReadableInBothLanguages(string address)
    {
        using var visitor = App.Visitor();
        Assert.NotNull((await visitor.PageAsync(address)).QuerySelector("main h1"));
        visitor.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");
        Assert.Equal("fr", (await visitor.PageAsync(address)).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Home_ShowsTheOpenCallAndTheCentresByRegion()
    {
        await App.CreateCallAsync(await App.CreatePhaseAsync(2));
        await App.CreateCentreAsync(country: "UG", name: "Gulu Skills Centre (demo)");
        await App.CreateCentreAsync(country: "PE", name: "Centro Digital de Puno (demo)");
        using var visitor = App.Visitor();
        using var response = await App.Queries.GetFrugallyAsync(visitor, "/");
        var page = await response.DocumentAsync();
        Assert.NotNull(page.QuerySelector(".deadline a.button[href='/calls/call-2/eligibility']"));
        Assert.Equal(["Africa 1", "Americas 1"], page.QuerySelectorAll(".thirds h3").Select(head => head.TextContent.Trim()));
    }

    [Fact]
    public async Task Home_OnAFirstVisit_IsLight()
    {
        await App.CreateCallAsync();
        foreach (var country in "KE UG RW MW CI PE JM DO KH PH".Split(' '))
        {
            await App.CreateCentreAsync(phase: 9, country: country);
        }

        using var visitor = App.Visitor();
        using var answer = await visitor.GetAsync("/", Cancel);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var html = await answer.Content.ReadAsByteArrayAsync(Cancel);
        var page = await visitor.PageAsync("/");
        var files = page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script[src], img").Select(file => file.GetAttribute("href") ?? file.GetAttribute("src")!).ToArray();
        Assert.InRange(1 + files.Length, 1, MostRequests);
        var bytes = Compressed(html) + files.Sum(file => Compressed(File.ReadAllBytes(RepositoryRoot.PathOf(["wwwroot", .. Unfingerprinted(file).Split('/', StringSplitOptions.RemoveEmptyEntries)]))));
        Assert.InRange(bytes, 1, MostBytes);
    }

    [Fact]
    public async Task Centres_Search_IgnoresMarksAndFindsCountries()
    {
        await App.CreateCentreAsync(country: "CI", name: "Centre numérique de Bouaké (demo)");
        await App.CreateCentreAsync(country: "UG", name: "Gulu Skills Centre (demo)");
        using var visitor = App.Visitor();
        Assert.Single((await visitor.PageAsync("/centres?q=NUMERIQUE")).QuerySelectorAll("tbody th[scope=row]"));
        Assert.Single((await visitor.PageAsync("/centres?q=uganda")).QuerySelectorAll("tbody th[scope=row]"));
        Assert.Empty((await visitor.PageAsync("/centres?q=nowhere")).QuerySelectorAll("tbody th[scope=row]"));
        Assert.Equal(2, (await visitor.PageAsync("/centres?region=AFR")).QuerySelectorAll("tbody th[scope=row]").Length);
        var unknown = await visitor.PageAsync("/centres?region=XYZ");
        Assert.Equal(2, unknown.QuerySelectorAll("tbody th[scope=row]").Length);
        Assert.Contains("There is no region XYZ; it is ignored.", unknown.QuerySelector(".notice-watch")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Centre_Get_ShowsWhatItIs()
    {
        var centre = await App.CreateCentreAsync(country: "UG", name: "Gulu Skills Centre (demo)");
        using var visitor = App.Visitor();
        using var response = await App.Queries.GetFrugallyAsync(visitor, $"/centres/{centre.Slug}");
        var page = await response.DocumentAsync();
        Assert.Contains("Uganda", page.QuerySelector(".title-line")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("There are no approved figures yet.", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync("/centres/none"));
    }

    private static string Unfingerprinted(string file)
    {
        // css/portal.x1y2z3.css is css/portal.css
        var path = file.TrimStart('~').TrimStart('/').Split('?')[0];
        var parts = path.Split('.');
        return File.Exists(RepositoryRoot.PathOf(["wwwroot", .. path.Split('/')])) ? path : string.Join('.', [.. parts[..^2], parts[^1]]);
    }

    private static int Compressed(byte[] content)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return (int)target.Length;
    }
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class PublicPageTestsOnSqlite(SqliteApp app) : PublicPageTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class PublicPageTestsOnMariaDb(MariaDbApp app) : PublicPageTests(app);
