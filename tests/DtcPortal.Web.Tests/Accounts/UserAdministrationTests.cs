using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Accounts;

/// <summary>Inviting, changing and closing accounts.</summary>
public abstract class UserAdministrationTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task Invite_MailsALink_ByWhichAPasswordIsChosen()
    {
        using var admin = await App.SignedInAsync(PortalRole.Administrator);
        using var response = await admin.SubmitAsync("/admin/users/invite", new Dictionary<string, string>
        {
            ["Input.Name"] = "Mei Tanaka", ["Input.Email"] = "mei@example.org", ["Input.Roles"] = nameof(PortalRole.CommitteeMember), ["Input.Party"] = nameof(Party.Cisco),
        });
        Assert.Equal("/admin/users", response.Headers.Location?.OriginalString);
        await App.DeliverMailAsync();
        using var invited = App.Visitor();
        using var set = await invited.SubmitAsync(
            RegistrationTests.LinkOf(Assert.Single(App.Mail.Sent).Body), new Dictionary<string, string> { ["Password"] = TestData.Password }, "#set");
        Assert.Equal("/account/sign-in", set.Headers.Location?.OriginalString);
        using var signedIn = await RegistrationTests.SignInAsync(invited, "mei@example.org", TestData.Password);
        Assert.Equal("/work", signedIn.Headers.Location?.OriginalString);
        Assert.Equal(Party.Cisco, await App.WithDbAsync(db => db.Users.Where(u => u.Email == "mei@example.org").Select(u => u.Party).SingleAsync(Cancel)));
    }

    [Theory]
    [InlineData("CommitteeMember", "", "Choose the party for which this person acts.")]
    [InlineData("CentreReporter", "", "Choose the centre.")]
    public async Task Invite_WithoutWhatTheRoleNeeds_RendersError(string role, string party, string message)
    {
        using var admin = await App.SignedInAsync(PortalRole.Administrator);
        using var response = await admin.SubmitAsync("/admin/users/invite", new Dictionary<string, string>
        {
            ["Input.Name"] = "Mei Tanaka", ["Input.Email"] = "mei@example.org", ["Input.Roles"] = role, ["Input.Party"] = party,
        });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(message, (await response.DocumentAsync()).Messages());
        Assert.Equal(0, await App.WithDbAsync(db => db.OutboxMessages.CountAsync(Cancel)));
        Assert.Equal(1, await App.WithDbAsync(db => db.Users.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Invite_AdministratorWhoScores_IsRefused() => Assert.Equal(
        "An administrator never scores: choose one of the two roles.",
        await RefusalAsync(new Place { Roles = [PortalRole.Administrator, PortalRole.CommitteeMember], Party = Party.Itu }));

    [Fact]
    public async Task Invite_AdministratorWhoSigns_IsRefused() => Assert.Equal(
        "An administrator never signs: choose one of the two roles.",
        await RefusalAsync(new Place { Roles = [PortalRole.Administrator, PortalRole.CoChair], Party = Party.Itu }));

    [Fact]
    public async Task Invite_SecondCoChairOfAParty_IsRefused()
    {
        var first = await App.CreateUserAsync(PortalRole.CoChair, Party.Itu);
        Assert.Equal($"This party has a co-chair: {first.DisplayName}. Change their role first.", await RefusalAsync(new Place { Roles = [PortalRole.CoChair], Party = Party.Itu }));
    }

    [Fact]
    public async Task Change_OfParty_VoidsOpenSignatures_AndSignsOut()
    {
        var chair = await App.CreateUserAsync(PortalRole.CoChair, Party.Itu);
        var sheet = new SignOffSheet(SignedKind.Needs, Guid.CreateVersion7(), [new SignedLine("Africa", "71.8")], new string('a', 64), PortalApp.Start);
        sheet.Sign(Party.Itu, chair.Id, chair.DisplayName, 1, PortalApp.Start);
        await App.StoreAsync(sheet);
        var stamp = chair.SecurityStamp;

        using var admin = await App.SignedInAsync(PortalRole.Administrator);
        using var response = await admin.SubmitAsync($"/admin/users/{chair.Id}", new Dictionary<string, string> { ["Input.Party"] = nameof(Party.Cisco) }, "#place");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var stored = await App.WithDbAsync(db => db.SignOffSheets.Include(s => s.SignOffs).SingleAsync(Cancel));
        Assert.Null(stored.StandingOf(Party.Itu));
        Assert.NotEqual(stamp, await App.WithDbAsync(db => db.Users.Where(u => u.Id == chair.Id).Select(u => u.SecurityStamp).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Disable_LastAdministrator_IsRefused()
    {
        var admin = await App.CreateUserAsync(PortalRole.Administrator);
        using var client = await App.SignedInAsync(admin);
        using var response = await client.SubmitAsync($"/admin/users/{admin.Id}", form: "#disable");
        Assert.Contains("This is the last administrator. Make another one first.", (await response.DocumentAsync()).Messages());
    }

    [Fact]
    public async Task Disable_AndEnable_CloseAndOpen()
    {
        var user = await App.CreateUserAsync(PortalRole.PartnerViewer);
        using var admin = await App.SignedInAsync(PortalRole.Administrator);
        using var closed = await admin.SubmitAsync($"/admin/users/{user.Id}", form: "#disable");
        Assert.NotNull(await App.WithDbAsync(db => db.Users.Where(u => u.Id == user.Id).Select(u => u.DisabledAt).SingleAsync(Cancel)));
        using var open = await admin.SubmitAsync($"/admin/users/{user.Id}", form: "#enable");
        Assert.Null(await App.WithDbAsync(db => db.Users.Where(u => u.Id == user.Id).Select(u => u.DisabledAt).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task List_FindsWithoutMarksAndCase_Frugally()
    {
        await App.CreateUserAsync(PortalRole.Applicant, with: u => u.DisplayName = "Hélène Ñandú");
        using var admin = await App.SignedInAsync(PortalRole.Administrator);
        using var response = await App.Queries.GetFrugallyAsync(admin, "/admin/users?q=NANDU%20helene&role=Applicant");
        var page = await response.DocumentAsync();
        Assert.Contains("Hélène Ñandú", Assert.Single(page.QuerySelectorAll("tbody tr")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_Unknown_IsNotFound()
    {
        using var admin = await App.SignedInAsync(PortalRole.Administrator);
        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusAsync($"/admin/users/{Guid.CreateVersion7()}"));
    }

    [Fact]
    public async Task FirstAdministrator_IsMadeOnce()
    {
        await App.WithAsync<UserAdministration>(service => service.CreateFirstAdministratorAsync("root@example.org", "Root", TestData.Password, Cancel));
        Assert.True(await App.WithAsync<UserManager<PortalUser>, bool>(async users => await users.IsInRoleAsync((await users.FindByEmailAsync("root@example.org"))!, nameof(PortalRole.Administrator))));
        await Assert.ThrowsAsync<RuleBrokenException>(() => App.WithAsync<UserAdministration>(service => service.CreateFirstAdministratorAsync("two@example.org", "Two", TestData.Password, Cancel)));
        Assert.Equal(1, await App.WithDbAsync(db => db.Users.CountAsync(Cancel)));
    }

    private async Task<string> RefusalAsync(Place place)
    {
        var invite = new Invite { Name = "Somebody", Email = "somebody@example.org", Place = place };
        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => App.WithAsync<UserAdministration>(service => service.InviteAsync(invite, Cancel)));
        Assert.False(await App.WithDbAsync(db => db.Users.AnyAsync(u => u.Email == "somebody@example.org", Cancel)));
        return broken.Message;
    }
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class UserAdministrationTestsOnSqlite(SqliteApp app) : UserAdministrationTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class UserAdministrationTestsOnMariaDb(MariaDbApp app) : UserAdministrationTests(app);
