using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace DtcPortal.Tests;

/// <summary>The portal as the program that people start, on a free port; its data is in the folder it was started from.</summary>
public sealed partial class PortalProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(90);

    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PortalProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, e) => Read(e.Data);
        process.ErrorDataReceived += (_, e) => Read(e.Data);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"The portal ended with {process.ExitCode}:{Environment.NewLine}{Output}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it wrote so far.</summary>
    public string Output => string.Join(Environment.NewLine, lines);

    /// <summary>The program as the build left it.</summary>
    public static string BuiltProgram
    {
        get
        {
            var configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
            return RepositoryRoot.PathOf("src", "DtcPortal.Web", "bin", configuration, "net10.0", "DtcPortal.Web.dll");
        }
    }

    /// <summary>Starts it without waiting.</summary>
    /// <param name="folder">Current folder of the program.</param>
    /// <param name="arguments">Its arguments; the address is added.</param>
    /// <param name="environment">Further variables.</param>
    /// <param name="program">Which program; the built one when null.</param>
    public static PortalProcess Start(string folder, string[] arguments, IReadOnlyDictionary<string, string>? environment = null, string? program = null)
    {
        var start = new ProcessStartInfo("dotnet", [program ?? BuiltProgram, .. arguments, "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new PortalProcess(start);
    }

    /// <summary>Waits until it listens and returns its address.</summary>
    public Task<Uri> AddressAsync() => listening.Task.WaitAsync(LongestStart);

    /// <summary>Waits until it ends by itself and returns its code.</summary>
    public async Task<int> EndAsync()
    {
        await process.WaitForExitAsync().WaitAsync(LongestStart);
        return process.ExitCode;
    }

    /// <summary>Ends it as kill -9 does.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using var signal = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lines.Enqueue(line);
        if (ListeningAt().Match(line) is { Success: true } match)
        {
            listening.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    [GeneratedRegex(@"listening on:? (http://127\.0\.0\.1:\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex ListeningAt();
}
