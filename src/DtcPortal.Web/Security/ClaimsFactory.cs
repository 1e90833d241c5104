using System.Security.Claims;
using DtcPortal.Application.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DtcPortal.Web.Security;

/// <summary>What the sign-in cookie says: who, their roles, and what is theirs.</summary>
internal sealed class ClaimsFactory(UserManager<PortalUser> users, IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<PortalUser>
{
    public async Task<ClaimsPrincipal> CreateAsync(PortalUser user)
    {
        var names = options.Value.ClaimsIdentity;
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, names.UserNameClaimType, names.RoleClaimType);
        Add(names.UserIdClaimType, user.Id.ToString());
        Add(names.UserNameClaimType, user.DisplayName);
        Add(names.SecurityStampClaimType, user.SecurityStamp);
        Add(PortalClaims.Party, user.Party?.ToString());
        Add(PortalClaims.Alternate, user.IsAlternate ? "1" : null);
        Add(PortalClaims.Institution, user.InstitutionId?.ToString());
        Add(PortalClaims.Centre, user.CentreId?.ToString());
        Add(PortalClaims.Partner, user.PartnerId?.ToString());
        Add(PortalClaims.Language, user.Language);
        Add(PortalClaims.TimeZone, user.TimeZone);
        foreach (var role in await users.GetRolesAsync(user))
        {
            Add(names.RoleClaimType, role);
        }

        return new ClaimsPrincipal(identity);

        void Add(string type, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                identity.AddClaim(new Claim(type, value));
            }
        }
    }
}
