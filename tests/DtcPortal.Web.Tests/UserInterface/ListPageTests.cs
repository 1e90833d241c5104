using System.Text;
using AngleSharp.Dom;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Mail;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.UserInterface;

/// <summary>Lists are sorted by their heads and kept as files.</summary>
public abstract class ListPageTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task ManagedCentres_SortFilterAndDownload()
    {
        await App.CreateCentreAsync(country: "KE", name: "Baobab", activeAt: PortalApp.Start.AddDays(-100));
        await App.CreateCentreAsync(country: "NP", name: "=Acacia", activeAt: PortalApp.Start.AddDays(-50));
        await App.CreateCentreAsync(country: "UG", name: "Cedar", active: false);
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var response = await App.Queries.GetFrugallyAsync(manager, "/manage/centres?sort=-centre");
        var page = await response.DocumentAsync();
        Assert.Equal(["Cedar", "Baobab", "=Acacia"], Names(page));
        Assert.StartsWith("Centre", page.QuerySelector("th[aria-sort=descending]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("-centre", page.QuerySelector("form.filters input[name=sort]")!.GetAttribute("value"));
        Assert.Equal(["=Acacia", "Baobab", "Cedar"], Names(await manager.PageAsync("/manage/centres?sort=-active")));
        Assert.Equal(["Baobab", "Cedar", "=Acacia"], Names(await manager.PageAsync("/manage/centres?sort=region")));
        Assert.Equal(3, Names(await manager.PageAsync("/manage/centres?sort=manager&p=9")).Count);
        Assert.Equal(["Cedar", "=Acacia", "Baobab"], Names(await manager.PageAsync("/manage/centres?sort=state")));
        Assert.Equal(["Baobab", "Cedar"], Names(await manager.PageAsync("/manage/centres?region=Africa&sort=nonsense")));
        Assert.Equal(TestFile.Spreadsheet, await manager.FileTypeAsync("/manage/centres?region=AsiaPacific", "XLSX"));
        var lines = await LinesAsync(manager, "/manage/centres?region=AsiaPacific");
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("'=Acacia,Nepal,NP,", lines[1], StringComparison.Ordinal);
    }

    [Theory, InlineData("/manage/centres?region=Africa&sort=-active"), InlineData("/manage/reports?state=Missing&sort=centre")]
    public async Task List_FromTheBareAddress_FindsTheChoiceAgain_UntilAllIsAsked(string chosen)
    {
        var bare = chosen.Split('?')[0];
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        await manager.PageAsync(chosen);
        using var back = await manager.GetAsync(bare, Cancel);
        Assert.Equal(chosen, back.Headers.Location!.OriginalString);
        using var all = await manager.GetAsync($"{bare}?all=1", Cancel);
        Assert.Equal(bare, all.Headers.Location!.OriginalString);
        Assert.NotNull((await manager.PageAsync(bare)).QuerySelector("h1"));
    }

    [Fact]
    public async Task Screening_SortsDownloads_AndLeavesConflictsOut()
    {
        var call = await App.CreateCallAsync(state: CallState.Screening);
        var baobab = await App.CreateCandidacyAsync(call, institution: await App.CreateInstitutionAsync("KE", "Baobab"));
        await App.CreateCandidacyAsync(call, country: "NP", institution: await App.CreateInstitutionAsync("NP", "Acacia"));
        await App.WithDbAsync(db => db.Candidacies.Where(candidacy => candidacy.Id == baobab.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(candidacy => candidacy.Eligibility, Eligibility.Eligible), Cancel));
        var address = $"/manage/calls/{call.Slug}/screening";
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        var usual = await manager.PageAsync(address);
        Assert.Equal(["Baobab", "Acacia"], Names(usual));
        Assert.Contains("1 of 2 is decided or waits for a clarification", usual.Body!.TextContent, StringComparison.Ordinal);
        using var response = await App.Queries.GetFrugallyAsync(manager, $"{address}?sort=institution");
        Assert.Equal(["Acacia", "Baobab"], Names(await response.DocumentAsync()));
        Assert.Equal(["Acacia", "Baobab"], Names(await manager.PageAsync($"{address}?sort=-reference")));
        Assert.Equal(["Acacia", "Baobab"], Names(await manager.PageAsync($"{address}?sort=state")));
        Assert.Equal(["Baobab", "Acacia"], Names(await manager.PageAsync($"{address}?sort=-due")));
        Assert.Equal(TestFile.Spreadsheet, await manager.FileTypeAsync($"{address}?sort=-due", "XLSX"));
        Assert.Contains("Baobab", Assert.Single((await LinesAsync(manager, $"{address}?state=Eligible"))[1..]), StringComparison.Ordinal);

        var chair = (await App.CommitteeAsync()).ItuChair;
        await App.StoreAsync(new ConflictOfInterest(call.Id, baobab.Id, chair.Id, Party.Itu, chair.DisplayName, "My sister runs it.", isFlagged: false, PortalApp.Start));
        using var conflicted = await App.SignedInAsync(chair);
        Assert.Contains("Acacia", Assert.Single((await LinesAsync(conflicted, $"{address}?sort=institution"))[1..]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accounts_SortAndDownload()
    {
        await App.CreateUserAsync(PortalRole.CoChair, Party.Itu, user => (user.DisplayName, user.IsAlternate, user.CreatedAt) = ("Zoé", true, PortalApp.Start.AddDays(-3)));
        await App.CreateUserAsync(PortalRole.Applicant, with: user => (user.DisplayName, user.EmailConfirmed, user.CreatedAt) = ("Émile", false, PortalApp.Start.AddDays(-2)));
        using var admin = await App.SignedInAsync(PortalRole.Administrator, with: user => user.DisplayName = "Mei");
        using var response = await App.Queries.GetFrugallyAsync(admin, "/admin/users?sort=-name");
        Assert.Equal(["Zoé", "Mei", "Émile"], Names(await response.DocumentAsync()));
        Assert.Equal(["Émile", "Mei", "Zoé"], Names(await admin.PageAsync("/admin/users")));
        Assert.Equal(["Zoé", "Émile", "Mei"], Names(await admin.PageAsync("/admin/users?sort=since&p=7")));
        Assert.Equal(["Émile", "Mei", "Zoé"], Names(await admin.PageAsync("/admin/users?sort=-state")));
        Assert.Equal("Zoé", Names(await admin.PageAsync("/admin/users?sort=-party"))[0]);
        Assert.Equal(TestFile.Spreadsheet, await admin.FileTypeAsync("/admin/users", "XLSX"));
        var lines = await LinesAsync(admin, "/admin/users?role=CoChair");
        Assert.Equal(2, lines.Length);
        Assert.Contains("Zoé", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"Co-chair, alternate\",ITU", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mails_SortAndDownload()
    {
        foreach (var recipient in new[] { "b@example.org", "c@example.org", "a@example.org" })
        {
            await App.WithAsync<IServiceProvider>(async services =>
            {
                ((MailComposer)services.GetService(typeof(MailComposer))!).Enqueue(new MailDraft
                {
                    To = new MailRecipient(recipient, "Aya", null, null), Subject = new Message("Your password was changed"), Paragraphs = [], Path = "/work",
                });
                await ((PortalDbContext)services.GetService(typeof(PortalDbContext))!).SaveChangesAsync(Cancel);
            });
        }

        using var admin = await App.SignedInAsync(PortalRole.Administrator);
        using var response = await App.Queries.GetFrugallyAsync(admin, "/admin/outbox?sort=-recipient");
        Assert.Equal(["c", "b", "a"], Recipients(await response.DocumentAsync()));
        Assert.Equal(["a", "b", "c"], Recipients(await admin.PageAsync("/admin/outbox?sort=recipient&p=7")));
        // mails of the same millisecond stand in any order, and the other way round in the other
        var newest = Recipients(await admin.PageAsync("/admin/outbox")).ToList();
        Assert.Equal(newest.AsEnumerable().Reverse(), Recipients(await admin.PageAsync("/admin/outbox?sort=written")));
        Assert.Equal(TestFile.Spreadsheet, await admin.FileTypeAsync("/admin/outbox", "XLSX"));
        Assert.StartsWith("Your password was changed,c@example.org,", Assert.Single((await LinesAsync(admin, "/admin/outbox?recipient=c@"))[1..]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Centres_SortWithinTheirRegions_AndDownload_ForEverybody()
    {
        await App.CreateCentreAsync(country: "UG", name: "Acacia");
        await App.CreateCentreAsync(country: "KE", name: "Baobab");
        await App.CreateCentreAsync(country: "NP", name: "Cedar");
        using var visitor = App.Visitor();
        Assert.Equal(["Acacia", "Baobab", "Cedar"], Names(await visitor.PageAsync("/centres")));
        Assert.Equal(["Baobab", "Acacia", "Cedar"], Names(await visitor.PageAsync("/centres?sort=country")));
        using var response = await App.Queries.GetFrugallyAsync(visitor, "/centres?sort=-centre");
        var page = await response.DocumentAsync();
        Assert.Equal(["Baobab", "Acacia", "Cedar"], Names(page));
        Assert.Equal(2, page.QuerySelectorAll("tr.group").Length);
        Assert.Equal(TestFile.Spreadsheet, await visitor.FileTypeAsync("/centres?sort=-", "XLSX"));
        var lines = await LinesAsync(visitor, "/centres?q=kenya");
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("Africa,Baobab,Kenya,KE,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_AreCounted_AndDownload()
    {
        var call = await App.CreateCallAsync();
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Cisco);
        Assert.Contains("1 call", (await manager.PageAsync("/manage/calls")).QuerySelector(".list-line")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(TestFile.Spreadsheet, await manager.FileTypeAsync("/manage/calls", "XLSX"));
        Assert.Contains($",{call.DeadlineLocal:yyyy-MM-dd} 23:59,Africa/Nairobi,0,0,Open", (await LinesAsync(manager, "/manage/calls"))[1], StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Names(IParentNode page) =>
        [.. page.QuerySelectorAll("tbody th[scope=row]").Select(cell => (cell.QuerySelector("a")?.TextContent ?? cell.TextContent).Trim())];

    private static IReadOnlyList<string> Recipients(IParentNode page) =>
        [.. page.QuerySelectorAll("tbody tr td:nth-child(2)").Select(cell => cell.TextContent.Split('@')[0])];

    private static async Task<string[]> LinesAsync(HttpClient client, string address)
    {
        var page = await client.PageAsync(address);
        var link = page.QuerySelectorAll(".downloads a").Single(found => found.TextContent == "CSV").GetAttribute("href")!;
        using var file = await client.GetAsync(new Uri(page.Address(), link), Cancel);
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        return Encoding.UTF8.GetString(await file.Content.ReadAsByteArrayAsync(Cancel)).TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class ListPageTestsOnSqlite(SqliteApp app) : ListPageTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class ListPageTestsOnMariaDb(MariaDbApp app) : ListPageTests(app);
