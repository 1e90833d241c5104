using DtcPortal.Application.Common;
using DtcPortal.Application.Demo;
using DtcPortal.Application.Auditing;
using DtcPortal.Application.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Web.Hosting;

/// <summary>
/// Makes the demonstration's database: in a file beside, renamed when complete, so that a killed start leaves nothing behind that a second one
/// would trust; and in a process of its own, whose memory goes back with it (docs/adr/0013).
/// </summary>
public static class DemoHosting
{
    /// <summary>What a start says when the process that makes it failed.</summary>
    public const string NotMade = "The demonstration could not be made: what stands above says why. Nothing of it was kept.";

    /// <summary>What a start says while one waits.</summary>
    public const string Making = "Making the demonstration: four phases with their candidacies, reviews, centres and reports. This happens once and takes some ten seconds.";

    private const string Building = ".building";

    /// <summary>Makes it unless it is there. Returns whether it is there now.</summary>
    public static async Task<bool> EnsureDemoAsync(this WebApplicationBuilder builder, PortalCommand command)
    {
        var options = PortalHost.Database(builder.Configuration, builder.Environment.ContentRootPath);
        if (options.Provider == DatabaseProvider.MySql)
        {
            await BuildAsync(PortalHost.CreateBuilder(command), options);
            return true;
        }

        if (File.Exists(FileOf(options)))
        {
            return true;
        }

        Console.WriteLine(Making);
        return await OwnProcess.RunAsync([.. command.Configuration, "--demo", PortalCommand.MakeDemo]);
    }

    /// <summary>What the process of its own does.</summary>
    public static async Task MakeDemoAsync(this WebApplicationBuilder builder)
    {
        OwnProcess.EndWithStarter();
        // each query runs a few times only: what EF Core needs once for it is interpreted, as before its issue 35208, not compiled
        AppContext.SetSwitch("Microsoft.EntityFrameworkCore.Issue35208", true);
        var options = PortalHost.Database(builder.Configuration, builder.Environment.ContentRootPath);
        var file = FileOf(options);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var held = await OneAtATime.HoldAsync($"{file}.demo-lock", CancellationToken.None);
        if (File.Exists(file))
        {
            return;
        }

        var unfinished = file + Building;
        foreach (var leftover in new[] { "", "-wal", "-shm", "-journal", ".migrate-lock" })
        {
            File.Delete(unfinished + leftover);
        }

        await BuildAsync(builder, options with { ConnectionString = new SqliteConnectionStringBuilder(options.ConnectionString) { DataSource = unfinished }.ConnectionString });
        File.Delete($"{unfinished}.migrate-lock");
        File.Move(unfinished, file);
    }

    private static string FileOf(DatabaseOptions options) => new SqliteConnectionStringBuilder(options.ConnectionString).DataSource;

    private static async Task BuildAsync(WebApplicationBuilder builder, DatabaseOptions options)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Portal"] = options.ConnectionString,
            ["Jobs:Enabled"] = "false",
        });
        builder.AddPortal();
        var time = new DemoTime();
        builder.Services.AddSingleton(time).AddSingleton(new PortalClock(time));
        await using var app = builder.Build();
        await app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        await app.Services.SeedAsync();
        await FillAsync(app.Services);
        if (options.Provider == DatabaseProvider.Sqlite)
        {
            await CompleteAsync(app.Services);
        }
    }

    private static async Task FillAsync(IServiceProvider services)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            if (await db.Users.AnyAsync())
            {
                return;
            }

            await using var transaction = await db.Database.BeginTransactionAsync();
            db.ClockOffsets.Add(new ClockOffset());
            await scope.ServiceProvider.GetRequiredService<DemoUsers>().CreateAsync(CancellationToken.None);
            foreach (var demo in scope.ServiceProvider.GetServices<IDemoBuilder>())
            {
                await demo.BuildAsync(scope.ServiceProvider, CancellationToken.None);
            }

            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        var chain = services.GetRequiredService<AuditChain>();
        while (await chain.SealAsync(CancellationToken.None) > 0)
        {
        }
    }

    // all into the one file that is renamed
    private static async Task CompleteAsync(IServiceProvider services)
    {
        await using (var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        SqliteConnection.ClearAllPools();
    }
}
