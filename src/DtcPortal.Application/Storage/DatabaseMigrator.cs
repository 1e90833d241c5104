using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace DtcPortal.Application.Storage;

/// <summary>Brings the database to the program's schema at start, one process at a time, also after a start that was killed.</summary>
public sealed partial class DatabaseMigrator(IDbContextFactory<PortalDbContext> contexts, DatabaseOptions options, ILogger<DatabaseMigrator> logger)
{
    private const string LockName = "dtc-portal-migrate";
    private const int LockSeconds = 60;

    // the model of a provider is the same for all databases that one process migrates
    private static readonly ConcurrentDictionary<DatabaseProvider, bool> Compared = new();

    /// <summary>Migrates. Throws InvalidOperationException when the model has changed since the last migration, or the schema is half made.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (options.ComparesModel && Compared.GetOrAdd(options.Provider, _ => db.Database.HasPendingModelChanges()))
        {
            throw new InvalidOperationException("The model has changed since the last migration: add one (docs/operations.md).");
        }

        if (options.Provider == DatabaseProvider.Sqlite)
        {
            await MigrateSqliteAsync(db, cancellationToken);
        }
        else
        {
            await MigrateMySqlAsync(db, cancellationToken);
        }
    }

    private async Task MigrateSqliteAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var file = Path.GetFullPath(new SqliteConnectionStringBuilder(options.ConnectionString).DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var held = await OneAtATime.HoldAsync($"{file}.migrate-lock", cancellationToken);

        // only who holds the file's lock is here: a row in EF's own lock table is left over from a start that was killed
        await db.Database.OpenConnectionAsync(cancellationToken);
        if (await ScalarAsync(db, "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'", cancellationToken) is > 0L)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", cancellationToken);
        }

        await ApplyAsync(db, cancellationToken);
        await db.Database.CloseConnectionAsync();
    }

    private async Task MigrateMySqlAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        if (await ScalarAsync(db, $"SELECT GET_LOCK('{LockName}', {LockSeconds})", cancellationToken) is not (1L or 1))
        {
            throw new InvalidOperationException("Another process has been migrating the database for a minute.");
        }

        try
        {
            await ApplyAsync(db, cancellationToken);
        }
        catch (DbException exception) when (exception.Message.Contains("already exists", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(
                "The database is half made: an earlier start was killed while it made tables. Empty the database, or restore a backup, and start again.", exception);
        }
        finally
        {
            await ScalarAsync(db, $"SELECT RELEASE_LOCK('{LockName}')", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task ApplyAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count > 0)
        {
            LogMigrating(string.Join(", ", pending));
            await db.Database.MigrateAsync(cancellationToken);
        }
    }

    private static async Task<object?> ScalarAsync(PortalDbContext db, string sql, CancellationToken cancellationToken)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "Bringing the database up to date: {Migrations}")]
    private partial void LogMigrating(string migrations);
}
