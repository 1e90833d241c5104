using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Committee;

/// <summary>/manage/calls/{slug}/assignments.</summary>
public abstract class AssignmentPageTests(PortalApp app) : PageTests(app)
{
    private string Address => $"/manage/calls/{Call.Slug}/assignments";

    private Call Call { get; set; } = null!;

    private IReadOnlyList<Candidacy> Candidacies { get; set; } = [];

    private CallCommittee People { get; set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Call = await App.CreateCallAsync(state: CallState.Screening);
        Candidacies = await App.CreateEligibleAsync(Call, 4, "KE", "GH");
        People = await App.CommitteeAsync();
    }

    [Fact]
    public async Task Get_UnknownCall_IsNotFound()
    {
        using var manager = await ManagerAsync();

        Assert.Equal(HttpStatusCode.NotFound, await manager.StatusAsync("/manage/calls/nothing/assignments"));
    }

    [Fact]
    public async Task Get_CoChairOfAnotherCall_IsNotFound()
    {
        using var chair = await App.SignedInAsync(PortalRole.CoChair, Party.Itu);

        Assert.Equal(HttpStatusCode.NotFound, await chair.StatusAsync(Address));
    }

    [Fact]
    public async Task Get_BeforeConflictsAreDeclared_NamesWhoIsMissing()
    {
        using var manager = await ManagerAsync();

        var page = await manager.PageAsync(Address);

        Assert.Contains("member1, member2, member3, member4", page.QuerySelector("#plan .notice")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action='?handler=Assign']"));
    }

    [Fact]
    public async Task Post_Plan_AssignsWhatWasPreviewed_AndIsUndone()
    {
        await App.DeclareAllAsync(Call);
        using var manager = await ManagerAsync();
        var preview = await manager.PageAsync($"{Address}?k=3&seed=42");
        Assert.Equal(4, preview.QuerySelectorAll("#plan tbody tr").Length);

        using (var response = await manager.SubmitAsync(preview, form: "form[action='?handler=Assign']"))
        {
            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        }

        Assert.Equal(12, await App.WithDbAsync(db => db.ReviewAssignments.CountAsync(row => row.RemovedAt == null, Cancel)));
        Assert.Equal(42, await App.WithDbAsync(db => db.AssignmentBatches.Select(batch => batch.Seed).SingleAsync(Cancel)));

        using (var response = await manager.SubmitAsync(Address, form: "form[action='?handler=Undo']"))
        {
            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        }

        Assert.Equal(0, await App.WithDbAsync(db => db.ReviewAssignments.CountAsync(row => row.RemovedAt == null, Cancel)));
    }

    [Fact]
    public async Task Get_WhenConflictsBlock_NamesTheRuleTheCandidacyAndTheMembers()
    {
        await App.DeclareAllAsync(Call);
        await App.CreateConflictAsync(Candidacies[1], People.Members[0]);
        await App.CreateConflictAsync(Candidacies[1], People.Members[1]);
        using var manager = await ManagerAsync();

        var page = await manager.PageAsync(Address);

        var plan = page.QuerySelector("#plan")!.TextContent;
        Assert.Contains("Blocked by the rule: 3 reviews for each candidacy", plan, StringComparison.Ordinal);
        Assert.Contains(Candidacies[1].Reference, plan, StringComparison.Ordinal);
        Assert.Contains("conflict of member1, member2", plan, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action='?handler=Assign']"));
    }

    [Fact]
    public async Task Post_AnotherNumberThanTheRules_GoesToBothParties()
    {
        await App.DeclareAllAsync(Call);
        using var manager = await ManagerAsync();

        using var response = await manager.SubmitAsync(await manager.PageAsync($"{Address}?k=2"), form: "form[action='?handler=Assign']");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(0, await App.WithDbAsync(db => db.ReviewAssignments.CountAsync(Cancel)));
        using var chair = await App.SignedInAsync(People.ItuChair);
        Assert.NotNull((await chair.PageAsync($"/committee/calls/{Call.Slug}")).QuerySelector("[name=read]"));
        Assert.Contains("A plan waits for both parties.", (await manager.PageAsync(Address)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ByHand_AddsAndTakesBack()
    {
        await App.DeclareAllAsync(Call);
        using var manager = await ManagerAsync();

        using (var added = await manager.SubmitAsync(Address, new Dictionary<string, string> { ["reference"] = Candidacies[0].Reference, ["member"] = People.Members[0].Id.ToString() }))
        {
            Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        }

        Assert.Contains("one party only", (await manager.PageAsync(Address)).Body!.TextContent, StringComparison.Ordinal);
        using (var removed = await manager.SubmitAsync(Address, form: "form[action='?handler=Remove']"))
        {
            Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        }

        Assert.NotNull(await App.WithDbAsync(db => db.ReviewAssignments.Select(row => row.RemovedAt).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Post_ByHandWithAConflict_SaysSoAtTheReviewer()
    {
        await App.DeclareAllAsync(Call);
        await App.CreateConflictAsync(Candidacies[0], People.Members[0]);
        using var manager = await ManagerAsync();

        using var response = await manager.SubmitAsync(Address, new Dictionary<string, string> { ["reference"] = Candidacies[0].Reference, ["member"] = People.Members[0].Id.ToString() });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await response.DocumentAsync();
        Assert.Contains(page.Messages(), message => message.Contains("member1 has a conflict of interest", StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector(page.QuerySelector(".error-summary a")!.GetAttribute("href")!));
    }

    private Task<HttpClient> ManagerAsync() => App.SignedInAsync(PortalRole.ProgrammeManager, Party.Cisco);
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class AssignmentPageTestsOnSqlite(SqliteApp app) : AssignmentPageTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class AssignmentPageTestsOnMariaDb(MariaDbApp app) : AssignmentPageTests(app);
