namespace DtcPortal.Application.Storage;

/// <summary>A lock between processes of one machine, held by the operating system: it is free again when its holder is killed.</summary>
public static class OneAtATime
{
    private const int Attempts = 600;

    /// <summary>Holds the lock until disposed of; waits a minute. Throws IOException when another holds it longer.</summary>
    public static async Task<IAsyncDisposable> HoldAsync(string path, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < Attempts)
            {
                await Task.Delay(100, cancellationToken);
            }
        }
    }
}
