using DtcPortal.Application.Storage;
using DtcPortal.Tests;
using Microsoft.Data.Sqlite;
using Xunit;

[assembly: AssemblyFixture(typeof(MariaDbServer))]

namespace DtcPortal.Web.Tests.Infrastructure;

/// <summary>The portal on a file of SQLite.</summary>
public sealed class SqliteApp : PortalApp
{
    public override DatabaseProvider Provider => DatabaseProvider.Sqlite;

    protected override Task<string> ConnectionStringAsync(TemporaryFolder folder) => Task.FromResult($"Data Source={folder.PathOf("portal.db")}");

    protected override Task LeaveAsync()
    {
        SqliteConnection.ClearAllPools();
        return Task.CompletedTask;
    }
}

/// <summary>The portal on a database of MariaDB.</summary>
public sealed class MariaDbApp(MariaDbServer server) : PortalApp
{
    private string? _connection;

    public override DatabaseProvider Provider => DatabaseProvider.MySql;

    protected override async Task<string> ConnectionStringAsync(TemporaryFolder folder) => _connection = await server.CreateDatabaseAsync();

    protected override Task LeaveAsync() => _connection is null ? Task.CompletedTask : MariaDbServer.DropDatabaseAsync(_connection);
}

[CollectionDefinition(nameof(DatabaseProvider.Sqlite))]
public sealed class SqliteTests : ICollectionFixture<SqliteApp>;

[CollectionDefinition(nameof(DatabaseProvider.MySql))]
public sealed class MariaDbTests : ICollectionFixture<MariaDbApp>;

/// <summary>The portal as a demonstration, with strict limits on attempts.</summary>
public sealed class DemoApp : PortalApp
{
    public override DatabaseProvider Provider => DatabaseProvider.Sqlite;

    protected override string Environment => "Demo";

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
        [new("RateLimits:Reset:Permits", "3"), new("RateLimits:Reset:Seconds", "3600"), new("RateLimits:Upload:Permits", "3"), new("RateLimits:Upload:Seconds", "3600")];

    protected override Task<string> ConnectionStringAsync(TemporaryFolder folder) => Task.FromResult($"Data Source={folder.PathOf("portal.db")}");

    protected override Task LeaveAsync() => Task.CompletedTask;
}

[CollectionDefinition(nameof(DemoApp))]
public sealed class DemoTests : ICollectionFixture<DemoApp>;
