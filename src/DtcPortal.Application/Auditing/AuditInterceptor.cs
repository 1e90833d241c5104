using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Mail;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DtcPortal.Application.Auditing;

/// <summary>Writes an audit entry for each thing that is added, changed or removed, in the same transaction.</summary>
internal sealed class AuditInterceptor(ActorAccessor actors, PortalClock clock, AuditSignal signal) : SaveChangesInterceptor
{
    private const int LongestValue = 1000;
    private const string Secret = "(secret)";

    private static readonly HashSet<Type> Unaudited =
    [
        typeof(AuditEntry), typeof(AuditHead), typeof(OutboxMessage), typeof(DataProtectionKey), typeof(ClockOffset),
        typeof(SectionPresence), typeof(SectionRevision),
        // added once and never changed; the approval of the report they come from is audited
        typeof(Observation),
        typeof(IdentityUserClaim<Guid>), typeof(IdentityUserLogin<Guid>), typeof(IdentityUserToken<Guid>), typeof(IdentityRoleClaim<Guid>),
    ];

    private static readonly HashSet<string> Left =
    [
        nameof(IVersioned.Version), nameof(PortalUser.ConcurrencyStamp), nameof(PortalUser.NormalizedEmail), nameof(PortalUser.NormalizedUserName),
        nameof(PortalUser.SearchKey),
        // the instant of a save is the entry's own
        nameof(Review.SavedAt),
    ];

    private static readonly HashSet<string> Secrets = [nameof(PortalUser.PasswordHash), nameof(PortalUser.SecurityStamp)];

    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Record(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Record(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        signal.Saved();
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        signal.Saved();
        return ValueTask.FromResult(result);
    }

    private void Record(DbContext context)
    {
        var origin = actors.Current;
        var at = clock.Now;
        var entries = new List<AuditEntry>();
        var changed = context.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && !Unaudited.Contains(entry.Metadata.ClrType)).ToList();
        // what is added with its aggregate is told by the aggregate's entry, not by one of its own
        var added = changed.Where(entry => entry.State == EntityState.Added).ToDictionary(entry => entry.Entity, entry => entry, ReferenceEqualityComparer.Instance);
        var parts = new HashSet<object>(added.Values.SelectMany(PartsOf).Select(part => part.Entity).Where(added.ContainsKey), ReferenceEqualityComparer.Instance);
        foreach (var entry in changed.Where(entry => !parts.Contains(entry.Entity)))
        {
            var changes = ChangesOf(entry);
            if (entry.State == EntityState.Added)
            {
                AddParts(entry, added, changes);
            }

            if (changes.Count > 0)
            {
                entries.Add(new AuditEntry
                {
                    At = at,
                    ActorId = origin.ActorId,
                    ActorName = origin.Name,
                    Address = origin.Address,
                    Action = entry.State switch { EntityState.Added => AuditAction.Added, EntityState.Deleted => AuditAction.Removed, _ => AuditAction.Changed },
                    Entity = NameOf(entry.Metadata),
                    EntityId = string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(property => Text(entry.Property(property.Name).CurrentValue))),
                    Changes = JsonSerializer.Serialize(changes, Json),
                });
            }
        }

        context.AddRange(entries);
    }

    private static IEnumerable<(string Name, object Entity)> PartsOf(EntityEntry root) => root.Collections.SelectMany(collection =>
        (collection.CurrentValue?.Cast<object>() ?? []).Select((part, at) => ($"{collection.Metadata.Name}[{at + 1}]", part)));

    private static void AddParts(EntityEntry root, Dictionary<object, EntityEntry> added, Dictionary<string, string?[]> changes)
    {
        foreach (var (part, entity) in PartsOf(root))
        {
            foreach (var (name, change) in added.TryGetValue(entity, out var entry) ? ChangesOf(entry) : [])
            {
                changes[$"{part}.{name}"] = change;
            }
        }
    }

    private static Dictionary<string, string?[]> ChangesOf(EntityEntry entry)
    {
        var changes = new Dictionary<string, string?[]>();
        // of a row that only joins two others its key is all there is to say
        var isJoin = entry.Metadata.FindPrimaryKey()!.Properties.Count > 1;
        foreach (var (name, property) in PropertiesOf(entry))
        {
            var isChanged = entry.State != EntityState.Modified || (property.IsModified && !Equals(property.OriginalValue, property.CurrentValue));
            if (!isChanged || (property.Metadata.IsPrimaryKey() && !isJoin) || Left.Contains(name))
            {
                continue;
            }

            var before = entry.State == EntityState.Added ? null : ValueOf(property.Metadata, property.OriginalValue);
            var after = entry.State == EntityState.Deleted ? null : ValueOf(property.Metadata, property.CurrentValue);
            if (before is not null || after is not null)
            {
                changes[name] = [before, after];
            }
        }

        return changes;
    }

    // those of a value that has several are told with its name: Participation.Women
    private static IEnumerable<(string Name, PropertyEntry Property)> PropertiesOf(EntityEntry entry) =>
        entry.Properties.Select(property => (property.Metadata.Name, property)).Concat(
            entry.ComplexProperties.SelectMany(value => value.Properties.Select(property => ($"{value.Metadata.Name}.{property.Metadata.Name}", property))));

    private static string NameOf(IEntityType type) => type.ClrType switch
    {
        var clr when clr == typeof(IdentityUserRole<Guid>) => "UserRole",
        var clr when clr == typeof(IdentityRole<Guid>) => "Role",
        var clr => clr.Name,
    };

    private static string? ValueOf(IProperty property, object? value)
    {
        if (value is null || Secrets.Contains(property.Name))
        {
            return value is null ? null : Secret;
        }

        // what is kept as JSON has no text of its own
        var kept = value is Enum or DateTimeOffset || property.GetValueConverter() is not { } converter || converter.ProviderClrType != typeof(string)
            ? value
            : converter.ConvertToProvider(value);
        var text = Text(kept);
        return text.Length <= LongestValue
            ? text
            : $"{text[..LongestValue]}… ({text.Length} characters, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))})";
    }

    private static string Text(object? value) => value switch
    {
        DateTimeOffset instant => instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexStringLower(SHA256.HashData(bytes)),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? string.Empty,
    };
}
