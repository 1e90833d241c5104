namespace DtcPortal.Application.Accounts;

/// <summary>Who acts and from where, for the audit.</summary>
/// <param name="ActorId">The account; null for the portal itself and visitors.</param>
/// <param name="Name">Name as it is written down.</param>
/// <param name="Address">Network address; null for jobs and commands.</param>
public sealed record Origin(Guid? ActorId, string Name, string? Address)
{
    /// <summary>Jobs and commands.</summary>
    public static readonly Origin Portal = new(null, Actor.Portal.Name, null);
}

/// <summary>Says who acts at this moment, without being told by each caller: pooled contexts know no scope.</summary>
public class ActorAccessor
{
    private readonly AsyncLocal<Origin?> _own = new();

    /// <summary>Who acts.</summary>
    public Origin Current => _own.Value ?? OfRequest() ?? Origin.Portal;

    /// <summary>Acts for someone until disposed of: demo data and commands.</summary>
    public IDisposable Use(Actor actor)
    {
        var before = _own.Value;
        _own.Value = new Origin(actor.Id, actor.Name, null);
        return new Restore(() => _own.Value = before);
    }

    /// <summary>Who sent the request at hand; null outside of one.</summary>
    protected virtual Origin? OfRequest() => null;

    private sealed class Restore(Action restore) : IDisposable
    {
        public void Dispose() => restore();
    }
}
