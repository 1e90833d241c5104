using DtcPortal.Domain.Common;

namespace DtcPortal.Application.Accounts;

/// <summary>Who acts: what the sign-in cookie says of them.</summary>
public sealed record Actor
{
    /// <summary>The portal itself: jobs and commands.</summary>
    public static readonly Actor Portal = new() { Id = Guid.Empty, Name = "DTC Portal", Roles = new HashSet<PortalRole>() };

    /// <summary>The account.</summary>
    public required Guid Id { get; init; }

    /// <summary>Their name.</summary>
    public required string Name { get; init; }

    /// <summary>Their roles.</summary>
    public required IReadOnlySet<PortalRole> Roles { get; init; }

    /// <summary>The party they act for.</summary>
    public Party? Party { get; init; }

    /// <summary>Whether they stand in for their party's co-chair where that one has a conflict.</summary>
    public bool IsAlternate { get; init; }

    /// <summary>The institution that admitted them.</summary>
    public Guid? InstitutionId { get; init; }

    /// <summary>Their centre.</summary>
    public Guid? CentreId { get; init; }

    /// <summary>Their partner organisation.</summary>
    public Guid? PartnerId { get; init; }

    /// <summary>Whether they have a role.</summary>
    public bool Is(PortalRole role) => Roles.Contains(role);

    /// <summary>Whether they have one of the roles.</summary>
    public bool IsAny(params ReadOnlySpan<PortalRole> roles)
    {
        foreach (var role in roles)
        {
            if (Roles.Contains(role))
            {
                return true;
            }
        }

        return false;
    }
}
