using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using CsvHelper;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Application.Reporting;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Reporting;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Public;

/// <summary>What everybody sees of approved figures: the same cells on the page, in files and for programs (rules.md 10).</summary>
public abstract class ResultsTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task Get_FiguresApproved_ShowsThem()
    {
        await App.CreateProgrammeAsync();
        using var visitor = App.Visitor();
        using var response = await App.Queries.GetFrugallyAsync(visitor, "/results");
        var page = await response.DocumentAsync();
        Assert.Equal(["3,312", "3,420", "3,528", "2,896", "13,156"], Row(page, "All centres"));
        Assert.Contains("no figure", Row(page, "Centre numérique de Bouaké (demo)"));
        Assert.Equal(["1,302", "1,350", "1,398", "1,110", "5,160"], Row(page, "Africa"));
    }

    [Fact]
    public async Task Totals_SayHowManyCentresAreMissing_OnPageInFilesAndForPrograms()
    {
        await App.CreateProgrammeAsync();
        using var visitor = App.Visitor();
        static string?[] Hints(IDocument page, string name) =>
            [.. page.QuerySelectorAll("tbody tr").First(row => row.QuerySelector("th")!.TextContent.Trim() == name).QuerySelectorAll("td").Select(cell => cell.QuerySelector(".hint")?.TextContent)];

        var page = await visitor.PageAsync("/results");
        Assert.Equal([null, null, null, "2 of 9 missing", "2 of 36 missing"], Hints(page, "All centres"));
        Assert.Equal([null, null, null, "1 of 4 missing", "1 of 16 missing"], Hints(page, "Africa"));
        Assert.Equal("2 of 9 missing", Hints(await visitor.PageAsync("/results?indicator=women-share-basic"), "All centres")[3]);
        Assert.Equal("2 of 9 missing", Hints(await visitor.PageAsync("/results?indicator=income"), "All centres")[3]);

        var csv = await FileAsync(visitor, $"/results?handler=Download&from={TestData.LastPeriod}");
        Assert.Equal("2", csv.Single(row => row["Level"] == "Programme" && row["Part"] == "All")["Centres missing"]);
        Assert.All(csv.Where(row => row["Level"] == "Centre"), row => Assert.Equal("", row["Centres missing"]));
        var api = await visitor.GetFromJsonAsync<JsonElement>($"/api/v1/results?indicator=trained-basic&from={TestData.LastPeriod}", Cancel);
        Assert.Equal(csv.Select(row => row["Centres missing"]), api.GetProperty("results").EnumerateArray().Select(cell => cell.GetProperty("missing").ToString()));
    }

    [Fact]
    public async Task Get_RegionWithoutFigures_SaysSo()
    {
        await App.CreateProgrammeAsync();
        using var visitor = App.Visitor();
        var page = await visitor.PageAsync("/results?region=CIS");
        Assert.Null(page.QuerySelector("main table"));
        Assert.Contains("There is no approved figure of CIS.", page.QuerySelector("main .empty")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Share_IsTheQuotientOfShownCells()
    {
        await App.CreateProgrammeAsync();
        using var visitor = App.Visitor();
        var page = await visitor.PageAsync("/results?indicator=women-share-basic");
        Assert.Equal("52.5 %", Row(page, "All centres")[0].Replace('\u00a0', ' '));
        Assert.Equal("44.0 %", Row(page, "Centre numérique de Bouaké (demo)")[0].Replace('\u00a0', ' '));
    }

    [Fact]
    public async Task SmallCounts_AreHiddenAlikeOnPageInFilesAndForPrograms()
    {
        var (first, second) = await SmallAsync();
        using var visitor = App.Visitor();
        var page = await visitor.PageAsync("/results?indicator=trainers-trained");
        var csv = await FileAsync(visitor, "/results?handler=Download&indicator=trainers-trained");
        var api = await visitor.GetFromJsonAsync<JsonElement>("/api/v1/results?indicator=trainers-trained", Cancel);
        var cells = api.GetProperty("results").EnumerateArray().ToArray();
        Assert.Equal(csv.Count, cells.Length);
        foreach (var (row, cell) in csv.Zip(cells))
        {
            Assert.Equal(row["Hidden"] == "hidden", cell.GetProperty("hidden").GetBoolean());
            Assert.Equal(row["Value"], cell.GetProperty("value").ValueKind == JsonValueKind.Null ? "" : cell.GetProperty("value").GetDecimal().ToString(CultureInfo.InvariantCulture));
        }

        // three trainers at one centre are few, so they and as many others as needed are hidden
        Assert.Contains("hidden", Row(page, first.Name));
        Assert.Contains(cells, cell => cell.GetProperty("centre").GetString() == first.Slug && cell.GetProperty("hidden").GetBoolean());
        Assert.DoesNotContain(cells, cell => cell.GetProperty("value").ValueKind == JsonValueKind.Number && cell.GetProperty("value").GetDecimal() is > 0 and < 5);
        Assert.Equal(csv.Count(row => row["Hidden"] == "hidden" && row["Level"] == "Centre" && row["Part"] == "All"), page.QuerySelectorAll("tbody tr").Count(row => row.QuerySelector("a[href^='/centres/']") is not null && row.TextContent.Contains("hidden", StringComparison.Ordinal)));
        Assert.Equal("hidden", (await visitor.PageAsync($"/centres/{first.Slug}")).QuerySelector("td.num")!.TextContent.Trim());
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task Filters_OnlySelectAmongTheCells()
    {
        await SmallAsync();
        using var visitor = App.Visitor();
        var all = await CellsAsync(visitor, "/api/v1/results?indicator=trainers-trained");
        var region = await CellsAsync(visitor, $"/api/v1/results?indicator=trainers-trained&region=AFR&from={TestData.LastPeriod}");
        Assert.NotEmpty(region);
        Assert.Subset(all, region);
    }

    [Fact]
    public async Task Get_UnknownFilters_AreIgnoredWithANote()
    {
        await App.CreateProgrammeAsync(2);
        using var visitor = App.Visitor();
        var page = await visitor.PageAsync("/results?indicator=nothing&region=XXX&from=2026-13");
        Assert.Equal(3, page.QuerySelectorAll(".notice-watch").Length);
        Assert.Contains("There is no indicator nothing; it is ignored.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var api = await visitor.GetFromJsonAsync<JsonElement>("/api/v1/results?indicator=nothing&region=XXX&from=2026-13", Cancel);
        Assert.Equal(3, api.GetProperty("notes").GetArrayLength());
    }

    [Fact]
    public async Task Correction_OfAnApprovedReport_Replaces()
    {
        var centres = await App.CreateProgrammeAsync(1);
        using var visitor = App.Visitor();
        Assert.Equal("336", Row(await visitor.PageAsync("/results"), "All centres")[3]);
        await App.StoreAsync(Correction(centres[0], TestData.LastPeriod, 400));
        Assert.Equal("400", Row(await visitor.PageAsync("/results"), "All centres")[3]);
    }

    [Fact]
    public async Task Figures_MadeEarlierAndStoredLater_AreShown()
    {
        var centre = (await App.CreateProgrammeAsync(1))[0];
        var earlier = Correction(centre, TestData.LastPeriod, 400);
        var later = Correction(centre, TestData.LastPeriod.Previous, 500);
        using var visitor = App.Visitor();
        await App.StoreAsync(later);
        Assert.Equal(["500", "336"], Row(await visitor.PageAsync("/results"), "All centres")[2..4]);

        await App.StoreAsync(earlier);

        Assert.Equal(["500", "400"], Row(await visitor.PageAsync("/results"), "All centres")[2..4]);
    }

    [Fact]
    public async Task Definition_Changed_ShowsAtOnce()
    {
        await App.CreateProgrammeAsync(1);
        using var visitor = App.Visitor();
        Assert.Equal(["336", "1,272"], Row(await visitor.PageAsync("/results"), "All centres")[3..]);
        var basic = await App.WithDbAsync(db => db.Indicators.AsNoTracking().SingleAsync(indicator => indicator.Code == "trained-basic", Cancel));

        await App.WithAsync<IndicatorService>(indicators => indicators.ChangeAsync(
            new SetIndicator
            {
                Actor = TestData.PartyManager(Domain.Common.Party.Itu), Code = basic.Code, Group = ReferenceCatalogue.IndicatorGroups.First(group => group.Name == basic.Group).Code,
                Name = basic.Name, Definition = basic.Definition, Unit = basic.Unit, Direction = basic.Direction, OverTime = OverTime.Latest, Disaggregations = basic.Disaggregations,
                Decimals = basic.Decimals, JumpPercent = basic.JumpPercent, IsActive = true,
            },
            Cancel));

        Assert.Equal(["336", "336"], Row(await visitor.PageAsync("/results"), "All centres")[3..]);
    }

    [Fact]
    public async Task OpenApi_DescribesTheResults()
    {
        using var visitor = App.Visitor();
        var document = await visitor.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Cancel);
        Assert.True(document.GetProperty("paths").TryGetProperty("/api/v1/results", out _));
    }

    [Fact]
    public async Task Get_NothingApproved_SaysWhatComesNext()
    {
        await App.SeedIndicatorsAsync();
        using var visitor = App.Visitor();
        Assert.NotNull((await visitor.PageAsync("/results")).QuerySelector(".empty"));
    }

    // the second revision of a report, approved, and its observations
    private object[] Correction(Centre centre, ReportingPeriod period, int basic)
    {
        var now = App.Time.Now;
        var report = new Report(centre.Id, period, 2, now);
        report.Put("trained-basic", basic * 1_000_000L, null, new Dictionary<string, long>(), null);
        report.Submit("Manager", now);
        report.Verify(Domain.Common.Party.Itu, "Manager", now);
        report.Approve(Domain.Common.Party.Cisco, "Manager", now);
        return [report, .. report.Observations(centre.Region)];
    }

    // two centres of one region; one trained three trainers, the other nine
    private async Task<(Centre First, Centre Second)> SmallAsync()
    {
        await App.SeedIndicatorsAsync();
        var first = await App.CreateCentreAsync(country: "KE", activeAt: PortalApp.Start.AddDays(-700));
        var second = await App.CreateCentreAsync(country: "UG", activeAt: PortalApp.Start.AddDays(-700));
        var third = await App.CreateCentreAsync(country: "PE", activeAt: PortalApp.Start.AddDays(-700));
        foreach (var (centre, women, men) in new[] { (first, 1, 2), (second, 5, 9), (third, 20, 30) })
        {
            await App.CreateObservationsAsync(centre, TestData.LastPeriod, ("trainers-trained", women + men, null, [("sex:women", women), ("sex:men", men), ("sex:not-stated", 0)]));
        }

        return (first, second);
    }

    private static string[] Row(IDocument page, string name) =>
        [.. page.QuerySelectorAll("tbody tr").First(row => row.QuerySelector("th")!.TextContent.Trim().StartsWith(name, StringComparison.Ordinal)).QuerySelectorAll("td").Select(cell => (cell.QuerySelector(".figure, .none") ?? cell).TextContent.Trim())];

    private static async Task<HashSet<string>> CellsAsync(HttpClient client, string address) =>
        [.. (await client.GetFromJsonAsync<JsonElement>(address, Cancel)).GetProperty("results").EnumerateArray().Select(cell => cell.GetRawText())];

    private static async Task<List<Dictionary<string, string>>> FileAsync(HttpClient client, string address)
    {
        using var reader = new StreamReader(await client.GetStreamAsync(address, Cancel));
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<dynamic>().Cast<IDictionary<string, object>>().Select(row => row.ToDictionary(cell => cell.Key, cell => (string)cell.Value))];
    }
}

/// <summary>The published cells of a realistic programme are made in time.</summary>
public sealed class PublicTablesTests
{
    [Fact]
    public void Tables_OfManySmallCounts_AreMadeQuickly()
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var random = new Random(5);
        var counts = new List<long>();
        var lines = new List<SuppressionLine>();
        var areas = Enumerable.Range(0, 10).Select(_ => Enumerable.Range(0, 3).Select(_ => (long)random.Next(0, 12)).ToArray()).ToArray();
        foreach (var area in areas)
        {
            lines.Add(new SuppressionLine(counts.Count, [counts.Count + 1, counts.Count + 2, counts.Count + 3]));
            counts.Add(area.Sum());
            counts.AddRange(area);
        }

        var total = counts.Count;
        counts.AddRange([areas.Sum(area => area.Sum()), .. Enumerable.Range(0, 3).Select(part => areas.Sum(area => area[part]))]);
        lines.Add(new SuppressionLine(total, [total + 1, total + 2, total + 3]));
        lines.AddRange(Enumerable.Range(0, 4).Select(part => new SuppressionLine(total + part, [.. Enumerable.Range(0, 10).Select(area => (4 * area) + part)])));
        PublicSuppression.Apply(counts, lines);
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 5);
    }
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class ResultsTestsOnSqlite(SqliteApp app) : ResultsTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class ResultsTestsOnMariaDb(MariaDbApp app) : ResultsTests(app);
