using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Auditing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Infrastructure;

/// <summary>What every page stands on.</summary>
public abstract class PlatformTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task Get_UnknownAddress_IsNotFoundInWords()
    {
        using var visitor = App.Visitor();
        using var response = await visitor.GetAsync("/nothing-here", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("There is no such page", await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AnyPage_HasStrictHeaders()
    {
        using var visitor = App.Visitor();
        using var response = await visitor.GetAsync("/nothing-here", Cancel);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Cookies_OverHttps_AreSecureAndOutOfReachOfScripts()
    {
        var user = await App.CreateUserAsync(PortalRole.Applicant, password: TestData.Password);
        using var visitor = App.Visitor();
        using var form = await visitor.GetAsync("https://localhost/account/sign-in", Cancel);
        using var signedIn = await visitor.SubmitAsync(
            await form.DocumentAsync(), new Dictionary<string, string> { ["Input.Email"] = user.Email!, ["Input.Password"] = TestData.Password }, "#sign-in");
        var cookies = form.Headers.GetValues("Set-Cookie").Concat(signedIn.Headers.GetValues("Set-Cookie"))
            .Where(cookie => !cookie.Contains("=; expires=", StringComparison.Ordinal)).ToArray();
        Assert.Contains(cookies, cookie => cookie.StartsWith("portal-form=", StringComparison.Ordinal));
        Assert.Contains(cookies, cookie => cookie.StartsWith("portal=", StringComparison.Ordinal));
        Assert.All(cookies, cookie => Assert.Matches("secure; samesite=(lax|strict); httponly", cookie));
    }

    [Theory, InlineData(""), InlineData("?handler=Export&format=csv")]
    public async Task Get_WhatOneSeesByOnesRights_IsKeptInNoCache(string query)
    {
        var call = await App.CreateCallAsync();
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var response = await manager.GetAsync($"/manage/calls/{call.Slug}/candidacies{query}", Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Get_AskingForFrench_SpeaksFrench()
    {
        using var visitor = App.Visitor();
        visitor.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr-CH, fr;q=0.9, en;q=0.8");
        using var response = await visitor.GetAsync("/nothing-here", Cancel);
        Assert.Equal("fr", Assert.Single(response.Content.Headers.ContentLanguage));
    }

    [Theory, InlineData("/healthz/live"), InlineData("/healthz/ready")]
    public async Task Get_Health_IsOk(string address)
    {
        using var visitor = App.Visitor();
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync(address));
    }

    [Fact]
    public async Task Model_HasAMigration() => Assert.False(await App.WithDbAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())));

    [Fact]
    public async Task Change_IsAudited_InTheSameTransaction()
    {
        var user = await App.CreateUserAsync(PortalRole.ProgrammeManager, Party.Itu);
        await App.WithDbAsync(async db =>
        {
            var stored = await db.Users.SingleAsync(candidate => candidate.Id == user.Id, Cancel);
            stored.DisplayName = "Somebody else";
            await db.SaveChangesAsync(Cancel);
        });
        var entry = await App.WithDbAsync(db => db.AuditEntries.Where(e => e.EntityId == user.Id.ToString() && e.Action == AuditAction.Changed).OrderBy(e => e.Id).LastAsync(Cancel));
        Assert.Equal("PortalUser", entry.Entity);
        Assert.Equal(PortalApp.Start, entry.At);
        Assert.Equal($$"""{"DisplayName":["{{user.DisplayName}}","Somebody else"]}""", entry.Changes);
    }

    [Fact]
    public async Task Change_RolledBack_LeavesNoAudit()
    {
        await App.WithDbAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            db.Users.Add(new PortalUser { UserName = "gone@example.org", DisplayName = "Gone" });
            await db.SaveChangesAsync(Cancel);
        });
        Assert.Equal(0, await App.WithDbAsync(db => db.AuditEntries.CountAsync(Cancel)));
        Assert.Equal(0, await App.WithDbAsync(db => db.Users.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Atomically_WithManyWriters_LosesNone()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => App.WithDbAsync(db => db.AtomicallyAsync(
            async () =>
            {
                await db.Users.CountAsync(Cancel);
                db.Users.Add(new PortalUser { UserName = $"writer{number}@example.org", DisplayName = $"Writer {number}" });
            },
            Cancel))));
        Assert.Equal(40, await App.WithDbAsync(db => db.Users.CountAsync(Cancel)));
    }
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class PlatformTestsOnSqlite(SqliteApp app) : PlatformTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class PlatformTestsOnMariaDb(MariaDbApp app) : PlatformTests(app);
