using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Phases;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Phases;

/// <summary>The needs by region of a phase.</summary>
public sealed record SaveNeeds
{
    /// <summary>Who writes them.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The phase.</summary>
    public required string PhaseSlug { get; init; }

    /// <summary>The version that was seen; null takes any, 0 means that there was none yet.</summary>
    public long? Version { get; init; }

    /// <summary>What is measured.</summary>
    public required LocalizedText Index { get; init; }

    /// <summary>Where the figures come from.</summary>
    public required string? Source { get; init; }

    /// <summary>The year they speak of.</summary>
    public required int Year { get; init; }

    /// <summary>A value for each region that has eligible countries.</summary>
    public required IReadOnlyDictionary<Region, decimal> Needs { get; init; }
}

/// <summary>Writes the needs by region (A3, product.md 2).</summary>
public sealed class NeedsService(PortalDbContext db, SigningService signing)
{
    /// <summary>The needs of 2019 as they are written for a phase: share of people offline (Facts and Figures 2019).</summary>
    public static SaveNeeds Of2019(Actor actor, string phaseSlug)
    {
        var definition = ReferenceCatalogue.Needs2019;
        return new SaveNeeds
        {
            Actor = actor,
            PhaseSlug = phaseSlug,
            Index = definition.Index,
            Source = definition.Source,
            Year = definition.Year,
            Needs = definition.Regions.ToDictionary(need => need.Region, need => need.Need),
        };
    }

    /// <summary>Saves all of it, to be signed by both; refused once reviews are open. Returns the key of the assessment.</summary>
    public Task<Guid> SaveAsync(SaveNeeds options, CancellationToken cancellationToken)
    {
        Manager.Require(options.Actor);
        return db.AtomicallyAsync(
            async () =>
            {
                var phaseId = await db.Phases.Where(phase => phase.Slug == options.PhaseSlug).Select(phase => (Guid?)phase.Id)
                    .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException();
                var needs = await db.NeedsAssessments.Include(found => found.Needs).SingleOrDefaultAsync(found => found.PhaseId == phaseId, cancellationToken);
                if (needs is null)
                {
                    needs = new NeedsAssessment(phaseId);
                    db.NeedsAssessments.Add(needs);
                }
                else if (options.Version is { } version)
                {
                    db.Expect(needs, version);
                }

                var reviewsAreOpen = await db.Calls.AnyAsync(call => call.RunningPhaseId == phaseId && call.Stage >= CallStage.Scoring, cancellationToken);
                needs.Set(options.Index, options.Source, options.Year, options.Needs, reviewsAreOpen);
                await signing.RefreshAsync(SignedKind.Needs, needs.Id, cancellationToken);
                return needs.Id;
            },
            cancellationToken);
    }
}

/// <summary>Both sign the needs by region before reviews open.</summary>
public sealed class NeedsDecision(PortalDbContext db) : IJointDecision
{
    /// <inheritdoc />
    public SignedKind Kind => SignedKind.Needs;

    /// <inheritdoc />
    public async Task<JointContent> DescribeAsync(Guid subjectId, CancellationToken cancellationToken)
    {
        var needs = await db.NeedsAssessments.Include(found => found.Needs).SingleOrDefaultAsync(found => found.Id == subjectId, cancellationToken).OrNotFoundAsync();
        var phase = await db.Phases.AsNoTracking().Where(found => found.Id == needs.PhaseId)
            .Select(found => new { found.Slug, found.Name, ReviewsAreOpen = db.Calls.Any(call => call.RunningPhaseId == found.Id && call.Stage >= CallStage.Scoring) })
            .SingleAsync(cancellationToken);
        return new JointContent(
            new Message("Sign the needs by region of {0}", phase.Name), $"/manage/phases/{phase.Slug}/needs",
            [
                .. Lines.Of("Index", needs.Index),
                new("Source", needs.Source),
                new("Year", Lines.Of(needs.Year)),
                .. needs.Needs.OrderBy(need => need.Region).Select(need => new SignedLine("Need", Lines.Of(need.Value), need.Region.Code())),
            ],
            IsReady: !phase.ReviewsAreOpen);
    }

    /// <inheritdoc />
    public async Task TakeEffectAsync(Guid subjectId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var needs = await db.NeedsAssessments.SingleAsync(found => found.Id == subjectId, cancellationToken);
        needs.Agree(now);
    }
}
