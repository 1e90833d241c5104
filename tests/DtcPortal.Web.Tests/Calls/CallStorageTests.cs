using DtcPortal.Application.Calls;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Committee;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Calls;

/// <summary>A call comes back from the database as it was stored.</summary>
public abstract class CallStorageTests(PortalApp app) : PageTests(app)
{
    [Theory, InlineData(CallState.Draft), InlineData(CallState.Published), InlineData(CallState.Open), InlineData(CallState.Closed), InlineData(CallState.Archived)]
    public async Task Store_Call_KeepsAllOfIt(CallState state)
    {
        var made = await App.CreateCallAsync(state: state);
        var stored = await App.WithDbAsync(db => db.Calls.AsSplitQuery().Include(c => c.Criteria).Include(c => c.Qualifications).Include(c => c.Countries).SingleAsync(Cancel));

        Assert.Equal(state, stored.StateAt(App.Time.Now));
        Assert.Equal(made.Deadline, stored.Deadline);
        Assert.Equal(CallDefaults.Form.Sections.Count, stored.Form.Sections.Count);
        Assert.Equal(CallDefaults.Form.Sections[3].Fields[0].Label, stored.Form.Sections[3].Fields[0].Label);
        Assert.Equal(["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C10"], stored.Criteria.OrderBy(c => c.Position).Select(c => c.Code));
        Assert.Equal(6, stored.Criteria[0].Rubric.Count);
        Assert.Equal(4, stored.Qualifications.Count);
        Assert.Equal(195, stored.Countries.Count);
    }

    [Fact]
    public async Task Store_SecondCall_SharesTheCommittee()
    {
        await App.CreateCallAsync();
        var second = await App.CreateCallAsync();
        var committee = await App.CommitteeAsync();
        var seats = await App.WithDbAsync(db => db.CommitteeMembers.Where(member => member.CallId == second.Id).ToListAsync(Cancel));
        Assert.Equal(6, seats.Count);
        Assert.Equal(2, seats.Count(seat => seat.Seat == CommitteeSeat.CoChair && !seat.Reviews));
        Assert.Contains(seats, seat => seat.UserId == committee.Members[0].Id && seat.IsAlternate);
    }
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class CallStorageTestsOnSqlite(SqliteApp app) : CallStorageTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class CallStorageTestsOnMariaDb(MariaDbApp app) : CallStorageTests(app);
