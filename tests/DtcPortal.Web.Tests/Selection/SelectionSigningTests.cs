using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Selection;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Phases;
using DtcPortal.Domain.Selection;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Selection;

/// <summary>Both sign: offers, seats, waitlist and notices in one transaction.</summary>
public abstract class SelectionSigningTests(PortalApp app) : PageTests(app)
{
    private static readonly Dictionary<string, string> Read = new() { ["read"] = "true" };

    [Fact]
    public async Task Post_SecondSignature_MakesOffersSeatsWaitlistAndNotices()
    {
        var selectable = await App.CreateSelectableAsync();
        await App.ProposeAsync(selectable);
        using var itu = await App.SignedInAsync(selectable.Committee.ItuChair);
        using var cisco = await App.SignedInAsync(selectable.Committee.CiscoChair);

        using (var first = await itu.SubmitAsync($"{selectable.Address}/sign", Read))
        {
            Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        }

        Assert.Equal(0, await App.WithDbAsync(db => db.Offers.CountAsync(Cancel)));
        var page = await cisco.PageAsync($"{selectable.Address}/sign");
        Assert.Contains("It is the second of two.", page.Body!.TextContent, StringComparison.Ordinal);
        using (var second = await cisco.SubmitAsync(page, Read))
        {
            Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        }

        var offers = await App.WithDbAsync(db => db.Offers.AsNoTracking().ToListAsync(Cancel));
        Assert.Equal(10, offers.Count);
        Assert.All(offers, offer => Assert.Equal(PortalApp.Start.AddDays(14), offer.AnswerBy));
        Assert.Equal(8, await App.WithDbAsync(db => db.WaitlistEntries.CountAsync(Cancel)));
        var seats = await App.WithDbAsync(db => db.Seats.AsNoTracking().OrderBy(seat => seat.Number).ToListAsync(Cancel));
        Assert.Equal(selectable.Of("KE").Id, seats[0].CandidacyId);
        Assert.All(seats, seat => Assert.False(seat.IsFree));
        Assert.Equal(CallStage.Decided, await App.WithDbAsync(db => db.Calls.Select(call => call.Stage).SingleAsync(Cancel)));
        await App.DeliverMailAsync();
        Assert.Equal(20, App.Mail.Sent.Count);
        Assert.Equal(10, App.Mail.Sent.Count(mail => mail.Subject.EndsWith("was chosen", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Get_VersionAsPdf_IsADocumentForTheCommitteeOnly()
    {
        var selectable = await App.CreateSelectableAsync();
        await App.ProposeAsync(selectable);
        using var itu = await App.SignedInAsync(selectable.Committee.ItuChair);
        using var applicant = await App.SignedInAsync(await App.CreateInstitutionAsync());

        var link = (await itu.PageAsync($"{selectable.Address}/sign")).QuerySelector("a[download]")!.GetAttribute("href")!;
        using var pdf = await itu.GetAsync(link, Cancel);

        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType?.MediaType);
        Assert.Equal("%PDF-", System.Text.Encoding.ASCII.GetString((await pdf.Content.ReadAsByteArrayAsync(Cancel))[..5]));
        Assert.Equal(HttpStatusCode.Forbidden, await applicant.StatusAsync(link));
    }

    [Fact]
    public async Task Get_InFrench_NamesThePartyInFrench()
    {
        var selectable = await App.CreateSelectableAsync();
        await App.ProposeAsync(selectable);
        using var itu = await App.SignedInAsync(selectable.Committee.ItuChair);
        itu.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");

        var page = await itu.PageAsync($"{selectable.Address}/sign");

        Assert.Equal(["UIT", "Cisco"], page.QuerySelectorAll(".signature h3").Select(party => party.TextContent));
    }

    [Fact]
    public async Task Post_SignedTwiceByOneParty_SaysSo()
    {
        var selectable = await App.CreateSelectableAsync();
        await App.ProposeAsync(selectable);
        using var itu = await App.SignedInAsync(selectable.Committee.ItuChair);
        var page = await itu.PageAsync($"{selectable.Address}/sign");
        using (await itu.SubmitAsync(page, Read))
        using (var again = await itu.SubmitAsync(page, Read))
        {
            Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
            Assert.Contains("Your party has signed this version already.", string.Join("|", (await again.DocumentAsync()).Messages()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Post_ChangedSinceItWasRead_SaysSoAndStoresNothing()
    {
        var selectable = await App.CreateSelectableAsync();
        await App.ProposeAsync(selectable);
        using var itu = await App.SignedInAsync(selectable.Committee.ItuChair);
        var page = await itu.PageAsync($"{selectable.Address}/sign");
        await App.WithDbAsync(async db =>
        {
            var decision = await db.SelectionDecisions.Include(found => found.Lines).SingleAsync(Cancel);
            decision.Override(selectable.Of("LA").Id, SelectionOutcome.Chosen, selectable.Of("WS").Id, "Better prepared.", new SeatRoom(1, [.. Enumerable.Range(1, 10)]), "Somebody", App.Time.Now);
            await db.SaveChangesAsync(Cancel);
        });

        using var response = await itu.SubmitAsync(page, Read);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("This is version 2 now; you read version 1.", string.Join("|", (await response.DocumentAsync()).Messages()), StringComparison.Ordinal);
        Assert.Equal(0, await App.WithDbAsync(db => db.Set<SignOff>().CountAsync(Cancel)));
    }

    [Fact]
    public async Task Post_AReviewSubmittedSince_SaysSo_ThoughTheScoreIsTheSame()
    {
        var selectable = await App.CreateSelectableAsync();
        await App.ProposeAsync(selectable);
        await StoreReviewAsync(selectable, submittedAt: App.Time.Now.AddMinutes(1));
        using var itu = await App.SignedInAsync(selectable.Committee.ItuChair);

        using var response = await itu.SubmitAsync($"{selectable.Address}/sign", Read);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Scores have changed since this proposal was made.", string.Join("|", (await response.DocumentAsync()).Messages()), StringComparison.Ordinal);
        Assert.Contains("Scores or seats have changed since this proposal was made.", (await itu.PageAsync(selectable.Address)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Basis_AReviewReopenedInDeliberation_IsMissing_NotWaived()
    {
        var selectable = await App.CreateSelectableAsync();
        await StoreReviewAsync(selectable, submittedAt: null);

        var basis = await BasisAsync(selectable);

        Assert.False(basis.Candidacies.Single(candidacy => candidacy.Id == selectable.Of("NP").Id).IsRankable(basis.Stage));
        Assert.True(basis.Candidacies.Single(candidacy => candidacy.Id == selectable.Of("BD").Id).IsRankable(basis.Stage));
    }

    [Fact]
    public async Task Basis_APresenceListSignedAfterTheDeadline_DoesNotCount()
    {
        var selectable = await App.CreateSelectableAsync();
        await App.CreatePresenceAsync(Party.Cisco, ["TG"], agreedAt: selectable.Call.DeadlineEndsAt.AddSeconds(1));

        Assert.Equal(["ML"], (await BasisAsync(selectable)).Presence[Party.Cisco]);
    }

    [Fact]
    public async Task Post_ScoresChangedSince_SaysSoAndStoresNothing()
    {
        var selectable = await App.CreateSelectableAsync();
        await App.ProposeAsync(selectable);
        await App.WithDbAsync(db => db.Candidacies.Where(candidacy => candidacy.Country == "NP").ExecuteUpdateAsync(set => set.SetProperty(candidacy => candidacy.ScoreMillionths, 70_000_000L), Cancel));
        using var itu = await App.SignedInAsync(selectable.Committee.ItuChair);

        using var response = await itu.SubmitAsync($"{selectable.Address}/sign", Read);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Scores have changed since this proposal was made.", string.Join("|", (await response.DocumentAsync()).Messages()), StringComparison.Ordinal);
        Assert.Equal(0, await App.WithDbAsync(db => db.Set<SignOff>().CountAsync(Cancel)));
    }

    [Fact]
    public async Task Post_SeatTakenMeanwhile_SaysSoAndStoresNothing()
    {
        var selectable = await App.CreateSelectableAsync();
        await App.ProposeAsync(selectable);
        using var itu = await App.SignedInAsync(selectable.Committee.ItuChair);
        using (await itu.SubmitAsync($"{selectable.Address}/sign", Read))
        {
            await App.WithDbAsync(async db =>
            {
                (await db.Seats.SingleAsync(seat => seat.Number == 10, Cancel)).Take(selectable.Of("SD").Id, App.Time.Now);
                await db.SaveChangesAsync(Cancel);
            });
        }

        using var cisco = await App.SignedInAsync(selectable.Committee.CiscoChair);
        using var response = await cisco.SubmitAsync($"{selectable.Address}/sign", Read);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("10 seats are asked for and 9 are left.", string.Join("|", (await response.DocumentAsync()).Messages()), StringComparison.Ordinal);
        Assert.Equal(0, await App.WithDbAsync(db => db.Offers.CountAsync(Cancel)));
        Assert.Equal(CallStage.Deliberation, await App.WithDbAsync(db => db.Calls.Select(call => call.Stage).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Post_CapRaisedSince_SaysSoAndStoresNothing()
    {
        var selectable = await App.CreateSelectableAsync(phase: 2);
        await App.ProposeAsync(selectable);
        await App.WithDbAsync(async db =>
        {
            var phase = await db.Phases.Include(found => found.Amendments).Include(found => found.Seats).SingleAsync(Cancel);
            phase.Apply(phase.Propose(null, 12, "The results allow it.", earlierReviewed: true, App.Time.Now).Id, App.Time.Now);
            await db.SaveChangesAsync(Cancel);
        });
        using var itu = await App.SignedInAsync(selectable.Committee.ItuChair);

        using var response = await itu.SubmitAsync($"{selectable.Address}/sign", Read);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("The seats that can be given have changed since this proposal was made.", string.Join("|", (await response.DocumentAsync()).Messages()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_AfterAnOverrideLeftAGap_GivesTheSeatsThatWereSigned()
    {
        var selectable = await App.CreateSelectableAsync(candidacies: [("KE", 90m), ("NP", 80m), ("GH", 85m)]);
        var id = await App.ProposeAsync(selectable);
        await App.WithAsync<SelectionService>(service => service.OverrideAsync(
            new OverrideOutcome
            {
                Actor = TestData.ActorOf(selectable.Committee.ItuChair, PortalRole.CoChair), CallSlug = selectable.Call.Slug, CandidacyId = selectable.Of("NP").Id,
                Outcome = SelectionOutcome.Out, Reason = "It withdrew by letter.",
            },
            Cancel));

        await App.SignBothAsync(SignedKind.Selection, id, selectable.Committee);

        var lines = await App.WithDbAsync(db => db.SelectionLines.Where(line => line.Seat != null).ToDictionaryAsync(line => line.CandidacyId, line => line.Seat!.Value, Cancel));
        Assert.Equal([1, 3], lines.Values.Order());
        Assert.Equal(lines, await App.WithDbAsync(db => db.Seats.Where(seat => seat.CandidacyId != null).ToDictionaryAsync(seat => seat.CandidacyId!.Value, seat => seat.Number, Cancel)));
    }

    [Fact]
    public async Task Post_ByAMember_IsForbidden()
    {
        var selectable = await App.CreateSelectableAsync();
        await App.ProposeAsync(selectable);
        using var itu = await App.SignedInAsync(selectable.Committee.ItuChair);
        var page = await itu.PageAsync($"{selectable.Address}/sign");
        using var member = await App.SignedInAsync(selectable.Committee.Members[1]);
        Assert.Null((await member.PageAsync($"{selectable.Address}/sign")).QuerySelector("form[action$='handler=Sign']"));
        Assert.NotNull(page.QuerySelector("form[action$='handler=Sign']"));
        Assert.Equal(HttpStatusCode.Forbidden, await member.StatusAsync($"{selectable.Address}/override"));
        Assert.Equal(HttpStatusCode.Forbidden, await member.StatusAsync($"{selectable.Address}/seats"));
    }

    private Task<SelectionBasis> BasisAsync(Selectable selectable) => App.WithAsync<SelectionQueries, SelectionBasis>(
        queries => queries.BasisAsync(selectable.Call.Slug, TestData.ActorOf(selectable.Committee.ItuChair, PortalRole.CoChair), Cancel));

    // of Nepal's candidacy: submitted, or reopened now
    private async Task StoreReviewAsync(Selectable selectable, DateTimeOffset? submittedAt)
    {
        var (candidacy, member) = (selectable.Of("NP"), selectable.Committee.Members[0]);
        await App.AssignAsync(selectable.Call, [candidacy], member);
        var assignment = await App.WithDbAsync(db => db.ReviewAssignments.AsNoTracking().SingleAsync(Cancel));
        await App.StoreAsync(new Review(assignment.Id, selectable.Call.Id, candidacy.Id, member.Id, Party.Itu, [], App.Time.Now));
        var because = submittedAt is null ? "One score has no reason." : null;
        DateTimeOffset? reopenedAt = submittedAt is null ? App.Time.Now.AddMinutes(1) : null;
        await App.WithDbAsync(db => db.Reviews.ExecuteUpdateAsync(
            set => set.SetProperty(review => review.SubmittedAt, submittedAt).SetProperty(review => review.SavedAt, App.Time.Now.AddMinutes(1)).SetProperty(review => review.ReopenedBecause, because)
                .SetProperty(review => review.ReopenedAt, reopenedAt),
            Cancel));
    }
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class SelectionSigningTestsOnSqlite(SqliteApp app) : SelectionSigningTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class SelectionSigningTestsOnMariaDb(MariaDbApp app) : SelectionSigningTests(app);
