using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Reporting;
using DtcPortal.Application.Signing;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DtcPortal.Web.Tests.Reporting;

/// <summary>Indicators and targets: managers set them, one co-chair of each party signs the same version.</summary>
public abstract class TargetPageTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task Targets_SetThenSignedByBoth_AreInForce_AndAChangeDropsThat()
    {
        var centre = await App.CreateCentreAsync();
        await App.SeedIndicatorsAsync();
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var itu = await App.SignedInAsync(PortalRole.CoChair, Party.Itu);
        using var cisco = await App.SignedInAsync(PortalRole.CoChair, Party.Cisco);

        using var set = await manager.SubmitAsync("/manage/targets/phase-1", new Dictionary<string, string> { ["Values[trained-basic]"] = "1100", ["Values[women-share-basic]"] = "50" });
        using var own = await manager.SubmitAsync($"/manage/targets/phase-1?centre={centre.Slug}&period=2026-Q2", new Dictionary<string, string> { ["Values[trained-basic]"] = "900" });

        Assert.Equal([("trained-basic", false, 900_000_000L), ("trained-basic", true, 1_100_000_000L), ("women-share-basic", true, 500_000L)], await StoredAsync());
        Assert.Null(await AgreedAsync());
        using var frugal = await App.Queries.GetFrugallyAsync(itu, "/manage/targets/phase-1");
        await SignAsync(itu, 2);
        Assert.Null(await AgreedAsync());
        await SignAsync(cisco, 2);
        Assert.NotNull(await AgreedAsync());
        using var again = await manager.SubmitAsync("/manage/targets/phase-1", new Dictionary<string, string> { ["Values[trained-basic]"] = "" });
        Assert.Null(await AgreedAsync());
        Assert.Equal(2, (await StoredAsync()).Count);
    }

    [Fact]
    public async Task Targets_WithoutAPhaseNamed_AreThoseOfThePhaseThatReports()
    {
        await App.CreateCentreAsync();
        await App.CreateCentreAsync(active: false, phase: 2, country: "UG");
        await App.SeedIndicatorsAsync();
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        Assert.StartsWith("/manage/targets/phase-1", (await manager.PageAsync("/manage/targets")).QuerySelector("main form.filters")!.GetAttribute("action"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1", "A target is 0 or more.")]
    [InlineData("many", "Enter a number, such as 4 or 1.5.")]
    public async Task Targets_NotValid_RendersErrorWithWhatWasTyped(string value, string message)
    {
        await App.CreateCentreAsync();
        await App.SeedIndicatorsAsync();
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Cisco);
        using var response = await manager.SubmitAsync("/manage/targets", new Dictionary<string, string> { ["Values[trained-basic]"] = value });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await response.DocumentAsync();
        Assert.Contains(page.Messages(), text => text.Contains(message, StringComparison.Ordinal));
        Assert.Equal(value, page.QuerySelector("[name='Values[trained-basic]']")!.GetAttribute("value"));
        Assert.Equal(0, await App.WithDbAsync(db => db.TargetSets.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Targets_CoChair_ReadsButDoesNotSet()
    {
        await App.CreateCentreAsync();
        await App.SeedIndicatorsAsync();
        using var chair = await App.SignedInAsync(PortalRole.CoChair, Party.Itu);
        Assert.Null((await chair.PageAsync("/manage/targets")).QuerySelector("[name='Values[trained-basic]']"));
        Assert.Null((await chair.PageAsync("/manage/targets")).QuerySelector("main a[href='/manage/reports']"));
        Assert.Null((await chair.PageAsync("/manage/indicators")).QuerySelector("main a[href='/manage/reports']"));
    }

    [Fact]
    public async Task Targets_WithoutPhase_SaysSo()
    {
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        Assert.Contains("There is no phase yet.", (await manager.PageAsync("/manage/targets")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Indicator_Changed_RaisesItsRevision_AndReopensTargets()
    {
        var centre = await App.CreateCentreAsync();
        await App.AgreedTargetAsync(centre, "trained-basic", 100);
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var list = await App.Queries.GetFrugallyAsync(manager, "/manage/indicators");
        using var same = await manager.SubmitAsync("/manage/indicators/trained-basic", new Dictionary<string, string> { ["Input.Name"] = "People trained, basic level" });
        Assert.Equal(1, await RevisionAsync());
        Assert.NotNull(await AgreedAsync());
        using var changed = await manager.SubmitAsync("/manage/indicators/trained-basic", new Dictionary<string, string> { ["Input.JumpPercent"] = "30" });
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal(2, await RevisionAsync());
        Assert.Null(await AgreedAsync());
    }

    [Theory]
    [InlineData("Input.Name", "", "Write a name.")]
    [InlineData("Input.Definition", "", "Write what exactly is counted.")]
    [InlineData("Input.Unit", "", "Write a unit.")]
    [InlineData("Input.JumpPercent", "0", "The change that wants a comment is from 1 to 1000 %.")]
    [InlineData("Input.Decimals", "3", "Digits after the point are from 0 to 2.")]
    public async Task Indicator_NotValid_RendersError(string field, string value, string message)
    {
        await App.SeedIndicatorsAsync();
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        using var response = await manager.SubmitAsync("/manage/indicators/trained-basic", new Dictionary<string, string> { [field] = value });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains((await response.DocumentAsync()).Messages(), text => text.Contains(message, StringComparison.Ordinal));
        Assert.Equal(1, await RevisionAsync());
    }

    [Fact]
    public async Task Indicator_Added_IsAskedForByReports()
    {
        var centre = await App.CreateCentreAsync();
        await App.SeedIndicatorsAsync();
        using var manager = await App.SignedInAsync(PortalRole.ProgrammeManager, Party.Itu);
        var fields = new Dictionary<string, string> { ["Input.Name"] = "Volunteers, élèves", ["Input.Definition"] = "Volunteers who helped.", ["Input.Unit"] = "people", ["Input.Group"] = "people" };
        using var added = await manager.SubmitAsync("/manage/indicators/new", fields);
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        using var twice = await manager.SubmitAsync("/manage/indicators/new", fields);
        Assert.Contains((await twice.DocumentAsync()).Messages(), text => text.Contains("There is an indicator of that name.", StringComparison.Ordinal));
        using var reporter = await App.SignedInAsync(await App.ManagerOfAsync(centre));
        Assert.NotNull((await reporter.PageAsync("/centre/reports/2026-Q2")).QuerySelector("[name='Values[volunteers-eleves].Total']"));
    }

    [Fact]
    public async Task Indicator_CoChair_Reads_AndIsForbiddenToChange()
    {
        await App.SeedIndicatorsAsync();
        using var chair = await App.SignedInAsync(PortalRole.CoChair, Party.Itu);
        var page = await chair.PageAsync("/manage/indicators/trained-basic");
        Assert.Null(page.QuerySelector("main form button.button"));
        using var response = await chair.SubmitAsync(page, new Dictionary<string, string> { ["Input.Decimals"] = "1", ["Input.Name"] = "x", ["Input.Definition"] = "y" }, "main form");
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private static async Task SignAsync(HttpClient chair, int version)
    {
        var page = await chair.PageAsync("/manage/targets/phase-1");
        using var response = await chair.SubmitAsync(page, new Dictionary<string, string> { ["number"] = version.ToString(System.Globalization.CultureInfo.InvariantCulture), ["read"] = "true" });
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    private Task<DateTimeOffset?> AgreedAsync() => App.WithDbAsync(db => db.TargetSets.Select(set => set.AgreedAt).SingleAsync(Cancel));

    private Task<int> RevisionAsync() => App.WithDbAsync(db => db.Indicators.Where(indicator => indicator.Code == "trained-basic").Select(indicator => indicator.Revision).SingleAsync(Cancel));

    private async Task<IReadOnlyList<(string, bool, long)>> StoredAsync() =>
        [.. (await App.WithDbAsync(db => db.Targets.AsNoTracking().ToListAsync(Cancel))).Select(target => (target.Indicator, target.CentreId is null, target.Millionths)).OrderBy(target => target.Indicator, StringComparer.Ordinal).ThenBy(target => target.Item2)];
}

[Collection(nameof(Application.Storage.DatabaseProvider.Sqlite))]
public sealed class TargetPageTestsOnSqlite(SqliteApp app) : TargetPageTests(app);

[Collection(nameof(Application.Storage.DatabaseProvider.MySql))]
public sealed class TargetPageTestsOnMariaDb(MariaDbApp app) : TargetPageTests(app);
