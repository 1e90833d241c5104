using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Centres;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Centres;

/// <summary>ITU enters an agreement, both sign what they read, and managers change the centre's state.</summary>
public abstract class AgreementTests(PortalApp app) : PageTests(app)
{
    private const string Changed = "The agreement has changed since you opened it. Read it again, then sign.";

    [Fact]
    public async Task Sign_ByBoth_MakesTheCentreActive()
    {
        var centre = await EnteredAsync();
        using var itu = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var manager = await App.SignedInAsync(await App.ManagerOfAsync(centre));

        using var unread = await itu.SubmitAsync($"/manage/centres/{centre.Slug}", [], "form[action='?handler=Sign']");
        Assert.Contains("Tick that you read the agreement.", (await unread.DocumentAsync()).Messages());
        using var first = await itu.SubmitAsync($"/manage/centres/{centre.Slug}", [new("read", "true")], "form[action='?handler=Sign']");
        using var second = await manager.SubmitAsync("/centre/agreement", new Dictionary<string, string> { ["read"] = "true" });

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, second.StatusCode));
        Assert.Equal(CentreState.Active, await App.WithDbAsync(db => db.Centres.Select(found => found.State).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task EnterAndSign_AreMailedToTheCentresManagersOnly()
    {
        var centre = await App.CreateCentreAsync(active: false);
        await App.CreateReporterAsync(centre);
        var manager = await App.ManagerOfAsync(centre);
        await EnterAsync(centre, workshops: 1);
        using var itu = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var signed = await itu.SubmitAsync($"/manage/centres/{centre.Slug}", [new("read", "true")], "form[action='?handler=Sign']");

        await App.DeliverMailAsync();

        Assert.Equal([$"The agreement of {centre.Name} waits for your signature", $"ITU has signed the agreement with {centre.Name}"], App.Mail.Sent.Select(mail => mail.Subject));
        Assert.All(App.Mail.Sent, mail => Assert.Contains(manager.DisplayName, mail.Body, StringComparison.Ordinal));
        Assert.All(App.Mail.Sent, mail => Assert.Contains("/centre/agreement", mail.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sign_WhatHasChangedSince_IsRefused()
    {
        var centre = await EnteredAsync();
        using var itu = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var manager = await App.SignedInAsync(await App.ManagerOfAsync(centre));
        var (seenByItu, seenByCentre) = (await FingerprintAsync(itu, $"/manage/centres/{centre.Slug}"), await FingerprintAsync(manager, "/centre/agreement"));
        await EnterAsync(centre, workshops: 2);

        using var first = await itu.SubmitAsync($"/manage/centres/{centre.Slug}", new Dictionary<string, string> { ["read"] = "true", ["fingerprint"] = seenByItu }, "form[action='?handler=Sign']");
        using var second = await manager.SubmitAsync("/centre/agreement", new Dictionary<string, string> { ["read"] = "true", ["fingerprint"] = seenByCentre });

        Assert.Contains(Changed, (await first.DocumentAsync()).Messages());
        Assert.Contains(Changed, (await second.DocumentAsync()).Messages());
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (first.StatusCode, second.StatusCode));
        Assert.False(await App.WithDbAsync(db => db.CentreAgreements.AnyAsync(agreement => agreement.ItuSignedAt != null || agreement.CentreSignedAt != null, Cancel)));
    }

    [Theory]
    [InlineData("0", "An agreement names one activity at least.")]
    [InlineData("2000", "A number of activities is from 0 to 1000.")]
    public async Task Post_ActivitiesWrong_RendersErrorThatLeadsToThem(string count, string message)
    {
        var centre = await App.CreateCentreAsync(active: false);
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var refused = await manager.SubmitAsync($"/manage/centres/{centre.Slug}", [new("Input.StartsOn", "2026-09-01"), new("Input.Commitments[Training]", count)], "form[action$='handler=Save']");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.DocumentAsync();
        page.AssertErrorsLeadToTheirFields();
        Assert.Contains(page.Messages(), shown => shown.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2020-01-01", "The agreement begins on 22 July 2025, when the place was offered, or later.")]
    [InlineData("2026-10-01", "Attach the document of the agreement; nobody can sign without it.")]
    public async Task Post_TooEarlyOrWithoutDocument_RendersErrorAndStoresNothing(string from, string message)
    {
        var centre = await App.CreateCentreAsync(active: false);
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var refused = await manager.SubmitAsync($"/manage/centres/{centre.Slug}", [new("Input.StartsOn", from), new("Input.Commitments[Training]", "2")], "form[action$='handler=Save']");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(message, (await refused.DocumentAsync()).Messages());
        Assert.False(await App.WithDbAsync(db => db.CentreAgreements.AnyAsync(Cancel)));
    }

    [Fact]
    public async Task Centre_AgreementWithoutDocument_SaysSo()
    {
        var centre = await App.CreateCentreAsync(active: false);
        var agreement = new CentreAgreement(centre.Id, PortalApp.Start);
        agreement.Set(new DateOnly(2026, 10, 1), null, new Dictionary<ActivityKind, int> { [ActivityKind.Training] = 2 });
        await App.StoreAsync(agreement);
        using var itu = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var manager = await App.SignedInAsync(await App.ManagerOfAsync(centre));
        foreach (var page in new[] { await itu.PageAsync($"/manage/centres/{centre.Slug}"), await manager.PageAsync("/centre/agreement") })
        {
            Assert.Contains("The agreement lacks its document.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Post_SuspendWithoutReason_OpensThePartAndStoresNothing()
    {
        var centre = await App.CreateCentreAsync();
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var refused = await manager.SubmitAsync($"/manage/centres/{centre.Slug}", [new("Reason", " ")], "details form");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.DocumentAsync();
        page.AssertErrorsLeadToTheirFields();
        Assert.Contains("Write a reason.", page.Messages());
        Assert.Single(page.QuerySelectorAll("details[open] textarea[aria-invalid=true]"));
        Assert.Equal(CentreState.Active, await App.WithDbAsync(db => db.Centres.Select(found => found.State).SingleAsync(Cancel)));
    }

    private static async Task<string> FingerprintAsync(HttpClient reader, string address) =>
        (await reader.PageAsync(address)).QuerySelector("input[name=fingerprint]")!.GetAttribute("value")!;

    private async Task<Centre> EnteredAsync()
    {
        var centre = await App.CreateCentreAsync(active: false);
        await EnterAsync(centre, workshops: 1);
        return centre;
    }

    private Task EnterAsync(Centre centre, int workshops) => App.WithAsync<AgreementService>(async service =>
    {
        using var document = new MemoryStream("%PDF-1.7\n%%EOF"u8.ToArray());
        await service.SaveAsync(
            new SaveAgreement
            {
                Actor = TestData.PartyManager(Party.Itu), Centre = centre.Slug, StartsOn = new DateOnly(2026, 9, 1), FileName = "agreement.pdf", Content = document,
                Commitments = new Dictionary<ActivityKind, int> { [ActivityKind.Training] = 4, [ActivityKind.PolicyWorkshop] = workshops },
            },
            Cancel);
    });
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class AgreementTestsOnSqlite(SqliteApp app) : AgreementTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class AgreementTestsOnMariaDb(MariaDbApp app) : AgreementTests(app);
