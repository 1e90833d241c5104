using DtcPortal.Application.Common;

namespace DtcPortal.Web.Hosting;

/// <summary>When a request arrived, by the portal's clock, before its body was read (rules.md 1).</summary>
public interface IArrival
{
    /// <summary>The instant, in ticks.</summary>
    DateTimeOffset At { get; }
}

internal sealed record Arrival(DateTimeOffset At) : IArrival;

internal static class ArrivalExtensions
{
    /// <summary>Reads the clock before anything else is done.</summary>
    public static void UseArrival(this WebApplication app)
    {
        var clock = app.Services.GetRequiredService<PortalClock>();
        app.Use((context, next) =>
        {
            context.Features.Set<IArrival>(new Arrival(clock.GetUtcNow()));
            return next(context);
        });
    }
}
