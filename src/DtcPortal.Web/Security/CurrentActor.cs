using System.Security.Claims;
using DtcPortal.Application.Accounts;
using DtcPortal.Domain.Common;

namespace DtcPortal.Web.Security;

/// <summary>Names of the claims in the sign-in cookie.</summary>
internal static class PortalClaims
{
    public const string Party = "party";
    public const string Alternate = "alternate";
    public const string Institution = "institution";
    public const string Centre = "centre";
    public const string Partner = "partner";
    public const string Language = "language";
    public const string TimeZone = "zone";
}

/// <summary>Reads who acts from the sign-in cookie, without a query.</summary>
public static class CurrentActor
{
    /// <summary>Somebody who has not signed in.</summary>
    public static readonly Actor Visitor = new() { Id = Guid.Empty, Name = string.Empty, Roles = new HashSet<PortalRole>() };

    /// <summary>Who acts; <see cref="Visitor"/> when nobody has signed in.</summary>
    public static Actor Of(ClaimsPrincipal user)
    {
        if (user.Identity is not { IsAuthenticated: true } || Key(user, ClaimTypes.NameIdentifier) is not { } id)
        {
            return Visitor;
        }

        return new Actor
        {
            Id = id,
            Name = user.Identity.Name ?? string.Empty,
            Roles = user.FindAll(ClaimTypes.Role).Select(claim => Enum.Parse<PortalRole>(claim.Value)).ToHashSet(),
            Party = Enum.TryParse<Party>(user.FindFirstValue(PortalClaims.Party), out var party) ? party : null,
            IsAlternate = user.HasClaim(PortalClaims.Alternate, "1"),
            InstitutionId = Key(user, PortalClaims.Institution),
            CentreId = Key(user, PortalClaims.Centre),
            PartnerId = Key(user, PortalClaims.Partner),
        };
    }

    private static Guid? Key(ClaimsPrincipal user, string claim) => Guid.TryParse(user.FindFirstValue(claim), out var id) ? id : null;
}

/// <summary>Says to the audit who sent the request at hand.</summary>
internal sealed class RequestActorAccessor(IHttpContextAccessor http) : ActorAccessor
{
    protected override Origin? OfRequest()
    {
        if (http.HttpContext is not { } context)
        {
            return null;
        }

        var actor = CurrentActor.Of(context.User);
        return actor.Id == Guid.Empty
            ? new Origin(null, "Visitor", context.Connection.RemoteIpAddress?.ToString())
            : new Origin(actor.Id, actor.Name, context.Connection.RemoteIpAddress?.ToString());
    }
}
