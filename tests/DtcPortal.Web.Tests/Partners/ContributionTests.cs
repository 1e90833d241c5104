using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Partners;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Partners;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Partners;

/// <summary>Contributions: pledged, confirmed by the centre that receives, delivered; commitments; partner organisations.</summary>
public abstract class ContributionTests(PortalApp app) : PageTests(app)
{
    private static readonly Dictionary<string, string> Pledge = new()
    {
        ["Input.Kind"] = "Funding", ["Input.Description"] = "Two scholarships", ["Input.Year"] = "2026", ["Input.Value"] = "18450.5", ["Input.Currency"] = "USD",
    };

    [Fact]
    public async Task Contribution_FromPledgeToDelivery()
    {
        var (centre, manager, viewer) = await PartnersAsync();
        using var partner = await App.SignedInAsync(viewer);
        using var pledged = await partner.SubmitAsync("/partners/contributions/pledge", new Dictionary<string, string>(Pledge) { ["Input.Centre"] = centre.Slug });
        Assert.Equal(HttpStatusCode.Redirect, pledged.StatusCode);
        var address = pledged.Headers.Location!.ToString();
        Assert.Equal((ContributionState.Pledged, 1_845_050L, "USD"), await App.WithDbAsync(db => db.Contributions.Select(row => new ValueTuple<ContributionState, long, string>(row.State, row.Cents!.Value, row.Currency!)).SingleAsync(Cancel)));
        await App.DeliverMailAsync();
        Assert.Contains(App.Mail.Sent, mail => mail.Recipient == manager.Email);

        using var reporter = await App.SignedInAsync(manager);
        var work = await App.WithAsync<IEnumerable<IWorkSource>, IReadOnlyList<WorkItem>>(sources => sources.OfType<ContributionWork>().Single().ForAsync(TestData.ActorOf(manager, PortalRole.CentreManager), Cancel));
        Assert.Equal(address, Assert.Single(work).Address);
        using (var confirmed = await reporter.SubmitAsync(address, form: "form[action*='Confirm']"))
        {
            Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        }

        using (var delivered = await reporter.SubmitAsync(address, new Dictionary<string, string> { ["Evidence"] = "Receipt of 3 June" }, "form[action*='Deliver']"))
        {
            Assert.Equal(HttpStatusCode.Redirect, delivered.StatusCode);
        }

        var stored = await App.WithDbAsync(db => db.Contributions.SingleAsync(Cancel));
        Assert.Equal((ContributionState.Delivered, "Receipt of 3 June", manager.DisplayName), (stored.State, stored.Evidence, stored.ConfirmedByName));
        using var list = await App.Queries.GetFrugallyAsync(partner, "/partners/contributions?year=2026&state=Delivered&partner=none");
        var page = await list.DocumentAsync();
        Assert.Contains("18,450.50 USD", page.QuerySelector("main")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("The filter none is unknown here; it is ignored.", page.QuerySelector(".notice-watch")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_IsSortedAndPaged()
    {
        var (centre, _, viewer) = await PartnersAsync();
        var partner = await App.WithDbAsync(db => db.Users.Where(user => user.Id == viewer.Id).Select(user => user.PartnerId!.Value).SingleAsync(Cancel));
        await App.StoreAsync([.. Enumerable.Range(1, 30).Select(number => new Contribution(
            partner, centre.Id, ContributionKind.Funding, $"Grant {number}", 2020 + (number % 5), number * 100, "USD", "Viewer", App.Time.Now))]);
        using var client = await App.SignedInAsync(viewer);

        var page = await client.PageAsync("/partners/contributions?sort=-value&p=2");

        Assert.Equal(["5", "4", "3", "2", "1"], page.QuerySelector("table")!.QuerySelectorAll("tbody td.num").Select(cell => cell.TextContent.Split('\u00a0')[0]));
        Assert.Equal("descending", page.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task Confirm_ByTheGiverOrAnotherCentre_IsRefused()
    {
        var (centre, _, viewer) = await PartnersAsync();
        var other = await App.CreateCentreAsync(country: "UG");
        var id = await PledgedAsync(centre, viewer);
        using var partner = await App.SignedInAsync(viewer);
        var page = await partner.PageAsync($"/partners/contributions/{id}");
        Assert.Null(page.QuerySelector("form[action*='Confirm']"));
        using (var refused = await partner.PostAsync($"/partners/contributions/{id}?handler=Confirm", Token(page), Cancel))
        {
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        using var stranger = await App.SignedInAsync(PortalRole.CentreManager, with: user => user.CentreId = other.Id);
        Assert.Equal(HttpStatusCode.NotFound, await stranger.StatusAsync($"/partners/contributions/{id}"));
        await Assert.ThrowsAsync<ForbiddenException>(() => App.WithAsync<ContributionService>(service =>
            service.ConfirmAsync(new MoveContribution { Actor = TestData.CentreManagerOf(other), Id = id }, Cancel)));
        Assert.Equal(ContributionState.Pledged, await App.WithDbAsync(db => db.Contributions.Select(row => row.State).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Centre_FindsItsContributions_FromItsHomeAndBack()
    {
        var (centre, _, viewer) = await PartnersAsync();
        await PledgedAsync(centre, viewer);
        using var manager = await App.SignedInAsync(await App.ManagerOfAsync(centre));
        Assert.NotNull((await manager.PageAsync("/centre")).QuerySelector("main a[href='/partners/contributions']"));
        Assert.NotNull((await manager.PageAsync("/partners/contributions")).QuerySelector(".crumbs a[href='/centre']"));
    }

    [Fact]
    public async Task Withdraw_OnlyByTheGiverAndBeforeConfirmation()
    {
        var (centre, _, viewer) = await PartnersAsync();
        var first = await PledgedAsync(centre, viewer);
        var second = await PledgedAsync(centre, viewer);
        using var partner = await App.SignedInAsync(viewer);
        using (var withdrawn = await partner.SubmitAsync($"/partners/contributions/{first}", form: "form[action*='Withdraw']"))
        {
            Assert.Equal(HttpStatusCode.Redirect, withdrawn.StatusCode);
        }

        var page = await partner.PageAsync($"/partners/contributions/{second}");
        await App.WithAsync<ContributionService>(service => service.ConfirmAsync(new MoveContribution { Actor = TestData.CentreManagerOf(centre), Id = second }, Cancel));
        using var late = await partner.SubmitAsync(page, form: "form[action*='Withdraw']");
        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
        Assert.Contains("Only a pledged contribution is withdrawn.", (await late.DocumentAsync()).Messages());
        using var other = await App.SignedInAsync(PortalRole.PartnerViewer);
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync($"/partners/contributions/{second}"));
    }

    [Theory]
    [InlineData("Input.Description", "", "Write what is given.")]
    [InlineData("Input.Value", "", "Funding has a value.")]
    [InlineData("Input.Value", "-3", "A value must be more than 0, and 1,000,000,000,000 at most.")]
    [InlineData("Input.Currency", "", "Choose a currency.")]
    [InlineData("Input.Year", "26", "Write the year with four digits.")]
    [InlineData("Input.Centre", "", "Choose the centre that receives.")]
    public async Task Pledge_BadInput_RendersError(string field, string value, string message)
    {
        var (centre, _, viewer) = await PartnersAsync();
        using var partner = await App.SignedInAsync(viewer);
        using var response = await partner.SubmitAsync("/partners/contributions/pledge", new Dictionary<string, string>(Pledge) { ["Input.Centre"] = centre.Slug, [field] = value });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains((await response.DocumentAsync()).Messages(), said => said.Contains(message, StringComparison.Ordinal));
        Assert.Equal(0, await App.WithDbAsync(db => db.Contributions.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Pledge_SentTwice_IsOnePledge()
    {
        var (centre, manager, viewer) = await PartnersAsync();
        using var partner = await App.SignedInAsync(viewer);
        var page = await partner.PageAsync("/partners/contributions/pledge");
        var typed = new Dictionary<string, string>(Pledge) { ["Input.Centre"] = centre.Slug };
        using var first = await partner.SubmitAsync(page, typed);
        using var second = await partner.SubmitAsync(page, typed);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        using var other = await partner.SubmitAsync(page, new Dictionary<string, string>(typed) { ["Input.Year"] = "2027" });
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
        Assert.Equal(1, await App.WithDbAsync(db => db.Contributions.CountAsync(Cancel)));
        using var again = await partner.SubmitAsync(await other.DocumentAsync());
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(2, await App.WithDbAsync(db => db.Contributions.CountAsync(Cancel)));
        await App.DeliverMailAsync();
        Assert.Equal(2, App.Mail.Sent.Count(mail => mail.Recipient == manager.Email));
    }

    [Fact]
    public async Task Pledge_ByAViewerOfNoPartner_IsForbidden()
    {
        using var viewer = await App.SignedInAsync(PortalRole.PartnerViewer);
        Assert.Equal(HttpStatusCode.Forbidden, await viewer.StatusAsync("/partners/contributions/pledge"));
        Assert.NotNull((await viewer.PageAsync("/partners/contributions")).QuerySelector(".empty"));
    }

    [Fact]
    public async Task Summary_KeepsCurrenciesApartAndLeavesWithdrawnOut()
    {
        var (centre, _, viewer) = await PartnersAsync();
        var delivered = await PledgedAsync(centre, viewer);
        await PledgedAsync(centre, viewer, "EUR");
        var withdrawn = await PledgedAsync(centre, viewer);
        var receiver = TestData.CentreManagerOf(centre);
        await App.WithAsync<ContributionService>(async service =>
        {
            await service.ConfirmAsync(new MoveContribution { Actor = receiver, Id = delivered }, Cancel);
            await service.DeliverAsync(new MoveContribution { Actor = receiver, Id = delivered }, Cancel);
            await service.WithdrawAsync(new MoveContribution { Actor = PartnerOf(viewer), Id = withdrawn }, Cancel);
        });
        var rows = await App.WithAsync<ContributionQueries, IReadOnlyList<ContributionRow>>(queries => queries.ListAsync(PartnerOf(viewer), Cancel));
        var summary = Assert.Single(IntendedAgainstDelivered.By(rows, row => row.Partner));
        Assert.Equal((2, 1), (summary.Intended, summary.Delivered));
        Assert.Equal([new IntendedValue("EUR", 10_000, 0), new IntendedValue("USD", 10_000, 10_000)], summary.Values);
        Assert.Equal(10_000, summary.Values[0].Gap);
    }

    [Fact]
    public async Task List_InFrench_NamesThePartiesAndTellsTheLinksApart()
    {
        await App.WithAsync<PartnerSeeder>(seeder => seeder.SeedAsync(Cancel));
        var centre = await App.CreateCentreAsync();
        await App.WithAsync<ContributionService>(service => service.PledgeAsync(
            new PledgeContribution { Actor = TestData.PartyManager(Party.Itu), Centre = centre.Slug, Kind = ContributionKind.Materials, Description = "Manuels", Year = 2026, Notifies = false }, Cancel));
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Cisco);
        manager.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");

        var page = await manager.PageAsync("/partners/contributions");

        Assert.Equal("UIT", page.QuerySelector("#partner option:nth-child(2)")!.TextContent);
        Assert.Equal("UIT", page.QuerySelector("tbody td[data-label='Partenaire']")!.TextContent);
        var link = page.QuerySelector("tbody th a")!;
        Assert.Equal($"{link.TextContent} pour {centre.Name}\u00a0: Manuels", link.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Commitments_AreSeededOnceAndChangedByTheirOwnersManagers()
    {
        await App.WithAsync<PartnerSeeder>(seeder => seeder.SeedAsync(Cancel));
        await App.WithAsync<PartnerSeeder>(seeder => seeder.SeedAsync(Cancel));
        Assert.Equal([6, 10, 6], await App.WithDbAsync(db => db.Commitments.GroupBy(row => row.Owner).OrderBy(owner => owner.Key).Select(owner => owner.Count()).ToListAsync(Cancel)));
        Assert.Equal(2, await App.WithDbAsync(db => db.Partners.CountAsync(Cancel)));
        var cisco = await App.WithDbAsync(db => db.Commitments.FirstAsync(row => row.Owner == CommitmentOwner.Cisco, Cancel));
        using var itu = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        Assert.Equal(HttpStatusCode.Forbidden, await itu.StatusAsync($"/partners/commitments/{cisco.Id}"));
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Cisco);
        using (var blank = await manager.SubmitAsync($"/partners/commitments/{cisco.Id}", new Dictionary<string, string> { ["Input.Status"] = "Met" }))
        {
            Assert.Equal(HttpStatusCode.BadRequest, blank.StatusCode);
            Assert.Contains((await blank.DocumentAsync()).Messages(), said => said.Contains("Write what shows that it is met.", StringComparison.Ordinal));
        }

        var page = await manager.PageAsync($"/partners/commitments/{cisco.Id}");
        using (var saved = await manager.SubmitAsync(page, new Dictionary<string, string> { ["Input.Status"] = "Met", ["Input.Evidence"] = "Curricula of June" }))
        {
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        }

        using (var stale = await manager.SubmitAsync(page, new Dictionary<string, string> { ["Input.Status"] = "UnderWay" }))
        {
            Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
            Assert.Contains("Curricula of June", (await stale.DocumentAsync()).QuerySelector(".notice-watch")!.TextContent, StringComparison.Ordinal);
        }

        using var partner = await App.SignedInAsync(PortalRole.PartnerViewer);
        using var list = await App.Queries.GetFrugallyAsync(partner, "/partners/commitments");
        Assert.Contains("Curricula of June", await list.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(TestFile.Spreadsheet, await partner.FileTypeAsync("/partners/commitments", "XLSX"));
        using var file = await partner.GetAsync("/partners/commitments?handler=Download", Cancel);
        Assert.Equal(23, (await file.Content.ReadAsStringAsync(Cancel)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task ManagePartners_AddsOneAndRefusesTheSameName()
    {
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        var fields = new Dictionary<string, string> { ["Input.Name"] = "Skills Fund (demo)", ["Input.Kind"] = "Funder" };
        using (var made = await manager.SubmitAsync("/manage/partners", fields))
        {
            Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        }

        using var again = await manager.SubmitAsync("/manage/partners", fields);
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        Assert.Contains((await again.DocumentAsync()).Messages(), said => said.Contains("There is a partner of that name already.", StringComparison.Ordinal));
        Assert.Equal(1, await App.WithDbAsync(db => db.Partners.CountAsync(Cancel)));
        using var frugal = await App.Queries.GetFrugallyAsync(manager, "/manage/partners");
    }

    private static Actor PartnerOf(PortalUser viewer) => TestData.ActorOf(viewer, PortalRole.PartnerViewer) with { PartnerId = viewer.PartnerId };

    private static FormUrlEncodedContent Token(AngleSharp.Dom.IDocument page) =>
        new(new Dictionary<string, string> { ["__RequestVerificationToken"] = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!, ["Version"] = "1" });

    private async Task<(Centre Centre, PortalUser Manager, PortalUser Viewer)> PartnersAsync()
    {
        var centre = await App.CreateCentreAsync();
        var partner = new Partner("Network of Academies (demo)", PartnerKind.Network, null);
        await App.StoreAsync(partner);
        var viewer = await App.CreateUserAsync(PortalRole.PartnerViewer, with: user => user.PartnerId = partner.Id);
        var manager = await App.WithDbAsync(async db =>
        {
            var stored = await db.Users.SingleAsync(user => user.Id == centre.ManagerId, Cancel);
            stored.CentreId = centre.Id;
            await db.SaveChangesAsync(Cancel);
            return stored;
        });
        return (centre, manager, viewer);
    }

    private Task<Guid> PledgedAsync(Centre centre, PortalUser viewer, string currency = "USD") => App.WithAsync<ContributionService, Guid>(service => service.PledgeAsync(
        new PledgeContribution
        {
            Actor = PartnerOf(viewer), Centre = centre.Slug, Kind = ContributionKind.Funding, Description = "A scholarship", Year = 2026, Value = 100, Currency = currency, Notifies = false,
        },
        Cancel));
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class ContributionTestsOnSqlite(SqliteApp app) : ContributionTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class ContributionTestsOnMariaDb(MariaDbApp app) : ContributionTests(app);
