using System.Collections.Concurrent;
using DtcPortal.Application.Selection;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Selection;

/// <summary>The cap is in the database (product.md 1).</summary>
public abstract class SeatAwarderTests(PortalApp app) : PageTests(app)
{
    private const int Racing = 200;

    [Fact]
    public async Task Award_With200RacingFor10Seats_GivesEachSeatOnceAndTellsTheOthersWhy()
    {
        var phase = await App.CreatePhaseAsync();
        var candidacies = await RacersAsync(await App.CreateCallAsync(phase, CallState.Deliberation));
        var seats = new ConcurrentBag<int>();
        var refusals = new ConcurrentBag<string>();

        await Task.WhenAll(candidacies.Select(candidacy => Task.Run(
            async () =>
            {
                try
                {
                    var given = await App.WithAsync<SeatAwarder, IReadOnlyList<Domain.Phases.Seat>>(awarder => awarder.AwardAsync(phase.Id, [new SeatAward(candidacy)], App.Time.Now, Cancel));
                    seats.Add(given[0].Number);
                }
                catch (RuleBrokenException broken)
                {
                    refusals.Add(broken.Rule.ToString());
                }
            },
            Cancel)));

        Assert.Equal(Enumerable.Range(1, 10), seats.Order());
        Assert.Equal(Racing - 10, refusals.Count);
        Assert.All(refusals, refusal => Assert.Equal("No seat is left: all 10 of this phase are taken.", refusal));
        var stored = await App.WithDbAsync(db => db.Seats.Where(seat => seat.CandidacyId != null).Select(seat => seat.CandidacyId).ToListAsync(Cancel));
        Assert.Equal(10, stored.Distinct().Count());
    }

    [Fact]
    public async Task Award_WithoutCap_IsRefused()
    {
        var phase = await App.CreatePhaseAsync(2, cap: null);
        var candidacies = await RacersAsync(await App.CreateCallAsync(phase, CallState.Deliberation), 1);

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() =>
            App.WithAsync<SeatAwarder>(awarder => awarder.AwardAsync(phase.Id, [.. candidacies.Select(candidacy => new SeatAward(candidacy))], App.Time.Now, Cancel)));

        Assert.Equal("No cap is agreed for this phase, so no seat can be given. Both parties sign one first.", broken.Rule.ToString());
    }

    private async Task<IReadOnlyList<Guid>> RacersAsync(Call call, int count = Racing)
    {
        var institutions = Enumerable.Range(0, count)
            .Select(number => new Institution($"Racer {number}", $"racer {number}", "KE", "Town", BodyKind.AcademicUnit, Guid.CreateVersion7(), "Owner", App.Time.Now)).ToList();
        var candidacies = institutions.Select((institution, number) => new Candidacy($"RACE-{number}", call.Id, institution.Id, "KE", [], App.Time.Now)).ToList();
        await App.StoreAsync([.. institutions, .. candidacies]);
        return [.. candidacies.Select(candidacy => candidacy.Id)];
    }
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class SeatAwarderTestsOnSqlite(SqliteApp app) : SeatAwarderTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class SeatAwarderTestsOnMariaDb(MariaDbApp app) : SeatAwarderTests(app);
