using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DtcPortal.Application.Common;

/// <summary>Does what became due in every area, one after the other; one that fails does not hold up the rest and is tried again with the next run.</summary>
public sealed partial class DueWorkJob(IServiceScopeFactory scopes, ILogger<DueWorkJob> logger) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Does it; safe to lose and to run twice.</summary>
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            foreach (var kind in Kinds())
            {
                await RunAsync(kind, cancellationToken);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    private List<Type> Kinds()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetServices<IDueWork>().Select(work => work.GetType())];
    }

    private async Task RunAsync(Type kind, CancellationToken cancellationToken)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            // a job has no reader: mails take the language of who gets them
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetServices<IDueWork>().Single(work => work.GetType() == kind).RunAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(kind.Name, exception);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    [LoggerMessage(LogLevel.Error, "{Work} failed; it is tried again with the next run.")]
    private partial void LogFailed(string work, Exception exception);
}
