using DtcPortal.Tests;
using Microsoft.Data.Sqlite;
using Xunit;

namespace DtcPortal.Web.Tests.Infrastructure;

/// <summary>The demonstration's database, made once by the program as people start it.</summary>
public sealed class DemoDatabase : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Makes it.</summary>
    public async ValueTask InitializeAsync()
    {
        await using var portal = PortalProcess.Start(_folder.Folder, ["--demo"]);
        await portal.AddressAsync();
        await portal.KillAsync();
    }

    /// <summary>The rows of a query, a line each, values parted by a space.</summary>
    public IReadOnlyList<string> Lines(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.PathOf("App_Data", "portal.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(at => reader.IsDBNull(at) ? "-" : reader.GetValue(at).ToString())));
        }

        return lines;
    }

    /// <summary>Puts a copy into a test's own folder.</summary>
    public void CopyTo(TemporaryFolder folder)
    {
        Directory.CreateDirectory(folder.PathOf("App_Data"));
        foreach (var file in Directory.EnumerateFiles(_folder.PathOf("App_Data"), "portal.db*"))
        {
            File.Copy(file, folder.PathOf("App_Data", Path.GetFileName(file)));
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>Tests that begin with the demonstration's database.</summary>
[CollectionDefinition(nameof(DemoDatabase))]
public sealed class DemoDatabaseTests : ICollectionFixture<DemoDatabase>;
