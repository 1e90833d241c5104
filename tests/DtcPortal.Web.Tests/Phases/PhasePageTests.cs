using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Phases;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Phases;

/// <summary>A phase is written, signed by both, amended and reviewed.</summary>
public abstract class PhasePageTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task Post_NewPhase_WaitsForBoth_AndHasItsSeatsOnceSigned()
    {
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using (var made = await manager.SubmitAsync("/manage/phases/new", Fields(("Input.Name", "Phase 1"), ("Input.StartsOn", "2026-10-01"))))
        {
            Assert.Equal("/manage/phases/phase-1", made.Headers.Location?.ToString());
        }

        var phase = await PhaseAsync();
        Assert.Equal((10, new DateOnly(2028, 9, 30), null), (phase.Cap!.Value, phase.EndsOn, phase.AgreedAt));
        var committee = await App.CommitteeAsync();
        Assert.Contains("Sign Phase 1", await WorkAsync(committee.ItuChair));
        await App.SignBothAsync("/manage/phases/phase-1");

        Assert.Equal(PortalApp.Start, (await PhaseAsync()).AgreedAt);
        Assert.Equal(10, await App.WithDbAsync(db => db.Seats.CountAsync(Cancel)));
        Assert.DoesNotContain("Sign Phase 1", await WorkAsync(committee.ItuChair));
    }

    [Fact]
    public async Task Post_NameMissing_RendersError()
    {
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var answer = await manager.SubmitAsync("/manage/phases/new", Fields(("Input.StartsOn", "2026-10-01")));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains((await answer.DocumentAsync()).Messages(), message => message.Contains("Write a name.", StringComparison.Ordinal));
        Assert.Equal(0, await App.WithDbAsync(db => db.Phases.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Post_FirstPhaseOfAnotherLength_RendersError()
    {
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var answer = await manager.SubmitAsync("/manage/phases/new", Fields(("Input.Name", "Phase 1"), ("Input.StartsOn", "2026-10-01"), ("Input.EndsOn", "2027-10-01")));
        Assert.Contains((await answer.DocumentAsync()).Messages(), message => message.Contains("Phase 1 lasts 24 months", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_BeforeTheMemorandum_RendersError()
    {
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var answer = await manager.SubmitAsync("/manage/phases/new", Fields(("Input.Name", "Phase 1"), ("Input.StartsOn", "1990-01-01")));
        Assert.Contains((await answer.DocumentAsync()).Messages(), message => message.Contains("A phase starts in July 2019 at the earliest", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_ChangeAfterOneSignature_DropsIt()
    {
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Cisco);
        (await manager.SubmitAsync("/manage/phases/new", Fields(("Input.Name", "Phase 1"), ("Input.StartsOn", "2026-10-01")))).Dispose();
        var committee = await App.CommitteeAsync();
        await App.SignAsync(committee.ItuChair, "/manage/phases/phase-1");
        (await manager.SubmitAsync("/manage/phases/phase-1/edit", Fields(("Input.StartsOn", "2026-11-01"), ("Input.EndsOn", "2028-10-31")))).Dispose();

        var sheet = await App.WithDbAsync(db => db.SignOffSheets.Include(found => found.SignOffs).SingleAsync(Cancel));
        Assert.Equal((2, null), (sheet.Number, sheet.StandingOf(Party.Itu)));
        using var chair = await App.SignedInAsync(committee.ItuChair);
        Assert.Contains("1 October 2026", (await chair.PageAsync("/manage/phases/phase-1")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ByCoChair_IsForbidden()
    {
        await App.CreatePhaseAsync();
        using var chair = await App.SignedInAsync(PortalRole.CoChair, Party.Itu);
        Assert.Equal(HttpStatusCode.Forbidden, await chair.StatusAsync("/manage/phases/phase-1/edit"));
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        Assert.Equal(HttpStatusCode.NotFound, await manager.StatusAsync("/manage/phases/phase-9"));
    }

    [Fact]
    public async Task Post_CapBeforeTheReview_RendersError_AfterItBothSign()
    {
        await App.CreatePhaseAsync();
        await App.CreatePhaseAsync(2, cap: null);
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using (var early = await manager.SubmitAsync("/manage/phases/phase-2/amendments", Fields(("Input.Cap", "12"), ("Input.Reason", "More need"))))
        {
            Assert.Contains((await early.DocumentAsync()).Messages(), message => message.Contains("Record the review of the earlier phase", StringComparison.Ordinal));
        }

        Assert.Contains("The cap is not agreed yet.", (await manager.PageAsync("/manage/phases/phase-2")).Body!.TextContent, StringComparison.Ordinal);
        await HasFiguresAsync();
        (await manager.SubmitAsync("/manage/phases/phase-1/review", Fields(("Input.Findings", "Good results.")))).Dispose();
        (await manager.SubmitAsync("/manage/phases/phase-2/amendments", Fields(("Input.Cap", "12"), ("Input.Reason", "More need")))).Dispose();
        await App.SignBothAsync("/manage/phases/phase-2/amendments");

        Assert.Equal(12, await App.WithDbAsync(db => db.Phases.Where(phase => phase.Number == 2).Select(phase => phase.Cap).SingleAsync(Cancel)));
        Assert.Equal(12, await App.WithDbAsync(db => db.Seats.CountAsync(seat => db.Phases.Any(phase => phase.Id == seat.PhaseId && phase.Number == 2), Cancel)));
    }

    [Fact]
    public async Task Post_ReviewWithoutFigures_RendersError()
    {
        await App.CreatePhaseAsync();
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var answer = await manager.SubmitAsync("/manage/phases/phase-1/review", Fields(("Input.Findings", "Good results.")));
        Assert.Contains((await answer.DocumentAsync()).Messages(), message => message.Contains("no approved figures yet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_Withdraw_LeavesNothingToSign()
    {
        await App.CreatePhaseAsync();
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        (await manager.SubmitAsync("/manage/phases/phase-1/amendments", Fields(("Input.EndsOn", "2029-01-31"), ("Input.Reason", "Delays")))).Dispose();
        var committee = await App.CommitteeAsync();
        Assert.Contains("Sign amendment 1 of Phase 1", await WorkAsync(committee.CiscoChair));
        (await manager.SubmitAsync("/manage/phases/phase-1/amendments", null, "form[action*=Withdraw]")).Dispose();
        Assert.Empty(await WorkAsync(committee.CiscoChair));
    }

    [Theory, InlineData("/manage/phases"), InlineData("/manage/phases/phase-1"), InlineData("/manage/phases/phase-1/amendments"), InlineData("/manage/phases/phase-1/needs"), InlineData("/manage/presence")]
    public async Task Get_IsFrugal(string address)
    {
        await App.CreateNeedsAsync(await App.CreatePhaseAsync());
        await App.CreatePresenceAsync(Party.Itu, ["KE", "WS"]);
        using var chair = await App.SignedInAsync(PortalRole.CoChair, Party.Itu);
        using var page = await App.Queries.GetFrugallyAsync(chair, address);
    }

    private static Dictionary<string, string> Fields(params (string Name, string Value)[] fields) => fields.ToDictionary(field => field.Name, field => field.Value);

    private Task<Phase> PhaseAsync() => App.WithDbAsync(db => db.Phases.SingleAsync(Cancel));

    private async Task<IReadOnlyList<string>> WorkAsync(PortalUser user)
    {
        using var client = await App.SignedInAsync(user);
        return [.. (await client.PageAsync("/work")).QuerySelectorAll("main a").Select(link => link.TextContent.Trim()).Where(text => text.StartsWith("Sign ", StringComparison.Ordinal))];
    }

    private async Task HasFiguresAsync()
    {
        var centre = await App.CreateCentreAsync();
        await App.CreateObservationsAsync(centre, TestData.LastPeriod, ("people-basic", 40m, null, []));
    }
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class PhasePageTestsOnSqlite(SqliteApp app) : PhasePageTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class PhasePageTestsOnMariaDb(MariaDbApp app) : PhasePageTests(app);
