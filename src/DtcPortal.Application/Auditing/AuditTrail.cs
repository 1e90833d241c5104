using System.Text.Json;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;

namespace DtcPortal.Application.Auditing;

/// <summary>Writes down what no tracked change shows: sign-ins, exports, rows changed by ExecuteUpdate.</summary>
public sealed class AuditTrail(PortalDbContext db, PortalClock clock, ActorAccessor actors)
{
    /// <summary>Adds an entry to what is saved next.</summary>
    /// <param name="action">What happened.</param>
    /// <param name="entity">Kind of thing.</param>
    /// <param name="entityId">Its key.</param>
    /// <param name="changes">Field → from, to.</param>
    public void Add(AuditAction action, string entity, string entityId, params ReadOnlySpan<(string Field, string? From, string? To)> changes)
    {
        var fields = new Dictionary<string, string?[]>();
        foreach (var (field, from, to) in changes)
        {
            fields[field] = [from, to];
        }

        var origin = actors.Current;
        db.AuditEntries.Add(new AuditEntry
        {
            At = clock.Now,
            ActorId = origin.ActorId,
            ActorName = origin.Name,
            Address = origin.Address,
            Action = action,
            Entity = entity,
            EntityId = entityId,
            Changes = JsonSerializer.Serialize(fields),
        });
    }
}
