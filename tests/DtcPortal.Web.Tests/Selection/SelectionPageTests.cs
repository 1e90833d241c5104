using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Selection;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Selection;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Selection;

/// <summary>The proposal, its changes, and the decision both sign.</summary>
public abstract class SelectionPageTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task Get_OfACallOfOthers_IsNotFound()
    {
        var selectable = await App.CreateSelectableAsync();
        using var other = await App.SignedInAsync(PortalRole.CommitteeMember, Party.Itu);
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync(selectable.Address));
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync($"{selectable.Address}/sign"));
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync($"{selectable.Address}/what-if"));
    }

    [Fact]
    public async Task Post_Propose_StoresSeatsByNeedAndBandWithReasons()
    {
        var selectable = await App.CreateSelectableAsync();
        using var chair = await App.SignedInAsync(selectable.Committee.ItuChair);

        using var response = await chair.SubmitAsync(selectable.Address, form: "form[action$='handler=Propose']");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var lines = await LinesAsync();
        Assert.Equal([4, 3, 2, 1], lines.Where(line => line.Outcome == SelectionOutcome.Chosen).CountBy(line => line.Region).OrderBy(region => region.Key).Select(region => region.Value));
        Assert.Equal(1, lines.Single(line => line.CandidacyId == selectable.Of("KE").Id).Seat);
        Assert.Equal(OutcomeReason.BelowMinimum, lines.Single(line => line.CandidacyId == selectable.Of("SD").Id).Reason);
        var page = await chair.PageAsync(selectable.Address);
        var text = page.Body!.TextContent;
        Assert.Contains("10 of 10 seats given, 8 waitlisted, 2 out", text, StringComparison.Ordinal);
        Assert.Contains("Nobody in CIS is above the minimums. None was sent from Europe.", text, StringComparison.Ordinal);
        Assert.Contains("The band changed the order.", text, StringComparison.Ordinal);
        Assert.Contains("The band changed who is in.", text, StringComparison.Ordinal);
        Assert.Contains("57.5, below the minimum of 60", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ProposeAnew_WithNothingChanged_SaysSoAndKeepsTheSignature()
    {
        var selectable = await App.CreateSelectableAsync();
        var id = await App.ProposeAsync(selectable);
        using var cisco = await App.SignedInAsync(selectable.Committee.CiscoChair);
        (await cisco.SubmitAsync($"{selectable.Address}/sign", [new("read", "true")])).Dispose();
        var madeBy = await App.WithDbAsync(db => db.SelectionDecisions.Select(decision => decision.MadeByName).SingleAsync(Cancel));

        using var response = await cisco.SubmitAsync(selectable.Address, null, "form[action*=Propose]");

        Assert.Contains("Nothing has changed: version 1 stands with its signatures.", (await cisco.PageAsync(selectable.Address)).Body!.TextContent, StringComparison.Ordinal);
        var sheet = await App.WithDbAsync(db => db.SignOffSheets.Include(stored => stored.SignOffs).SingleAsync(stored => stored.SubjectId == id, Cancel));
        Assert.NotNull(sheet.StandingOf(Party.Cisco));
        Assert.Equal(madeBy, await App.WithDbAsync(db => db.SelectionDecisions.Select(decision => decision.MadeByName).SingleAsync(Cancel)));
        Assert.Contains("You have signed. The decision is final once the other party signs", (await cisco.PageAsync($"{selectable.Address}/sign")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Pages_AskFewQueries()
    {
        var selectable = await App.CreateSelectableAsync();
        await App.ProposeAsync(selectable);
        using var chair = await App.SignedInAsync(selectable.Committee.CiscoChair);
        using (await App.Queries.GetFrugallyAsync(chair, selectable.Address))
        using (await App.Queries.GetFrugallyAsync(chair, $"{selectable.Address}/sign"))
        using (await App.Queries.GetFrugallyAsync(chair, $"{selectable.Address}/what-if"))
        using (await App.Queries.GetFrugallyAsync(chair, $"{selectable.Address}/override"))
        {
        }

        await App.SignBothAsync(SignedKind.Selection, await App.WithDbAsync(db => db.SelectionDecisions.Select(decision => decision.Id).SingleAsync(Cancel)), selectable.Committee);
        using (await App.Queries.GetFrugallyAsync(chair, selectable.Address))
        {
        }
    }

    [Fact]
    public async Task Post_ProposeWithoutCap_SaysSoAndStoresNothing()
    {
        var selectable = await App.CreateSelectableAsync(2, cap: null);
        using var chair = await App.SignedInAsync(selectable.Committee.ItuChair);

        var page = await chair.PageAsync(selectable.Address);
        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => App.ProposeAsync(selectable));

        Assert.Contains("No cap is agreed for Phase 2.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("No cap is agreed for Phase 2", broken.Rule.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await App.WithDbAsync(db => db.SelectionDecisions.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Post_SeatsAgainstNeed_RendersErrorAndStoresNothing()
    {
        var selectable = await App.CreateSelectableAsync();
        await App.ProposeAsync(selectable);
        using var chair = await App.SignedInAsync(selectable.Committee.ItuChair);

        using var response = await chair.SubmitAsync($"{selectable.Address}/seats", new Dictionary<string, string>
        {
            ["Input.Seats[AFR]"] = "2", ["Input.Seats[ASP]"] = "4", ["Input.Seats[ARB]"] = "3", ["Input.Seats[AMS]"] = "1", ["Input.AdjustmentReason"] = "Try",
        });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await response.DocumentAsync();
        page.AssertErrorsLeadToTheirFields();
        Assert.Contains(
            "Africa has more need than Asia-Pacific, so it cannot get fewer seats while it still has candidacies.",
            string.Join("|", page.Messages()), StringComparison.Ordinal);
        Assert.Equal(4, (await LinesAsync()).Count(line => line is { Region: Region.Africa, Outcome: SelectionOutcome.Chosen }));
    }

    [Fact]
    public async Task Post_SeatsOfARegionLeftEmpty_RendersErrorAndStoresNothing()
    {
        var selectable = await App.CreateSelectableAsync();
        await App.ProposeAsync(selectable);
        using var chair = await App.SignedInAsync(selectable.Committee.ItuChair);

        using var response = await chair.SubmitAsync($"{selectable.Address}/seats", new Dictionary<string, string>
        {
            ["Input.Seats[AFR]"] = "4", ["Input.Seats[ASP]"] = "4", ["Input.Seats[ARB]"] = "", ["Input.Seats[AMS]"] = "1", ["Input.AdjustmentReason"] = "Try",
        });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Enter a whole number, such as 12.", string.Join("|", (await response.DocumentAsync()).Messages()), StringComparison.Ordinal);
        Assert.Equal(1, await App.WithDbAsync(db => db.SignOffSheets.Select(sheet => sheet.Number).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Post_SeatsWithReason_IsANewVersion()
    {
        var selectable = await App.CreateSelectableAsync();
        await App.ProposeAsync(selectable);
        using var chair = await App.SignedInAsync(selectable.Committee.ItuChair);
        var seats = new Dictionary<string, string>
        {
            ["Input.Seats[AFR]"] = "4", ["Input.Seats[ASP]"] = "4", ["Input.Seats[ARB]"] = "1", ["Input.Seats[AMS]"] = "1", ["Input.AdjustmentReason"] = "",
        };

        using (var refused = await chair.SubmitAsync($"{selectable.Address}/seats", seats))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        seats["Input.AdjustmentReason"] = "The Arab States host another programme.";
        using var response = await chair.SubmitAsync($"{selectable.Address}/seats", seats);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(4, (await LinesAsync()).Count(line => line is { Region: Region.AsiaPacific, Outcome: SelectionOutcome.Chosen }));
        Assert.Equal(2, await App.WithDbAsync(db => db.SignOffSheets.Select(sheet => sheet.Number).SingleAsync(Cancel)));
        var sign = await chair.PageAsync($"{selectable.Address}/sign");
        Assert.Contains("What changed since version 1", sign.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The Arab States host another programme.", sign.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Override_SwapsWithReasonOnly()
    {
        var selectable = await App.CreateSelectableAsync();
        await App.ProposeAsync(selectable);
        using var chair = await App.SignedInAsync(selectable.Committee.ItuChair);
        var (laos, samoa) = (selectable.Of("LA"), selectable.Of("WS"));
        var fields = new Dictionary<string, string>
        {
            ["Input.Candidacy"] = laos.Id.ToString(), ["Input.Outcome"] = "Chosen", ["Input.InPlaceOf"] = samoa.Id.ToString(), ["Input.Reason"] = " ",
        };

        using (var refused = await chair.SubmitAsync($"{selectable.Address}/override", fields))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains("Write a reason.", string.Join("|", (await refused.DocumentAsync()).Messages()), StringComparison.Ordinal);
        }

        var seat = (await LinesAsync()).Single(line => line.CandidacyId == samoa.Id).Seat;
        fields["Input.Reason"] = "Better prepared.";
        using var response = await chair.SubmitAsync($"{selectable.Address}/override", fields);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var lines = await LinesAsync();
        Assert.Equal(seat, lines.Single(line => line.CandidacyId == laos.Id).Seat);
        Assert.Equal(1, lines.Single(line => line.CandidacyId == samoa.Id).WaitlistPlace);
        Assert.Contains("Put here by override: Better prepared.", (await chair.PageAsync(selectable.Address)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SD", "A candidacy below a minimum or without its reviews is neither chosen nor waitlisted.")]
    [InlineData("MN", "No seat is left. Choose the one whose seat it takes.")]
    public async Task Override_AgainstWhatHolds_IsRefused(string country, string message)
    {
        var selectable = await App.CreateSelectableAsync();
        await App.ProposeAsync(selectable);

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => App.WithAsync<SelectionService>(service => service.OverrideAsync(
            new OverrideOutcome
            {
                Actor = TestData.ActorOf(selectable.Committee.ItuChair, PortalRole.CoChair), CallSlug = selectable.Call.Slug,
                CandidacyId = selectable.Of(country).Id, Outcome = SelectionOutcome.Chosen, Reason = "Because.",
            },
            Cancel)));

        Assert.Equal(message, broken.Rule.ToString());
    }

    [Fact]
    public async Task Get_WhatIfWithoutBand_MarksWhoMovesAndStoresNothing()
    {
        var selectable = await App.CreateSelectableAsync();
        await App.ProposeAsync(selectable);
        using var chair = await App.SignedInAsync(selectable.Committee.ItuChair);

        var page = await chair.PageAsync($"{selectable.Address}/what-if?band=0");

        Assert.Equal(2, page.QuerySelectorAll("tr.moves").Length);
        Assert.Contains("2 candidacies would move", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await LinesAsync()).Single(line => line.CandidacyId == selectable.Of("WS").Id).Seat);
        using var refused = await chair.GetAsync($"{selectable.Address}/what-if?band=101&limit=11&w-C1=99", Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(3, (await refused.DocumentAsync()).ErrorSummary().Count);
    }

    [Theory, InlineData(""), InlineData("/../ranking")]
    public async Task Get_FileLinks_GiveTheKindTheyName(string page)
    {
        var selectable = await App.CreateSelectableAsync();
        await App.ProposeAsync(selectable);
        using var chair = await App.SignedInAsync(selectable.Committee.ItuChair);

        Assert.Equal(TestFile.Spreadsheet, await chair.FileTypeAsync($"{selectable.Address}{page}", "XLSX"));
        Assert.Equal("text/csv", await chair.FileTypeAsync($"{selectable.Address}{page}", "CSV"));
    }

    [Theory, InlineData("/what-if"), InlineData("/seats"), InlineData("/override")]
    public async Task Get_WhatLeadsToADecision_AfterIt_SaysThatItIsDecided(string part)
    {
        var selectable = await App.CreateSelectableAsync();
        await App.DecideAsync(selectable);
        using var chair = await App.SignedInAsync(selectable.Committee.ItuChair);

        using var refused = await chair.GetAsync($"{selectable.Address}{part}", Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("Both parties have signed the selection; it no longer changes.", (await refused.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Null((await chair.PageAsync(selectable.Address)).QuerySelector($"a[href$='{part}']"));
    }

    [Fact]
    public async Task Post_DisagreeWithoutReason_OpensThePartAndKeepsWhatWasTyped()
    {
        var selectable = await App.CreateSelectableAsync();
        await App.ProposeAsync(selectable);
        using var cisco = await App.SignedInAsync(selectable.Committee.CiscoChair);
        (await cisco.SubmitAsync($"{selectable.Address}/sign", [new("read", "true")])).Dispose();
        using var chair = await App.SignedInAsync(selectable.Committee.ItuChair);

        using var refused = await chair.SubmitAsync($"{selectable.Address}/sign", [new("reason", " ")], "form[action$='handler=Disagree']");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.DocumentAsync();
        page.AssertErrorsLeadToTheirFields();
        Assert.Contains("Write a reason.", page.Messages());
        Assert.NotNull(page.QuerySelector("details[open] textarea[name=reason][aria-invalid=true]"));
    }

    private Task<List<SelectionLine>> LinesAsync() => App.WithDbAsync(db => db.SelectionLines.AsNoTracking().ToListAsync(Cancel));
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class SelectionPageTestsOnSqlite(SqliteApp app) : SelectionPageTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class SelectionPageTestsOnMariaDb(MariaDbApp app) : SelectionPageTests(app);
