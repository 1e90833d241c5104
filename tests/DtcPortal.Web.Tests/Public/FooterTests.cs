using DtcPortal.Application.Storage;
using DtcPortal.Web.Tests.Infrastructure;
using DtcPortal.Web.UserInterface;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DtcPortal.Web.Tests.Public;

/// <summary>The footer says up to when figures are approved, at no query.</summary>
public abstract class FooterTests(PortalApp app) : PageTests(app)
{
    [Fact]
    public async Task Footer_FiguresApproved_SaysUntilWhen()
    {
        var figures = App.Services.GetRequiredService<ApprovedFigures>();
        await figures.RefreshAsync(Cancel);
        Assert.Null(figures.Until);
        await App.CreateProgrammeAsync(2);
        await figures.RefreshAsync(Cancel);
        Assert.Equal(new DateOnly(2026, 6, 30), figures.Until);
        using var visitor = App.Visitor();
        using var response = await App.Queries.GetFrugallyAsync(visitor, "/about", 0);
        Assert.Contains("Approved figures to 30 Jun 2026", (await response.DocumentAsync()).QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
    }
}

[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class FooterTestsOnSqlite(SqliteApp app) : FooterTests(app);

[Collection(nameof(DatabaseProvider.MySql))]
public sealed class FooterTestsOnMariaDb(MariaDbApp app) : FooterTests(app);
