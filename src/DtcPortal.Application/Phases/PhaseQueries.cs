using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Phases;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Phases;

/// <summary>A phase in the list.</summary>
public sealed record PhaseRow
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>As people call it.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>1 and up.</summary>
    public required int Number { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>Most centres chosen; null until both agree one.</summary>
    public required int? Cap { get; init; }

    /// <summary>When both had signed; null before.</summary>
    public required DateTimeOffset? AgreedAt { get; init; }

    /// <summary>Seats offered or spent.</summary>
    public required int SeatsTaken { get; init; }

    /// <summary>Its calls, one at a time, the latest first; earlier ones are archived.</summary>
    public required IReadOnlyList<PhaseCall> Calls { get; init; }

    /// <summary>Its latest call; null when there is none.</summary>
    public PhaseCall? Call => Calls.Count == 0 ? null : Calls[0];

    /// <summary>Whether no call of it runs, so that one may be written.</summary>
    public bool TakesCall => Call is null or { Stage: CallStage.Archived };
}

/// <summary>A call of a phase.</summary>
public sealed record PhaseCall(string Slug, LocalizedText Title, CallStage Stage, DateTimeOffset OpensAt, DateTimeOffset DeadlineEndsAt);

/// <summary>An amendment of a phase.</summary>
public sealed record PhaseAmendmentRow(
    Guid Id, int Number, DateOnly? EndsOn, int? Cap, string Reason, DateTimeOffset ProposedAt, DateTimeOffset? AgreedAt, DateTimeOffset? WithdrawnAt)
{
    /// <summary>Whether it waits for signatures.</summary>
    public bool IsOpen => AgreedAt is null && WithdrawnAt is null;
}

/// <summary>A phase with all that its page shows.</summary>
public sealed record PhaseView
{
    /// <summary>As in the list.</summary>
    public required PhaseRow Row { get; init; }

    /// <summary>Version for the next change.</summary>
    public required long Version { get; init; }

    /// <summary>What the review of its results found; null until recorded.</summary>
    public required string? ResultsReview { get; init; }

    /// <summary>Who recorded the review.</summary>
    public required string? ResultsReviewBy { get; init; }

    /// <summary>When the review was recorded.</summary>
    public required DateTimeOffset? ResultsReviewedAt { get; init; }

    /// <summary>Whether it has approved figures.</summary>
    public required bool HasFigures { get; init; }

    /// <summary>The latest earlier phase with approved figures, whose review a cap of this one needs; null when there is none.</summary>
    public required EarlierPhase? Earlier { get; init; }

    /// <summary>Amendments, oldest first.</summary>
    public required IReadOnlyList<PhaseAmendmentRow> Amendments { get; init; }

    /// <summary>The needs; null when none are written.</summary>
    public required NeedsState? Needs { get; init; }

    /// <summary>Whether the cap can be proposed now as far as reviews go.</summary>
    public bool IsEarlierReviewed => Earlier?.ReviewedAt is not null;
}

/// <summary>An earlier phase with approved figures.</summary>
public sealed record EarlierPhase(string Slug, LocalizedText Name, DateTimeOffset? ReviewedAt);

/// <summary>Whether needs are signed.</summary>
public sealed record NeedsState(Guid Id, DateTimeOffset? AgreedAt);

/// <summary>The needs of a phase.</summary>
public sealed record NeedsView
{
    /// <summary>The phase's slug.</summary>
    public required string PhaseSlug { get; init; }

    /// <summary>The phase's name.</summary>
    public required LocalizedText PhaseName { get; init; }

    /// <summary>Key of the assessment; null when none is written.</summary>
    public required Guid? Id { get; init; }

    /// <summary>Version for the next change; 0 when none is written.</summary>
    public required long Version { get; init; }

    /// <summary>What is measured.</summary>
    public required LocalizedText Index { get; init; }

    /// <summary>Where the figures come from.</summary>
    public required string Source { get; init; }

    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>When both had signed.</summary>
    public required DateTimeOffset? AgreedAt { get; init; }

    /// <summary>The values that are written.</summary>
    public required IReadOnlyDictionary<Region, decimal> Needs { get; init; }

    /// <summary>Eligible countries of each region in the phase's latest call; empty without a call.</summary>
    public required IReadOnlyDictionary<Region, int> EligibleCountries { get; init; }

    /// <summary>Whether reviews are open, so that nothing can change.</summary>
    public required bool ReviewsAreOpen { get; init; }
}

/// <summary>Reads phases and their needs.</summary>
public sealed class PhaseQueries(PortalDbContext db)
{
    /// <summary>All phases, the latest first.</summary>
    public async Task<IReadOnlyList<PhaseRow>> ListAsync(CancellationToken cancellationToken) =>
        await Rows(db.Phases.AsNoTracking().OrderByDescending(phase => phase.Number)).ToListAsync(cancellationToken);

    /// <summary>Phases without a running call, which may get one.</summary>
    public async Task<IReadOnlyList<PhaseRow>> WithoutRunningCallAsync(CancellationToken cancellationToken) =>
        await Rows(db.Phases.AsNoTracking().Where(phase => !db.Calls.Any(call => call.RunningPhaseId == phase.Id)).OrderBy(phase => phase.Number)).ToListAsync(cancellationToken);

    /// <summary>The number of the phase that is made next.</summary>
    public async Task<int> NextNumberAsync(CancellationToken cancellationToken) =>
        1 + (await db.Phases.MaxAsync(phase => (int?)phase.Number, cancellationToken) ?? 0);

    /// <summary>A phase. Throws NotFoundException when there is none.</summary>
    public async Task<PhaseView> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var row = await Rows(db.Phases.AsNoTracking().Where(phase => phase.Slug == slug)).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        var more = await db.Phases.AsNoTracking().Where(phase => phase.Id == row.Id)
            .Select(phase => new
            {
                phase.Version,
                phase.ResultsReview,
                phase.ResultsReviewBy,
                phase.ResultsReviewedAt,
                HasFigures = db.Centres.Any(centre => centre.PhaseId == phase.Id && db.Observations.Any(figure => figure.CentreId == centre.Id)),
                Needs = db.NeedsAssessments.Where(needs => needs.PhaseId == phase.Id).Select(needs => new NeedsState(needs.Id, needs.AgreedAt)).FirstOrDefault(),
                Amendments = phase.Amendments.OrderBy(amendment => amendment.Number)
                    .Select(amendment => new PhaseAmendmentRow(
                        amendment.Id, amendment.Number, amendment.EndsOn, amendment.Cap, amendment.Reason, amendment.ProposedAt, amendment.AgreedAt, amendment.WithdrawnAt))
                    .ToList(),
            })
            .SingleAsync(cancellationToken);
        var earlier = await db.Phases.AsNoTracking()
            .Where(before => before.Number < row.Number
                && db.Centres.Any(centre => centre.PhaseId == before.Id && db.Observations.Any(figure => figure.CentreId == centre.Id)))
            .OrderByDescending(before => before.Number)
            .Select(before => new EarlierPhase(before.Slug, before.Name, before.ResultsReviewedAt))
            .FirstOrDefaultAsync(cancellationToken);
        return new PhaseView
        {
            Row = row,
            Version = more.Version,
            ResultsReview = more.ResultsReview,
            ResultsReviewBy = more.ResultsReviewBy,
            ResultsReviewedAt = more.ResultsReviewedAt,
            HasFigures = more.HasFigures,
            Earlier = earlier,
            Amendments = more.Amendments,
            Needs = more.Needs,
        };
    }

    /// <summary>The needs of a phase, written or not. Throws NotFoundException when there is no such phase.</summary>
    public async Task<NeedsView> NeedsAsync(string slug, CancellationToken cancellationToken)
    {
        var phase = await db.Phases.AsNoTracking().Where(found => found.Slug == slug)
            .Select(found => new
            {
                found.Id,
                found.Slug,
                found.Name,
                ReviewsAreOpen = db.Calls.Any(call => call.RunningPhaseId == found.Id && call.Stage >= CallStage.Scoring),
            })
            .SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        var needs = await db.NeedsAssessments.AsNoTracking().Include(found => found.Needs).SingleOrDefaultAsync(found => found.PhaseId == phase.Id, cancellationToken);
        var eligible = await db.CallCountries.AsNoTracking()
            .Where(country => country.IsEligible && db.Calls.Any(call => call.Id == country.CallId && call.PhaseId == phase.Id
                && !db.Calls.Any(later => later.PhaseId == phase.Id && later.CreatedAt > call.CreatedAt)))
            .GroupBy(country => country.Region)
            .Select(group => new { Region = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Region, group => group.Count, cancellationToken);
        return new NeedsView
        {
            PhaseSlug = phase.Slug,
            PhaseName = phase.Name,
            Id = needs?.Id,
            Version = needs?.Version ?? 0,
            Index = needs?.Index ?? LocalizedText.Empty,
            Source = needs?.Source ?? string.Empty,
            Year = needs?.Year ?? 0,
            AgreedAt = needs?.AgreedAt,
            Needs = needs?.Needs.ToDictionary(need => need.Region, need => need.Value) ?? [],
            EligibleCountries = eligible,
            ReviewsAreOpen = phase.ReviewsAreOpen,
        };
    }

    private IQueryable<PhaseRow> Rows(IQueryable<Phase> phases) => phases.Select(phase => new PhaseRow
    {
        Id = phase.Id,
        Slug = phase.Slug,
        Name = phase.Name,
        Number = phase.Number,
        StartsOn = phase.StartsOn,
        EndsOn = phase.EndsOn,
        Cap = phase.Cap,
        AgreedAt = phase.AgreedAt,
        SeatsTaken = phase.Seats.Count(seat => seat.CandidacyId != null),
        Calls = db.Calls.Where(call => call.PhaseId == phase.Id).OrderByDescending(call => call.CreatedAt)
            .Select(call => new PhaseCall(call.Slug, call.Title, call.Stage, call.OpensAt, call.DeadlineEndsAt)).ToList(),
    });
}
