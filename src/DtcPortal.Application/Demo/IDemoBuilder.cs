namespace DtcPortal.Application.Demo;

/// <summary>Makes the demonstration's data by the services that the pages use. All of it is one transaction of the scope's PortalDbContext.</summary>
public interface IDemoBuilder
{
    /// <summary>Makes it; the accounts are there already.</summary>
    /// <param name="services">The scope's services; DemoTime among them sets what the clock shows.</param>
    /// <param name="cancellationToken">Cancelled when the program is asked to stop.</param>
    Task BuildAsync(IServiceProvider services, CancellationToken cancellationToken);
}

/// <summary>The clock while demo data is made: it stands where the builder sets it, at first at the real time.</summary>
public sealed class DemoTime : TimeProvider
{
    private DateTimeOffset _now = System.GetUtcNow();

    /// <summary>The real time at which the building began.</summary>
    public DateTimeOffset Beginning { get; } = System.GetUtcNow();

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Sets what the clock shows; back and forth as the builder needs.</summary>
    public void Set(DateTimeOffset instant) => _now = instant.ToUniversalTime();
}
