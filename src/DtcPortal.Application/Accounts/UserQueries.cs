using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Accounts;

/// <summary>Where an account stands.</summary>
public enum AccountState
{
    /// <summary>In use.</summary>
    Active = 1,

    /// <summary>Invited or registered; its mail address is not confirmed.</summary>
    Unconfirmed = 2,

    /// <summary>Closed by an administrator.</summary>
    Disabled = 3,
}

/// <summary>One account in the list.</summary>
public sealed record UserRow
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Mail address.</summary>
    public required string Email { get; init; }

    /// <summary>Party of staff.</summary>
    public required Party? Party { get; init; }

    /// <summary>Whether they stand in for their co-chair.</summary>
    public required bool IsAlternate { get; init; }

    /// <summary>Where it stands.</summary>
    public required AccountState State { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Roles, in their order.</summary>
    public IReadOnlyList<PortalRole> Roles { get; init; } = [];

    /// <summary>Centre of centre staff.</summary>
    public Guid? CentreId { get; init; }

    /// <summary>Organisation of partner viewers.</summary>
    public Guid? PartnerId { get; init; }

    /// <summary>Nationality of committee members.</summary>
    public string? Nationality { get; init; }
}

/// <summary>What the list of accounts shows.</summary>
public sealed record UserFilter
{
    /// <summary>Words of name or mail address; null for all.</summary>
    public string? Search { get; init; }

    /// <summary>Only those with the role; null for all.</summary>
    public PortalRole? Role { get; init; }

    /// <summary>The order, such as -since; null for by name.</summary>
    public string? Sort { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;
}

/// <summary>Reads accounts, for administrators.</summary>
public sealed class UserQueries(PortalDbContext db)
{
    /// <summary>How the list is sorted unless said otherwise.</summary>
    public const string UsualSort = "name";

    /// <summary>Rows a page.</summary>
    public const int PageSize = 50;

    /// <summary>A page of the accounts.</summary>
    public async Task<Paged<UserRow>> ListAsync(UserFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var accounts = Filtered(filter);
        var total = await accounts.CountAsync(cancellationToken);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var rows = await Rows(Sorted(accounts, filter.Sort).Skip((page - 1) * PageSize).Take(PageSize)).ToListAsync(cancellationToken);
        return new Paged<UserRow>(await WithRolesAsync(rows, cancellationToken), total, page, PageSize);
    }

    /// <summary>All accounts that the filter leaves, in its order, for a file.</summary>
    public async Task<IReadOnlyList<UserRow>> AllAsync(UserFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var accounts = Filtered(filter);
        var rows = await Rows(Sorted(accounts, filter.Sort)).ToListAsync(cancellationToken);
        // asked by the same filter: their keys would be too many for one query
        return WithRoles(rows, await db.UserRoles.AsNoTracking().Where(entry => accounts.Any(user => user.Id == entry.UserId)).ToListAsync(cancellationToken));
    }

    /// <summary>One account. Throws NotFoundException when there is none.</summary>
    public async Task<UserRow> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var row = await Rows(db.Users.AsNoTracking().Where(user => user.Id == id)).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        return (await WithRolesAsync([row], cancellationToken))[0];
    }

    /// <summary>Centres to choose from, by name.</summary>
    public async Task<IReadOnlyList<KeyValuePair<Guid, string>>> CentresAsync(CancellationToken cancellationToken) =>
        await db.Centres.AsNoTracking().OrderBy(centre => centre.Name).Select(centre => new KeyValuePair<Guid, string>(centre.Id, centre.Name)).ToListAsync(cancellationToken);

    /// <summary>Partner organisations to choose from, by name.</summary>
    public async Task<IReadOnlyList<KeyValuePair<Guid, string>>> PartnersAsync(CancellationToken cancellationToken) =>
        await db.Partners.AsNoTracking().OrderBy(partner => partner.Name).Select(partner => new KeyValuePair<Guid, string>(partner.Id, partner.Name)).ToListAsync(cancellationToken);

    private IQueryable<PortalUser> Filtered(UserFilter filter)
    {
        var accounts = db.Users.AsNoTracking();
        foreach (var word in TextFold.Of(filter.Search).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            accounts = accounts.Where(user => user.SearchKey.Contains(word));
        }

        if (filter.Role is { } wanted)
        {
            var roleId = wanted.Id();
            accounts = accounts.Where(user => db.UserRoles.Any(entry => entry.UserId == user.Id && entry.RoleId == roleId));
        }

        return accounts;
    }

    private static IQueryable<PortalUser> Sorted(IQueryable<PortalUser> accounts, string? sort)
    {
        var sorted = sort switch
        {
            "-name" => accounts.OrderByDescending(user => user.SearchKey),
            "party" => accounts.OrderBy(user => user.Party),
            "-party" => accounts.OrderByDescending(user => user.Party),
            "since" => accounts.OrderBy(user => user.CreatedAt),
            "-since" => accounts.OrderByDescending(user => user.CreatedAt),
            "state" => accounts.OrderBy(user => user.DisabledAt != null ? AccountState.Disabled : user.EmailConfirmed ? AccountState.Active : AccountState.Unconfirmed),
            "-state" => accounts.OrderByDescending(user => user.DisabledAt != null ? AccountState.Disabled : user.EmailConfirmed ? AccountState.Active : AccountState.Unconfirmed),
            _ => accounts.OrderBy(user => user.SearchKey),
        };
        return sorted.ThenBy(user => user.SearchKey).ThenBy(user => user.Id);
    }

    private static IQueryable<UserRow> Rows(IQueryable<PortalUser> accounts) => accounts.Select(user => new UserRow
    {
        Id = user.Id,
        Name = user.DisplayName,
        Email = user.Email!,
        Party = user.Party,
        IsAlternate = user.IsAlternate,
        State = user.DisabledAt != null ? AccountState.Disabled : user.EmailConfirmed ? AccountState.Active : AccountState.Unconfirmed,
        CreatedAt = user.CreatedAt,
        CentreId = user.CentreId,
        PartnerId = user.PartnerId,
        Nationality = user.Nationality,
    });

    private async Task<List<UserRow>> WithRolesAsync(List<UserRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.ConvertAll(row => row.Id);
        return WithRoles(rows, await db.UserRoles.AsNoTracking().Where(entry => ids.Contains(entry.UserId)).ToListAsync(cancellationToken));
    }

    private static List<UserRow> WithRoles(List<UserRow> rows, IEnumerable<IdentityUserRole<Guid>> entries)
    {
        var roles = Enum.GetValues<PortalRole>().ToDictionary(role => role.Id());
        var byUser = entries.ToLookup(entry => entry.UserId, entry => roles[entry.RoleId]);
        return rows.ConvertAll(row => row with { Roles = [.. byUser[row.Id].Order()] });
    }
}
