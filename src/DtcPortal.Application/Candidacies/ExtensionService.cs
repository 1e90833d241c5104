using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Files;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Candidacies;

/// <summary>Proposes a longer deadline for one institution.</summary>
public sealed record ProposeExtension
{
    /// <summary>The manager.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Which candidacy.</summary>
    public required string Reference { get; init; }

    /// <summary>What failed in the portal.</summary>
    public required string? Failure { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset FailedFrom { get; init; }

    /// <summary>When it was over.</summary>
    public required DateTimeOffset FailedUntil { get; init; }

    /// <summary>The longer deadline; its whole minute is in time.</summary>
    public required Deadline Until { get; init; }

    /// <summary>Name of the proof's file.</summary>
    public required string? ProofName { get; init; }

    /// <summary>Its bytes.</summary>
    public required Stream? Proof { get; init; }
}

/// <summary>Longer deadlines for single institutions, after a failure of the portal.</summary>
public sealed class ExtensionService(PortalDbContext db, PortalClock clock, CandidacyAccess access, IFileStore files, SigningService signing)
{
    /// <summary>The last proposal for a candidacy; null when there is none.</summary>
    public Task<DeadlineExtension?> LastAsync(Guid candidacyId, CancellationToken cancellationToken) =>
        db.DeadlineExtensions.AsNoTracking().Where(extension => extension.CandidacyId == candidacyId)
            .OrderByDescending(extension => extension.ProposedAt).FirstOrDefaultAsync(cancellationToken);

    /// <summary>A manager proposes it with its proof; both parties sign it then. Throws ForbiddenException for others.</summary>
    public async Task<Guid> ProposeAsync(ProposeExtension options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var head = await ManagedAsync(options.Reference, options.Actor, cancellationToken);
        Rule.Require(head.CallStage == CallStage.Published, "Candidacies are opened already; a longer deadline comes too late.");
        var (rules, proof, extension) = (new FormRules(), (StoredFile?)null, (DeadlineExtension?)null);
        if (options.Proof is not null && options.ProofName is not null)
        {
            await rules.GatherAsync(async () => proof = await files.SaveAsync(options.Proof, options.ProofName, "Proof", cancellationToken));
        }

        rules.Gather(() => extension = new DeadlineExtension(
            new DeadlineExtensionProposal
            {
                CandidacyId = head.Id,
                CallId = head.CallId,
                DeadlineEndsAt = head.EndsAt,
                Failure = options.Failure,
                FailedFrom = options.FailedFrom,
                FailedUntil = options.FailedUntil,
                Until = options.Until.EndsAt,
                ProofSha256 = proof?.Sha256 ?? string.Empty,
                ProofName = proof?.FileName ?? string.Empty,
                ProofType = proof?.Kind.ContentType() ?? string.Empty,
                AuthorName = options.Actor.Name,
            },
            clock.Now));
        rules.Demand();
        try
        {
            await db.AtomicallyAsync(
                async () =>
                {
                    db.DeadlineExtensions.Add(extension!);
                    await signing.RefreshAsync(SignedKind.DeadlineExtension, extension!.Id, cancellationToken);
                },
                cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            throw new RuleBrokenException(new Message("Another proposal waits for signatures. Sign or withdraw it first."));
        }

        return extension!.Id;
    }

    /// <summary>A manager withdraws a proposal that is not signed by both.</summary>
    public async Task WithdrawAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        var head = await ManagedAsync(reference, actor, cancellationToken);
        await db.AtomicallyAsync(
            async () =>
            {
                var extension = await db.DeadlineExtensions.SingleOrDefaultAsync(stored => stored.CandidacyId == head.Id && stored.StandingKey != null, cancellationToken).OrNotFoundAsync();
                extension.Withdraw(clock.Now);
                await signing.RefreshAsync(SignedKind.DeadlineExtension, extension.Id, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>The proof of a proposal, for managers and co-chairs.</summary>
    public async Task<FetchedDocument> ProofAsync(string reference, Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var head = await access.FindAsync(reference, actor, cancellationToken);
        var extension = await db.DeadlineExtensions.AsNoTracking().SingleOrDefaultAsync(stored => stored.Id == id && stored.CandidacyId == head.Id, cancellationToken).OrNotFoundAsync();
        return new FetchedDocument(files.Open(extension.ProofSha256), extension.ProofType, extension.ProofName);
    }

    private async Task<CandidacyHead> ManagedAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        var head = await access.FindAsync(reference, actor, cancellationToken);
        return actor.Is(PortalRole.ProgrammeManager) ? head : throw new ForbiddenException();
    }
}
