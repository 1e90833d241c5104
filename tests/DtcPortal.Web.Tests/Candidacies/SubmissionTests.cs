using System.Net;
using System.Text;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Candidacies;

/// <summary>A candidacy is checked and submitted: the arrival decides, to the tick; nobody can believe to have submitted who has not.</summary>
public abstract class SubmissionTests(PortalApp app) : PageTests(app)
{
    /// <summary>When the usual call of tests ended, as an act that comes late is told.</summary>
    internal const string Ended = "Candidacies were taken until 23:59 on 15 October 2026 (Nairobi) · 20:59 UTC. The portal’s clock at the moment a request arrives decides. Yours arrived later.";

    private Call _call = null!;
    private Institution _institution = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _call = await App.CreateCallAsync();
        _institution = await App.CreateInstitutionAsync();
    }

    [Fact]
    public async Task Post_Complete_GivesReceiptPdfAndMail()
    {
        var candidacy = await DraftAsync();
        using var applicant = await App.SignedInAsync(_institution);

        using var response = await applicant.SubmitAsync(Submit(candidacy));

        Assert.Equal($"/candidacies/{candidacy.Reference}/receipt/1", response.Headers.Location?.ToString());
        var page = await applicant.PageAsync(response.Headers.Location!.ToString());
        Assert.Contains($"{candidacy.Reference}-R1", page.Body!.TextContent, StringComparison.Ordinal);
        using var pdf = await applicant.GetAsync($"/candidacies/{candidacy.Reference}/receipt/1?handler=DownloadPdf", Cancel);
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType?.MediaType);
        Assert.Equal("%PDF-", Encoding.ASCII.GetString((await pdf.Content.ReadAsByteArrayAsync(Cancel))[..5]));
        await App.DeliverMailAsync();
        var mail = Assert.Single(App.Mail.Sent);
        Assert.Contains($"{candidacy.Reference}-R1", mail.Subject, StringComparison.Ordinal);
        var stored = await StoredAsync(candidacy);
        Assert.Equal((CandidacyState.Submitted, 1, PortalApp.Start), (stored.State, stored.SubmittedNumber, stored.SubmittedAt));
    }

    [Fact]
    public async Task Post_SomethingMissing_IsRefusedAndEachIsALink()
    {
        var candidacy = await App.CreateCandidacyAsync(
            _call, CandidacyState.Draft, institution: _institution,
            answers: section => section.Code == "scaling" ? new Dictionary<string, string>() : TestData.SampleAnswers(section));
        using var applicant = await App.SignedInAsync(_institution);

        var page = await applicant.PageAsync(Submit(candidacy));

        Assert.Contains(page.QuerySelectorAll("#missing a"), link => link.GetAttribute("href")!.StartsWith($"/candidacies/{candidacy.Reference}/scaling", StringComparison.Ordinal));
        Assert.Contains(page.QuerySelectorAll("#missing a"), link => link.GetAttribute("href")!.EndsWith("infrastructure#Documents_inventory_", StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("main form"));
        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => App.WithAsync<Application.Candidacies.CandidacyService>(async service =>
            await service.SubmitAsync(new Application.Candidacies.SubmitCandidacy { Actor = await OwnerAsync(), Reference = candidacy.Reference }, Cancel)));
        Assert.EndsWith("things are still missing.", broken.Message, StringComparison.Ordinal);
        Assert.Equal(CandidacyState.Draft, (await StoredAsync(candidacy)).State);
    }

    [Fact]
    public async Task Post_LastMillisecond_IsInTime()
    {
        var candidacy = await DraftAsync();
        using var applicant = await App.SignedInAsync(_institution);
        var page = await applicant.PageAsync(Submit(candidacy));
        App.Time.Set(_call.DeadlineEndsAt.AddMilliseconds(-1));

        using var response = await applicant.SubmitAsync(page);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(_call.DeadlineEndsAt.AddMilliseconds(-1), (await StoredAsync(candidacy)).SubmittedAt);
    }

    [Fact]
    public async Task Post_NextMinute_IsTooLateAndSaysWhenItEnded()
    {
        var candidacy = await DraftAsync();
        using var applicant = await App.SignedInAsync(_institution);
        var page = await applicant.PageAsync(Submit(candidacy));
        App.Time.Set(_call.DeadlineEndsAt);

        using var response = await applicant.SubmitAsync(page);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var shown = (await response.DocumentAsync()).Body!.TextContent;
        Assert.Contains("The call has ended", shown, StringComparison.Ordinal);
        Assert.Contains("Candidacies were taken until 23:59 on 15 October 2026 (Nairobi) · 20:59 UTC.", shown, StringComparison.Ordinal);
        Assert.Equal(CandidacyState.Draft, (await StoredAsync(candidacy)).State);
    }

    [Fact]
    public async Task Post_ColleagueChangedItMeanwhile_IsRefusedOnce()
    {
        var candidacy = await DraftAsync();
        using var applicant = await App.SignedInAsync(_institution);
        using var colleague = await App.SignedInAsync(await App.CreateColleagueAsync(_institution));
        var page = await applicant.PageAsync(Submit(candidacy));
        using var changed = await colleague.SubmitAsync($"/candidacies/{candidacy.Reference}/scaling", [new("Answers[newSites]", "77")]);

        using var refused = await applicant.SubmitAsync(page);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(CandidacyState.Draft, (await StoredAsync(candidacy)).State);
        using var again = await applicant.SubmitAsync(await refused.DocumentAsync());
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task Post_Anew_CountsTheLastAndSaysBeforeThatItDoesNot()
    {
        var candidacy = await DraftAsync();
        using var applicant = await App.SignedInAsync(_institution);
        using var first = await applicant.SubmitAsync(Submit(candidacy));
        App.Time.Advance(TimeSpan.FromHours(1));
        using var changed = await applicant.SubmitAsync($"/candidacies/{candidacy.Reference}/scaling", [new("Answers[newSites]", "77")]);

        var between = await applicant.PageAsync($"/candidacies/{candidacy.Reference}");
        using var second = await applicant.SubmitAsync(Submit(candidacy));

        Assert.Contains("Submitted, changed since", between.QuerySelector(".title-line")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The change does not count yet.", between.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/candidacies/{candidacy.Reference}/receipt/2", second.Headers.Location?.ToString());
        Assert.Equal(2, (await StoredAsync(candidacy)).SubmittedNumber);
        var after = await applicant.PageAsync($"/candidacies/{candidacy.Reference}");
        Assert.DoesNotContain("changed since", after.QuerySelector(".title-line")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Twice_KeepsOneReceipt()
    {
        var candidacy = await DraftAsync();
        using var applicant = await App.SignedInAsync(_institution);
        var page = await applicant.PageAsync(Submit(candidacy));

        using var first = await applicant.SubmitAsync(page);
        using var second = await applicant.SubmitAsync(page);

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, await App.WithDbAsync(db => db.CandidacySnapshots.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Withdraw_ThenTakeUpAgain_IsADraft()
    {
        var candidacy = await App.CreateCandidacyAsync(_call, institution: _institution);
        using var applicant = await App.SignedInAsync(_institution);

        using var withdrawn = await applicant.SubmitAsync($"/candidacies/{candidacy.Reference}/withdraw");
        Assert.Equal(CandidacyState.Withdrawn, (await StoredAsync(candidacy)).State);
        using var reopened = await applicant.SubmitAsync($"/candidacies/{candidacy.Reference}");

        Assert.Equal(HttpStatusCode.Redirect, reopened.StatusCode);
        Assert.Equal(CandidacyState.Draft, (await StoredAsync(candidacy)).State);
        await App.DeliverMailAsync();
        Assert.Contains(App.Mail.Sent, mail => mail.Subject.Contains("was withdrawn", StringComparison.Ordinal));
    }

    [Fact]
    public async Task History_OfAWithdrawnOneTakenUpAgain_TellsStartWithdrawalAndReturnWithTheirAuthors()
    {
        var owner = await OwnerAsync();
        using var applicant = await App.SignedInAsync(_institution);
        using var started = await applicant.SubmitAsync("/candidacies", [new("Input.Country", "KE")]);
        var address = started.Headers.Location!.ToString();
        await App.WithDbAsync(async db =>
        {
            var stored = await db.Candidacies.Include(found => found.Snapshots).SingleAsync(Cancel);
            stored.Submit("{}", new string('0', 64), owner.Id, owner.Name, App.Time.Now, _call.DeadlineEndsAt);
            await db.SaveChangesAsync(Cancel);
        });
        App.Time.Advance(TimeSpan.FromHours(1));
        using var withdrawn = await applicant.SubmitAsync($"{address}/withdraw");
        App.Time.Advance(TimeSpan.FromHours(1));
        using var reopened = await applicant.SubmitAsync(address);

        var rows = (await applicant.PageAsync($"{address}/history")).QuerySelectorAll("main tbody tr")
            .Select(row => (What: row.Children[0].TextContent.Trim(), Who: row.Children[1].TextContent.Trim())).ToList();

        Assert.Equal([("Took it up again", owner.Name), ("Withdrew it", owner.Name)], rows.Take(2));
        Assert.Equal(("Started the candidacy", owner.Name), rows[^1]);
    }

    [Fact]
    public async Task Withdraw_AfterTheDeadline_IsRefused()
    {
        var candidacy = await App.CreateCandidacyAsync(_call, institution: _institution);
        using var applicant = await App.SignedInAsync(_institution);
        var page = await applicant.PageAsync($"/candidacies/{candidacy.Reference}/withdraw");
        App.Time.Set(_call.DeadlineEndsAt);

        using var response = await applicant.SubmitAsync(page);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(Ended, (await response.DocumentAsync()).QuerySelector(".notice-watch")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(CandidacyState.Submitted, (await StoredAsync(candidacy)).State);
    }

    [Fact]
    public async Task Reopen_AfterTheDeadline_SaysWhatIsWrong()
    {
        var candidacy = await App.CreateCandidacyAsync(_call, CandidacyState.Withdrawn, institution: _institution);
        using var applicant = await App.SignedInAsync(_institution);
        var page = await applicant.PageAsync($"/candidacies/{candidacy.Reference}");
        App.Time.Set(_call.DeadlineEndsAt);

        using var late = await applicant.SubmitAsync(page, form: "form[action*='Reopen']");

        Assert.Equal(["The deadline has passed."], (await late.DocumentAsync()).ErrorSummary());
    }

    [Fact]
    public async Task Get_EachPage_IsFrugal()
    {
        var candidacy = await App.CreateCandidacyAsync(_call, institution: _institution);
        using var applicant = await App.SignedInAsync(_institution);
        foreach (var page in new[] { "", "/submit", "/receipt", "/submitted", "/history", "/withdraw" })
        {
            using var response = await App.Queries.GetFrugallyAsync(applicant, $"/candidacies/{candidacy.Reference}{page}");
        }

        using var mine = await App.Queries.GetFrugallyAsync(applicant, "/candidacies");
    }

    [Fact]
    public async Task Get_EachPage_OfAnotherInstitution_IsNotFound()
    {
        var candidacy = await App.CreateCandidacyAsync(_call, institution: _institution);
        using var other = await App.SignedInAsync(await App.CreateInstitutionAsync("GH"));
        var document = await App.WithDbAsync(db => db.EvidenceDocuments.Select(stored => stored.Id).Order().FirstAsync(Cancel));
        foreach (var page in new[] { "", "/submit", "/receipt", "/submitted", "/history", "/withdraw", $"/documents/{document}/download", "/receipt?handler=DownloadPdf" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync($"/candidacies/{candidacy.Reference}{page}"));
        }
    }

    private Task<Candidacy> DraftAsync() => App.CreateCandidacyAsync(_call, CandidacyState.Draft, institution: _institution);

    private Task<Candidacy> StoredAsync(Candidacy candidacy) => App.WithDbAsync(db => db.Candidacies.AsNoTracking().SingleAsync(stored => stored.Id == candidacy.Id, Cancel));

    private async Task<Actor> OwnerAsync()
    {
        var owner = await App.WithDbAsync(db => db.Users.SingleAsync(user => user.Id == _institution.OwnerId, Cancel));
        return new Actor { Id = owner.Id, Name = owner.DisplayName, Roles = new HashSet<PortalRole> { PortalRole.Applicant } };
    }

    private static string Submit(Candidacy candidacy) => $"/candidacies/{candidacy.Reference}/submit";
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class SubmissionTestsOnSqlite(SqliteApp app) : SubmissionTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class SubmissionTestsOnMariaDb(MariaDbApp app) : SubmissionTests(app);
