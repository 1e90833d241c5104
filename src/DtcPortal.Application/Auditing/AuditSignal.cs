namespace DtcPortal.Application.Auditing;

/// <summary>Wakes the sealer when something was saved here; what was saved elsewhere is found by its next round.</summary>
public sealed class AuditSignal : IDisposable
{
    private readonly SemaphoreSlim _saved = new(0, 1);

    /// <summary>Something was saved.</summary>
    public void Saved()
    {
        try
        {
            if (_saved.CurrentCount == 0)
            {
                _saved.Release();
            }
        }
        catch (SemaphoreFullException)
        {
            // another request rang at the same moment
        }
    }

    /// <summary>Waits until something is saved, at most so long.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _saved.WaitAsync(atMost, cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _saved.Dispose();
}
