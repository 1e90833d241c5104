using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Committee;

/// <summary>Scoring to be started.</summary>
public sealed record ProposeScoring
{
    /// <summary>A manager, or a co-chair of the call.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The call.</summary>
    public required string Slug { get; init; }

    /// <summary>The last day for reviews, until its end in UTC.</summary>
    public required DateOnly? ReviewsDueOn { get; init; }
}

/// <summary>Puts the start of scoring and of deliberation to both parties (rules.md 2).</summary>
public sealed class CallStageService(PortalDbContext db, PortalClock clock, CommitteeAccess access, SigningService signing)
{
    /// <summary>Puts the start of scoring, with the date until which reviews are due, to both parties.</summary>
    public async Task ProposeScoringAsync(ProposeScoring options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var call = await RequireAsync(options.Actor, options.Slug, cancellationToken);
        Rule.Require(options.ReviewsDueOn is not null, "Write by when reviews are due.", "ReviewsDueOn");
        var due = new DateTimeOffset(options.ReviewsDueOn.Value.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero).AddMinutes(-1);
        call.PlanReviews(due, clock.Now);
        await signing.RefreshAsync(SignedKind.ScoringStart, call.Id, cancellationToken);
    }

    /// <summary>Puts the start of deliberation to both parties; reviews that are missing then are waived by their signatures.</summary>
    public async Task ProposeDeliberationAsync(Actor actor, string slug, CancellationToken cancellationToken)
    {
        var call = await RequireAsync(actor, slug, cancellationToken);
        Rule.Require(call.Stage == CallStage.Scoring, "Deliberation follows scoring.");
        await signing.RefreshAsync(SignedKind.DeliberationStart, call.Id, cancellationToken);
    }

    private async Task<Call> RequireAsync(Actor actor, string slug, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Is(PortalRole.ProgrammeManager) && !(await access.RequireSeatAsync(actor, slug, cancellationToken)).Signs)
        {
            throw new ForbiddenException();
        }

        return await db.Calls.SingleOrDefaultAsync(call => call.Slug == slug, cancellationToken).OrNotFoundAsync();
    }
}
