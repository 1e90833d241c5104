using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Storage;
using DtcPortal.Web.Tests.Accounts;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Centres;

/// <summary>A centre's manager sees its people, invites, takes back and ends.</summary>
public abstract class CentrePeopleTests(PortalApp app) : PageTests(app)
{
    private static Dictionary<string, string> Invitation(string email = "mei@example.org", PortalRole role = PortalRole.CentreReporter) =>
        new() { ["Input.Name"] = "Mei Tanaka", ["Input.Email"] = email, ["Input.Role"] = role.ToString() };

    [Fact]
    public async Task List_ShowsThePeopleOfTheCentreOnly_Frugally()
    {
        var centre = await App.CreateCentreAsync();
        var reporter = await App.CreateReporterAsync(centre);
        var other = await App.CreateReporterAsync(await App.CreateCentreAsync());
        using var manager = await App.SignedInAsync(await App.ManagerOfAsync(centre));
        Assert.NotNull((await manager.PageAsync("/centre")).QuerySelector("main a[href='/centre/people']"));

        using var response = await App.Queries.GetFrugallyAsync(manager, "/centre/people");

        var rows = (await response.DocumentAsync()).QuerySelectorAll("main tbody tr");
        Assert.Equal(2, rows.Length);
        Assert.Contains(rows, row => row.TextContent.Contains(reporter.Email!, StringComparison.Ordinal) && row.QuerySelector($"a[href='/centre/people/{reporter.Id}']") is not null);
        Assert.DoesNotContain(rows, row => row.TextContent.Contains(other.Email!, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, await manager.StatusAsync($"/centre/people/{other.Id}"));
    }

    [Theory]
    [InlineData(PortalRole.CentreReporter)]
    [InlineData(PortalRole.CentreManager)]
    public async Task Invite_MailsALink_AndThePersonWorksForTheCentre(PortalRole role)
    {
        var centre = await App.CreateCentreAsync();
        using var manager = await App.SignedInAsync(await App.ManagerOfAsync(centre));

        using var response = await manager.SubmitAsync("/centre/people", Invitation(role: role), "#invite");

        Assert.Equal("/centre/people", response.Headers.Location?.OriginalString);
        await App.DeliverMailAsync();
        using var invited = App.Visitor();
        using var set = await invited.SubmitAsync(
            RegistrationTests.LinkOf(Assert.Single(App.Mail.Sent).Body), new Dictionary<string, string> { ["Password"] = TestData.Password }, "#set");
        using var signedIn = await RegistrationTests.SignInAsync(invited, "mei@example.org", TestData.Password);
        Assert.Equal("/work", signedIn.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, await invited.StatusAsync("/centre"));
        Assert.Equal(role == PortalRole.CentreManager ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await invited.StatusAsync("/centre/people"));
    }

    [Theory]
    [InlineData("Input.Name", "", "Write the person's name.")]
    [InlineData("Input.Email", "", "Enter a mail address.")]
    [InlineData("Input.Email", "nobody", "Enter an e-mail address, such as name@example.org.")]
    [InlineData("Input.Role", "", "Choose a role.")]
    [InlineData("Input.Role", "Administrator", "Choose a role.")]
    public async Task Invite_BadInput_RendersError(string field, string value, string message)
    {
        var centre = await App.CreateCentreAsync();
        using var manager = await App.SignedInAsync(await App.ManagerOfAsync(centre));
        var before = await App.WithDbAsync(db => db.Users.CountAsync(Cancel));
        using var response = await manager.SubmitAsync("/centre/people", new Dictionary<string, string>(Invitation()) { [field] = value }, "#invite");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(message, (await response.DocumentAsync()).Messages());
        Assert.Equal(before, await App.WithDbAsync(db => db.Users.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Invite_ColleagueWithAnAccount_GetsAccess_AndStaysApplicant()
    {
        var centre = await App.CreateCentreAsync();
        var colleague = await App.CreateUserAsync(PortalRole.Applicant, with: user => (user.InstitutionId, user.PasswordHash) = (centre.InstitutionId, "chosen"));
        using var manager = await App.SignedInAsync(await App.ManagerOfAsync(centre));

        using var response = await manager.SubmitAsync("/centre/people", Invitation(colleague.Email!), "#invite");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal((centre.Id, "Applicant, CentreReporter"), await StandingOfAsync(colleague.Id));
        await App.DeliverMailAsync();
        Assert.Equal($"You belong to {centre.Name} now", Assert.Single(App.Mail.Sent).Subject);
    }

    [Fact]
    public async Task Invite_SomebodyWhoActsForOthers_IsRefused()
    {
        var centre = await App.CreateCentreAsync();
        var elsewhere = await App.CreateReporterAsync(await App.CreateCentreAsync());
        var reporter = await App.CreateReporterAsync(centre);
        using var manager = await App.SignedInAsync(await App.ManagerOfAsync(centre));
        using var response = await manager.SubmitAsync("/centre/people", Invitation(elsewhere.Email!), "#invite");
        Assert.Contains("This address has an account that acts for somebody else. Ask the administrators of the portal.", (await response.DocumentAsync()).Messages());
        using var again = await manager.SubmitAsync("/centre/people", Invitation(reporter.Email!), "#invite");
        Assert.Contains("This person is of your centre already.", (await again.DocumentAsync()).Messages());
    }

    [Fact]
    public async Task End_OfAnInvitation_MakesItsLinkUseless_AndItCanBeSentAnew()
    {
        var centre = await App.CreateCentreAsync();
        using var manager = await App.SignedInAsync(await App.ManagerOfAsync(centre));
        using var sent = await manager.SubmitAsync("/centre/people", Invitation(), "#invite");
        await App.DeliverMailAsync();
        var link = RegistrationTests.LinkOf(Assert.Single(App.Mail.Sent).Body);
        var id = await App.WithDbAsync(db => db.Users.Where(user => user.Email == "mei@example.org").Select(user => user.Id).SingleAsync(Cancel));

        using var ended = await manager.SubmitAsync($"/centre/people/{id}", form: "#end");

        Assert.Equal("/centre/people", ended.Headers.Location?.OriginalString);
        Assert.Equal((null, ""), await StandingOfAsync(id));
        using var visitor = App.Visitor();
        using var set = await visitor.SubmitAsync(link, new Dictionary<string, string> { ["Password"] = TestData.Password }, "#set");
        Assert.Equal(HttpStatusCode.BadRequest, set.StatusCode);
        using var anew = await manager.SubmitAsync("/centre/people", Invitation(), "#invite");
        Assert.Equal(HttpStatusCode.Redirect, anew.StatusCode);
        Assert.Equal((centre.Id, "CentreReporter"), await StandingOfAsync(id));
        await App.DeliverMailAsync();
        using var second = await visitor.SubmitAsync(RegistrationTests.LinkOf(App.Mail.Sent[^1].Body), new Dictionary<string, string> { ["Password"] = TestData.Password }, "#set");
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
    }

    [Fact]
    public async Task End_OfTheFirstManager_HandsTheCentreToWhoEndsIt()
    {
        var centre = await App.CreateCentreAsync();
        var second = await App.CreateUserAsync(PortalRole.CentreManager, with: user => user.CentreId = centre.Id);
        using var client = await App.SignedInAsync(second);

        using var ended = await client.SubmitAsync($"/centre/people/{centre.ManagerId}", form: "#end");

        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Null((await StandingOfAsync(centre.ManagerId)).Centre);
        Assert.Equal(second.Id, await App.WithDbAsync(db => db.Centres.Select(found => found.ManagerId).SingleAsync(Cancel)));
        Assert.Null((await client.PageAsync($"/centre/people/{second.Id}")).QuerySelector("#end"));
    }

    [Fact]
    public async Task End_OfOneself_IsRefused()
    {
        var centre = await App.CreateCentreAsync();
        var manager = await App.ManagerOfAsync(centre);
        var reporter = await App.CreateReporterAsync(centre);
        using var client = await App.SignedInAsync(manager);
        var page = await client.PageAsync($"/centre/people/{reporter.Id}");
        page.QuerySelector("#end")!.SetAttribute("action", $"/centre/people/{manager.Id}");
        using var response = await client.SubmitAsync(page, new Dictionary<string, string>(), "#end");
        Assert.Contains("Another manager of the centre ends your access.", (await response.DocumentAsync()).Messages());
        Assert.Equal(centre.Id, (await StandingOfAsync(manager.Id)).Centre);
    }

    private Task<(Guid? Centre, string Roles)> StandingOfAsync(Guid id) => App.WithDbAsync(async db =>
    {
        var centre = await db.Users.Where(user => user.Id == id).Select(user => user.CentreId).SingleAsync(Cancel);
        var roles = await db.UserRoles.Where(entry => entry.UserId == id).Select(entry => entry.RoleId).ToListAsync(Cancel);
        return (centre, string.Join(", ", Enum.GetValues<PortalRole>().Where(role => roles.Contains(role.Id())).Order()));
    });
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class CentrePeopleTestsOnSqlite(SqliteApp app) : CentrePeopleTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class CentrePeopleTestsOnMariaDb(MariaDbApp app) : CentrePeopleTests(app);
