using Xunit;

namespace DtcPortal.Web.Tests.Infrastructure;

/// <summary>Tests through the whole portal; each begins on an empty database, without mail, at <see cref="PortalApp.Start"/>.</summary>
public abstract class PageTests(PortalApp app) : IAsyncLifetime
{
    protected PortalApp App { get; } = app;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync() => await App.ResetAsync();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
