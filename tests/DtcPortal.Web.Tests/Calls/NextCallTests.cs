using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Calls;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Selection;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Calls;

/// <summary>A phase has one call at a time, and another once the earlier one is archived (rules.md 2).</summary>
public abstract class NextCallTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task Create_WhileACallOfThePhaseRuns_IsRefused()
    {
        var phase = await App.CreatePhaseAsync();
        await App.CreateCallAsync(phase);
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        Assert.Contains("Every phase has its call.", (await manager.PageAsync("/manage/calls/new")).Body!.TextContent, StringComparison.Ordinal);
        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => CreateAsync(phase.Slug));
        Assert.Equal(("This phase has a call already, and one at a time. Archive that one first.", "Phase"), (broken.Message, broken.Field));
        await Assert.ThrowsAsync<DbUpdateException>(() => App.CreateCallAsync(phase, slug: "beside"));
    }

    [Fact]
    public async Task Post_Archive_WhileAnOfferWaits_IsRefused_AndNotOnceAllAreSettled()
    {
        var selectable = await App.CreateSelectableAsync(candidacies: [("KE", 90m), ("NP", 80m)]);
        await App.DecideAsync(selectable);
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        var address = $"/manage/calls/{selectable.Call.Slug}/next/archive";
        using (var refused = await manager.SubmitAsync(address))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains("Archive the call once all seats are settled.", string.Join('|', (await refused.DocumentAsync()).Messages()), StringComparison.Ordinal);
        }

        await AnswerAsync(selectable);
        (await manager.SubmitAsync(address)).Dispose();
        Assert.Equal((CallStage.Archived, null), await App.WithDbAsync(db => db.Calls.Select(call => ValueTuple.Create(call.Stage, call.RunningPhaseId)).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Create_AfterTheEarlierIsArchived_MakesAnotherBesideIt()
    {
        var phase = await App.CreatePhaseAsync();
        await App.CreateCallAsync(phase, CallState.Archived, phase.Slug);
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        Assert.NotNull((await manager.PageAsync($"/manage/phases/{phase.Slug}")).QuerySelector($"a[href='/manage/calls/new?phase={phase.Slug}']"));
        Assert.NotNull((await manager.PageAsync("/manage/calls/new")).QuerySelector($"option[value='{phase.Slug}']"));

        Assert.Equal("phase-1-2", await CreateAsync(phase.Slug));

        using var response = await App.Queries.GetFrugallyAsync(manager, $"/manage/phases/{phase.Slug}");
        var shown = await response.DocumentAsync();
        Assert.Equal(
            [$"/manage/calls/{phase.Slug}-2", $"/manage/calls/{phase.Slug}"],
            shown.QuerySelectorAll("ul.tasks a[href^='/manage/calls/']").Select(link => link.GetAttribute("href")));
        using var list = await App.Queries.GetFrugallyAsync(manager, "/manage/phases");
        Assert.Contains("/manage/calls/phase-1-2", await list.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Selection_OfALaterCall_CountsTheSeatsOfTheEarlierOne()
    {
        // seats are given AFR, ASP, AFR with the needs of 2019
        var first = await App.CreateSelectableAsync(candidacies: [("KE", 90m), ("NP", 80m), ("GH", 85m)]);
        await App.DecideAsync(first);
        await AnswerAsync(first);
        using (var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu))
        {
            (await manager.SubmitAsync($"/manage/calls/{first.Call.Slug}/next/archive")).Dispose();
        }

        var second = await App.CreateNextSelectableAsync(first.Phase, [("KE", 95m), ("TG", 70m), ("BD", 75m), ("JO", 72m)]);
        var id = await App.ProposeAsync(second);

        var lines = await App.WithDbAsync(db => db.SelectionLines.Where(line => line.SelectionDecisionId == id).ToDictionaryAsync(line => line.CandidacyId, Cancel));
        // 48.4 ÷ 1, then 51.6 ÷ 3, then 71.8 ÷ 5: Africa has two seats already, Asia-Pacific one
        Assert.Equal(
            [("JO", 4), ("BD", 5), ("TG", 6)],
            lines.Values.Where(line => line.Seat is not null).OrderBy(line => line.Seat).Select(line => (line.Country, line.Seat!.Value)));
        Assert.Equal((SelectionOutcome.Waitlisted, OutcomeReason.CountryLimit, null), Standing(lines[second.Of("KE").Id]));
        using var chair = await App.SignedInAsync(second.Committee.ItuChair);
        using var response = await App.Queries.GetFrugallyAsync(chair, second.Address);
        var page = (await response.DocumentAsync()).Body!.TextContent;
        Assert.Contains("3 seats from an earlier call of this phase count for their regions.", page, StringComparison.Ordinal);
        Assert.Contains("71.8 ÷ 5", page, StringComparison.Ordinal);
        await OverrideIsRefusedAsync(chair, second);

        await App.SignBothAsync(SignedKind.Selection, id, second.Committee);
        using var decided = await App.Queries.GetFrugallyAsync(chair, second.Address);
        Assert.Equal(
            [("JO", 4), ("BD", 5), ("TG", 6)],
            await App.WithDbAsync(db => db.Seats.Where(seat => seat.Number > 3 && seat.CandidacyId != null).OrderBy(seat => seat.Number)
                .Join(db.Candidacies, seat => seat.CandidacyId, holder => holder.Id, (seat, holder) => ValueTuple.Create(holder.Country, seat.Number)).ToListAsync(Cancel)));
    }

    [Theory, InlineData(CandidacyState.Draft, true), InlineData(CandidacyState.Submitted, false)]
    public async Task Post_Archive_AfterTheDeadline_OnlyWhereNobodyStands(CandidacyState state, bool possible)
    {
        var call = await App.CreateCallAsync(state: CallState.Closed);
        await App.CreateCandidacyAsync(call, state);
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        var address = $"/manage/calls/{call.Slug}/next/archive";
        Assert.Equal(possible, (await manager.PageAsync($"/manage/calls/{call.Slug}")).QuerySelector($"a[href='{address}']") is not null);
        var page = await manager.PageAsync(address);
        Assert.Equal(possible, page.QuerySelector("main form") is not null);
        if (possible)
        {
            (await manager.SubmitAsync(page)).Dispose();
        }

        Assert.Equal(possible ? CallStage.Archived : CallStage.Published, await App.WithDbAsync(db => db.Calls.Select(stored => stored.Stage).SingleAsync(Cancel)));
    }

    private static async Task OverrideIsRefusedAsync(HttpClient chair, Selectable selectable)
    {
        using var refused = await chair.SubmitAsync($"{selectable.Address}/override", new Dictionary<string, string>
        {
            ["Input.Candidacy"] = selectable.Of("KE").Id.ToString(), ["Input.Outcome"] = nameof(SelectionOutcome.Chosen), ["Input.Reason"] = "The best of all.",
        });
        Assert.Contains("from an earlier call of this phase", string.Join('|', (await refused.DocumentAsync()).Messages()), StringComparison.Ordinal);
    }

    private async Task AnswerAsync(Selectable selectable)
    {
        foreach (var offer in await App.WithDbAsync(db => db.Offers.ToListAsync(Cancel)))
        {
            var candidacy = selectable.Candidacies.Single(found => found.Id == offer.CandidacyId);
            using var owner = await App.SignedInAsync(selectable.InstitutionOf(candidacy));
            (await owner.SubmitAsync($"/candidacies/{candidacy.Reference}/result/accept", new Dictionary<string, string> { ["Input.CentreName"] = $"Centre {candidacy.Reference}" })).Dispose();
        }
    }

    private Task<string> CreateAsync(string phase) => App.WithAsync<CallService, string>(async service =>
    {
        var manager = await App.CreateUserAsync(PortalRole.ProgrammeManager, Party.Itu);
        var opens = App.Time.Now.AddDays(10);
        return await service.CreateAsync(
            new CreateCall
            {
                Actor = TestData.ActorOf(manager, PortalRole.ProgrammeManager), PhaseSlug = phase, Title = LocalizedText.Of("Another call"), OpensAt = opens,
                Deadline = new Deadline(opens.UtcDateTime.Date.AddDays(60).Add(new TimeSpan(23, 59, 0)), "UTC"),
            },
            Cancel);
    });

    private static (SelectionOutcome Outcome, OutcomeReason Reason, Guid? Other) Standing(SelectionLine line) => (line.Outcome, line.Reason, line.OtherCandidacyId);
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class NextCallTestsOnSqlite(SqliteApp app) : NextCallTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class NextCallTestsOnMariaDb(MariaDbApp app) : NextCallTests(app);
