using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace DtcPortal.Web.Hosting;

/// <summary>Gives memory back once nothing is asked for; left alone, the collector, the C library and SQLite keep it for later (docs/adr/0011).</summary>
internal sealed class IdleMemory : BackgroundService
{
    // bytes that the process has grown by since it last gave memory back or held less, and bytes that are allocated in a pause without work
    private const long WorthIt = 2 * 1024 * 1024;
    private const long Little = 1024 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        var (held, allocated) = (0L, GC.GetTotalAllocatedBytes());
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var before = allocated;
            allocated = GC.GetTotalAllocatedBytes();
            // the system takes memory back by itself, too
            var holds = Environment.WorkingSet;
            held = Math.Min(held, holds);
            if (allocated - before < Little && holds - held > WorthIt)
            {
                GiveBack();
                held = Environment.WorkingSet;
            }
        }
    }

    private static void GiveBack()
    {
        // connections that nobody uses hold up to 2 MB of pages each
        SqliteConnection.ClearAllPools();
        // what is finalized the first time can be collected the second time
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        TrimHeaps();
    }

    // compiling at run time leaves holes in the heaps of the C library; only glibc can give them back
    private static void TrimHeaps()
    {
        try
        {
            _ = NativeMethods.Trim(0);
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            // another system or another C library
        }
    }

    private static class NativeMethods
    {
        [DllImport("libc", EntryPoint = "malloc_trim")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Trim(nuint keep);
    }
}
