using System.Diagnostics;
using MySqlConnector;
using Xunit;

namespace DtcPortal.Tests;

/// <summary>
/// A real MariaDB on loopback: the one that tests/run started and named in PORTAL_TESTS_MARIADB, else one of its own, started when first
/// asked for and gone with the test assembly. Its settings are docker-compose.yml's; a test compares them.
/// </summary>
public sealed class MariaDbServer : IAsyncLifetime
{
    /// <summary>Settings that the portal relies on, as docker-compose.yml gives them too.</summary>
    public static IReadOnlyList<string> Settings { get; } = ["--skip-log-bin", "--max-connections=300", "--character-set-server=utf8mb4"];

    private readonly SemaphoreSlim gate = new(1);
    private TemporaryFolder? folder;
    private Process? server;
    private string? connection;

    /// <summary>Makes an empty database and returns how to reach it.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var server = await ConnectionAsync();
        var name = $"portal_{Guid.NewGuid():N}";
        await ExecuteAsync(server, $"CREATE DATABASE {name} CHARACTER SET utf8mb4");
        return new MySqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    /// <summary>Drops a database made here.</summary>
    public static async Task DropDatabaseAsync(string connection)
    {
        var builder = new MySqlConnectionStringBuilder(connection);
        var name = builder.Database;
        builder.Database = string.Empty;
        await ExecuteAsync(builder.ConnectionString, $"DROP DATABASE IF EXISTS {name}");
    }

    /// <summary>Kills a server of its own as a power cut would, and starts it again on the same data.</summary>
    public async Task KillAndRestartAsync()
    {
        server!.Kill();
        await server.WaitForExitAsync();
        await StartServerAsync(new MySqlConnectionStringBuilder(connection!).Port);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            using var stop = Start("mariadb-admin", "-S", folder!.PathOf("s.sock"), "shutdown");
            await stop.WaitForExitAsync();
            await server.WaitForExitAsync();
            server.Dispose();
        }

        folder?.Dispose();
        gate.Dispose();
    }

    private async Task<string> ConnectionAsync()
    {
        await gate.WaitAsync();
        try
        {
            return connection ??= Environment.GetEnvironmentVariable("PORTAL_TESTS_MARIADB") is { Length: > 0 } given ? given : await StartOwnAsync();
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<string> StartOwnAsync()
    {
        folder = new TemporaryFolder();
        using var install = Start("mariadb-install-db", "--no-defaults", $"--datadir={folder.PathOf("data")}", "--auth-root-authentication-method=normal", "--skip-test-db", $"--user={Environment.UserName}");
        await install.WaitForExitAsync();
        Assert.True(install.ExitCode == 0, "mariadb-install-db failed: is Debian's mariadb-server installed? tests/run installs it.");
        var port = LoopbackPort.Free();
        await StartServerAsync((uint)port);
        return $"Server=127.0.0.1;Port={port};User ID=root;SslMode=None;AllowPublicKeyRetrieval=true";
    }

    private async Task StartServerAsync(uint port)
    {
        server = Start("mariadbd", [
            "--no-defaults", $"--user={Environment.UserName}", $"--datadir={folder!.PathOf("data")}", $"--socket={folder.PathOf("s.sock")}", "--bind-address=127.0.0.1",
            $"--port={port}", $"--pid-file={folder.PathOf("pid")}", .. Settings]);
        var reach = $"Server=127.0.0.1;Port={port};User ID=root;SslMode=None;Pooling=false";
        for (var left = Stopwatch.StartNew(); ;)
        {
            try
            {
                await ExecuteAsync(reach, "SELECT 1");
                return;
            }
            catch (MySqlException) when (left.Elapsed < TimeSpan.FromSeconds(30) && !server.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var open = new MySqlConnection(connectionString);
        await open.OpenAsync();
        await using var command = open.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/sbin";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
