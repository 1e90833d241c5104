using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Auditing;
using DtcPortal.Application.Storage;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Accounts;

/// <summary>Sign-in, lockout, reset, language, one's own account.</summary>
public abstract class SignInTests(PortalApp app) : PageTests(app)
{
    private const string Refusal = "The mail address or the password is not right. After several wrong attempts an account is blocked for 15 minutes.";

    [Fact]
    public async Task Post_RightPassword_LeadsBackToWhereOneCameFrom()
    {
        var user = await App.CreateUserAsync(PortalRole.Applicant, password: TestData.Password);
        using var client = App.Visitor();
        using var asked = await client.GetAsync("/account/profile", Cancel);
        Assert.StartsWith("/account/sign-in?returnUrl=", asked.Headers.Location?.PathAndQuery, StringComparison.OrdinalIgnoreCase);

        using var response = await client.SubmitAsync(asked.Headers.Location!.PathAndQuery, Typed(user.Email!, TestData.Password), "#sign-in");
        Assert.Equal("/account/profile", response.Headers.Location?.OriginalString);
        Assert.True(await App.WithDbAsync(db => db.AuditEntries.AnyAsync(e => e.Action == AuditAction.Happened && e.EntityId == user.Id.ToString(), Cancel)));
    }

    [Theory, InlineData("https://evil.example"), InlineData("//evil.example"), InlineData("/\\evil.example")]
    public async Task Post_ForeignReturnAddress_IsNotFollowed(string address)
    {
        var user = await App.CreateUserAsync(PortalRole.Applicant, password: TestData.Password);
        using var client = App.Visitor();
        using var response = await client.SubmitAsync($"/account/sign-in?returnUrl={Uri.EscapeDataString(address)}", Typed(user.Email!, TestData.Password), "#sign-in");
        Assert.Equal("/work", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Post_WrongPasswordOrUnknownAddress_SayTheSame()
    {
        var user = await App.CreateUserAsync(PortalRole.Applicant, password: TestData.Password);
        using var client = App.Visitor();
        foreach (var email in new[] { user.Email!, "nobody@example.org" })
        {
            using var response = await RegistrationTests.SignInAsync(client, email, "not the password");
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Contains(Refusal, (await response.DocumentAsync()).Messages());
        }
    }

    [Fact]
    public async Task Post_EightWrongPasswords_BlockTheAccount_ResetOpensIt()
    {
        var user = await App.CreateUserAsync(PortalRole.Applicant, password: TestData.Password);
        using var client = App.Visitor();
        for (var attempt = 0; attempt < 8; attempt++)
        {
            using var wrong = await RegistrationTests.SignInAsync(client, user.Email!, "not the password");
        }

        using var blocked = await RegistrationTests.SignInAsync(client, user.Email!, TestData.Password);
        Assert.Contains(Refusal, (await blocked.DocumentAsync()).Messages());

        using var asked = await client.SubmitAsync("/account/reset", new Dictionary<string, string> { ["Email"] = user.Email! });
        Assert.Equal("/account/sent?what=reset", asked.Headers.Location?.OriginalString);
        await App.DeliverMailAsync();
        var link = RegistrationTests.LinkOf(Assert.Single(App.Mail.Sent).Body);
        using var weak = await client.SubmitAsync(link, new Dictionary<string, string> { ["Password"] = "qwertyuiop12" }, "#set");
        Assert.Equal(HttpStatusCode.BadRequest, weak.StatusCode);
        using var set = await client.SubmitAsync(link, new Dictionary<string, string> { ["Password"] = "another good long phrase" }, "#set");
        Assert.Equal("/account/sign-in", set.Headers.Location?.OriginalString);
        using var signedIn = await RegistrationTests.SignInAsync(client, user.Email!, "another good long phrase");
        Assert.Equal("/work", signedIn.Headers.Location?.OriginalString);

        using var again = await client.SubmitAsync(link, new Dictionary<string, string> { ["Password"] = "a third good long phrase" }, "#set");
        Assert.Contains("This link is no longer good. Ask for a new one.", (await again.DocumentAsync()).Messages());
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    public async Task Reset_NoAddress_RendersError(string typed)
    {
        using var client = App.Visitor();
        using var asked = await client.SubmitAsync("/account/reset", new Dictionary<string, string> { ["Email"] = typed });
        Assert.Equal(HttpStatusCode.BadRequest, asked.StatusCode);
        Assert.Contains("Enter an e-mail address, such as name@example.org.", (await asked.DocumentAsync()).Messages());
    }

    [Fact]
    public async Task Reset_UnknownAddress_SaysTheSame_AndMailsNobody()
    {
        using var client = App.Visitor();
        using var asked = await client.SubmitAsync("/account/reset", new Dictionary<string, string> { ["Email"] = "nobody@example.org" });
        Assert.Equal("/account/sent?what=reset", asked.Headers.Location?.OriginalString);
        Assert.Equal(0, await App.WithDbAsync(db => db.OutboxMessages.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Post_ClosedAccount_IsRefused()
    {
        var user = await App.CreateUserAsync(PortalRole.Applicant, with: u => u.DisabledAt = PortalApp.Start, password: TestData.Password);
        using var client = App.Visitor();
        using var response = await RegistrationTests.SignInAsync(client, user.Email!, TestData.Password);
        Assert.Contains(Refusal, (await response.DocumentAsync()).Messages());
    }

    [Fact]
    public async Task SignOut_EndsIt()
    {
        using var client = await App.SignedInAsync(PortalRole.Applicant);
        using var response = await client.SubmitAsync("/account/sign-out", form: "main form");
        Assert.Equal("/", response.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, await client.StatusAsync("/work"));
    }

    [Fact]
    public async Task Script_WithoutSignIn_GetsUnauthorized()
    {
        using var client = App.Visitor();
        client.DefaultRequestHeaders.Add("X-Requested-With", "fetch");
        Assert.Equal(HttpStatusCode.Unauthorized, await client.StatusAsync("/work"));
    }

    [Fact]
    public async Task Language_IsTheAccounts_BeforeTheBrowsers()
    {
        var user = await App.CreateUserAsync(PortalRole.Applicant);
        using var client = await App.SignedInAsync(user);
        using var chosen = await client.GetAsync("/account/language?culture=fr&returnUrl=%2Fwork", Cancel);
        Assert.Equal("/work", chosen.Headers.Location?.OriginalString);
        Assert.Equal("fr", (await client.PageAsync("/work")).DocumentElement.GetAttribute("lang"));
        using var elsewhere = await App.SignedInAsync(await App.WithDbAsync(db => db.Users.SingleAsync(u => u.Id == user.Id, Cancel)));
        elsewhere.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        Assert.Equal("fr", (await elsewhere.PageAsync("/work")).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Profile_ChangesNameAndZone()
    {
        var user = await App.CreateUserAsync(PortalRole.Applicant);
        using var client = await App.SignedInAsync(user);
        using var saved = await client.SubmitAsync("/account/profile", new Dictionary<string, string> { ["Input.Name"] = "Ama Owusu", ["Input.TimeZone"] = "Africa/Accra" });
        Assert.Equal("/account/profile", saved.Headers.Location?.OriginalString);
        var page = await client.PageAsync("/account/profile");
        Assert.Contains("Your account is saved.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ama Owusu", page.QuerySelector(".bar-account a")?.TextContent);
        Assert.Equal("Africa/Accra", await App.WithDbAsync(db => db.Users.Select(u => u.TimeZone).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Profile_ChangesPassword_AgainstTheOldOne()
    {
        var user = await App.CreateUserAsync(PortalRole.Applicant, password: TestData.Password);
        using var client = await App.SignedInAsync(user);
        using var wrong = await client.SubmitAsync("/account/profile", new Dictionary<string, string> { ["OldPassword"] = "nonsense", ["NewPassword"] = "another good long phrase" }, "#password");
        Assert.Contains("This is not your present password.", (await wrong.DocumentAsync()).Messages());
        using var right = await client.SubmitAsync("/account/profile", new Dictionary<string, string> { ["OldPassword"] = TestData.Password, ["NewPassword"] = "another good long phrase" }, "#password");
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await client.StatusAsync("/work"));
    }

    [Theory, InlineData("/work"), InlineData("/account/profile"), InlineData("/account/sign-in")]
    public async Task Get_IsFrugal(string address)
    {
        using var client = await App.SignedInAsync(PortalRole.Applicant);
        using var response = await App.Queries.GetFrugallyAsync(client, address);
    }

    private static Dictionary<string, string> Typed(string email, string password) => new() { ["Input.Email"] = email, ["Input.Password"] = password };
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class SignInTestsOnSqlite(SqliteApp app) : SignInTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class SignInTestsOnMariaDb(MariaDbApp app) : SignInTests(app);
