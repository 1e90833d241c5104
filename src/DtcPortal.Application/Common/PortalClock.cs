namespace DtcPortal.Application.Common;

/// <summary>
/// The clock that the initiative's rules read: the real time, and in demo a stored offset ahead of it that never goes back (rules.md 1).
/// Cookies, tokens, keys, rate limits and Hangfire read the system's TimeProvider instead.
/// </summary>
public sealed class PortalClock(TimeProvider real) : TimeProvider
{
    private long _offsetTicks;

    /// <summary>How far this clock is ahead of the real one; zero outside of demo.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    /// <summary>The instant now, in whole microseconds as the databases keep it.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = GetUtcNow();
            return new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        }
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => real.GetUtcNow().ToUniversalTime() + Offset;

    /// <summary>Sets the offset; one that is not greater than the present one is left out.</summary>
    public void Advance(TimeSpan offset)
    {
        for (var current = Interlocked.Read(ref _offsetTicks); offset.Ticks > current; current = Interlocked.Read(ref _offsetTicks))
        {
            if (Interlocked.CompareExchange(ref _offsetTicks, offset.Ticks, current) == current)
            {
                return;
            }
        }
    }
}
