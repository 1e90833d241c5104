using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Demo;
using DtcPortal.Web.Tests.Accounts;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DtcPortal.Web.Tests.Demo;

/// <summary>What exists in the demonstration only.</summary>
[Collection(nameof(DemoApp))]
public sealed class DemoPageTests(DemoApp app) : PageTests(app)
{
    [Fact]
    public async Task SignIn_OffersEveryAccount_AndSignsInByOneClick()
    {
        await App.WithAsync<DemoUsers>(users => users.CreateAsync(Cancel));
        using var client = App.Visitor();
        var page = await client.PageAsync("/account/sign-in");
        Assert.Equal(15, page.QuerySelectorAll("button[name=account]").Length);
        using var response = await client.SubmitAsync(page, new Dictionary<string, string> { ["account"] = "admin@example.org" }, "form:has(button[value='admin@example.org'])");
        Assert.Equal("/work", response.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, await client.StatusAsync("/admin/users"));
    }

    [Fact]
    public async Task SignIn_ByTheDemosPassword_Works()
    {
        await App.WithAsync<DemoUsers>(users => users.CreateAsync(Cancel));
        using var client = App.Visitor();
        using var response = await RegistrationTests.SignInAsync(client, "member1@example.org", DemoUsers.Password);
        Assert.Equal("/work", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Mail_IsLinkedForWhoCausedIt_AndNobodyElse()
    {
        using var admin = await App.SignedInAsync(PortalRole.Administrator);
        using var invited = await admin.SubmitAsync("/admin/users/invite", new Dictionary<string, string>
        {
            ["Input.Name"] = "Priya Raman", ["Input.Email"] = "priya@example.org", ["Input.Roles"] = nameof(PortalRole.PartnerViewer),
        });
        var page = await admin.PageAsync("/admin/users");
        var link = Assert.Single(page.QuerySelectorAll("a[href^='/demo/mail/']")).GetAttribute("href")!;
        var mail = await admin.PageAsync(link);
        var address = Assert.Single(mail.QuerySelectorAll(".mail-text a")).GetAttribute("href");
        Assert.StartsWith("/account/reset?user=", address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await admin.StatusAsync(address!));
        using var other = await App.SignedInAsync(PortalRole.Applicant);
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync(link));
    }

    [Fact]
    public async Task Clock_MovesForward_AndStaysAfterARestart()
    {
        using var admin = await App.SignedInAsync(PortalRole.Administrator);
        var clock = App.Services.GetRequiredService<PortalClock>();
        var before = clock.Now;
        using var moved = await admin.SubmitAsync("/admin/clock", new Dictionary<string, string> { ["Days"] = "30" }, "#by-days");
        Assert.Equal("/admin/clock", moved.Headers.Location?.OriginalString);
        Assert.Equal(before.AddDays(30), clock.Now);

        var restarted = new PortalClock(App.Time);
        Assert.True(await App.WithDbAsync(db => DemoClock.ResumeAsync(db, restarted, Cancel)));
        Assert.Equal(clock.Now, restarted.Now);
    }

    [Theory, InlineData("0"), InlineData("-3"), InlineData("4000"), InlineData("many")]
    public async Task Clock_OddDays_RendersError(string days)
    {
        using var admin = await App.SignedInAsync(PortalRole.Administrator);
        var before = App.Services.GetRequiredService<PortalClock>().Now;
        using var response = await admin.SubmitAsync("/admin/clock", new Dictionary<string, string> { ["Days"] = days }, "#by-days");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotEmpty((await response.DocumentAsync()).Messages());
        Assert.Equal(before, App.Services.GetRequiredService<PortalClock>().Now);
    }

    [Fact]
    public async Task Clock_BackInTime_IsRefused() =>
        await Assert.ThrowsAsync<Domain.Common.RuleBrokenException>(() => App.WithAsync<DemoClock>(clock => clock.MoveToAsync(PortalApp.Start.AddDays(-1), Cancel)));

    [Fact]
    public async Task Reset_TooOften_IsRefusedInWords()
    {
        using var visitor = App.Visitor();
        HttpResponseMessage? response = null;
        for (var attempt = 0; attempt < 4; attempt++)
        {
            response?.Dispose();
            response = await visitor.SubmitAsync("/account/reset", new Dictionary<string, string> { ["Email"] = "nobody@example.org" });
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, response!.StatusCode);
        Assert.True(response.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Contains("Too many attempts", await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        response.Dispose();
    }
}
