using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Xunit;

namespace DtcPortal.Web.Tests.Partners;

/// <summary>The partners' dashboard and the rows behind its figures.</summary>
public abstract class DashboardTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task Get_Programme_MakesSentencesOfFigures()
    {
        await App.CreateProgrammeAsync();
        using var partner = await App.SignedInAsync(PortalRole.PartnerViewer, Party.Itu);
        using var response = await App.Queries.GetFrugallyAsync(partner, "/partners");
        var page = await response.DocumentAsync();
        var sentences = page.QuerySelectorAll(".sentences li").Select(Text).ToArray();
        Assert.Equal(4, sentences.Length);
        Assert.Equal("13,156 participations in training at basic level, 105 % of the target of 12,480; women 53 %. On target", sentences[0]);
        Assert.Equal(4, page.QuerySelectorAll(".chart-card table").Length);
        Assert.Equal(9, page.QuerySelectorAll("#centres tbody tr").Length);
        Assert.Equal("2,896", page.QuerySelector("#target tbody tr:last-child td.num")!.TextContent.Trim());
        Assert.Contains("7 of 9 reports approved.", Text(page.QuerySelector(".dashboard-top aside")!), StringComparison.Ordinal);
        Assert.Equal(["Overdue", "Overdue"], page.QuerySelectorAll(".dashboard-top aside .tag-bad").Select(Text));
    }

    [Fact]
    public async Task Get_MoreReportsMissingThanFit_HoldsTheOthersToo()
    {
        await App.CreateProgrammeAsync();
        App.Time.Advance(TimeSpan.FromDays(92));
        using var partner = await App.SignedInAsync(PortalRole.PartnerViewer, Party.Itu);
        var aside = (await partner.PageAsync("/partners")).QuerySelector(".dashboard-top aside")!;
        Assert.Equal(9, aside.QuerySelectorAll("a[href^='/centres/']").Length);
        Assert.Equal(6, aside.QuerySelectorAll("details a[href^='/centres/']").Length);
        Assert.Equal("and 6 others", Text(aside.QuerySelector("summary")!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&region=AFR")]
    [InlineData("&indicator=trainers-trained")]
    [InlineData("&indicator=self-financing")]
    public async Task EachFigure_OpensRowsThatSumToIt(string filter)
    {
        await App.CreateProgrammeAsync();
        using var partner = await App.SignedInAsync(PortalRole.PartnerViewer, Party.Cisco);
        var dashboard = await partner.PageAsync($"/partners?from={TestData.LastYear[0]}{filter}");
        var links = dashboard.QuerySelectorAll(".sentences a, .chart-card tbody th a").Select(link => (Link: link.GetAttribute("href")!, Row: link.Closest("tr"), Text: link.TextContent)).ToArray();
        Assert.True(links.Length > 15);
        foreach (var (link, row, text) in links)
        {
            var page = await partner.PageAsync(link);
            var values = page.QuerySelectorAll("tbody td[data-value]").Select(cell => cell.GetAttribute("data-value")).Where(value => !string.IsNullOrEmpty(value)).Sum(value => decimal.Parse(value!, CultureInfo.InvariantCulture));
            var isRatio = page.QuerySelectorAll("tfoot td.num").Length == 3;
            var sum = page.QuerySelectorAll("tfoot td.num").First(cell => cell.TextContent.Trim().Length > 0).TextContent.Trim();
            Assert.Equal(values, sum == "no figure" ? 0 : decimal.Parse(sum, NumberStyles.Number, CultureInfo.InvariantCulture), 2);
            if (row?.Closest(".chart-card")?.Id == "target" && !isRatio)
            {
                Assert.Equal(row.QuerySelector("td.num")!.TextContent.Trim(), sum);
            }
            else if (row is null && !isRatio)
            {
                Assert.StartsWith(sum + " ", text, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("from=1999-Q1&to=2000-Q1", 1)]
    [InlineData("from=2000-Q1", 0)]
    [InlineData("to=2000-Q1", 0)]
    [InlineData("from=2026-Q1&to=2198-Q4", 1)]
    [InlineData("from=2198-Q1", 1)]
    public async Task ImpossibleQuarters_AreIgnoredWithANote(string quarters, int notes)
    {
        await App.CreateProgrammeAsync(2);
        using var partner = await App.SignedInAsync(PortalRole.PartnerViewer, Party.Itu);
        foreach (var address in new[] { $"/partners?{quarters}", $"/partners/figures?indicator=trained-basic&{quarters}" })
        {
            Assert.Equal((address, notes), (address, (await partner.PageAsync(address)).QuerySelectorAll(".notice-watch").Length));
        }
    }

    [Fact]
    public async Task ChosenQuarters_AreThoseThatAreToldOf()
    {
        await App.CreateProgrammeAsync();
        using var partner = await App.SignedInAsync(PortalRole.PartnerViewer, Party.Itu);
        var page = await partner.PageAsync("/partners?from=2026-Q1&to=2026-Q1");
        Assert.Equal("Late and missing, 2026-Q1", Text(page.QuerySelector(".dashboard-top aside h2")!));
        var answer = Text(page.QuerySelector("#target > p")!);
        Assert.Contains("of 1 quarters.", answer, StringComparison.Ordinal);
        Assert.EndsWith("Quarters before 2026-Q1 are there to compare with.", answer, StringComparison.Ordinal);
        Assert.Equal("Late and missing, 2026-Q2", Text((await partner.PageAsync("/partners")).QuerySelector(".dashboard-top aside h2")!));
    }

    [Fact]
    public async Task Centres_ThatWereNotToReport_AreNotCounted()
    {
        var centres = await App.CreateProgrammeAsync();
        var ended = await App.CreateCentreAsync(country: "GH", name: "Ended soon (demo)", activeAt: PortalApp.Start.AddDays(-200));
        await App.WithDbAsync(async db =>
        {
            (await db.Centres.FindAsync([ended.Id], Cancel))!.End("It closes.", PortalApp.Start.AddDays(-190));
            await db.SaveChangesAsync(Cancel);
        });
        using var partner = await App.SignedInAsync(PortalRole.PartnerViewer, Party.Itu);
        var card = (await partner.PageAsync($"/partners?from={TestData.LastYear[0]}&to={TestData.LastPeriod}")).QuerySelector("#centres")!;
        Assert.Equal(centres.Count, card.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("of 9 are on target", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RegionWithoutCentre_SaysSo_AndKeepsTheChoices()
    {
        await App.CreateProgrammeAsync(2);
        using var partner = await App.SignedInAsync(PortalRole.PartnerViewer, Party.Itu);
        var quarters = (await partner.PageAsync("/partners")).QuerySelectorAll("#from option").Length;
        var page = await partner.PageAsync("/partners?region=CIS");
        Assert.Equal(quarters, page.QuerySelectorAll("#from option").Length);
        Assert.Contains("No centre of CIS reports yet.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownFilters_AreIgnoredWithANote()
    {
        await App.CreateProgrammeAsync(2);
        using var partner = await App.SignedInAsync(PortalRole.PartnerViewer, Party.Itu);
        var page = await partner.PageAsync("/partners?indicator=nothing&region=XXX&centre=none&phase=none&from=never");
        Assert.Equal(5, page.QuerySelectorAll(".notice-watch").Length);
        Assert.Equal(4, page.QuerySelectorAll(".chart-card").Length);
        Assert.Equal(HttpStatusCode.NotFound, await partner.StatusAsync("/partners/figures?indicator=nothing"));
    }

    [Fact]
    public async Task OneReportApproved_InFrench_IsOne()
    {
        await App.CreateReportAsync(await App.CreateCentreAsync(), Domain.Reporting.ReportState.Approved);
        await App.CreateCentreAsync(country: "GH");
        using var partner = await App.SignedInAsync(PortalRole.PartnerViewer, Party.Itu);
        partner.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");
        Assert.Contains("1 rapport approuvé sur 2.", Text((await partner.PageAsync("/partners")).QuerySelector("main")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CentreFilter_LeavesItsFigures()
    {
        var centres = await App.CreateProgrammeAsync();
        using var partner = await App.SignedInAsync(PortalRole.PartnerViewer, Party.Itu);
        var page = await partner.PageAsync($"/partners?centre={centres[1].Slug}");
        Assert.StartsWith("1,340 participations", Text(page.QuerySelector(".sentences li")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NotOfAParty_SeesThePublishedFiguresOnly()
    {
        await App.SeedIndicatorsAsync();
        var few = await App.CreateCentreAsync(country: "KE", activeAt: PortalApp.Start.AddDays(-700));
        var many = await App.CreateCentreAsync(country: "PE", activeAt: PortalApp.Start.AddDays(-700));
        foreach (var (centre, women, men) in new[] { (few, 1, 2), (many, 20, 30) })
        {
            await App.CreateObservationsAsync(centre, TestData.LastPeriod, ("trainers-trained", women + men, null, [("sex:women", women), ("sex:men", men), ("sex:not-stated", 0)]));
        }

        var address = $"indicator=trainers-trained&centre={few.Slug}&from={TestData.LastPeriod}";
        using var party = await App.SignedInAsync(PortalRole.PartnerViewer, Party.Itu);
        Assert.Contains("3 trainers", Text((await party.PageAsync($"/partners?{address}")).QuerySelector(".sentences")!), StringComparison.Ordinal);
        using var funder = await App.SignedInAsync(PortalRole.PartnerViewer);
        var page = await funder.PageAsync($"/partners?{address}");
        Assert.Contains("a hidden number", Text(page.QuerySelector(".sentences")!), StringComparison.Ordinal);
        var rows = await funder.PageAsync($"/partners/figures?{address}");
        Assert.Contains("hidden", Text(rows.QuerySelector("tbody")!), StringComparison.Ordinal);
        Assert.DoesNotContain("3", rows.QuerySelectorAll("tbody td.num").Select(Text));
        using var file = await funder.GetAsync($"/partners/figures?{address}&handler=Download", Cancel);
        Assert.Contains("hidden", await file.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var frugal = await App.Queries.GetFrugallyAsync(funder, "/partners");
    }

    [Fact]
    public async Task Files_HoldTheFiguresOfTheCharts()
    {
        await App.CreateProgrammeAsync();
        using var partner = await App.SignedInAsync(PortalRole.PartnerViewer, Party.Itu);
        var page = await partner.PageAsync("/partners");
        foreach (var link in page.QuerySelectorAll(".chart-foot a[download][href^='/partners']").Select(link => link.GetAttribute("href")!).ToArray())
        {
            using var response = await partner.GetAsync(link, Cancel);
            Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
            Assert.True((await response.Content.ReadAsStringAsync(Cancel)).Split("\r\n").Length > 3);
        }

        using var workbook = await partner.GetAsync("/partners?handler=Download&chart=target&format=xlsx", Cancel);
        Assert.Equal(HttpStatusCode.OK, workbook.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await partner.StatusAsync("/partners?handler=Download&chart=none"));
    }

    [Fact]
    public async Task Get_NoCentreYet_SaysWhatComesNext()
    {
        using var partner = await App.SignedInAsync(PortalRole.PartnerViewer, Party.Itu);
        Assert.NotNull((await partner.PageAsync("/partners")).QuerySelector(".empty"));
    }

    [Theory, InlineData(PortalRole.Applicant), InlineData(PortalRole.CentreManager)]
    public async Task Get_OtherRoles_IsForbidden(PortalRole role)
    {
        using var other = await App.SignedInAsync(role);
        Assert.Equal(HttpStatusCode.Forbidden, await other.StatusAsync("/partners"));
        Assert.Equal(HttpStatusCode.Forbidden, await other.StatusAsync("/partners/figures?indicator=trained-basic"));
    }

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Replace('\u00a0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class DashboardTestsOnSqlite(SqliteApp app) : DashboardTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class DashboardTestsOnMariaDb(MariaDbApp app) : DashboardTests(app);
