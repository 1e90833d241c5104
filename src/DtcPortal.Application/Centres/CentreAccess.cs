using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Domain.Common;

namespace DtcPortal.Application.Centres;

/// <summary>Who may do what for a centre: its staff see their own centre only, others do not learn that it is there.</summary>
public static class CentreAccess
{
    /// <summary>The centre of one of its staff. Throws NotFoundException for everybody else.</summary>
    public static Guid Mine(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.IsAny(PortalRole.CentreReporter, PortalRole.CentreManager) && actor.CentreId is { } centre ? centre : throw new NotFoundException();
    }

    /// <summary>The centre of its manager. Throws ForbiddenException for a reporter, NotFoundException for everybody else.</summary>
    public static Guid Managed(Actor actor)
    {
        var centre = Mine(actor);
        return actor.Is(PortalRole.CentreManager) ? centre : throw new ForbiddenException(new Message("The centre's manager does this."));
    }

    /// <summary>The party of a programme manager. Throws ForbiddenException for everybody else.</summary>
    public static Party PartyOfManager(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Is(PortalRole.ProgrammeManager) && actor.Party is { } party ? party : throw new ForbiddenException(new Message("Programme managers of ITU and Cisco do this."));
    }
}
