using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Phases;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Phases;

/// <summary>A phase to be written; its number is the next one.</summary>
public sealed record CreatePhase
{
    /// <summary>Who makes it.</summary>
    public required Actor Actor { get; init; }

    /// <summary>As people call it.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day; null for 24 months.</summary>
    public DateOnly? EndsOn { get; init; }
}

/// <summary>A change of a phase that is not signed by both.</summary>
public sealed record ChangePhase
{
    /// <summary>Who changes it.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The phase.</summary>
    public required string Slug { get; init; }

    /// <summary>The version that was seen; null takes any.</summary>
    public long? Version { get; init; }

    /// <summary>As people call it.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly EndsOn { get; init; }
}

/// <summary>An amendment of a signed phase.</summary>
public sealed record ProposePhaseAmendment
{
    /// <summary>Who proposes it.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The phase.</summary>
    public required string Slug { get; init; }

    /// <summary>New last day; null leaves it.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>New cap; null leaves it.</summary>
    public int? Cap { get; init; }

    /// <summary>Why.</summary>
    public required string? Reason { get; init; }
}

/// <summary>An amendment that shall not be signed any more.</summary>
public sealed record WithdrawPhaseAmendment
{
    /// <summary>Who withdraws it.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The phase.</summary>
    public required string Slug { get; init; }

    /// <summary>The amendment.</summary>
    public required Guid AmendmentId { get; init; }
}

/// <summary>What the review of a phase's results found.</summary>
public sealed record RecordResultsReview
{
    /// <summary>Who records it.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The phase.</summary>
    public required string Slug { get; init; }

    /// <summary>What it found.</summary>
    public required string? Findings { get; init; }
}

/// <summary>Writes phases: start, end, amendments and the review of their results (A3).</summary>
public sealed class PhaseService(PortalDbContext db, PortalClock clock, SigningService signing)
{
    /// <summary>Makes the next phase, to be signed by both. Returns its slug.</summary>
    public Task<string> CreateAsync(CreatePhase options, CancellationToken cancellationToken)
    {
        Manager.Require(options.Actor);
        return db.AtomicallyAsync(
            async () =>
            {
                var number = 1 + (await db.Phases.MaxAsync(phase => (int?)phase.Number, cancellationToken) ?? 0);
                var ends = options.EndsOn ?? options.StartsOn.AddMonths(Phase.FirstMonths).AddDays(-1);
                var phase = new Phase(number, options.Name, options.StartsOn, ends, clock.Now);
                db.Phases.Add(phase);
                await signing.RefreshAsync(SignedKind.Phase, phase.Id, cancellationToken);
                return phase.Slug;
            },
            cancellationToken);
    }

    /// <summary>Changes a phase that is not signed by both; signatures on it are dropped.</summary>
    public Task ChangeAsync(ChangePhase options, CancellationToken cancellationToken)
    {
        Manager.Require(options.Actor);
        return db.AtomicallyAsync(
            async () =>
            {
                var phase = await FindAsync(options.Slug, cancellationToken);
                if (options.Version is { } version)
                {
                    db.Expect(phase, version);
                }

                phase.Change(options.Name, options.StartsOn, options.EndsOn);
                await signing.RefreshAsync(SignedKind.Phase, phase.Id, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Proposes an amendment: both sign it. A cap needs the recorded review of the latest earlier phase with approved figures. Returns its key.</summary>
    public Task<Guid> ProposeAsync(ProposePhaseAmendment options, CancellationToken cancellationToken)
    {
        Manager.Require(options.Actor);
        return db.AtomicallyAsync(
            async () =>
            {
                var phase = await FindAsync(options.Slug, cancellationToken);
                var reviewed = options.Cap is not null && await IsEarlierReviewedAsync(phase.Number, cancellationToken);
                var amendment = phase.Propose(options.EndsOn, options.Cap, options.Reason, reviewed, clock.Now);
                await signing.RefreshAsync(SignedKind.PhaseAmendment, amendment.Id, cancellationToken);
                return amendment.Id;
            },
            cancellationToken);
    }

    /// <summary>Withdraws an amendment that is not signed by both.</summary>
    public Task WithdrawAsync(WithdrawPhaseAmendment options, CancellationToken cancellationToken)
    {
        Manager.Require(options.Actor);
        return db.AtomicallyAsync(
            async () =>
            {
                var phase = await FindAsync(options.Slug, cancellationToken);
                if (!phase.Amendments.Any(amendment => amendment.Id == options.AmendmentId))
                {
                    throw new NotFoundException();
                }

                phase.Withdraw(options.AmendmentId, clock.Now);
                await signing.RefreshAsync(SignedKind.PhaseAmendment, options.AmendmentId, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Records the review of a phase's results; refused before it has approved figures.</summary>
    public async Task RecordReviewAsync(RecordResultsReview options, CancellationToken cancellationToken)
    {
        Manager.Require(options.Actor);
        var phase = await FindAsync(options.Slug, cancellationToken);
        Rule.Require(await HasFiguresAsync(phase.Id, cancellationToken), "This phase has no approved figures yet; there is nothing to review.", "Findings");
        phase.RecordReview(options.Findings, options.Actor.Name, clock.Now);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<Phase> FindAsync(string slug, CancellationToken cancellationToken) =>
        await db.Phases.Include(phase => phase.Amendments).Include(phase => phase.Seats).AsSplitQuery()
            .SingleOrDefaultAsync(phase => phase.Slug == slug, cancellationToken).OrNotFoundAsync();

    private Task<bool> HasFiguresAsync(Guid phaseId, CancellationToken cancellationToken) =>
        db.Centres.Where(centre => centre.PhaseId == phaseId).AnyAsync(centre => db.Observations.Any(figure => figure.CentreId == centre.Id), cancellationToken);

    private async Task<bool> IsEarlierReviewedAsync(int number, CancellationToken cancellationToken) =>
        await db.Phases
            .Where(earlier => earlier.Number < number
                && db.Centres.Any(centre => centre.PhaseId == earlier.Id && db.Observations.Any(figure => figure.CentreId == centre.Id)))
            .OrderByDescending(earlier => earlier.Number)
            .Select(earlier => earlier.ResultsReviewedAt)
            .FirstOrDefaultAsync(cancellationToken) is not null;
}
