using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

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

    /// <summary>The key that the form was given, so that a form that is sent twice says it once; null makes one.</summary>
    public Guid? Key { get; init; }
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
        var isKnown = options.Key is { } key && await db.DiscussionEntries.AnyAsync(entry => entry.Id == key, cancellationToken);
        if (isKnown && await IsSaidAsync(options, candidacy.Id, cancellationToken))
        {
            return;
        }

        // a form to which one went back, with other words, says something more
        db.DiscussionEntries.Add(new DiscussionEntry(
            candidacy.Id, options.Actor.Id, options.Actor.Name, candidacy.Seat.Party, options.Text, clock.Now, isKnown ? null : options.Key));
        await db.SaveOnceAsync(() => IsSaidAsync(options, candidacy.Id, cancellationToken), cancellationToken);
    }

    private Task<bool> IsSaidAsync(Contribute options, Guid candidacyId, CancellationToken cancellationToken)
    {
        var said = options.Text?.Trim();
        return db.DiscussionEntries.AnyAsync(
            entry => entry.Id == options.Key && entry.CandidacyId == candidacyId && entry.AuthorId == options.Actor.Id && entry.Text == said, cancellationToken);
    }
}
