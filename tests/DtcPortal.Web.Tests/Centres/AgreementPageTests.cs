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

/// <summary>A centre as managers see it: what they type of its agreement, and changes of its state.</summary>
public abstract class AgreementPageTests(PortalApp app) : PageTests(app)
{
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

    [Fact]
    public async Task Post_SuspendWithoutReason_OpensThePartAndStoresNothing()
    {
        var centre = await App.CreateCentreAsync();
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var refused = await manager.SubmitAsync($"/manage/centres/{centre.Slug}", [new("change", nameof(CentreChange.Suspend)), new("reason", " ")], "details form");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.DocumentAsync();
        page.AssertErrorsLeadToTheirFields();
        Assert.Contains("Write a reason.", page.Messages());
        Assert.Single(page.QuerySelectorAll("details[open] textarea[aria-invalid=true]"));
        Assert.Equal(CentreState.Active, await App.WithDbAsync(db => db.Centres.Select(found => found.State).SingleAsync(Cancel)));
    }
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class AgreementPageTestsOnSqlite(SqliteApp app) : AgreementPageTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class AgreementPageTestsOnMariaDb(MariaDbApp app) : AgreementPageTests(app);
