using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DtcPortal.Application.Storage;

/// <summary>Readers beside one writer, patience before "busy", foreign keys on, and nothing acknowledged that a power cut could undo.</summary>
internal sealed class SqliteConnectionInterceptor : DbConnectionInterceptor
{
    private const string Settings = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA foreign_keys=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
