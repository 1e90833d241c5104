using System.Net;
using System.Text.RegularExpressions;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Accounts;

/// <summary>From registration to the first sign-in, and how colleagues come together.</summary>
public abstract partial class RegistrationTests(PortalApp app) : PageTests(app)
{
    private const string Address = "/account/register";

    [Fact]
    public async Task Post_New_MakesAccountAndInstitution_ConfirmsByMail_AndSignsIn()
    {
        using var visitor = App.Visitor();
        using var response = await visitor.SubmitAsync(Address, Filled());
        Assert.Equal("/account/sent?what=confirm", response.Headers.Location?.OriginalString);

        var user = await App.WithDbAsync(db => db.Users.SingleAsync(Cancel));
        Assert.False(user.EmailConfirmed);
        var institution = await App.WithDbAsync(db => db.Institutions.Include(i => i.Members).SingleAsync(Cancel));
        Assert.Equal((user.Id, "KE"), (institution.OwnerId, institution.Country));
        Assert.Equal(institution.Id, user.InstitutionId);

        using var early = await SignInAsync(visitor, "amina@example.org", TestData.Password);
        Assert.Equal(HttpStatusCode.BadRequest, early.StatusCode);

        await App.DeliverMailAsync();
        var link = LinkOf(App.Mail.Sent[0].Body);
        using var confirmed = await visitor.SubmitAsync(link);
        Assert.Equal("/account/sign-in", confirmed.Headers.Location?.OriginalString);
        using var signedIn = await SignInAsync(visitor, "AMINA@example.org", TestData.Password);
        Assert.Equal("/work", signedIn.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync("/work"));
    }

    [Fact]
    public async Task Post_InstitutionThatIsThere_IsOffered_NotMade()
    {
        var owner = await OwnerAsync("Kisumu Community ICT Training Centre");
        using var visitor = App.Visitor();
        using var response = await visitor.SubmitAsync(Address, Filled(institution: "Kisumu community I.C.T. Training Centre, Faculty of Skills"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var page = await response.DocumentAsync();
        Assert.Contains("Ask to join Kisumu Community ICT Training Centre", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await App.WithDbAsync(db => db.Institutions.CountAsync(Cancel)));
        Assert.Equal(1, await App.WithDbAsync(db => db.Users.CountAsync(Cancel)));

        using var joined = await visitor.SubmitAsync(page, Filled(same: owner.InstitutionId.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, joined.StatusCode);
        var member = await App.WithDbAsync(db => db.InstitutionMembers.SingleAsync(m => m.UserId != owner.Id, Cancel));
        Assert.Equal(MembershipState.Asked, member.State);
        await App.DeliverMailAsync();
        Assert.Contains(App.Mail.Sent, mail => mail.Recipient == owner.Email && mail.Subject.Contains("asks to join", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_SameNameAsAnother_IsRefusedAtTheField()
    {
        await OwnerAsync("Kisumu Centre");
        using var visitor = App.Visitor();
        using var offered = await visitor.SubmitAsync(Address, Filled(institution: "KISUMU Céntre"));
        using var response = await visitor.SubmitAsync(await offered.DocumentAsync(), Filled(institution: "KISUMU Céntre", same: "another"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("An institution of this name is registered in this country. Ask to join it, or write what tells yours apart.", (await response.DocumentAsync()).Messages());
        Assert.Equal(1, await App.WithDbAsync(db => db.Users.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Post_AddressThatHasAnAccount_SaysTheSame_AndTellsItsHolder()
    {
        var owner = await OwnerAsync("Kisumu Centre");
        using var visitor = App.Visitor();
        using var response = await visitor.SubmitAsync(Address, Filled(email: owner.Email!, institution: "Another College"));
        Assert.Equal("/account/sent?what=confirm", response.Headers.Location?.OriginalString);
        Assert.Equal(1, await App.WithDbAsync(db => db.Users.CountAsync(Cancel)));
        Assert.Equal(1, await App.WithDbAsync(db => db.Institutions.CountAsync(Cancel)));
        await App.DeliverMailAsync();
        Assert.Equal("You have an account already", Assert.Single(App.Mail.Sent).Subject);
    }

    [Theory]
    [InlineData("short", "Use at least 12 characters; several words in a row are good.")]
    [InlineData("Password12345!", "This password is among the first that others would try. Choose another.")]
    [InlineData("amina@example.org1", "This password is among the first that others would try. Choose another.")]
    public async Task Post_WeakPassword_RendersError(string password, string message)
    {
        using var visitor = App.Visitor();
        using var response = await visitor.SubmitAsync(Address, Filled(password: password));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(message, (await response.DocumentAsync()).Messages());
        Assert.Equal(0, await App.WithDbAsync(db => db.Users.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Post_NothingFilledIn_NamesEachField()
    {
        using var visitor = App.Visitor();
        using var response = await visitor.SubmitAsync(Address, form: "main form");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var messages = (await response.DocumentAsync()).Messages();
        Assert.Contains("Write your name.", messages);
        Assert.Contains("Enter your mail address.", messages);
        Assert.Contains("Choose a password.", messages);
        Assert.Contains("Choose a country from the list.", messages);
        Assert.Contains("Write the institution's name.", messages);
        Assert.Contains("Choose what kind of institution it is.", messages);
    }

    [Fact]
    public async Task Post_WithoutItsToken_IsRefused()
    {
        using var visitor = App.Visitor();
        using var content = new FormUrlEncodedContent(Filled());
        using var response = await visitor.PostAsync(Address, content, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(0, await App.WithDbAsync(db => db.Users.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Owner_AdmitsColleague_WhoThenBelongsToIt()
    {
        var (owner, colleague) = await AskingAsync();
        using var client = await App.SignedInAsync(owner);
        using var response = await client.SubmitAsync("/account/profile", Pressed("admit", "true"));
        Assert.Equal("/account/profile#colleagues", response.Headers.Location?.OriginalString);
        Assert.Equal(owner.InstitutionId, await App.WithDbAsync(db => db.Users.Where(u => u.Id == colleague.Id).Select(u => u.InstitutionId).SingleAsync(Cancel)));
        await App.DeliverMailAsync();
        Assert.Contains(App.Mail.Sent, mail => mail.Recipient == colleague.Email && mail.Subject == "You belong to Kisumu Centre now");
    }

    [Fact]
    public async Task Asking_SeesNoColleagues_UntilAdmitted()
    {
        var (owner, colleague) = await AskingAsync();
        using var client = await App.SignedInAsync(colleague);
        var page = await client.PageAsync("/account/profile");
        Assert.DoesNotContain(owner.Email!, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("You wait to be admitted to Kisumu Centre", (await client.PageAsync("/work")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Manager_AdmitsWithAReasonOnly()
    {
        var (owner, colleague) = await AskingAsync();
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Domain.Common.Party.Itu);
        using var refused = await manager.SubmitAsync("/manage/institutions", Pressed("admit", "true"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Write a reason.", (await refused.DocumentAsync()).Messages());

        using var done = await manager.SubmitAsync("/manage/institutions", [new("Reason", "The owner has left."), .. Pressed("admit", "true")]);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var member = await App.WithDbAsync(db => db.InstitutionMembers.SingleAsync(m => m.UserId == colleague.Id, Cancel));
        Assert.Equal((MembershipState.Admitted, "The owner has left."), (member.State, member.Reason));
        Assert.NotEqual(owner.Id, member.DecidedById);
    }

    [Fact]
    public async Task FirstAccount_OfAnInstitutionThatAManagerEntered_OwnsIt()
    {
        var manager = await App.CreateUserAsync(PortalRole.ProgrammeManager, Domain.Common.Party.Itu);
        var institution = Institution.EnteredBy("Kisumu Centre", "kisumu centre", "KE", "Kisumu", Domain.Calls.BodyKind.CommunityTrainingCentre, manager.Id, App.Time.Now);
        await App.StoreAsync(institution);
        var first = await App.CreateUserAsync(PortalRole.Applicant);
        await App.WithAsync<InstitutionService>(service => service.AskAsync(first.Id, institution.Id, Cancel));
        await App.DeliverMailAsync();
        Assert.Contains("/manage/institutions", App.Mail.Sent.Single(mail => mail.Recipient == manager.Email).Body, StringComparison.Ordinal);
        using var client = await App.SignedInAsync(manager);

        using var refused = await client.SubmitAsync("/manage/institutions", Pressed("admit", "true"));
        Assert.Contains("Write a reason.", (await refused.DocumentAsync()).Messages());
        (await client.SubmitAsync("/manage/institutions", [new("Reason", "Its head wrote to us."), .. Pressed("admit", "true")])).Dispose();

        Assert.Equal(first.Id, await App.WithDbAsync(db => db.Institutions.Select(stored => stored.OwnerId).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Colleague_WhoIsNotTheOwner_AdmitsNobody()
    {
        var (owner, colleague) = await AskingAsync();
        var other = await App.CreateUserAsync(PortalRole.Applicant);
        var answer = new AnswerAsk { Actor = new Actor { Id = other.Id, Name = other.DisplayName, Roles = new HashSet<PortalRole> { PortalRole.Applicant } }, InstitutionId = owner.InstitutionId!.Value, UserId = colleague.Id, Admit = true };
        await Assert.ThrowsAsync<Application.Common.ForbiddenException>(() => App.WithAsync<InstitutionService>(service => service.AnswerAsync(answer, Cancel)));
    }

    internal static Task<HttpResponseMessage> SignInAsync(HttpClient client, string email, string password) =>
        client.SubmitAsync("/account/sign-in", new Dictionary<string, string> { ["Input.Email"] = email, ["Input.Password"] = password }, "#sign-in");

    internal static string LinkOf(string body) => new Uri(Link().Match(body).Value).PathAndQuery;

    private static Dictionary<string, string> Pressed(string name, string value) => new() { [name] = value };

    private static Dictionary<string, string> Filled(string email = "amina@example.org", string password = TestData.Password, string institution = "Kisumu Digital Hub", string? same = null)
    {
        var fields = new Dictionary<string, string>
        {
            ["Input.Name"] = "Amina Otieno",
            ["Input.Email"] = email,
            ["Input.Password"] = password,
            ["Input.Country"] = "KE",
            ["Input.InstitutionName"] = institution,
            ["Input.Kind"] = "CommunityTrainingCentre",
        };
        if (same is not null)
        {
            fields["Input.Same"] = same;
        }

        return fields;
    }

    private async Task<PortalUser> OwnerAsync(string name)
    {
        var owner = await App.CreateUserAsync(PortalRole.Applicant);
        var institution = new Institution(name, TextFold.Of(name), "KE", "Kisumu", Domain.Calls.BodyKind.CommunityTrainingCentre, owner.Id, owner.DisplayName, PortalApp.Start);
        await App.StoreAsync(institution);
        await App.WithDbAsync(db => db.Users.Where(u => u.Id == owner.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.InstitutionId, institution.Id), Cancel));
        owner.InstitutionId = institution.Id;
        return owner;
    }

    private async Task<(PortalUser Owner, PortalUser Colleague)> AskingAsync()
    {
        var owner = await OwnerAsync("Kisumu Centre");
        var colleague = await App.CreateUserAsync(PortalRole.Applicant);
        await App.WithAsync<InstitutionService>(service => service.AskAsync(colleague.Id, owner.InstitutionId!.Value, Cancel));
        return (owner, colleague);
    }

    [GeneratedRegex(@"http://localhost/\S+")]
    private static partial Regex Link();
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class RegistrationTestsOnSqlite(SqliteApp app) : RegistrationTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class RegistrationTestsOnMariaDb(MariaDbApp app) : RegistrationTests(app);
