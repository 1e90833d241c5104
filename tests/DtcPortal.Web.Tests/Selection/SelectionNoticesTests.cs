using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Mail;
using DtcPortal.Application.Selection;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DtcPortal.Web.Tests.Selection;

/// <summary>Results and offers reach everybody of an institution; where it has nobody, the managers tell it.</summary>
public abstract class SelectionNoticesTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task SecondSignature_TellsEveryoneOfTheInstitutionWhoIsNotDisabled()
    {
        var selectable = await App.CreateSelectableAsync();
        var (offered, waitlisted, notChosen) = (selectable.Of("KE"), selectable.Of("KE", 1), selectable.Of("SD"));
        var colleagues = new Dictionary<Guid, PortalUser>();
        foreach (var candidacy in new[] { offered, waitlisted, notChosen })
        {
            colleagues[candidacy.Id] = await App.CreateColleagueAsync(selectable.InstitutionOf(candidacy));
        }

        await DisableAsync(selectable.InstitutionOf(waitlisted).OwnerId);
        await App.DecideAsync(selectable);

        var mails = await MailsAsync();
        Assert.Equal(
            [await AddressAsync(selectable.InstitutionOf(offered).OwnerId), colleagues[offered.Id].Email!],
            To(mails, $"Your candidacy {offered.Reference} was chosen"));
        Assert.Equal([colleagues[waitlisted.Id].Email!], To(mails, $"Your candidacy {waitlisted.Reference} is on the waitlist"));
        Assert.Equal(
            [await AddressAsync(selectable.InstitutionOf(notChosen).OwnerId), colleagues[notChosen.Id].Email!],
            To(mails, $"The result of your candidacy {notChosen.Reference}"));
        Assert.Equal(22, mails.Count);
    }

    [Fact]
    public async Task SecondSignature_ForAnInstitutionWithoutAccounts_AsksTheManagersOfBothPartiesToTellIt()
    {
        var selectable = await App.CreateSelectableAsync();
        var (offered, waitlisted, notChosen) = (selectable.Of("KE"), selectable.Of("KE", 1), selectable.Of("SD"));
        var managers = await ManagersAsync();
        foreach (var candidacy in new[] { offered, waitlisted, notChosen })
        {
            await CameOnPaperAsync(selectable.InstitutionOf(candidacy), managers[0]);
        }

        await App.DecideAsync(selectable);

        var mails = await MailsAsync();
        string[] both = [managers[0].Email!, managers[1].Email!];
        Assert.Equal(both, To(mails, $"Candidacy {offered.Reference} was chosen: tell the institution"));
        Assert.Equal(both, To(mails, $"Candidacy {waitlisted.Reference} is on the waitlist: tell the institution"));
        Assert.Equal(both, To(mails, $"Candidacy {notChosen.Reference} was not chosen: tell the institution"));
        Assert.All(mails.Where(mail => both.Contains(mail.Recipient)), mail =>
        {
            Assert.Contains("tell the institution by post or mail", mail.Body, StringComparison.Ordinal);
            Assert.Contains($"http://localhost/manage/calls/{selectable.Call.Slug}/candidacies", mail.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("your candidacy", mail.Subject + mail.Body, StringComparison.OrdinalIgnoreCase);
        });
        var offer = mails.First(mail => mail.Subject.StartsWith($"Candidacy {offered.Reference}", StringComparison.Ordinal)).Body;
        Assert.Contains($"{selectable.InstitutionOf(offered).Name} was chosen to host a Digital Transformation Centre.", offer, StringComparison.Ordinal);
        Assert.Contains("The seat is accepted or declined before 10:00 UTC on 29 September 2026", offer, StringComparison.Ordinal);
        Assert.Equal(17 + 6, mails.Count);
    }

    [Fact]
    public async Task Lapse_TellsEveryoneOfTheInstitution_OrTheManagersWhereItHasNobody()
    {
        var selectable = await App.CreateSelectableAsync();
        await App.DecideAsync(selectable);
        var colleague = await App.CreateColleagueAsync(selectable.InstitutionOf(selectable.Of("KE")));
        var managers = await ManagersAsync();
        await CameOnPaperAsync(selectable.InstitutionOf(selectable.Of("NP")), managers[0]);
        App.Time.Advance(TimeSpan.FromDays(15));

        await using (var scope = App.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetServices<IDueWork>().OfType<OfferLapses>().Single().RunAsync(Cancel);
        }

        var mails = await MailsAsync();
        Assert.Equal(
            [await AddressAsync(selectable.InstitutionOf(selectable.Of("KE")).OwnerId), colleague.Email!],
            To(mails, $"The offer to your candidacy {selectable.Of("KE").Reference} has lapsed"));
        Assert.Equal([managers[0].Email!, managers[1].Email!], To(mails, $"The offer to candidacy {selectable.Of("NP").Reference} has lapsed: tell the institution"));
    }

    [Fact]
    public async Task Addresses_OfManyCandidacies_AreReadInThreeQueries()
    {
        var selectable = await App.CreateSelectableAsync();
        await CameOnPaperAsync(selectable.InstitutionOf(selectable.Of("KE")), (await ManagersAsync())[0]);
        List<Guid> ids = [.. selectable.Candidacies.Select(candidacy => candidacy.Id)];

        await App.WithAsync<SelectionNotices>(async notices =>
        {
            var addresses = new Dictionary<Guid, NoticeAddress>();
            Assert.Equal(3, await App.Queries.CountAsync(async () => addresses = await notices.AddressesAsync(ids, Cancel)));
            Assert.Equal(19, addresses.Values.Count(address => address.People.Count == 1 && address.Managers.Count == 0));
            Assert.Equal(2, addresses[selectable.Of("KE").Id].Managers.Count);
        });
    }

    // one of each party, and one whose account is closed
    private async Task<IReadOnlyList<PortalUser>> ManagersAsync()
    {
        List<PortalUser> managers = [await App.CreateUserAsync(PortalRole.ProgrammeManager, Party.Itu), await App.CreateUserAsync(PortalRole.ProgrammeManager, Party.Cisco)];
        await DisableAsync((await App.CreateUserAsync(PortalRole.ProgrammeManager, Party.Cisco)).Id);
        return [.. managers.OrderBy(manager => manager.Email, StringComparer.Ordinal)];
    }

    private Task CameOnPaperAsync(Institution institution, PortalUser manager) => App.WithDbAsync(async db =>
    {
        await db.InstitutionMembers.Where(member => member.InstitutionId == institution.Id).ExecuteDeleteAsync(Cancel);
        await db.Institutions.Where(stored => stored.Id == institution.Id).ExecuteUpdateAsync(set => set.SetProperty(stored => stored.OwnerId, manager.Id), Cancel);
    });

    private Task<int> DisableAsync(Guid userId) => App.WithDbAsync(db =>
        db.Users.Where(user => user.Id == userId).ExecuteUpdateAsync(set => set.SetProperty(user => user.DisabledAt, App.Time.Now), Cancel));

    private Task<string> AddressAsync(Guid userId) => App.WithDbAsync(db => db.Users.Where(user => user.Id == userId).Select(user => user.Email!).SingleAsync(Cancel));

    private Task<List<OutboxMessage>> MailsAsync() => App.WithDbAsync(db => db.OutboxMessages.AsNoTracking().ToListAsync(Cancel));

    private static IEnumerable<string> To(IEnumerable<OutboxMessage> mails, string subject) =>
        mails.Where(mail => mail.Subject == subject).Select(mail => mail.Recipient).OrderByDescending(address => address.StartsWith("owner", StringComparison.Ordinal)).ThenBy(address => address, StringComparer.Ordinal);
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class SelectionNoticesTestsOnSqlite(SqliteApp app) : SelectionNoticesTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class SelectionNoticesTestsOnMariaDb(MariaDbApp app) : SelectionNoticesTests(app);
