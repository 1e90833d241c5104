using DtcPortal.Application.Accounts;
using DtcPortal.Application.Calls;
using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Committee;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Committee;

/// <summary>What awaits a signature is listed as long as it can be signed, and no longer.</summary>
public abstract class SigningWorkTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task Extension_Withdrawn_AwaitsNoSignature()
    {
        var candidacy = await ProposedExtensionAsync(await App.CreateCallAsync());
        Assert.Equal([$"A longer deadline for candidacy {candidacy.Reference}"], await WorkAsync());

        await App.WithAsync<ExtensionService>(service => service.WithdrawAsync(candidacy.Reference, Manager, Cancel));

        Assert.Empty(await WorkAsync());
    }

    [Fact]
    public async Task ExtensionAndAmendment_OnceScreeningHasStarted_AwaitNoSignature()
    {
        var call = await App.CreateCallAsync();
        await App.WithAsync<AmendmentService>(service => service.ProposeAsync(new ProposeCallAmendment { Actor = Manager, Slug = call.Slug, Text = LocalizedText.Of("Two more annexes.") }, Cancel));
        await ProposedExtensionAsync(call);
        Assert.Equal(2, (await WorkAsync()).Count);

        await App.WithAsync<CallService>(service => service.StartScreeningAsync(new CallChange { Actor = Manager, Slug = call.Slug }, Cancel));

        Assert.Empty(await WorkAsync());
    }

    [Fact]
    public async Task Amendment_Withdrawn_AwaitsNoSignature()
    {
        var call = await App.CreateCallAsync();
        var id = await App.WithAsync<AmendmentService, Guid>(service =>
            service.ProposeAsync(new ProposeCallAmendment { Actor = Manager, Slug = call.Slug, Text = LocalizedText.Of("Two more annexes.") }, Cancel));
        Assert.Single(await WorkAsync());

        await App.WithAsync<AmendmentService>(service => service.WithdrawAsync(new WithdrawCallAmendment { Actor = Manager, Slug = call.Slug, AmendmentId = id }, Cancel));

        Assert.Empty(await WorkAsync());
    }

    [Fact]
    public async Task Ineligibility_TakenBack_AwaitsNoSignature()
    {
        var call = await App.CreateCallAsync(state: CallState.Screening);
        var reference = (await App.CreateCandidacyAsync(call)).Reference;
        await App.WithAsync<ScreeningService>(async service =>
        {
            await service.FindAsync(new FindQualifications { Actor = Manager, Reference = reference, Findings = [new(call.Qualifications[0].Code, QualificationFinding.NotMet, "No proof.")] }, Cancel);
            await service.ProposeAsync(new ProposeIneligible { Actor = Manager, Reference = reference, Reason = "No proof." }, Cancel);
        });
        Assert.Equal([$"Sign that candidacy {reference} is ineligible"], await WorkAsync());

        await App.WithAsync<ScreeningService>(service => service.UndoAsync(new UndoScreening { Actor = Manager, Reference = reference }, Cancel));

        Assert.Empty(await WorkAsync());
    }

    [Fact]
    public async Task Assignment_GivenUp_AwaitsNoSignature()
    {
        var call = await WithWaitingPlanAsync(CallState.Screening);
        var batch = await App.WithDbAsync(db => db.AssignmentBatches.Select(one => one.Id).SingleAsync(Cancel));
        Assert.Single(await WorkAsync());

        await App.WithAsync<AssignmentService>(service => service.UndoAsync(Manager, call.Slug, batch, Cancel));

        Assert.Empty(await WorkAsync());
    }

    [Fact]
    public async Task Assignment_PlannedAnew_AwaitsOneSignature()
    {
        var call = await WithWaitingPlanAsync(CallState.Screening);

        await AssignAsync(call, 8);

        Assert.Single(await WorkAsync());
    }

    [Fact]
    public async Task Assignment_OnceDeliberationHasStarted_AwaitsNoSignature()
    {
        var call = await WithWaitingPlanAsync(CallState.Scoring);
        await App.WithAsync<CallStageService>(service => service.ProposeDeliberationAsync(Manager, call.Slug, Cancel));
        Assert.Equal(2, (await WorkAsync()).Count);

        await App.SignBothAsync(SignedKind.DeliberationStart, call.Id, await App.CommitteeAsync());

        Assert.Empty(await WorkAsync());
    }

    private static Actor Manager => new() { Id = Guid.NewGuid(), Name = "manager", Roles = new HashSet<PortalRole> { PortalRole.ProgrammeManager }, Party = Party.Itu };

    private async Task<IReadOnlyList<string>> WorkAsync()
    {
        using var chair = await App.SignedInAsync((await App.CommitteeAsync()).CiscoChair);
        var sheets = await App.WithDbAsync(db => db.SignOffSheets.Select(sheet => sheet.Address).ToListAsync(Cancel));
        return [.. (await chair.PageAsync("/work")).QuerySelectorAll("main a").Where(link => sheets.Contains(link.GetAttribute("href")!)).Select(link => link.TextContent.Trim())];
    }

    private async Task<Candidacy> ProposedExtensionAsync(Call call)
    {
        var candidacy = await App.CreateCandidacyAsync(call, CandidacyState.Draft);
        App.Time.Set(call.DeadlineEndsAt.AddHours(1));
        using var proof = new MemoryStream(TestData.SamplePdf());
        await App.WithAsync<ExtensionService, Guid>(service => service.ProposeAsync(
            new ProposeExtension
            {
                Actor = Manager, Reference = candidacy.Reference, Failure = "The portal answered 500 to every upload.",
                FailedFrom = call.DeadlineEndsAt.AddHours(-3), FailedUntil = call.DeadlineEndsAt.AddHours(-1),
                Until = new Deadline(call.DeadlineLocal.AddDays(2), call.DeadlineZone), ProofName = "log.pdf", Proof = proof,
            },
            Cancel));
        return candidacy;
    }

    // conflicts make the loads differ by more than the rules ask
    private async Task<Call> WithWaitingPlanAsync(CallState state)
    {
        var call = await App.CreateCallAsync(state: state);
        var member = (await App.CommitteeAsync()).Members[0];
        await App.DeclareAllAsync(call);
        foreach (var candidacy in (await App.CreateEligibleAsync(call, 10)).Take(8))
        {
            await App.CreateConflictAsync(candidacy, member);
        }

        await AssignAsync(call, 7);
        return call;
    }

    private async Task AssignAsync(Call call, long seed) => Assert.True((await App.WithAsync<AssignmentService, AssignmentOutcome>(service =>
        service.AssignAsync(new AssignReviews { Actor = Manager, Slug = call.Slug, ReviewsEach = 3, Seed = seed }, Cancel))).AwaitsBoth);
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class SigningWorkTestsOnSqlite(SqliteApp app) : SigningWorkTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class SigningWorkTestsOnMariaDb(MariaDbApp app) : SigningWorkTests(app);
