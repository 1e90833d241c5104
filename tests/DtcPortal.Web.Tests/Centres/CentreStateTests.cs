using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Centres;

/// <summary>A manager suspends, resumes and ends a centre, and its people learn of it.</summary>
public abstract class CentreStateTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task End_SaysWhatHappens_AsksOnce_AndMailsTheReason()
    {
        var centre = await App.CreateCentreAsync(activeAt: new DateTimeOffset(2026, 3, 20, 0, 0, 0, TimeSpan.Zero));
        var reporter = await App.CreateReporterAsync(centre);
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Cisco);
        var shown = await manager.PageAsync($"/manage/centres/{centre.Slug}");
        Assert.Null(shown.QuerySelector("main button.danger"));

        var page = await manager.PageAsync(shown.QuerySelector("main a[href$='/end']")!.GetAttribute("href")!);
        Assert.Contains("1 report is open: 2026-Q2.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2 people of the centre get a mail with the reason.", page.Body.TextContent, StringComparison.Ordinal);
        using var ended = await manager.SubmitAsync(page, [new("Reason", "The university closes.")]);

        Assert.Equal($"/manage/centres/{centre.Slug}", ended.Headers.Location?.OriginalString);
        Assert.Contains(
            "Ended on 15 September 2026, because: The university closes.", (await manager.PageAsync($"/manage/centres/{centre.Slug}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await App.DeliverMailAsync();
        Assert.Equal(2, App.Mail.Sent.Count);
        Assert.All(App.Mail.Sent, mail => Assert.Equal($"{centre.Name} has ended", mail.Subject));
        Assert.Contains(App.Mail.Sent, mail => mail.Body.Contains(reporter.DisplayName, StringComparison.Ordinal) && mail.Body.Contains("The reason: The university closes.", StringComparison.Ordinal));
        Assert.Equal($"/manage/centres/{centre.Slug}", (await manager.GetAsync($"/manage/centres/{centre.Slug}/end", Cancel)).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task End_WithoutReason_StoresAndMailsNothing()
    {
        var centre = await App.CreateCentreAsync();
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var refused = await manager.SubmitAsync($"/manage/centres/{centre.Slug}/end", [new("Reason", " ")]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Write a reason.", (await refused.DocumentAsync()).Messages());
        Assert.Equal(
            (CentreState.Active, 0),
            (await App.WithDbAsync(db => db.Centres.Select(found => found.State).SingleAsync(Cancel)), await App.WithDbAsync(db => db.OutboxMessages.CountAsync(Cancel))));
    }

    [Fact]
    public async Task SuspendAndResume_AreMailed()
    {
        var centre = await App.CreateCentreAsync();
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var suspended = await manager.SubmitAsync($"/manage/centres/{centre.Slug}", [new("Reason", "The rooms are repaired.")], "form[action='?handler=Suspend']");
        Assert.Contains("Suspended, because: The rooms are repaired.", (await manager.PageAsync($"/manage/centres/{centre.Slug}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var resumed = await manager.SubmitAsync($"/manage/centres/{centre.Slug}", [], "form[action='?handler=Resume']");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (suspended.StatusCode, resumed.StatusCode));
        await App.DeliverMailAsync();
        Assert.Equal([$"{centre.Name} is suspended", $"{centre.Name} is active again"], App.Mail.Sent.Select(mail => mail.Subject));
        Assert.Contains("The reason: The rooms are repaired.", App.Mail.Sent[0].Body, StringComparison.Ordinal);
    }
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class CentreStateTestsOnSqlite(SqliteApp app) : CentreStateTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class CentreStateTestsOnMariaDb(MariaDbApp app) : CentreStateTests(app);
