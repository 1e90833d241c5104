using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

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
        var roots = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var entry in changed)
        {
            if (RootOf(entry, entries) is { State: EntityState.Unchanged or EntityState.Modified } root && roots.Add(root.Entity))
            {
                var version = root.Property(nameof(IVersioned.Version));
                version.CurrentValue = (long)version.OriginalValue! + 1;
            }
        }
    }

    private static EntityEntry? RootOf(EntityEntry entry, List<EntityEntry> entries)
    {
        for (var depth = 0; entry is not null && depth < DeepestAggregate; depth++)
        {
            if (entry.Entity is IVersioned)
            {
                return entry;
            }

            entry = ParentOf(entry, entries)!;
        }

        return null;
    }

    // a child's foreign key to its aggregate is the one that the parent has a navigation for
    private static EntityEntry? ParentOf(EntityEntry entry, List<EntityEntry> entries)
    {
        foreach (var key in entry.Metadata.GetForeignKeys())
        {
            if (key.PrincipalToDependent is null)
            {
                continue;
            }

            var values = key.Properties.Select(property => entry.Property(property.Name).CurrentValue ?? entry.Property(property.Name).OriginalValue).ToArray();
            var names = key.PrincipalKey.Properties.Select(property => property.Name).ToArray();
            var parent = entries.Find(candidate => candidate.Metadata == key.PrincipalEntityType
                && names.Select(name => candidate.Property(name).CurrentValue).SequenceEqual(values));
            if (parent is not null)
            {
                return parent;
            }
        }

        return null;
    }
}
