namespace DtcPortal.Web.Hosting;

/// <summary>Gives memory back once nothing is asked for: the collector by itself waits until much has been allocated anew (docs/adr/0011).</summary>
internal sealed class IdleMemory : BackgroundService
{
    // bytes allocated since the last collection here, and within one pause
    private const long WorthIt = 24 * 1024 * 1024;
    private const long Little = 4 * 1024 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        var (collected, last) = (0L, GC.GetTotalAllocatedBytes());
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = GC.GetTotalAllocatedBytes();
            if (now - last < Little && now - collected > WorthIt)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                collected = now;
            }

            last = now;
        }
    }
}
