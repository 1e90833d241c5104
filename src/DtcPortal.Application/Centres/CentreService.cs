using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Centres;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Centres;

/// <summary>What becomes of a centre.</summary>
public enum CentreChange
{
    /// <summary>Suspends it.</summary>
    Suspend = 1,

    /// <summary>Takes the suspension back.</summary>
    Resume = 2,

    /// <summary>Ends it, for good.</summary>
    End = 3,
}

/// <summary>A change of a centre's state.</summary>
public sealed record ChangeCentre
{
    /// <summary>A programme manager.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The centre's name in addresses.</summary>
    public required string Centre { get; init; }

    /// <summary>What becomes of it.</summary>
    public required CentreChange Change { get; init; }

    /// <summary>Why; needed to suspend and to end.</summary>
    public string? Reason { get; init; }
}

/// <summary>Suspends, resumes and ends centres (product.md 8).</summary>
public sealed class CentreService(PortalDbContext db, PortalClock clock, CentreMail mail)
{
    /// <summary>Changes the state and mails it to the people of the centre. Throws RuleBrokenException when it does not fit or lacks a reason, ForbiddenException for others than managers.</summary>
    public async Task ChangeAsync(ChangeCentre options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        CentreAccess.PartyOfManager(options.Actor);
        var centre = await db.Centres.SingleOrDefaultAsync(found => found.Slug == options.Centre, cancellationToken).OrNotFoundAsync();
        switch (options.Change)
        {
            case CentreChange.Suspend:
                centre.Suspend(options.Reason);
                await mail.SuspendedAsync(centre, cancellationToken);
                break;
            case CentreChange.Resume:
                centre.Resume();
                await mail.ResumedAsync(centre, cancellationToken);
                break;
            default:
                centre.End(options.Reason, clock.Now);
                await mail.EndedAsync(centre, cancellationToken);
                break;
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
