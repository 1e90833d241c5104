using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Auditing;

/// <summary>Which audit entries.</summary>
public sealed record AuditFilter
{
    /// <summary>Kind of thing; null for all.</summary>
    public string? Entity { get; init; }

    /// <summary>Key of a thing; null for all.</summary>
    public string? EntityId { get; init; }

    /// <summary>What happened; null for all.</summary>
    public AuditAction? Action { get; init; }

    /// <summary>Part of the name of who acted; null for all.</summary>
    public string? Actor { get; init; }

    /// <summary>From this day on, in UTC; null for all.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Until the end of this day, in UTC; null for all.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>An audit entry in the list.</summary>
/// <param name="Sequence">Number in the chain; null until sealed.</param>
/// <param name="At">When.</param>
/// <param name="ActorName">Who.</param>
/// <param name="Address">From where.</param>
/// <param name="Action">What happened.</param>
/// <param name="Entity">To what kind of thing.</param>
/// <param name="EntityId">To which.</param>
/// <param name="Changes">Field, from, to.</param>
public sealed record AuditRow(
    long? Sequence, DateTimeOffset At, string ActorName, string? Address, AuditAction Action, string Entity, string EntityId, IReadOnlyList<AuditChange> Changes);

/// <summary>What changed of a thing.</summary>
/// <param name="Field">Field.</param>
/// <param name="From">Before; null when nothing.</param>
/// <param name="To">After; null when nothing.</param>
public sealed record AuditChange(string Field, string? From, string? To);

/// <summary>Reads the audit.</summary>
public sealed class AuditQueries(PortalDbContext db)
{
    private const int PageSize = 50;

    /// <summary>Entries, the newest first.</summary>
    public async Task<Paged<AuditRow>> ListAsync(AuditFilter filter, int page, CancellationToken cancellationToken)
    {
        var entries = Filtered(filter);
        var total = await entries.CountAsync(cancellationToken);
        var rows = await entries.OrderByDescending(entry => entry.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return new Paged<AuditRow>(rows.ConvertAll(RowOf), total, page, PageSize);
    }

    /// <summary>All entries one by one, the oldest first, for a file.</summary>
    public async IAsyncEnumerable<AuditRow> AllAsync(AuditFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entry in Filtered(filter).OrderBy(entry => entry.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return RowOf(entry);
        }
    }

    /// <summary>Kinds of things that have entries, by name.</summary>
    public async Task<IReadOnlyList<string>> EntitiesAsync(CancellationToken cancellationToken) =>
        await db.AuditEntries.AsNoTracking().Select(entry => entry.Entity).Distinct().OrderBy(name => name).ToListAsync(cancellationToken);

    private IQueryable<AuditEntry> Filtered(AuditFilter filter)
    {
        var entries = db.AuditEntries.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(filter.Entity))
        {
            entries = entries.Where(entry => entry.Entity == filter.Entity);
        }

        if (!string.IsNullOrWhiteSpace(filter.EntityId))
        {
            entries = entries.Where(entry => entry.EntityId == filter.EntityId);
        }

        if (filter.Action is { } action)
        {
            entries = entries.Where(entry => entry.Action == action);
        }

        if (!string.IsNullOrWhiteSpace(filter.Actor))
        {
            var part = filter.Actor.Trim();
            entries = entries.Where(entry => entry.ActorName.Contains(part));
        }

        if (filter.From is { } from)
        {
            var start = new DateTimeOffset(from.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            entries = entries.Where(entry => entry.At >= start);
        }

        if (filter.Until is { } until && until < DateOnly.MaxValue)
        {
            var end = new DateTimeOffset(until.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            entries = entries.Where(entry => entry.At < end);
        }

        return entries;
    }

    private static AuditRow RowOf(AuditEntry entry) => new(
        entry.Sequence, entry.At, entry.ActorName, entry.Address, entry.Action, entry.Entity, entry.EntityId,
        [.. AuditEntry.ReadChanges(entry.Changes).Select(change => new AuditChange(change.Key, change.Value[0], change.Value[1]))]);
}
