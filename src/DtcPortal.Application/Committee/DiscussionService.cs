using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;

namespace DtcPortal.Application.Committee;

/// <summary>Something to say on a candidacy.</summary>
public sealed record Contribute
{
    /// <summary>Who.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The candidacy.</summary>
    public required string Reference { get; init; }

    /// <summary>What they say.</summary>
    public required string? Text { get; init; }
}

/// <summary>The discussion of a candidacy, among those who may read its reviews.</summary>
public sealed class DiscussionService(PortalDbContext db, PortalClock clock, CommitteeAccess access)
{
    /// <summary>Adds a contribution. Throws ForbiddenException before the member submitted their own review.</summary>
    public async Task ContributeAsync(Contribute options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var candidacy = await access.RequireCandidacyAsync(options.Actor, options.Reference, cancellationToken);
        if (!candidacy.MayReadReviews)
        {
            throw new ForbiddenException(new Message("You read the discussion after submitting your own review."));
        }

        Rule.Require(candidacy.Seat.Stage is CallStage.Scoring or CallStage.Deliberation, "The selection is decided; the discussion is closed.");
        db.DiscussionEntries.Add(new DiscussionEntry(candidacy.Id, options.Actor.Id, options.Actor.Name, candidacy.Seat.Party, options.Text, clock.Now));
        await db.SaveChangesAsync(cancellationToken);
    }
}
