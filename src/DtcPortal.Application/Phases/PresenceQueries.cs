using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Phases;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Phases;

/// <summary>A list of countries in which a party is present.</summary>
public sealed record PresenceRow
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The party.</summary>
    public required Party Party { get; init; }

    /// <summary>First day on which it counts.</summary>
    public required DateOnly InForceFrom { get; init; }

    /// <summary>ISO 3166-1 alpha-2 codes.</summary>
    public required IReadOnlyList<string> Countries { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When both had signed; null before.</summary>
    public required DateTimeOffset? AgreedAt { get; init; }

    /// <summary>Version for the next change.</summary>
    public required long Version { get; init; }
}

/// <summary>Reads the lists of countries in which the parties are present.</summary>
public sealed class PresenceQueries(PortalDbContext db)
{
    /// <summary>All lists, the latest day first.</summary>
    public async Task<IReadOnlyList<PresenceRow>> ListAsync(CancellationToken cancellationToken) =>
        await Rows(db.PresenceLists.AsNoTracking().OrderByDescending(list => list.InForceFrom).ThenByDescending(list => list.CreatedAt)).ToListAsync(cancellationToken);

    /// <summary>A list. Throws NotFoundException when there is none.</summary>
    public async Task<PresenceRow> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await Rows(db.PresenceLists.AsNoTracking().Where(list => list.Id == id)).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();

    /// <summary>The list of each party that is in force at a deadline (rules.md 3); a party without one is missing.</summary>
    public async Task<IReadOnlyDictionary<Party, PresenceRow>> InForceAtAsync(Deadline deadline, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return InForceAt(await ListAsync(cancellationToken), deadline);
    }

    /// <summary>Of several lists, the one of each party that is in force at a deadline: the latest day among those that both had signed by then.</summary>
    public static IReadOnlyDictionary<Party, PresenceRow> InForceAt(IEnumerable<PresenceRow> lists, Deadline deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return InForceOn(lists, deadline.Date, deadline.EndsAt);
    }

    /// <summary>Of several lists, the one of each party that is in force on a day, as signed until an instant.</summary>
    public static IReadOnlyDictionary<Party, PresenceRow> InForceOn(IEnumerable<PresenceRow> lists, DateOnly day, DateTimeOffset signedUntil) =>
        lists.Where(list => list.AgreedAt <= signedUntil && list.InForceFrom <= day)
            .GroupBy(list => list.Party)
            .ToDictionary(group => group.Key, group => group.OrderBy(list => list.InForceFrom).ThenBy(list => list.AgreedAt).Last());

    private static IQueryable<PresenceRow> Rows(IQueryable<PresenceList> lists) => lists.Select(list => new PresenceRow
    {
        Id = list.Id,
        Party = list.Party,
        InForceFrom = list.InForceFrom,
        Countries = list.Countries,
        CreatedAt = list.CreatedAt,
        AgreedAt = list.AgreedAt,
        Version = list.Version,
    });
}
