using DtcPortal.Application.Accounts;

namespace DtcPortal.Web.Tests.Security;

/// <summary>Who may open an address, by role; what is theirs among it is tested with the page.</summary>
/// <param name="Address">The route, as the page declares it.</param>
/// <param name="IsPublic">Whether visitors may.</param>
/// <param name="Roles">Roles that may; empty for all who are signed in.</param>
internal sealed record Access(string Address, bool IsPublic, IReadOnlyList<PortalRole> Roles)
{
    public static Access Everyone(string address) => new(address, IsPublic: true, []);

    public static Access SignedIn(string address) => new(address, IsPublic: false, []);

    public static Access Only(string address, params PortalRole[] roles) => new(address, IsPublic: false, roles);

    public bool Allows(PortalRole? role) => IsPublic || (role is { } signedIn && (Roles.Count == 0 || Roles.Contains(signedIn)));
}

/// <summary>The addresses of an area with who may open them. Each area has one, in a file of its test folder; the matrix finds it by itself.</summary>
internal interface IAccessTable
{
    IEnumerable<Access> Rules { get; }
}
