using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Domain.Common;

namespace DtcPortal.Application.Phases;

/// <summary>Managers edit what both sign; co-chairs read it and sign (rules.md 2).</summary>
public static class Manager
{
    /// <summary>Throws <see cref="ForbiddenException"/> for those who are no managers.</summary>
    public static void Require(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Is(PortalRole.ProgrammeManager))
        {
            throw new ForbiddenException(new Message("A programme manager edits this. Co-chairs read and sign it."));
        }
    }
}
