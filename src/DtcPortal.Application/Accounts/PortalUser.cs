using DtcPortal.Application.Common;
using DtcPortal.Domain.Common;
using Microsoft.AspNetCore.Identity;

namespace DtcPortal.Application.Accounts;

/// <summary>An account.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 120;

    private string _displayName = string.Empty;

    /// <summary>An account with a key of version 7.</summary>
    public PortalUser() => Id = Guid.CreateVersion7();

    /// <summary>Name as others see it.</summary>
    public string DisplayName
    {
        get => _displayName;
        set
        {
            _displayName = value;
            SearchKey = TextFold.Of($"{value} {Email}");
        }
    }

    /// <inheritdoc />
    public override string? Email
    {
        get => base.Email;
        set
        {
            base.Email = value;
            SearchKey = TextFold.Of($"{_displayName} {value}");
        }
    }

    /// <summary>Name and mail address folded for search.</summary>
    public string SearchKey { get; private set; } = string.Empty;

    /// <summary>The party for which staff act; null for others. Changing it voids their open signatures.</summary>
    public Party? Party { get; set; }

    /// <summary>Whether a committee member stands in for their party's co-chair when that one has a conflict.</summary>
    public bool IsAlternate { get; set; }

    /// <summary>ISO 3166-1 alpha-2 of a committee member's nationality, to flag institutions of the same country; null when not given.</summary>
    public string? Nationality { get; set; }

    /// <summary>The institution that admitted them; null before and for others.</summary>
    public Guid? InstitutionId { get; set; }

    /// <summary>Their centre; null for others.</summary>
    public Guid? CentreId { get; set; }

    /// <summary>The partner organisation of a partner viewer; null for others.</summary>
    public Guid? PartnerId { get; set; }

    /// <summary>en or fr; null until chosen.</summary>
    public string? Language { get; set; }

    /// <summary>IANA name; null until chosen.</summary>
    public string? TimeZone { get; set; }

    /// <summary>When the account was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was closed by an administrator; null while it is open.</summary>
    public DateTimeOffset? DisabledAt { get; set; }
}
