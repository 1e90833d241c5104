using System.Globalization;
using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Selection;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Selection;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DtcPortal.Web.Tests.Selection;

/// <summary>Results, offers, and who comes next.</summary>
public abstract class OfferTests(PortalApp app) : PageTests(app)
{
    // how long a seat waits for an answer that arrived in time
    private static readonly TimeSpan StoredLate = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Get_ResultOfOthers_IsNotFound()
    {
        var selectable = await DecidedAsync();
        using var other = await App.SignedInAsync(selectable.InstitutionOf(selectable.Of("NP")));
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync(ResultOf(selectable.Of("KE"))));
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync($"{ResultOf(selectable.Of("KE"))}/accept"));
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync($"{ResultOf(selectable.Of("KE"))}/decline"));
    }

    [Fact]
    public async Task Get_ResultBeforeTheDecision_SaysSo()
    {
        var selectable = await App.CreateSelectableAsync();
        await App.ProposeAsync(selectable);
        using var owner = await App.SignedInAsync(selectable.InstitutionOf(selectable.Of("KE")));
        var page = await owner.PageAsync(ResultOf(selectable.Of("KE")));
        Assert.Contains("Nothing is decided yet.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("90.0", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await owner.StatusAsync($"{ResultOf(selectable.Of("KE"))}/accept"));
    }

    [Theory]
    [InlineData("KE", 0, "You were chosen to host a Digital Transformation Centre.")]
    [InlineData("KE", 1, "You are in place 1 on the waitlist of Africa.")]
    [InlineData("KE", 1, "Kenya may have 1 seat, and another institution of it has it.")]
    [InlineData("LA", 0, "came first.")]
    [InlineData("SD", 0, "Your score of 57.5 is below the minimum of 60.0.")]
    public async Task Get_Result_SaysWhereAndWhy(string country, int number, string sentence)
    {
        var selectable = await DecidedAsync();
        var candidacy = selectable.Of(country, number);
        using var owner = await App.SignedInAsync(selectable.InstitutionOf(candidacy));
        using var response = await App.Queries.GetFrugallyAsync(owner, ResultOf(candidacy));
        Assert.Contains(sentence, (await response.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Accept_MakesTheCentreAndItsManager()
    {
        var selectable = await DecidedAsync();
        var candidacy = selectable.Of("KE");
        var institution = selectable.InstitutionOf(candidacy);
        using var owner = await App.SignedInAsync(institution);

        using (var refused = await owner.SubmitAsync($"{ResultOf(candidacy)}/accept", new Dictionary<string, string> { ["Input.CentreName"] = "" }))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains("Write the name of the centre.", string.Join('|', (await refused.DocumentAsync()).Messages()), StringComparison.Ordinal);
        }

        using var response = await owner.SubmitAsync($"{ResultOf(candidacy)}/accept", new Dictionary<string, string> { ["Input.CentreName"] = "Centre numérique d’Élan" });

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var centre = await App.WithDbAsync(db => db.Centres.AsNoTracking().SingleAsync(Cancel));
        Assert.Equal(("centre-numerique-d-elan", CentreState.Accepted, institution.OwnerId), (centre.Slug, centre.State, centre.ManagerId));
        var account = await App.WithDbAsync(db => db.Users.AsNoTracking().SingleAsync(user => user.Id == institution.OwnerId, Cancel));
        Assert.Equal(centre.Id, account.CentreId);
        Assert.True(await App.WithDbAsync(db => db.UserRoles.AnyAsync(entry => entry.UserId == account.Id && entry.RoleId == PortalRole.CentreManager.Id(), Cancel)));
        Assert.NotNull(await App.WithDbAsync(db => db.Seats.Where(seat => seat.Id == centre.SeatId).Select(seat => seat.SpentAt).SingleAsync(Cancel)));
        Assert.Equal(HttpStatusCode.OK, await owner.StatusAsync("/centre/agreement"));
        Assert.Equal(1, await App.WithDbAsync(db => db.Centres.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Post_AcceptTwice_SaysThatItIsAnswered()
    {
        var selectable = await DecidedAsync();
        var candidacy = selectable.Of("KE");
        using var owner = await App.SignedInAsync(selectable.InstitutionOf(candidacy));
        var page = await owner.PageAsync($"{ResultOf(candidacy)}/accept");
        using (await owner.SubmitAsync(page, [new("Input.CentreName", "Centre")]))
        using (var again = await owner.SubmitAsync(page, [new("Input.CentreName", "Centre")]))
        {
            Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
            Assert.Contains("This offer is answered already.", string.Join('|', (await again.DocumentAsync()).Messages()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Post_AcceptAfterTheLimit_SaysSoAndStoresNothing()
    {
        var selectable = await DecidedAsync();
        var candidacy = selectable.Of("KE");
        using var owner = await App.SignedInAsync(selectable.InstitutionOf(candidacy));
        var page = await owner.PageAsync($"{ResultOf(candidacy)}/accept");
        App.Time.Advance(TimeSpan.FromDays(14));

        using var response = await owner.SubmitAsync(page, [new("Input.CentreName", "Centre")]);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("The time to answer this offer has passed.", string.Join('|', (await response.DocumentAsync()).Messages()), StringComparison.Ordinal);
        Assert.Contains("The time to answer this offer has passed.", (await owner.PageAsync(ResultOf(candidacy))).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await App.WithDbAsync(db => db.Centres.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Post_Decline_FreesTheSeatAndProposesTheNextOfTheRegion()
    {
        var selectable = await DecidedAsync();
        var candidacy = selectable.Of("KE");
        using var owner = await App.SignedInAsync(selectable.InstitutionOf(candidacy));

        using (var response = await owner.SubmitAsync($"{ResultOf(candidacy)}/decline", new Dictionary<string, string> { ["Input.Reason"] = "No funds." }))
        {
            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        }

        var succession = await App.WithDbAsync(db => db.SeatSuccessions.AsNoTracking().SingleAsync(Cancel));
        Assert.Equal(selectable.Of("KE", 1).Id, succession.CandidacyId);
        using var chair = await App.SignedInAsync(selectable.Committee.ItuChair);
        using (await App.Queries.GetFrugallyAsync(chair, selectable.Address))
        using (var page = await App.Queries.GetFrugallyAsync(chair, $"{selectable.Address}/successors/{succession.Id}"))
        {
            Assert.Contains("No funds.", (await page.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);
        }

        await App.SignBothAsync(SignedKind.Successor, succession.Id, selectable.Committee);

        var seat = await App.WithDbAsync(db => db.Seats.AsNoTracking().SingleAsync(found => found.Id == succession.SeatId, Cancel));
        Assert.Equal(succession.CandidacyId, seat.CandidacyId);
        Assert.Equal(11, await App.WithDbAsync(db => db.Offers.CountAsync(Cancel)));
        var shown = await chair.PageAsync(selectable.Address);
        Assert.Contains("It had seat 1; the seat went on", shown.GetElementById(candidacy.Reference)!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Came next for seat 1", shown.GetElementById(selectable.Of("KE", 1).Reference)!.TextContent, StringComparison.Ordinal);
        Assert.Contains("w1", shown.GetElementById(selectable.Of("GH", 1).Reference)!.QuerySelector(".place")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("As it was signed:", shown.Body!.TextContent, StringComparison.Ordinal);
        using var next = await App.SignedInAsync(selectable.InstitutionOf(selectable.Of("KE", 1)));
        Assert.Contains("You were chosen", (await next.PageAsync(ResultOf(selectable.Of("KE", 1)))).Body!.TextContent, StringComparison.Ordinal);
        using var other = await App.SignedInAsync(selectable.InstitutionOf(selectable.Of("GH", 1)));
        Assert.Contains("You are in place 1 on the waitlist of Africa.", (await other.PageAsync(ResultOf(selectable.Of("GH", 1)))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accept_ArrivedInTimeAndStoredAfterTheLimit_Counts()
    {
        var selectable = await DecidedAsync();
        var candidacy = selectable.Of("KE");
        var institution = selectable.InstitutionOf(candidacy);
        var owner = await App.WithDbAsync(db => db.Users.SingleAsync(user => user.Id == institution.OwnerId, Cancel));
        App.Time.Advance(TimeSpan.FromDays(14) + TimeSpan.FromSeconds(5));
        await RunAsync();

        await App.WithAsync<OfferService>(service => service.AcceptAsync(
            new AcceptOffer { Actor = TestData.ActorOf(owner, PortalRole.Applicant), Reference = candidacy.Reference, Arrival = PortalApp.Start.AddDays(14).AddTicks(-1) }, Cancel));

        Assert.Equal(1, await App.WithDbAsync(db => db.Centres.CountAsync(Cancel)));
        App.Time.Advance(StoredLate);
        await RunAsync();
        Assert.Equal(9, await App.WithDbAsync(db => db.Offers.CountAsync(offer => offer.SeatFreedAt != null, Cancel)));
    }

    [Fact]
    public async Task RunDueWork_AfterTheLimit_FreesEachSeatOnce()
    {
        var selectable = await DecidedAsync();
        App.Time.Advance(TimeSpan.FromDays(14) + StoredLate);
        await RunAsync();
        await RunAsync();

        Assert.Equal(10, await App.WithDbAsync(db => db.Offers.CountAsync(offer => offer.SeatFreedAt != null, Cancel)));
        Assert.Equal(8, await App.WithDbAsync(db => db.SeatSuccessions.CountAsync(Cancel)));
        Assert.Equal(8, await App.WithDbAsync(db => db.SeatSuccessions.Select(succession => succession.CandidacyId).Distinct().CountAsync(Cancel)));
        Assert.Equal(10, await App.WithDbAsync(db => db.Seats.CountAsync(seat => seat.CandidacyId == null, Cancel)));
    }

    [Fact]
    public async Task Get_SelectionAfterTheLimit_ShowsFreeSeatsAndWhoComesNext()
    {
        var selectable = await DecidedAsync();
        App.Time.Advance(TimeSpan.FromDays(14) + StoredLate);
        await RunAsync();
        using var chair = await App.SignedInAsync(selectable.Committee.ItuChair);

        var page = await chair.PageAsync(selectable.Address);

        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("0 of 10 seats given, 10 declined or lapsed, 8 waitlisted, 2 out", text, StringComparison.Ordinal);
        Assert.Equal(10, page.QuerySelectorAll(".seats .seat.free b").Count(seat => char.IsDigit(seat.TextContent[0])));
        Assert.Empty(page.QuerySelectorAll(".seats a.seat"));
        Assert.All(page.QuerySelectorAll("td.outcome"), cell => Assert.Single(cell.QuerySelectorAll(".tag")));
        var boxes = page.QuerySelectorAll(".notice").Where(box => box.TextContent.Contains("comes next", StringComparison.Ordinal)).ToArray();
        Assert.Equal(8, boxes.Length);
        var numbers = boxes.Select(box => int.Parse(box.QuerySelector("b")!.TextContent.Split(' ')[1], CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(numbers.Order(), numbers);
        Assert.Same(boxes[0], Assert.Single(boxes, box => box.QuerySelector("a.button:not(.secondary)") is not null));
        Assert.Contains($"{selectable.InstitutionOf(selectable.Of("KE", 1)).Name}, Kenya, comes next; both parties sign.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_SelectionAfterASuccession_ShowsWhoHasTheSeatNow()
    {
        var selectable = await DecidedAsync();
        using (var owner = await App.SignedInAsync(selectable.InstitutionOf(selectable.Of("KE"))))
        using (await owner.SubmitAsync($"{ResultOf(selectable.Of("KE"))}/decline"))
        {
        }

        await App.SignBothAsync(SignedKind.Successor, await App.WithDbAsync(db => db.SeatSuccessions.Select(succession => succession.Id).SingleAsync(Cancel)), selectable.Committee);
        using var chair = await App.SignedInAsync(selectable.Committee.ItuChair);

        var page = await chair.PageAsync(selectable.Address);

        Assert.Contains("10 of 10 seats given, 1 declined or lapsed, 7 waitlisted, 2 out", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1", page.QuerySelector($".seats a[href='#{selectable.Of("KE", 1).Reference}'] b")!.TextContent);
        Assert.Equal("Declined", page.QuerySelector($"tr[id='{selectable.Of("KE").Reference}'] td.outcome")!.TextContent.Trim());
        Assert.Equal("Offered", page.QuerySelector($"tr[id='{selectable.Of("KE", 1).Reference}'] td.outcome")!.TextContent.Trim());
    }

    [Theory]
    [InlineData("KE", 0, "Chosen: answer the offer", "Lapsed")]
    [InlineData("KE", 1, "Waitlist", "Waitlist")]
    [InlineData("SD", 0, "Not chosen", "Not chosen")]
    public async Task Get_Candidacy_SaysHowItEnded_OnceBothHaveSigned(string country, int number, string decided, string later)
    {
        var selectable = await App.CreateSelectableAsync();
        var candidacy = selectable.Of(country, number);
        using var owner = await App.SignedInAsync(selectable.InstitutionOf(candidacy));
        await App.ProposeAsync(selectable);
        await AssertStateAsync(owner, candidacy, "Submitted");
        await App.SignBothAsync(SignedKind.Selection, await App.WithDbAsync(db => db.SelectionDecisions.Select(decision => decision.Id).SingleAsync(Cancel)), selectable.Committee);
        await AssertStateAsync(owner, candidacy, decided);
        App.Time.Advance(TimeSpan.FromDays(14));
        await AssertStateAsync(owner, candidacy, later);
    }

    [Fact]
    public async Task Work_NamesWhatAwaits()
    {
        var selectable = await App.CreateSelectableAsync();
        var chair = TestData.ActorOf(selectable.Committee.ItuChair, PortalRole.CoChair);
        Assert.Contains(await WorkAsync(chair), item => item.Address == selectable.Address);
        await App.DecideAsync(selectable);
        Assert.DoesNotContain(await WorkAsync(chair), item => item.Address == selectable.Address);
        var institution = selectable.InstitutionOf(selectable.Of("KE"));
        var owner = await App.WithDbAsync(db => db.Users.SingleAsync(user => user.Id == institution.OwnerId, Cancel));
        var actor = TestData.ActorOf(owner, PortalRole.Applicant) with { InstitutionId = institution.Id };
        var item = Assert.Single(await WorkAsync(actor), found => found.Address == ResultOf(selectable.Of("KE")));
        Assert.Equal(PortalApp.Start.AddDays(14), item.DueAt);
    }

    private async Task AssertStateAsync(HttpClient owner, Candidacy candidacy, string state)
    {
        using var list = await App.Queries.GetFrugallyAsync(owner, "/candidacies");
        Assert.Equal(state, (await list.DocumentAsync()).QuerySelector("tbody .tag")!.TextContent.Trim());
        Assert.Equal(state, (await owner.PageAsync($"/candidacies/{candidacy.Reference}")).QuerySelector(".title-line .tag")!.TextContent.Trim());
    }

    private static string ResultOf(Candidacy candidacy) => $"/candidacies/{candidacy.Reference}/result";

    private async Task<Selectable> DecidedAsync()
    {
        var selectable = await App.CreateSelectableAsync();
        await App.DecideAsync(selectable);
        return selectable;
    }

    private async Task<IReadOnlyList<WorkItem>> WorkAsync(Actor actor)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var source = scope.ServiceProvider.GetServices<IWorkSource>().OfType<SelectionWork>().Single();
        return await source.ForAsync(actor, Cancel);
    }

    private async Task RunAsync()
    {
        await using var scope = App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<IDueWork>().OfType<OfferLapses>().Single().RunAsync(Cancel);
    }
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class OfferTestsOnSqlite(SqliteApp app) : OfferTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class OfferTestsOnMariaDb(MariaDbApp app) : OfferTests(app);
