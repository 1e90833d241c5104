using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Selection;

/// <summary>What those of a committee see of scores and outcomes, and what is kept from them (product.md 6).</summary>
public abstract class CommitteeSightTests(PortalApp app) : PageTests(app)
{
    [Theory, InlineData("/ranking"), InlineData("/selection"), InlineData("/selection/sign"), InlineData("/selection/what-if"), InlineData("/ranking?handler=Download")]
    public async Task Get_BeforeConflictsAreDeclared_IsForbidden(string page)
    {
        var selectable = await App.CreateSelectableAsync();
        await App.ProposeAsync(selectable);
        await App.WithDbAsync(db => db.CommitteeMembers.ExecuteUpdateAsync(set => set.SetProperty(member => member.DeclaredAt, (DateTimeOffset?)null), Cancel));
        using var client = await App.SignedInAsync(selectable.Committee.Members[1]);

        using var response = await client.GetAsync($"/committee/calls/{selectable.Call.Slug}{page}", Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("Declare your conflicts of interest first", await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WhatIf_BeforeDeliberation_IsForbidden()
    {
        var selectable = await App.CreateSelectableAsync();
        await App.WithDbAsync(db => db.Calls.ExecuteUpdateAsync(set => set.SetProperty(call => call.Stage, CallStage.Scoring), Cancel));
        using var client = await App.SignedInAsync(selectable.Committee.Members[1]);

        Assert.Equal(HttpStatusCode.Forbidden, await client.StatusAsync($"{selectable.Address}/what-if"));
    }

    [Fact]
    public async Task Get_WithAConflict_TellsNeitherOutcomeNorPlace()
    {
        var selectable = await App.CreateSelectableAsync();
        var (member, nepal) = (selectable.Committee.Members[1], selectable.Of("NP"));
        await App.CreateConflictAsync(nepal, member, ConflictState.Upheld);
        await App.ProposeAsync(selectable);
        using var client = await App.SignedInAsync(member);

        var table = await client.PageAsync(selectable.Address);

        // the last row of its region, and no link from its seat
        var row = table.GetElementById(nepal.Reference)!;
        Assert.True(row.NextElementSibling is null || row.NextElementSibling.ClassList.Contains("group"));
        Assert.Null(table.QuerySelector($"a[href='#{nepal.Reference}']"));
        var sign = await client.PageAsync($"{selectable.Address}/sign");
        Assert.DoesNotContain(selectable.InstitutionOf(nepal).Name, sign.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await client.StatusAsync($"{selectable.Address}/sign?handler=DownloadPdf"));
        foreach (var state in new[] { "Rankable", "BelowMinimum" })
        {
            Assert.Contains(selectable.InstitutionOf(nepal).Name, (await client.PageAsync($"/committee/calls/{selectable.Call.Slug}/ranking?state={state}")).Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_AnInstitutionOfOnesCountry_IsHiddenBeforeItIsFlagged()
    {
        var selectable = await App.CreateSelectableAsync();
        var chair = selectable.Committee.ItuChair;
        await App.WithDbAsync(db => db.CommitteeMembers.Where(member => member.UserId == chair.Id).ExecuteUpdateAsync(set => set.SetProperty(member => member.Nationality, "NP"), Cancel));
        using var client = await App.SignedInAsync(chair);

        var page = await client.PageAsync($"/committee/calls/{selectable.Call.Slug}/ranking");

        Assert.DoesNotContain("88.1", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_OfAManagerWhoIsOfTheCommittee_LeavesConflictsOut()
    {
        var selectable = await App.CreateSelectableAsync();
        var (member, nepal) = (selectable.Committee.Members[1], selectable.Of("NP"));
        await App.WithDbAsync(async db =>
        {
            db.UserRoles.Add(new() { UserId = member.Id, RoleId = PortalRole.ProgrammeManager.Id() });
            await db.SaveChangesAsync(Cancel);
        });
        await App.CreateConflictAsync(nepal, member, ConflictState.Upheld);
        using var client = await App.SignedInAsync(member);

        var page = await client.PageAsync($"/manage/calls/{selectable.Call.Slug}/candidacies");

        Assert.DoesNotContain(selectable.InstitutionOf(nepal).Name, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Institute", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alternate_OfACoChairWithAConflict_DoesWhatTheCoChairDid()
    {
        var selectable = await App.CreateSelectableAsync();
        var (chair, alternate) = (selectable.Committee.ItuChair, selectable.Committee.Members[0]);
        var address = $"/manage/calls/{selectable.Call.Slug}/assignments";
        using var standsIn = await App.SignedInAsync(alternate);
        Assert.Equal(HttpStatusCode.NotFound, await standsIn.StatusAsync(address));
        Assert.DoesNotContain("Make the selection", (await standsIn.PageAsync("/work")).Body!.TextContent, StringComparison.Ordinal);

        await App.CreateConflictAsync(selectable.Of("NP"), chair, ConflictState.Upheld);

        Assert.Equal(HttpStatusCode.OK, await standsIn.StatusAsync(address));
        Assert.Contains("Make the selection", (await standsIn.PageAsync("/work")).Body!.TextContent, StringComparison.Ordinal);
        using var replaced = await App.SignedInAsync(chair);
        Assert.Equal(HttpStatusCode.NotFound, await replaced.StatusAsync(address));
        Assert.DoesNotContain("Make the selection", (await replaced.PageAsync("/work")).Body!.TextContent, StringComparison.Ordinal);
    }
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class CommitteeSightTestsOnSqlite(SqliteApp app) : CommitteeSightTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class CommitteeSightTestsOnMariaDb(MariaDbApp app) : CommitteeSightTests(app);
