using DtcPortal.Application.Auditing;
using DtcPortal.Application.Common;
using DtcPortal.Application.Mail;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Demo;

/// <summary>Moves the demonstration's time forward and does at once what became due (rules.md 1).</summary>
public sealed class DemoClock(PortalDbContext db, PortalClock clock, IEnumerable<IDeadlineSource> sources, DueWorkJob due, OutboxJob outbox, AuditTrail audit)
{
    /// <summary>Most days in one step.</summary>
    public const int MostDays = 400;

    private const int MostShown = 12;

    /// <summary>Dates ahead, the next first.</summary>
    public async Task<IReadOnlyList<UpcomingDeadline>> AheadAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var all = new List<UpcomingDeadline>();
        foreach (var source in sources)
        {
            all.AddRange(await source.AfterAsync(now, cancellationToken));
        }

        return [.. all.Where(deadline => deadline.At > now).OrderBy(deadline => deadline.At).Take(MostShown)];
    }

    /// <summary>Moves forward by days.</summary>
    public Task MoveByAsync(int days, CancellationToken cancellationToken)
    {
        Rule.Require(days is >= 1 and <= MostDays, new Message("Enter 1 to {0} days.", MostDays), "Days");
        return MoveToAsync(clock.Now.AddDays(days), cancellationToken);
    }

    /// <summary>Moves forward to an instant. Throws RuleBrokenException when it has passed.</summary>
    public async Task MoveToAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        Rule.Require(instant > clock.Now, "The clock goes forward only.", "At");
        var offset = clock.Offset + (instant - clock.GetUtcNow());
        audit.Add(AuditAction.Happened, nameof(ClockOffset), "1", ("Now", Text(clock.Now), Text(instant)));
        await StoreAsync(offset, cancellationToken);
        clock.Advance(offset);
        await due.ExecuteAsync(cancellationToken);
        await outbox.ExecuteAsync(cancellationToken);
    }

    /// <summary>Takes up the stored offset, at start. Returns whether this is a demonstration's database.</summary>
    public static async Task<bool> ResumeAsync(PortalDbContext db, PortalClock clock, CancellationToken cancellationToken)
    {
        var offset = await db.ClockOffsets.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        clock.Advance(TimeSpan.FromTicks(offset?.Ticks ?? 0));
        return offset is not null;
    }

    private async Task StoreAsync(TimeSpan offset, CancellationToken cancellationToken)
    {
        var row = await db.ClockOffsets.SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            row = new ClockOffset();
            db.ClockOffsets.Add(row);
        }

        row.MoveTo(offset);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static string Text(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
