using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Mail;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Mail;

/// <summary>Mails are written with the change and delivered once.</summary>
public abstract class OutboxTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task Enqueue_SpeaksTheRecipientsLanguage()
    {
        await EnqueueAsync(new MailRecipient("a@example.org", "Aya", "fr", null));
        await App.DeliverMailAsync();
        var mail = Assert.Single(App.Mail.Sent);
        Assert.Equal("Votre mot de passe a été changé", mail.Subject);
        Assert.StartsWith("Bonjour Aya,", mail.Body, StringComparison.Ordinal);
        Assert.Contains("http://localhost/work", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enqueue_RolledBack_MailsNobody()
    {
        await App.WithAsync<MailComposer>(mail =>
        {
            mail.Enqueue(Draft(new MailRecipient("a@example.org", "Aya", null, null)));
            return Task.CompletedTask;
        });
        await App.DeliverMailAsync();
        Assert.Empty(App.Mail.Sent);
    }

    [Fact]
    public async Task Deliver_ByManyAtOnce_SendsEachOnce()
    {
        for (var number = 0; number < 20; number++)
        {
            await EnqueueAsync(new MailRecipient($"a{number}@example.org", "Aya", null, null));
        }

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => App.DeliverMailAsync()));
        Assert.Equal(20, App.Mail.Sent.Count);
        Assert.Equal(20, App.Mail.Sent.Select(mail => mail.Id).Distinct().Count());
        Assert.All(await App.WithDbAsync(db => db.OutboxMessages.ToListAsync(Cancel)), mail => Assert.Equal((OutboxState.Sent, 1), (mail.State, mail.Attempts)));
    }

    [Fact]
    public async Task Deliver_Failing_IsRetriedLater_AndInTheEndGivenUp()
    {
        await EnqueueAsync(new MailRecipient("a@example.org", "Aya", null, null));
        App.Mail.Failure = new InvalidOperationException("The mail server is away.");
        for (var attempt = 1; attempt <= OutboxMessage.MaximumAttempts; attempt++)
        {
            await App.DeliverMailAsync();
            await App.DeliverMailAsync();
            Assert.Equal(attempt, await App.WithDbAsync(db => db.OutboxMessages.Select(mail => mail.Attempts).SingleAsync(Cancel)));
            App.Time.Advance(TimeSpan.FromHours(2));
        }

        var given = await App.WithDbAsync(db => db.OutboxMessages.SingleAsync(Cancel));
        Assert.Equal((OutboxState.Failed, "The mail server is away."), (given.State, given.LastError));

        using var admin = await App.SignedInAsync(PortalRole.Administrator);
        Assert.Contains("The mail server is away.", (await admin.PageAsync("/admin/outbox?state=Failed")).Body!.TextContent, StringComparison.Ordinal);
        using var retried = await admin.SubmitAsync("/admin/outbox", new Dictionary<string, string> { ["id"] = given.Id.ToString() });
        Assert.Equal(HttpStatusCode.Redirect, retried.StatusCode);
        App.Mail.Failure = null;
        await App.DeliverMailAsync();
        Assert.Single(App.Mail.Sent);
    }

    [Fact]
    public async Task Deliver_AfterACrashInBetween_SendsAgainUnderTheSameName()
    {
        await EnqueueAsync(new MailRecipient("a@example.org", "Aya", null, null));
        await App.WithDbAsync(async db =>
        {
            var mail = await db.OutboxMessages.SingleAsync(Cancel);
            mail.Take(App.Time.Now);
            await db.SaveChangesAsync(Cancel);
        });
        await App.DeliverMailAsync();
        Assert.Empty(App.Mail.Sent);
        App.Time.Advance(TimeSpan.FromMinutes(3));
        await App.DeliverMailAsync();
        Assert.Single(App.Mail.Sent);
    }

    [Fact]
    public async Task List_IsFrugal()
    {
        await EnqueueAsync(new MailRecipient("a@example.org", "Aya", null, null));
        using var admin = await App.SignedInAsync(PortalRole.Administrator);
        using var response = await App.Queries.GetFrugallyAsync(admin, "/admin/outbox?recipient=a@");
        Assert.Single((await response.DocumentAsync()).QuerySelectorAll("tbody tr"));
    }

    private static MailDraft Draft(MailRecipient to) => new()
    {
        To = to, Subject = new Message("Your password was changed"), Paragraphs = [new Message("If it was not you, do nothing: your password stays as it is.")], Path = "/work",
    };

    private Task EnqueueAsync(MailRecipient to) => App.WithAsync<IServiceProvider>(async services =>
    {
        ((MailComposer)services.GetService(typeof(MailComposer))!).Enqueue(Draft(to));
        await ((PortalDbContext)services.GetService(typeof(PortalDbContext))!).SaveChangesAsync(Cancel);
    });
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class OutboxTestsOnSqlite(SqliteApp app) : OutboxTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class OutboxTestsOnMariaDb(MariaDbApp app) : OutboxTests(app);
