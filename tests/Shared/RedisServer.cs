using System.Diagnostics;

namespace DtcPortal.Tests;

/// <summary>A real Redis on a free loopback port, gone with the test.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly Process _process;

    private RedisServer(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    /// <summary>Starts it with settings of its command line and waits until it listens.</summary>
    public static async Task<RedisServer> StartAsync(TemporaryFolder folder, params string[] settings)
    {
        var port = LoopbackPort.Free();
        var start = new ProcessStartInfo("redis-server", ["--bind", "127.0.0.1", "--port", $"{port}", "--dir", folder.Folder, .. settings]) { RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return new RedisServer(process, port);
            }
        }

        throw new InvalidOperationException("redis-server did not start: is Debian's redis-server installed? tests/run installs it.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
