using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Committee;

/// <summary>/committee, the committee of a call, and conflicts of interest.</summary>
public abstract class CommitteePageTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task Get_OnNoCommittee_SaysSo()
    {
        using var member = await App.SignedInAsync(PortalRole.CommitteeMember, Party.Itu);

        Assert.Contains("You are on no selection committee.", (await member.PageAsync("/committee")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WhileTheCallTakesCandidacies_SaysOpen()
    {
        var call = await App.CreateCallAsync();
        using var chair = await App.SignedInAsync((await App.CommitteeAsync()).ItuChair);

        var page = await chair.PageAsync("/committee");
        Assert.Equal("Open", page.QuerySelector("main h2 .tag")!.TextContent.Trim());
        Assert.Contains("Candidacies are still coming in.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Open", (await chair.PageAsync($"/committee/calls/{call.Slug}")).QuerySelector(".title-line .tag")!.TextContent.Trim());
        App.Time.Set(call.DeadlineEndsAt);
        page = await chair.PageAsync("/committee");
        Assert.Equal("Closed", page.QuerySelector("main h2 .tag")!.TextContent.Trim());
        Assert.Contains("The deadline has passed. Your work starts with screening.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_BeforeDeclaring_ShowsNamesAndNoLinkToACandidacy()
    {
        var (call, candidacies, people) = await ScoringAsync(declared: false);
        using var member = await App.SignedInAsync(people.Members[0]);

        var overview = await member.PageAsync("/committee");
        var page = await member.PageAsync($"/committee/calls/{call.Slug}");

        Assert.NotNull(overview.QuerySelector($"a[href='/committee/calls/{call.Slug}/conflicts']"));
        Assert.Contains(candidacies[0].Reference, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector($"a[href='/committee/{candidacies[0].Reference}']"));
        Assert.Equal(HttpStatusCode.Forbidden, await member.StatusAsync($"/committee/{candidacies[0].Reference}"));
    }

    [Fact]
    public async Task Get_CallOfOthers_IsNotFound()
    {
        var (call, candidacies, _) = await ScoringAsync();
        using var stranger = await App.SignedInAsync(PortalRole.CommitteeMember, Party.Itu);

        foreach (var address in new[] { $"/committee/calls/{call.Slug}", $"/committee/calls/{call.Slug}/conflicts", $"/committee/{candidacies[0].Reference}", $"/committee/{candidacies[0].Reference}/review" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await stranger.StatusAsync(address));
        }
    }

    [Fact]
    public async Task Get_Pages_SendFewQueries()
    {
        var (call, candidacies, people) = await ScoringAsync();
        await App.CreateReviewsAsync(call, candidacies[0]);
        await App.AssignAsync(call, [candidacies[1]], people.Members[0]);
        using var member = await App.SignedInAsync(people.Members[0]);
        using var chair = await App.SignedInAsync(people.ItuChair);

        foreach (var client in new[] { member, chair })
        {
            foreach (var address in new[] { "/committee", $"/committee/calls/{call.Slug}", $"/committee/calls/{call.Slug}/conflicts", $"/committee/{candidacies[0].Reference}" })
            {
                (await App.Queries.GetFrugallyAsync(client, address)).Dispose();
            }
        }

        (await App.Queries.GetFrugallyAsync(member, $"/committee/{candidacies[1].Reference}/review")).Dispose();
        (await App.Queries.GetFrugallyAsync(member, $"/committee/{candidacies[1].Reference}/review/submit")).Dispose();
        (await App.Queries.GetFrugallyAsync(chair, $"/manage/calls/{call.Slug}/assignments")).Dispose();
    }

    [Fact]
    public async Task Post_Declaration_StoresConflictsAndOpensTheCandidacies()
    {
        var (call, candidacies, people) = await ScoringAsync(declared: false);
        using var member = await App.SignedInAsync(people.Members[0]);

        using var response = await member.SubmitAsync($"/committee/calls/{call.Slug}/conflicts", new Dictionary<string, string>
        {
            ["Conflicts"] = candidacies[1].Reference,
            [$"Reasons[{candidacies[1].Reference}]"] = "My sister works there.",
            ["IsComplete"] = "true",
        });

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var conflict = await App.WithDbAsync(db => db.ConflictsOfInterest.SingleAsync(Cancel));
        Assert.Equal((candidacies[1].Id, people.Members[0].Id, "My sister works there.", ConflictState.Undecided), (conflict.CandidacyId, conflict.MemberId, conflict.Reason, conflict.State));
        Assert.Equal(PortalApp.Start, await App.WithDbAsync(db => db.CommitteeMembers.Where(seat => seat.UserId == people.Members[0].Id).Select(seat => seat.DeclaredAt).SingleAsync(Cancel)));
        Assert.Equal(HttpStatusCode.OK, await member.StatusAsync($"/committee/{candidacies[0].Reference}"));
        Assert.Equal(HttpStatusCode.Forbidden, await member.StatusAsync($"/committee/{candidacies[1].Reference}"));
        Assert.Equal(HttpStatusCode.Forbidden, await member.StatusAsync($"/committee/{candidacies[1].Reference}/review"));
    }

    [Fact]
    public async Task Post_DeclarationWithoutAReason_NamesTheInstitutionAndStoresNothing()
    {
        var (call, candidacies, people) = await ScoringAsync(declared: false);
        using var member = await App.SignedInAsync(people.Members[0]);

        using var response = await member.SubmitAsync($"/committee/calls/{call.Slug}/conflicts", new Dictionary<string, string>
        {
            ["Conflicts"] = candidacies[1].Reference,
            ["IsComplete"] = "true",
        });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains((await response.DocumentAsync()).Messages(), message => message.StartsWith("Write what your conflict with", StringComparison.Ordinal));
        Assert.Equal(0, await App.WithDbAsync(db => db.ConflictsOfInterest.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Post_DeclarationNotComplete_AsksForIt()
    {
        var (call, _, people) = await ScoringAsync(declared: false);
        using var member = await App.SignedInAsync(people.Members[0]);

        using var response = await member.SubmitAsync($"/committee/calls/{call.Slug}/conflicts", form: "form:has([name=IsComplete])");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains((await response.DocumentAsync()).Messages(), message => message.Contains("Tick it when your list of conflicts is complete.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_OfTheMembersCountry_IsHiddenBeforeItIsFlagged()
    {
        var (call, candidacies, people) = await ScoringAsync();
        await App.WithDbAsync(db => db.CommitteeMembers.Where(seat => seat.UserId == people.Members[0].Id)
            .ExecuteUpdateAsync(update => update.SetProperty(seat => seat.Nationality, candidacies[0].Country), Cancel));
        using var member = await App.SignedInAsync(people.Members[0]);

        Assert.Equal(HttpStatusCode.Forbidden, await member.StatusAsync($"/committee/{candidacies[0].Reference}"));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Post_Decision_ByTheOtherPartysCoChair_IsStored(bool upheld)
    {
        var (call, candidacies, people) = await ScoringAsync();
        var conflict = await App.CreateConflictAsync(candidacies[0], people.Members[0]);
        using var chair = await App.SignedInAsync(people.CiscoChair);

        using var response = await chair.SubmitAsync($"/committee/calls/{call.Slug}/conflicts", new Dictionary<string, string>
        {
            ["id"] = conflict.Id.ToString(),
            ["decision"] = upheld ? "uphold" : "dismiss",
            ["reason"] = "I know the case.",
        });

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var stored = await App.WithDbAsync(db => db.ConflictsOfInterest.SingleAsync(Cancel));
        Assert.Equal((upheld ? ConflictState.Upheld : ConflictState.Dismissed, "I know the case.", people.CiscoChair.DisplayName), (stored.State, stored.DecisionReason, stored.DecidedByName));
        using var member = await App.SignedInAsync(people.Members[0]);
        Assert.Equal(upheld ? HttpStatusCode.Forbidden : HttpStatusCode.OK, await member.StatusAsync($"/committee/{candidacies[0].Reference}"));
    }

    [Fact]
    public async Task Post_DecisionWithoutAReason_IsRefused()
    {
        var (call, candidacies, people) = await ScoringAsync();
        var conflict = await App.CreateConflictAsync(candidacies[0], people.Members[0]);
        using var chair = await App.SignedInAsync(people.CiscoChair);

        using var response = await chair.SubmitAsync($"/committee/calls/{call.Slug}/conflicts", new Dictionary<string, string> { ["id"] = conflict.Id.ToString(), ["decision"] = "uphold", ["reason"] = " " });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Write a reason.", (await response.DocumentAsync()).Messages());
        Assert.Equal(ConflictState.Undecided, await App.WithDbAsync(db => db.ConflictsOfInterest.Select(one => one.State).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Get_Conflicts_ByTheOwnPartysCoChair_OffersNoDecision()
    {
        var (call, candidacies, people) = await ScoringAsync();
        await App.CreateConflictAsync(candidacies[0], people.Members[0]);
        using var chair = await App.SignedInAsync(people.ItuChair);

        Assert.Null((await chair.PageAsync($"/committee/calls/{call.Slug}/conflicts")).QuerySelector("[name=decision]"));
    }

    [Fact]
    public async Task Get_Conflicts_WhenTheCoChairHasOneUpheld_TheAlternateDecides()
    {
        var (call, candidacies, people) = await ScoringAsync();
        await App.CreateConflictAsync(candidacies[1], people.CiscoChair, ConflictState.Upheld);
        await App.CreateConflictAsync(candidacies[0], people.Members[0]);
        using var chair = await App.SignedInAsync(people.CiscoChair);
        using var alternate = await App.SignedInAsync(people.Members[2]);

        Assert.Null((await chair.PageAsync($"/committee/calls/{call.Slug}/conflicts")).QuerySelector("[name=decision]"));
        Assert.NotNull((await alternate.PageAsync($"/committee/calls/{call.Slug}/conflicts")).QuerySelector("[name=decision]"));
    }

    [Fact]
    public async Task Get_InFrench_SpeaksFrench()
    {
        var (call, _, people) = await ScoringAsync(declared: false);
        using var member = await App.SignedInAsync(people.Members[0]);
        member.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");

        Assert.Contains("J’ai déclaré tous les conflits dont j’ai connaissance", (await member.PageAsync($"/committee/calls/{call.Slug}/conflicts")).Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<(Call Call, IReadOnlyList<Candidacy> Candidacies, CallCommittee People)> ScoringAsync(bool declared = true)
    {
        var call = await App.CreateCallAsync(state: CallState.Scoring);
        var candidacies = await App.CreateEligibleAsync(call, 2, "KE", "GH");
        if (declared)
        {
            await App.DeclareAllAsync(call);
        }

        return (call, candidacies, await App.CommitteeAsync());
    }
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class CommitteePageTestsOnSqlite(SqliteApp app) : CommitteePageTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class CommitteePageTestsOnMariaDb(MariaDbApp app) : CommitteePageTests(app);
