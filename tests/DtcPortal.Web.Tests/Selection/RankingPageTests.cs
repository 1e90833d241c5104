using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Selection;

/// <summary>The ranking of a call.</summary>
public abstract class RankingPageTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task Get_OfACallOfOthers_IsNotFound()
    {
        var selectable = await App.CreateSelectableAsync();
        using var other = await App.SignedInAsync(PortalRole.CoChair, Party.Cisco);
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync(AddressOf(selectable)));
    }

    [Fact]
    public async Task Get_Ranking_SortsFiltersAndAsksFewQueries()
    {
        var selectable = await App.CreateSelectableAsync();
        using var chair = await App.SignedInAsync(selectable.Committee.ItuChair);
        using var response = await App.Queries.GetFrugallyAsync(chair, AddressOf(selectable));
        var page = await response.DocumentAsync();
        Assert.Equal(20, page.QuerySelectorAll("table.ranking tbody tr").Length);
        Assert.Contains(selectable.InstitutionOf(selectable.Of("KE")).Name, page.QuerySelector("table.ranking tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("84.0", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("10= 10=", string.Concat(page.QuerySelectorAll("td.rank").Select(cell => cell.TextContent.Trim() + " ")), StringComparison.Ordinal);
        Assert.Equal(2, (await chair.PageAsync($"{AddressOf(selectable)}?state=belowminimum")).QuerySelectorAll("table.ranking tbody tr").Length);
        Assert.Equal(6, (await chair.PageAsync($"{AddressOf(selectable)}?region=AFR&sort=-apart")).QuerySelectorAll("table.ranking tbody tr").Length);
        using var file = await chair.GetAsync($"{AddressOf(selectable)}?handler=Download&format=csv&region=AFR", Cancel);
        Assert.Equal(7, (await file.Content.ReadAsStringAsync(Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Get_WithAMissingReview_NamesWhoOwesIt()
    {
        var selectable = await App.CreateSelectableAsync();
        var member = selectable.Committee.Members[1];
        await AssignAsync(selectable, selectable.Of("NP").Id, member);
        await App.WithDbAsync(db => db.Calls.ExecuteUpdateAsync(set => set.SetProperty(call => call.Stage, Domain.Calls.CallStage.Scoring), Cancel));
        await App.WithDbAsync(db => db.Candidacies.Where(candidacy => candidacy.Country == "NP").ExecuteUpdateAsync(set => set.SetProperty(candidacy => candidacy.ReviewsSubmitted, 2), Cancel));
        using var chair = await App.SignedInAsync(selectable.Committee.ItuChair);
        Assert.Contains($"Missing: {member.DisplayName} (ITU)", (await chair.PageAsync(AddressOf(selectable))).Body!.TextContent, StringComparison.Ordinal);
        using var reviewer = await App.SignedInAsync(member);
        Assert.Contains("Submit your own review first", (await reviewer.PageAsync(AddressOf(selectable))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WithAConflict_HidesTheScores()
    {
        var selectable = await App.CreateSelectableAsync();
        var (member, nepal) = (selectable.Committee.Members[1], selectable.Of("NP"));
        await App.StoreAsync(new ConflictOfInterest(selectable.Call.Id, nepal.Id, member.Id, Party.Itu, member.DisplayName, "Worked there.", isFlagged: false, App.Time.Now));
        using var client = await App.SignedInAsync(member);
        var page = await client.PageAsync(AddressOf(selectable));
        Assert.Contains("You have a conflict of interest here", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("88.1", page.Body!.TextContent, StringComparison.Ordinal);
        await App.ProposeAsync(selectable);
        Assert.DoesNotContain("88.1", (await client.PageAsync(selectable.Address)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Calibration_IsForCoChairs()
    {
        var selectable = await App.CreateSelectableAsync();
        foreach (var (country, itu, cisco) in new[] { ("NP", 3, 4), ("KE", 4, 5), ("JO", 2, 3) })
        {
            await ReviewAsync(selectable, selectable.Of(country).Id, selectable.Committee.Members[1], itu);
            await ReviewAsync(selectable, selectable.Of(country).Id, selectable.Committee.Members[3], cisco);
        }

        using var member = await App.SignedInAsync(selectable.Committee.Members[1]);
        Assert.Equal(HttpStatusCode.Forbidden, await member.StatusAsync($"{AddressOf(selectable)}/calibration"));
        using var chair = await App.SignedInAsync(selectable.Committee.ItuChair);
        using var response = await App.Queries.GetFrugallyAsync(chair, $"{AddressOf(selectable)}/calibration");
        var text = (await response.DocumentAsync()).Body!.TextContent;
        Assert.Contains("−20.0", text, StringComparison.Ordinal);
        Assert.Contains("+20.0", text, StringComparison.Ordinal);
    }

    private static string AddressOf(Selectable selectable) => $"/committee/calls/{selectable.Call.Slug}/ranking";

    private async Task<ReviewAssignment> AssignAsync(Selectable selectable, Guid candidacy, PortalUser member)
    {
        var batch = new AssignmentBatch(selectable.Call.Id, 3, 1, "Chair", App.Time.Now);
        var assignment = new ReviewAssignment(batch.Id, selectable.Call.Id, candidacy, member.Id, member.Party!.Value, 1, App.Time.Now);
        await App.StoreAsync(batch, assignment);
        return assignment;
    }

    private async Task ReviewAsync(Selectable selectable, Guid candidacy, PortalUser member, int score)
    {
        var assignment = await AssignAsync(selectable, candidacy, member);
        var review = new Review(assignment.Id, selectable.Call.Id, candidacy, member.Id, member.Party!.Value, selectable.Call.Criteria.Select(criterion => criterion.Code), App.Time.Now);
        foreach (var criterion in selectable.Call.Criteria)
        {
            review.Score(criterion.Code, score, "Because.", App.Time.Now);
        }

        review.Submit([.. selectable.Call.Criteria.Select(criterion => new WeightedCriterion(criterion.Code, criterion.Weight))], App.Time.Now);
        await App.StoreAsync(review);
    }
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class RankingPageTestsOnSqlite(SqliteApp app) : RankingPageTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class RankingPageTestsOnMariaDb(MariaDbApp app) : RankingPageTests(app);
