using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DtcPortal.Application.Storage;

/// <summary>Raises the version of each aggregate of which anything changed, a child too.</summary>
internal sealed class VersionInterceptor : SaveChangesInterceptor
{
    private const int DeepestAggregate = 4;

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Raise(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Raise(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private static void Raise(DbContext context)
    {
        var entries = context.ChangeTracker.Entries().ToList();
        var changed = entries.Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        // thousands of rows may be added at once, so parents are found by their keys
        var byKey = new Lazy<Dictionary<(IEntityType Type, object Key), EntityEntry>>(() => ByKey(entries));
        var roots = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var entry in changed)
        {
            if (RootOf(entry, byKey) is { State: EntityState.Unchanged or EntityState.Modified } root && roots.Add(root.Entity))
            {
                var version = root.Property(nameof(IVersioned.Version));
                version.CurrentValue = (long)version.OriginalValue! + 1;
            }
        }
    }

    private static EntityEntry? RootOf(EntityEntry entry, Lazy<Dictionary<(IEntityType Type, object Key), EntityEntry>> byKey)
    {
        for (var depth = 0; entry is not null && depth < DeepestAggregate; depth++)
        {
            if (entry.Entity is IVersioned)
            {
                return entry;
            }

            entry = ParentOf(entry, byKey.Value)!;
        }

        return null;
    }

    // a child's foreign key to its aggregate is the one that the parent has a navigation for
    private static EntityEntry? ParentOf(EntityEntry entry, Dictionary<(IEntityType Type, object Key), EntityEntry> byKey)
    {
        foreach (var key in entry.Metadata.GetForeignKeys())
        {
            if (key.PrincipalToDependent is null || key.Properties.Count != 1 || !key.PrincipalKey.IsPrimaryKey())
            {
                continue;
            }

            var own = entry.Property(key.Properties[0].Name);
            if ((own.CurrentValue ?? own.OriginalValue) is { } value && byKey.TryGetValue((key.PrincipalEntityType, value), out var parent))
            {
                return parent;
            }
        }

        return null;
    }

    private static Dictionary<(IEntityType Type, object Key), EntityEntry> ByKey(List<EntityEntry> entries)
    {
        var byKey = new Dictionary<(IEntityType Type, object Key), EntityEntry>();
        foreach (var entry in entries)
        {
            if (entry.Metadata.FindPrimaryKey() is { Properties: [var single] } && entry.Property(single.Name).CurrentValue is { } value)
            {
                byKey.TryAdd((entry.Metadata, value), entry);
            }
        }

        return byKey;
    }
}
