using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Candidacies;

/// <summary>Who else may read a candidacy, when, and how one institution gets more time.</summary>
public abstract class ReaderTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task Submitted_BeforeTheDeadline_IsClosedToManagersAndCoChairs()
    {
        var candidacy = await App.CreateCandidacyAsync(await App.CreateCallAsync());
        var committee = await App.CommitteeAsync();
        foreach (var reader in new[] { await App.CreateUserAsync(PortalRole.ProgrammeManager, Party.Itu), committee.ItuChair })
        {
            using var client = await App.SignedInAsync(reader);

            var page = await client.PageAsync(Submitted(candidacy));

            Assert.Contains("Candidacies are closed to readers until screening starts.", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, await client.StatusAsync(await DocumentAsync(candidacy)));
            Assert.Equal(HttpStatusCode.NotFound, await client.StatusAsync($"{Submitted(candidacy)}?handler=DownloadPdf"));
        }
    }

    [Fact]
    public async Task Submitted_OnceScreeningHasStarted_IsReadByManagersCoChairsAndAssignedReviewers()
    {
        var (call, candidacy) = await ScreenedAsync();
        var committee = await App.CommitteeAsync();
        await AssignAsync(call, candidacy, committee.Members[1]);
        foreach (var reader in new[] { await App.CreateUserAsync(PortalRole.ProgrammeManager, Party.Cisco), committee.CiscoChair, committee.Members[1] })
        {
            using var client = await App.SignedInAsync(reader);

            var page = await client.PageAsync(Submitted(candidacy));

            Assert.Contains("Answer to registrationNumber", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, await client.StatusAsync(await DocumentAsync(candidacy)));
        }
    }

    [Fact]
    public async Task Submitted_NotAssignedOrOtherRole_IsNotFound()
    {
        var (_, candidacy) = await ScreenedAsync();
        var committee = await App.CommitteeAsync();
        foreach (var reader in new[] { committee.Members[1], await App.CreateUserAsync(PortalRole.PartnerViewer), await App.CreateUserAsync(PortalRole.Administrator), await App.CreateUserAsync(PortalRole.CoChair, Party.Itu) })
        {
            using var client = await App.SignedInAsync(reader);

            Assert.Equal(HttpStatusCode.NotFound, await client.StatusAsync(Submitted(candidacy)));
            Assert.Equal(HttpStatusCode.NotFound, await client.StatusAsync(await DocumentAsync(candidacy)));
        }
    }

    [Fact]
    public async Task Submitted_WithConflict_IsForbiddenUntilDismissed()
    {
        var (call, candidacy) = await ScreenedAsync();
        var member = (await App.CommitteeAsync()).Members[1];
        await AssignAsync(call, candidacy, member);
        var conflict = new ConflictOfInterest(call.Id, candidacy.Id, member.Id, Party.Itu, member.DisplayName, "I studied there.", isFlagged: false, App.Time.Now);
        await App.StoreAsync(conflict);
        using var client = await App.SignedInAsync(member);

        Assert.Equal(HttpStatusCode.Forbidden, await client.StatusAsync(Submitted(candidacy)));
        Assert.Equal(HttpStatusCode.Forbidden, await client.StatusAsync(await DocumentAsync(candidacy)));
        await App.WithDbAsync(async db =>
        {
            (await db.ConflictsOfInterest.SingleAsync(Cancel)).Decide(upheld: false, "Long ago.", Party.Cisco, "Chair", App.Time.Now);
            await db.SaveChangesAsync(Cancel);
        });
        Assert.Equal(HttpStatusCode.OK, await client.StatusAsync(Submitted(candidacy)));
    }

    [Fact]
    public async Task Submitted_ChangedAfterwards_ShowsWhatWasSubmitted()
    {
        var (_, candidacy) = await ScreenedAsync();
        await App.WithDbAsync(async db =>
        {
            var section = await db.CandidacySections.SingleAsync(stored => stored.CandidacyId == candidacy.Id && stored.Code == "institution", Cancel);
            section.Save(new Dictionary<string, string> { ["registrationNumber"] = "Changed later" }, SectionState.InProgress, 1, Guid.Empty, "Somebody", App.Time.Now);
            await db.SaveChangesAsync(Cancel);
        });
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);

        var page = await manager.PageAsync(Submitted(candidacy));

        Assert.Contains("Answer to registrationNumber", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Changed later", page.Body!.TextContent, StringComparison.Ordinal);
        var content = await App.WithAsync<SubmittedQueries, IReadOnlyDictionary<Guid, SubmittedContent>>(queries => queries.OfAsync([candidacy.Id], Cancel));
        Assert.Equal("Answer to registrationNumber", content[candidacy.Id].Find("institution")!.Answers["registrationNumber"]);
    }

    [Fact]
    public async Task Candidacy_ForStaff_LeadsToWhatWasSubmitted()
    {
        var (_, candidacy) = await ScreenedAsync();
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);

        using var response = await manager.GetAsync($"/candidacies/{candidacy.Reference}", Cancel);

        Assert.Equal(Submitted(candidacy), response.Headers.Location?.ToString());
        using var frugal = await App.Queries.GetFrugallyAsync(manager, Submitted(candidacy));
    }

    [Fact]
    public async Task Extension_SignedByBoth_GivesThisInstitutionMoreTime()
    {
        var call = await App.CreateCallAsync();
        var institution = await App.CreateInstitutionAsync();
        var candidacy = await App.CreateCandidacyAsync(call, CandidacyState.Draft, institution: institution);
        App.Time.Set(call.DeadlineEndsAt.AddHours(2));
        using (var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu))
        {
            using var proposed = await manager.SubmitAsync(Extension(candidacy), Proposal(call), "#propose", Proof());
            Assert.Equal(HttpStatusCode.Redirect, proposed.StatusCode);
            using var frugal = await App.Queries.GetFrugallyAsync(manager, Extension(candidacy));
        }

        var committee = await App.CommitteeAsync();
        foreach (var chair in new[] { committee.ItuChair, committee.CiscoChair })
        {
            Assert.Null(await ExtendedAsync());
            using var client = await App.SignedInAsync(chair);
            using var read = await App.Queries.GetFrugallyAsync(client, Extension(candidacy));
            using var signed = await client.SubmitAsync(Extension(candidacy), [new("read", "true")]);
            Assert.Equal(HttpStatusCode.Redirect, signed.StatusCode);
        }

        Assert.Equal(call.DeadlineEndsAt.AddDays(2), await ExtendedAsync());
        using var applicant = await App.SignedInAsync(institution);
        using var submitted = await applicant.SubmitAsync($"/candidacies/{candidacy.Reference}/submit");
        Assert.Equal(HttpStatusCode.Redirect, submitted.StatusCode);
        await App.DeliverMailAsync();
        Assert.Contains(App.Mail.Sent, mail => mail.Subject.StartsWith("You have more time", StringComparison.Ordinal));
        Task<DateTimeOffset?> ExtendedAsync() => App.WithDbAsync(db => db.Candidacies.Where(stored => stored.Id == candidacy.Id).Select(stored => stored.ExtendedUntil).SingleAsync(Cancel));
    }

    [Fact]
    public async Task Extension_WithoutProofOrReason_IsRefusedAtTheField()
    {
        var call = await App.CreateCallAsync();
        var candidacy = await App.CreateCandidacyAsync(call, CandidacyState.Draft);
        App.Time.Set(call.DeadlineEndsAt.AddHours(2));
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);

        using var noProof = await manager.SubmitAsync(Extension(candidacy), Proposal(call), "#propose");
        using var noReason = await manager.SubmitAsync(Extension(candidacy), [.. Proposal(call).Where(field => field.Key != "Input.Failure"), new("Input.Failure", "  ")], "#propose", Proof());

        Assert.Contains("Proof: Add the proof: a log, a message or a picture of the failure.", (await noProof.DocumentAsync()).Messages());
        Assert.Contains("What failed in the portal: Write what failed in the portal.", (await noReason.DocumentAsync()).Messages());
        using var nothing = await manager.SubmitAsync(Extension(candidacy), [], "#propose");
        Assert.Equal(5, (await nothing.DocumentAsync()).ErrorSummary().Count);
        var backwards = Proposal(call);
        (backwards["Input.FailedFrom"], backwards["Input.Until"]) = (backwards["Input.Until"], backwards["Input.FailedFrom"]);
        using var wrong = await manager.SubmitAsync(Extension(candidacy), backwards, "#propose", Proof());
        Assert.Equal(2, (await wrong.DocumentAsync()).ErrorSummary().Count);
        Assert.Equal(0, await App.WithDbAsync(db => db.DeadlineExtensions.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Extension_AfterCandidaciesAreOpened_IsRefused()
    {
        var (_, candidacy) = await ScreenedAsync();
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);

        var page = await manager.PageAsync(Extension(candidacy));

        Assert.Null(page.QuerySelector("#propose"));
        Assert.Contains("a longer deadline comes too late", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static string Submitted(Candidacy candidacy) => $"/candidacies/{candidacy.Reference}/submitted";

    private static string Extension(Candidacy candidacy) => $"/candidacies/{candidacy.Reference}/extension";

    private static TestFile Proof() => new("Input.Proof", "log.pdf", TestData.SamplePdf(), "application/pdf");

    private static Dictionary<string, string> Proposal(Call call) => new()
    {
        ["Input.Failure"] = "The portal answered 500 to every upload.",
        ["Input.FailedFrom"] = Local(call.DeadlineEndsAt.AddHours(-3)),
        ["Input.FailedUntil"] = Local(call.DeadlineEndsAt.AddHours(-1)),
        ["Input.Until"] = Local(new DateTimeOffset(call.DeadlineLocal.AddDays(2), TimeSpan.Zero)),
    };

    private static string Local(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<(Call Call, Candidacy Candidacy)> ScreenedAsync()
    {
        var call = await App.CreateCallAsync(state: CallState.Screening);
        await App.DeclareAllAsync(call);
        return (call, await App.CreateCandidacyAsync(call));
    }

    private async Task AssignAsync(Call call, Candidacy candidacy, PortalUser member)
    {
        var batch = new AssignmentBatch(call.Id, 1, 1, "Chair", App.Time.Now);
        await App.StoreAsync(batch, new ReviewAssignment(batch.Id, call.Id, candidacy.Id, member.Id, member.Party!.Value, 1, App.Time.Now));
    }

    private async Task<string> DocumentAsync(Candidacy candidacy) =>
        $"/candidacies/{candidacy.Reference}/documents/{await App.WithDbAsync(db => db.EvidenceDocuments.Where(document => document.CandidacyId == candidacy.Id).OrderBy(document => document.Id).Select(document => document.Id).FirstAsync(Cancel))}/download";
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class ReaderTestsOnSqlite(SqliteApp app) : ReaderTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class ReaderTestsOnMariaDb(MariaDbApp app) : ReaderTests(app);
