using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
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

/// <summary>Reads accounts, for administrators.</summary>
public sealed class UserQueries(PortalDbContext db)
{
    /// <summary>Rows a page.</summary>
    public const int PageSize = 50;

    /// <summary>Accounts whose name or mail address holds the words, by name.</summary>
    public async Task<Paged<UserRow>> ListAsync(string? search, PortalRole? role, int page, CancellationToken cancellationToken)
    {
        var accounts = db.Users.AsNoTracking();
        foreach (var word in TextFold.Of(search).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            accounts = accounts.Where(user => user.SearchKey.Contains(word));
        }

        if (role is { } wanted)
        {
            var roleId = wanted.Id();
            accounts = accounts.Where(user => db.UserRoles.Any(entry => entry.UserId == user.Id && entry.RoleId == roleId));
        }

        var total = await accounts.CountAsync(cancellationToken);
        var rows = await Rows(accounts.OrderBy(user => user.SearchKey).ThenBy(user => user.Id).Skip((page - 1) * PageSize).Take(PageSize)).ToListAsync(cancellationToken);
        return new Paged<UserRow>(await WithRolesAsync(rows, cancellationToken), total, page, PageSize);
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
        var entries = await db.UserRoles.AsNoTracking().Where(entry => ids.Contains(entry.UserId)).ToListAsync(cancellationToken);
        var roles = Enum.GetValues<PortalRole>().ToDictionary(role => role.Id());
        var byUser = entries.ToLookup(entry => entry.UserId, entry => roles[entry.RoleId]);
        return rows.ConvertAll(row => row with { Roles = [.. byUser[row.Id].Order()] });
    }
}
