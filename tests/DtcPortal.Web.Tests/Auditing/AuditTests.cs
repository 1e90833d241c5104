using DtcPortal.Application.Accounts;
using DtcPortal.Application.Auditing;
using DtcPortal.Application.Centres;
using DtcPortal.Application.Localization;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using DtcPortal.Web.Pages.Admin.Audit;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DtcPortal.Web.Tests.Auditing;

/// <summary>The audit's chain, and the page that shows it.</summary>
public abstract class AuditTests(PortalApp app) : PageTests(app)
{
    private AuditChain Chain => App.Services.GetRequiredService<AuditChain>();

    [Fact]
    public async Task Seal_GivesNumbersWithoutGaps_AndTheChainHolds()
    {
        await ChangesAsync(30);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Chain.SealAsync(Cancel)));
        var entries = await App.WithDbAsync(db => db.AuditEntries.OrderBy(entry => entry.Sequence).ToListAsync(Cancel));
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(number => (long?)number), entries.Select(entry => entry.Sequence));
        Assert.Equal(new AuditVerdict(entries.Count, 0, null), await Chain.VerifyAsync(Cancel));
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET Changes = REPLACE(Changes, 'Applicant', 'Applicamt') WHERE Sequence = 3", 3)]
    [InlineData("UPDATE AuditEntries SET At = At + 1 WHERE Sequence = 5", 5)]
    [InlineData("UPDATE AuditEntries SET ActorName = 'Nobody' WHERE Sequence = 1", 1)]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence = 4", 4)]
    public async Task Verify_OneChange_ShowsWhere(string change, long at)
    {
        await ChangesAsync(4);
        await Chain.SealAsync(Cancel);
        Assert.Equal(1, await App.WithDbAsync(db => db.Database.ExecuteSqlRawAsync(change, Cancel)));
        Assert.Equal(at, (await Chain.VerifyAsync(Cancel)).BrokenAt);
    }

    [Fact]
    public async Task Verify_EndCutOff_Shows()
    {
        await ChangesAsync(4);
        await Chain.SealAsync(Cancel);
        var last = await App.WithDbAsync(db => db.AuditEntries.MaxAsync(entry => entry.Sequence, Cancel));
        await App.WithDbAsync(db => db.AuditEntries.Where(entry => entry.Sequence == last).ExecuteDeleteAsync(Cancel));
        Assert.Equal(last, (await Chain.VerifyAsync(Cancel)).BrokenAt);
    }

    [Fact]
    public async Task Entry_OfARequest_SaysWhoAndWhat()
    {
        var user = await App.CreateUserAsync(PortalRole.Applicant);
        using var client = await App.SignedInAsync(user);
        using var saved = await client.SubmitAsync("/account/profile", new Dictionary<string, string> { ["Input.Name"] = "Ama Owusu" });
        var entry = await App.WithDbAsync(db => db.AuditEntries.OrderByDescending(e => e.Id).FirstAsync(Cancel));
        Assert.Equal((user.Id, user.DisplayName, AuditAction.Changed), (entry.ActorId, entry.ActorName, entry.Action));
        Assert.Contains($"\"DisplayName\":[\"{user.DisplayName}\",\"Ama Owusu\"]", entry.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entry_OfAThingWithParts_TellsThemWithin_AndDatesWithTheYearFirst()
    {
        await App.SeedIndicatorsAsync();
        var centre = await App.CreateCentreAsync();
        ActivityEntry? entry = null;
        var activity = await App.CreateActivityAsync(centre, usual => entry = usual);
        entry = entry! with { Participation = entry.Participation with { Women = entry.Participation.Women + 2 } };
        await App.WithAsync<ActivityService>(service => service.ChangeAsync(
            new ChangeActivity { Actor = TestData.CentreManagerOf(centre), ActivityId = activity.Id, Version = activity.Version, Entry = entry }, Cancel));
        var told = await App.WithDbAsync(db => db.AuditEntries.Where(e => e.EntityId == activity.Id.ToString()).OrderBy(e => e.Id).ToListAsync(Cancel));
        Assert.Equal([AuditAction.Added, AuditAction.Changed], told.Select(e => e.Action));
        Assert.All(told, e => Assert.Equal(nameof(Activity), e.Entity));
        Assert.Contains($"\"Participation.Women\":[null,\"{activity.Participation.Women}\"]", told[0].Changes, StringComparison.Ordinal);
        Assert.Contains($"\"EndsOn\":[null,\"{activity.EndsOn:yyyy-MM-dd}\"]", told[0].Changes, StringComparison.Ordinal);
        Assert.Contains($"\"Participation.Women\":[\"{activity.Participation.Women}\",\"{activity.Participation.Women + 2}\"]", told[1].Changes, StringComparison.Ordinal);
        Assert.DoesNotContain("Participation.Men", told[1].Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entry_HoldsNoSecret()
    {
        await App.CreateUserAsync(PortalRole.Applicant, password: TestData.Password);
        var (hash, stamp) = await App.WithDbAsync(db => db.Users.Select(user => new ValueTuple<string?, string?>(user.PasswordHash, user.SecurityStamp)).SingleAsync(Cancel));
        Assert.All(await App.WithDbAsync(db => db.AuditEntries.Select(entry => entry.Changes).ToListAsync(Cancel)), changes =>
        {
            Assert.DoesNotContain(hash!, changes, StringComparison.Ordinal);
            Assert.DoesNotContain(stamp!, changes, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Page_FiltersFrugally_AndGivesCsv()
    {
        var user = await App.CreateUserAsync(PortalRole.Applicant, with: u => u.DisplayName = "=cmd|' /C calc'!A0");
        await App.CreateUserAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var admin = await App.SignedInAsync(PortalRole.Administrator);
        using var response = await App.Queries.GetFrugallyAsync(admin, $"/admin/audit?entity=PortalUser&key={user.Id}&happening=Added&from=2026-09-15&until=2026-09-15");
        var row = Assert.Single((await response.DocumentAsync()).QuerySelectorAll("tbody tr"));
        Assert.StartsWith("Added: Account", row.Children[2].TextContent.Trim(), StringComparison.Ordinal);
        using var csv = await admin.GetAsync($"/admin/audit?handler=Download&entity=PortalUser&key={user.Id}", Cancel);
        Assert.Equal("text/csv", csv.Content.Headers.ContentType?.MediaType);
        var text = await csv.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("'=cmd|", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",=cmd", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryKindOfThing_HasAWord()
    {
        // told by what they are part of
        Type[] unaudited = [typeof(Observation), typeof(SectionPresence), typeof(SectionRevision)];
        var kept = await App.WithDbAsync(db => Task.FromResult(db.Model.GetEntityTypes().Select(type => type.ClrType).ToList()));
        var kinds = kept.Where(type => type.Assembly == typeof(Party).Assembly || type == typeof(PortalUser)).Except(unaudited).Select(type => type.Name).Append("UserRole").Append("Role");
        Assert.All(kinds, kind => Assert.StartsWith("word: ", new LookedUp().KindOf(kind), StringComparison.Ordinal));
    }

    private async Task ChangesAsync(int accounts)
    {
        for (var number = 0; number < accounts; number++)
        {
            await App.CreateUserAsync(PortalRole.Applicant);
        }
    }

    /// <summary>Marks what is looked up.</summary>
    private sealed class LookedUp : IText
    {
        public string Language => "en";

        public string this[string english, params object?[] arguments] => $"word: {english}";

        public string Plural(long count, string one, string many, params object?[] arguments) => throw new NotSupportedException();

        public string Of(Message message) => throw new NotSupportedException();

        public string Of(LocalizedText text) => throw new NotSupportedException();
    }
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class AuditTestsOnSqlite(SqliteApp app) : AuditTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class AuditTestsOnMariaDb(MariaDbApp app) : AuditTests(app);
