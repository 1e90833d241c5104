using DtcPortal.Application.Storage;
using DtcPortal.Domain.Centres;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Selection;

/// <summary>What other areas' tests build on.</summary>
public abstract class TestDataTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task CreateCentre_Twice_TakesTwoSeatsOfOnePhase()
    {
        var first = await App.CreateCentreAsync();
        var second = await App.CreateCentreAsync(active: false, country: "NP");

        Assert.Equal(first.PhaseId, second.PhaseId);
        Assert.Equal(CentreState.Active, first.State);
        Assert.Equal(CentreState.Accepted, second.State);
        Assert.Equal(2, await App.WithDbAsync(db => db.Seats.CountAsync(seat => seat.SpentAt != null, Cancel)));
        Assert.Equal(first.Id, (await App.ManagerOfAsync(first)).CentreId);
        Assert.Equal(first.Id, (await App.CreateReporterAsync(first)).CentreId);
    }
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class TestDataTestsOnSqlite(SqliteApp app) : TestDataTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class TestDataTestsOnMariaDb(MariaDbApp app) : TestDataTests(app);
