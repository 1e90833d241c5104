using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Phases;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Phases;

/// <summary>Needs by region and presence are written by managers and signed by both.</summary>
public abstract class NeedsAndPresencePageTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task Post_Needs_StartFrom2019_AndAreSignedByBoth()
    {
        await App.CreatePhaseAsync();
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using (var saved = await manager.SubmitAsync("/manage/phases/phase-1/needs?from=2019", [new("Input.Rows[5].Value", "17,5")]))
        {
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        }

        var needs = await App.WithDbAsync(db => db.NeedsAssessments.Include(found => found.Needs).SingleAsync(Cancel));
        Assert.Equal((2019, 71.8m, 17.5m), (needs.Year, needs.Needs.Single(need => need.Region == Region.Africa).Value, needs.Needs.Single(need => need.Region == Region.Europe).Value));
        await App.SignBothAsync("/manage/phases/phase-1/needs");
        Assert.NotNull(await App.WithDbAsync(db => db.NeedsAssessments.Select(found => found.AgreedAt).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Post_NeedsSavedUnchangedAfterBoth_StandAsSigned()
    {
        await App.CreatePhaseAsync();
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        (await manager.SubmitAsync("/manage/phases/phase-1/needs?from=2019", [])).Dispose();
        await App.SignBothAsync("/manage/phases/phase-1/needs");
        var agreedAt = await App.WithDbAsync(db => db.NeedsAssessments.Select(found => found.AgreedAt).SingleAsync(Cancel));
        (await manager.SubmitAsync("/manage/phases/phase-1/needs", [])).Dispose();

        Assert.Equal(agreedAt, await App.WithDbAsync(db => db.NeedsAssessments.Select(found => found.AgreedAt).SingleAsync(Cancel)));
        Assert.Equal(1, await App.WithDbAsync(db => db.SignOffSheets.Where(sheet => sheet.Kind == SignedKind.Needs).Select(sheet => sheet.Number).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Post_NeedsChangedAfterBoth_DropsBoth()
    {
        await App.CreatePhaseAsync();
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        (await manager.SubmitAsync("/manage/phases/phase-1/needs?from=2019", [])).Dispose();
        await App.SignBothAsync("/manage/phases/phase-1/needs");
        (await manager.SubmitAsync("/manage/phases/phase-1/needs", [new("Input.Rows[0].Value", "72")])).Dispose();

        Assert.Null(await App.WithDbAsync(db => db.NeedsAssessments.Select(found => found.AgreedAt).SingleAsync(Cancel)));
        Assert.Equal(2, await App.WithDbAsync(db => db.SignOffSheets.Where(sheet => sheet.Kind == SignedKind.Needs).Select(sheet => sheet.Number).SingleAsync(Cancel)));
    }

    [Theory, InlineData("Input.Source", "", "Write where the figures come from."), InlineData("Input.Year", "19", "Write the year with four digits."), InlineData("Input.Rows[1].Value", "-1", "A need is 0 or more.")]
    public async Task Post_NeedsWrong_RendersError(string field, string value, string message)
    {
        await App.CreatePhaseAsync();
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var answer = await manager.SubmitAsync("/manage/phases/phase-1/needs?from=2019", [new(field, value)]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains((await answer.DocumentAsync()).Messages(), shown => shown.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Save_NeedsOnceReviewsAreOpen_IsRefused()
    {
        var call = await App.CreateCallAsync(state: CallState.Scoring);
        var actor = TestData.PartyManager(Party.Itu);
        var phase = await App.WithDbAsync(db => db.Phases.Where(found => found.Id == call.PhaseId).Select(found => found.Slug).SingleAsync(Cancel));
        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => App.WithAsync<NeedsService>(service => service.SaveAsync(NeedsService.Of2019(actor, phase), Cancel)));
        Assert.Equal("Reviews are open: the needs can no longer change.", broken.Message);
    }

    [Fact]
    public async Task Post_Presence_IsSignedByBoth_AndTheNextCountsLater()
    {
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Cisco);
        string? address;
        using (var made = await manager.SubmitAsync("/manage/presence/new?party=Cisco", [new("Input.InForceFrom", "2026-09-01"), new("Input.Countries", "KE"), new("Input.Countries", "GH")]))
        {
            address = made.Headers.Location?.ToString();
        }

        Assert.StartsWith("/manage/presence/", address, StringComparison.Ordinal);
        await App.SignBothAsync(address!);
        var list = await App.WithDbAsync(db => db.PresenceLists.SingleAsync(Cancel));
        Assert.Equal(["GH", "KE"], list.Countries);
        Assert.NotNull(list.AgreedAt);

        using var early = await manager.SubmitAsync("/manage/presence/new?party=Cisco", [new("Input.InForceFrom", "2026-09-01"), new("Input.Countries", "XX")]);
        var told = await early.DocumentAsync();
        Assert.Contains(told.Messages(), message => message.Contains("from a later day", StringComparison.Ordinal));
        Assert.Contains(told.Messages(), message => message.Contains("Choose countries of the list only.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Presence_ThatAwaitsTheOther_IsTold_InTheReadersLanguage()
    {
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var made = await manager.SubmitAsync("/manage/presence/new?party=Itu", [new("Input.InForceFrom", "2026-09-01"), new("Input.Countries", "KE")]);
        await App.SignAsync(await App.CreateUserAsync(PortalRole.CoChair, Party.Itu), made.Headers.Location!.ToString());
        using var chair = await App.SignedInAsync(PortalRole.CoChair, Party.Cisco);
        chair.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");

        var work = (await chair.PageAsync("/work")).QuerySelector("main")!.TextContent;

        Assert.Contains("Signer la représentation\u00a0: UIT", work, StringComparison.Ordinal);
        Assert.Contains("Version 1, l’UIT a signé", work, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SecondOpenList_RendersError()
    {
        await App.CreatePresenceAsync(Party.Itu, ["KE"], agreed: false);
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var answer = await manager.SubmitAsync("/manage/presence/new?party=Itu", [new("Input.InForceFrom", "2026-10-01")]);
        Assert.Contains("A list of this party waits for signatures. Change that one.", (await answer.DocumentAsync()).Messages());
    }

    [Fact]
    public async Task InForce_IsTheLatestThatBothSignedByTheDeadline()
    {
        var call = await App.CreateCallAsync();
        var first = await App.CreatePresenceAsync(Party.Itu, ["KE"]);
        App.Time.Advance(TimeSpan.FromDays(60));
        await App.CreatePresenceAsync(Party.Itu, ["GH"]);
        var found = await App.WithAsync<PresenceQueries, IReadOnlyDictionary<Party, PresenceRow>>(queries => queries.InForceAtAsync(call.Deadline, Cancel));
        Assert.Equal(first.Id, Assert.Single(found).Value.Id);
    }
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class NeedsAndPresencePageTestsOnSqlite(SqliteApp app) : NeedsAndPresencePageTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class NeedsAndPresencePageTestsOnMariaDb(MariaDbApp app) : NeedsAndPresencePageTests(app);
