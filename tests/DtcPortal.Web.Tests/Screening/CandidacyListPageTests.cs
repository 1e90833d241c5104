using System.Net;
using System.Text;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Screening;

/// <summary>The managers' list of candidacies, and what they enter for those who cannot use the portal.</summary>
public abstract class CandidacyListPageTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task Get_ListsAllStates_InFewQueries()
    {
        var call = await App.CreateCallAsync(state: CallState.Screening);
        var submitted = await App.CreateCandidacyAsync(call);
        var draft = await App.CreateCandidacyAsync(call, CandidacyState.Draft, "SN");
        using var manager = await ManagerAsync();
        using var response = await App.Queries.GetFrugallyAsync(manager, AddressOf(call), atMost: 3);
        var page = await response.DocumentAsync();
        Assert.Contains("2 candidacies", page.Body!.TextContent, StringComparison.Ordinal);
        var rows = page.QuerySelectorAll("tbody tr");
        Assert.Contains(submitted.Reference, rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Kenya", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Africa", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains(draft.Reference, rows[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Not submitted", rows[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Filtered_FindsByNameWithoutMarks_Country_Region_AndState()
    {
        var call = await App.CreateCallAsync(state: CallState.Screening);
        var named = await App.CreateCandidacyAsync(call, institution: await App.CreateInstitutionAsync("SN", "École de Thiès"));
        var asian = await App.CreateCandidacyAsync(call, country: "NP");
        var draft = await App.CreateCandidacyAsync(call, CandidacyState.Draft, "TD");
        using var manager = await ManagerAsync();
        Assert.Equal([named.Reference], await ReferencesAsync(manager, $"{AddressOf(call)}?q=%C3%89cole"));
        Assert.Equal([asian.Reference], await ReferencesAsync(manager, $"{AddressOf(call)}?q=nepal"));
        Assert.Equal([asian.Reference], await ReferencesAsync(manager, $"{AddressOf(call)}?q={asian.Reference.ToLowerInvariant()}"));
        Assert.Equal([asian.Reference], await ReferencesAsync(manager, $"{AddressOf(call)}?region=AsiaPacific"));
        Assert.Equal([draft.Reference], await ReferencesAsync(manager, $"{AddressOf(call)}?state=Draft"));
        Assert.Equal([draft.Reference, asian.Reference, named.Reference], await ReferencesAsync(manager, $"{AddressOf(call)}?sort=-reference"));
        Assert.Equal(3, (await ReferencesAsync(manager, $"{AddressOf(call)}?state=Nonsense&p=99&size=7")).Count);
    }

    [Fact]
    public async Task Get_FromTheBareAddress_FindsTheChoiceAgain_UntilAllIsAsked()
    {
        var call = await App.CreateCallAsync(state: CallState.Screening);
        using var manager = await ManagerAsync();
        await manager.PageAsync($"{AddressOf(call)}?region=Africa&sort=-score");
        using var back = await manager.GetAsync(AddressOf(call), Cancel);
        Assert.Equal($"{AddressOf(call)}?region=Africa&sort=-score", back.Headers.Location!.OriginalString);
        using var all = await manager.GetAsync($"{AddressOf(call)}?all=1", Cancel);
        Assert.Equal(AddressOf(call), all.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, await manager.StatusAsync(AddressOf(call)));
    }

    [Fact]
    public async Task Get_Empty_SaysWhatComesNext()
    {
        var call = await App.CreateCallAsync();
        using var manager = await ManagerAsync();
        Assert.Contains("There is no candidacy yet.", (await manager.PageAsync(AddressOf(call))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ByCoChairWithConflict_LeavesTheCandidacyOut()
    {
        var call = await App.CreateCallAsync(state: CallState.Screening);
        var candidacy = await App.CreateCandidacyAsync(call);
        var chair = (await App.CommitteeAsync()).ItuChair;
        await App.StoreAsync(new ConflictOfInterest(call.Id, candidacy.Id, chair.Id, Party.Itu, chair.DisplayName, "My sister runs it.", isFlagged: false, PortalApp.Start));
        using var client = await App.SignedInAsync(chair);
        Assert.Empty(await ReferencesAsync(client, AddressOf(call)));
        using var export = await client.GetAsync($"{AddressOf(call)}?handler=Export&format=csv", Cancel);
        Assert.DoesNotContain(candidacy.Reference, await export.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var stranger = await App.SignedInAsync(PortalRole.CoChair, Party.Cisco);
        Assert.Equal(HttpStatusCode.NotFound, await stranger.StatusAsync(AddressOf(call)));
    }

    [Fact]
    public async Task Export_GivesAllRowsThatTheFilterLeaves_WithoutFormulas()
    {
        var call = await App.CreateCallAsync(state: CallState.Screening);
        await App.CreateCandidacyAsync(call, institution: await App.CreateInstitutionAsync("KE", "=1+1 Institute"));
        await App.CreateCandidacyAsync(call, country: "NP");
        using var manager = await ManagerAsync();
        using var csv = await manager.GetAsync($"{AddressOf(call)}?region=Africa&handler=Export&format=csv", Cancel);
        Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
        var lines = Encoding.UTF8.GetString(await csv.Content.ReadAsByteArrayAsync(Cancel)).Trim().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Contains("'=1+1 Institute", lines[1], StringComparison.Ordinal);
        using var xlsx = await manager.GetAsync($"{AddressOf(call)}?handler=Export&format=xlsx", Cancel);
        Assert.Equal("PK"u8.ToArray(), (await xlsx.Content.ReadAsByteArrayAsync(Cancel))[..2]);
    }

    [Fact]
    public async Task Enter_ByPaper_IsSubmittedAtItsArrival()
    {
        var call = await App.CreateCallAsync();
        using var manager = await ManagerAsync();
        using var response = await EnterAsync(manager, call);
        Assert.Equal(AddressOf(call), response.Headers.Location!.OriginalString);
        var candidacy = await App.WithDbAsync(db => db.Candidacies.Include(c => c.Sections).SingleAsync(Cancel));
        Assert.Equal(CandidacyState.Submitted, candidacy.State);
        Assert.Equal("Paper", candidacy.CameBy);
        // 9:30 in Nairobi
        Assert.Equal(new DateTimeOffset(2026, 9, 14, 6, 30, 0, TimeSpan.Zero), candidacy.SubmittedAt);
        Assert.Equal("true", candidacy.Sections.Single(section => section.Code == "institution").Answers["nonProfit"]);
        Assert.Equal("scan.pdf", (await App.WithDbAsync(db => db.EvidenceDocuments.SingleAsync(Cancel))).FileName);
        var institution = await App.WithDbAsync(db => db.Institutions.Include(i => i.Members).SingleAsync(Cancel));
        Assert.Equal("village school", institution.NameKey);
        Assert.Empty(institution.Members);
    }

    [Theory]
    [InlineData("Input.ArrivedOn", "2026-08-01", "It came before the call opened.")]
    [InlineData("Input.ArrivedOn", "2026-09-16", "It cannot have arrived in the future.")]
    [InlineData("Input.ArrivedOn", "", "Say on which day it arrived.")]
    [InlineData("Input.Country", "", "Choose the country where the training will take place.")]
    [InlineData("Input.InstitutionName", "", "Write the institution's name.")]
    [InlineData("Input.CameBy", "", "Say how it came.")]
    public async Task Enter_WithWhatIsWrong_IsRefusedAtTheField(string field, string value, string message)
    {
        var call = await App.CreateCallAsync();
        using var manager = await ManagerAsync();
        using var response = await EnterAsync(manager, call, (field, value));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains((await response.DocumentAsync()).Messages(), shown => shown.EndsWith(message, StringComparison.Ordinal));
        Assert.Equal(0, await App.WithDbAsync(db => db.Candidacies.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Enter_AfterTheDeadline_IsTakenOnlyIfItArrivedBefore()
    {
        var call = await App.CreateCallAsync(state: CallState.Closed);
        using var manager = await ManagerAsync();
        using var late = await EnterAsync(manager, call, ("Input.ArrivedOn", "2026-09-14"));
        Assert.Contains((await late.DocumentAsync()).Messages(), shown => shown.EndsWith("It came after the deadline and cannot be taken.", StringComparison.Ordinal));
        using var inTime = await EnterAsync(manager, call, ("Input.ArrivedOn", "2026-09-10"));
        Assert.Equal(HttpStatusCode.Redirect, inTime.StatusCode);
    }

    [Fact]
    public async Task Enter_OfAKnownInstitution_OffersIt()
    {
        var call = await App.CreateCallAsync();
        var known = await App.CreateInstitutionAsync("KE", "Village School");
        using var manager = await ManagerAsync();
        using var offered = await EnterAsync(manager, call);
        Assert.Equal(HttpStatusCode.BadRequest, offered.StatusCode);
        var page = await offered.DocumentAsync();
        Assert.NotNull(page.QuerySelector($"input[name='Input.Same'][value='{known.Id}']"));
        using var response = await manager.SubmitAsync(page, [.. Typed(), new("Input.Same", known.Id.ToString())], "form.form-width", Scan());
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(known.Id, (await App.WithDbAsync(db => db.Candidacies.SingleAsync(Cancel))).InstitutionId);
    }

    private static string AddressOf(Call call) => $"/manage/calls/{call.Slug}/candidacies";

    private static TestFile Scan() => new("Input.Scan", "scan.pdf", TestData.SamplePdf("scan"), "application/pdf");

    private static Dictionary<string, string> Typed() => new()
    {
        ["Input.Country"] = "KE", ["Input.InstitutionName"] = "Village School", ["Input.City"] = "Kisumu", ["Input.Kind"] = "CommunityTrainingCentre",
        ["Input.CameBy"] = "Paper", ["Input.ArrivedOn"] = "2026-09-14", ["Input.ArrivedTime"] = "09:30", ["Input.Facts[institution/nonProfit]"] = "true",
    };

    private static Task<HttpResponseMessage> EnterAsync(HttpClient manager, Call call, params (string Name, string Value)[] changes)
    {
        var typed = Typed();
        foreach (var (name, value) in changes)
        {
            typed[name] = value;
        }

        return manager.SubmitAsync($"{AddressOf(call)}/enter", typed, "form.form-width", Scan());
    }

    private static async Task<IReadOnlyList<string>> ReferencesAsync(HttpClient client, string address) =>
        [.. (await client.PageAsync(address)).QuerySelectorAll("tbody tr td:nth-child(2)").Select(cell => cell.TextContent)];

    private Task<HttpClient> ManagerAsync() => App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class CandidacyListPageTestsOnSqlite(SqliteApp app) : CandidacyListPageTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class CandidacyListPageTestsOnMariaDb(MariaDbApp app) : CandidacyListPageTests(app);
