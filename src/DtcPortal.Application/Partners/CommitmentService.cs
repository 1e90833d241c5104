using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Partners;

/// <summary>Where a commitment of the annex stands.</summary>
public sealed record SetCommitment
{
    /// <summary>A programme manager: of the owner, or of either party for the centres' commitments.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The commitment.</summary>
    public required Guid Id { get; init; }

    /// <summary>The version that was seen; null does not compare.</summary>
    public long? Version { get; init; }

    /// <summary>Where it stands.</summary>
    public required CommitmentStatus Status { get; init; }

    /// <summary>What shows it.</summary>
    public required string? Evidence { get; init; }
}

/// <summary>Commitments of the annex, each with owner, status and evidence (A4, product.md 10).</summary>
public sealed class CommitmentService(PortalDbContext db, PortalClock clock)
{
    /// <summary>Longest evidence.</summary>
    public const int EvidenceLength = 2000;

    /// <summary>Whether somebody says where an owner's commitments stand: the owner's managers, for the centres those of either party.</summary>
    public static bool MayEdit(Actor actor, CommitmentOwner owner)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Is(PortalRole.ProgrammeManager) && owner switch
        {
            CommitmentOwner.Itu => actor.Party == Party.Itu,
            CommitmentOwner.Cisco => actor.Party == Party.Cisco,
            _ => actor.Party is not null,
        };
    }

    /// <summary>Sets where one stands. Throws <see cref="ForbiddenException"/> for others than its owner's managers.</summary>
    public async Task SetAsync(SetCommitment options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var commitment = await db.Commitments.SingleOrDefaultAsync(found => found.Id == options.Id, cancellationToken).OrNotFoundAsync();
        if (!MayEdit(options.Actor, commitment.Owner))
        {
            throw new ForbiddenException(new Message("Only the managers of the party that committed say where it stands."));
        }

        Rule.Require(options.Evidence is null || options.Evidence.Length <= EvidenceLength, new Message("Evidence has at most {0} characters.", EvidenceLength), "Evidence");
        if (options.Version is { } version)
        {
            db.Expect(commitment, version);
        }

        commitment.Set(options.Status, options.Evidence, options.Actor.Name, clock.Now);
        await db.SaveChangesAsync(cancellationToken);
    }
}
