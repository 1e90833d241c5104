using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Candidacies;

/// <summary>Screens candidacies against the minimum qualifications (product.md 5): managers find, both parties sign what is ineligible.</summary>
public sealed class ScreeningService(PortalDbContext db, PortalClock clock, SigningService signing, ScreeningQueries queries)
{
    private const int AtOnce = 50;

    /// <summary>
    /// Stores findings, and finishes as eligible when asked to. Throws RuleBrokenException at Findings[code].Reason for a missing reason,
    /// DbUpdateConcurrencyException when another manager saved since the version that was seen.
    /// </summary>
    public Task FindAsync(FindQualifications options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return ChangeAsync(
            options,
            async (candidacy, screening, codes) =>
            {
                var rules = new FormRules();
                foreach (var answer in options.Findings.Where(answer => answer.Finding is not null && codes.Contains(answer.Qualification)))
                {
                    rules.Gather(() => Find(screening, answer, options.Actor));
                }

                rules.Demand();
                if (options.Finish)
                {
                    await FinishAsync(candidacy, screening, codes, options.Actor, cancellationToken);
                }
            },
            cancellationToken);
    }

    /// <summary>Finishes a candidacy as eligible. Throws RuleBrokenException unless each qualification is met and no clarification is open.</summary>
    public Task FinishAsync(FinishScreening options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return ChangeAsync(options, (candidacy, screening, codes) => FinishAsync(candidacy, screening, codes, options.Actor, cancellationToken), cancellationToken);
    }

    /// <summary>Proposes a candidacy as ineligible; it is once both have signed. Throws RuleBrokenException without a reason or a qualification that is not met.</summary>
    public Task ProposeAsync(ProposeIneligible options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return ChangeAsync(
            options,
            async (candidacy, screening, _) =>
            {
                await RequireNoClarificationAsync(candidacy.Id, cancellationToken);
                screening.ProposeIneligible(options.Reason, options.Actor.Name, clock.Now);
                await signing.RefreshAsync(SignedKind.Ineligibility, candidacy.Id, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Takes back that a candidacy is eligible, before scoring starts, or the proposal that it is not, before both have signed.</summary>
    public Task UndoAsync(UndoScreening options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return ChangeAsync(
            options,
            async (candidacy, screening, _) =>
            {
                var wasProposed = screening.IsProposed;
                if (!wasProposed)
                {
                    var isScreening = await db.Calls.AnyAsync(call => call.Id == candidacy.CallId && call.Stage == CallStage.Screening, cancellationToken);
                    Rule.Require(isScreening, "Scoring has started; this can no longer be undone.");
                }

                screening.Undo();
                candidacy.SetEligibility(Eligibility.Open);
                if (wasProposed)
                {
                    await signing.RefreshAsync(SignedKind.Ineligibility, candidacy.Id, cancellationToken);
                }
            },
            cancellationToken);
    }

    /// <summary>
    /// Marks as eligible all candidacies of a call that nobody has looked at and on which the portal finds each qualification met.
    /// Returns how many.
    /// </summary>
    public async Task<int> ScreenAllComputedAsync(ScreenAllComputed options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        RequireManager(options.Actor);
        var preview = await queries.PreviewAsync(options.Call, options.Actor, cancellationToken);
        RequireStage(preview.Stage);
        var met = preview.Lines.Where(line => line.IsMet && options.References?.Contains(line.Reference) != false).Select(line => line.CandidacyId).ToList();
        var done = 0;
        foreach (var some in met.Chunk(AtOnce))
        {
            done += await db.AtomicallyAsync(() => FinishComputedAsync(some, preview.Codes, options.Actor, cancellationToken), cancellationToken);
            // what is saved is not looked at again with each further save
            db.ChangeTracker.Clear();
        }

        return done;
    }

    private static void RequireManager(Actor actor)
    {
        if (!actor.Is(PortalRole.ProgrammeManager))
        {
            throw new ForbiddenException(new Message("Programme managers screen; co-chairs sign what is ineligible."));
        }
    }

    private static void RequireStage(CallStage stage) =>
        Rule.Require(stage is CallStage.Screening or CallStage.Scoring, stage < CallStage.Screening ? "Screening has not started." : "Screening is over.");

    private void Find(Screening screening, QualificationAnswer answer, Actor actor)
    {
        try
        {
            screening.Find(answer.Qualification, answer.Finding!.Value, answer.Reason, actor.Id, actor.Name, clock.Now);
        }
        catch (RuleBrokenException broken) when (broken.Field == "Reason")
        {
            throw new RuleBrokenException(broken.Rule, $"Findings[{answer.Qualification}].Reason");
        }
    }

    private async Task FinishAsync(Candidacy candidacy, Screening screening, IReadOnlyCollection<string> codes, Actor actor, CancellationToken cancellationToken)
    {
        await RequireNoClarificationAsync(candidacy.Id, cancellationToken);
        screening.FinishEligible(codes, actor.Name, clock.Now);
        candidacy.SetEligibility(Eligibility.Eligible);
    }

    private async Task RequireNoClarificationAsync(Guid candidacyId, CancellationToken cancellationToken) => Rule.Require(
        !await db.Clarifications.AnyAsync(clarification => clarification.OpenKey == candidacyId, cancellationToken),
        "A clarification is open. Close it first.");

    private async Task<int> FinishComputedAsync(Guid[] ids, IReadOnlyList<string> codes, Actor actor, CancellationToken cancellationToken)
    {
        var candidacies = await db.Candidacies.Where(candidacy => ids.Contains(candidacy.Id)).ToListAsync(cancellationToken);
        var touched = await db.Screenings.Where(screening => ids.Contains(screening.CandidacyId)).Select(screening => screening.CandidacyId).ToListAsync(cancellationToken);
        var now = clock.Now;
        var done = 0;
        foreach (var candidacy in candidacies.Where(candidacy => candidacy is { State: CandidacyState.Submitted, Eligibility: Eligibility.Open } && !touched.Contains(candidacy.Id)))
        {
            var screening = new Screening(candidacy.Id, candidacy.CallId);
            foreach (var code in codes)
            {
                screening.Find(code, QualificationFinding.Met, null, actor.Id, actor.Name, now);
            }

            screening.FinishEligible(codes, actor.Name, now);
            db.Screenings.Add(screening);
            candidacy.SetEligibility(Eligibility.Eligible);
            done++;
        }

        return done;
    }

    private async Task ChangeAsync(ScreeningRequest options, Func<Candidacy, Screening, IReadOnlyList<string>, Task> change, CancellationToken cancellationToken)
    {
        RequireManager(options.Actor);
        try
        {
            await db.AtomicallyAsync(
                async () =>
                {
                    var candidacy = await db.Candidacies.SingleOrDefaultAsync(stored => stored.Reference == options.Reference && stored.State == CandidacyState.Submitted, cancellationToken).OrNotFoundAsync();
                    var call = await db.Calls.AsNoTracking().Where(stored => stored.Id == candidacy.CallId)
                        .Select(stored => new { stored.Stage, Codes = stored.Qualifications.OrderBy(qualification => qualification.Position).Select(qualification => qualification.Code).ToList() })
                        .SingleAsync(cancellationToken);
                    RequireStage(call.Stage);
                    Rule.Require(!Candidacy.IsExtendedAt(candidacy.ExtendedUntil, clock.Now), "Its longer deadline has not passed; it is screened afterwards.");
                    await change(candidacy, await ScreeningOfAsync(candidacy, options.Version, cancellationToken), call.Codes);
                },
                cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            // another manager began at the same time
            throw new DbUpdateConcurrencyException(exception.Message, exception);
        }
    }

    private async Task<Screening> ScreeningOfAsync(Candidacy candidacy, long? version, CancellationToken cancellationToken)
    {
        var screening = await db.Screenings.Include(stored => stored.Checks).SingleOrDefaultAsync(stored => stored.CandidacyId == candidacy.Id, cancellationToken);
        if (screening is null)
        {
            screening = new Screening(candidacy.Id, candidacy.CallId);
            db.Screenings.Add(screening);
        }
        else if (version is { } seen && seen != screening.Version)
        {
            throw new DbUpdateConcurrencyException();
        }

        return screening;
    }
}
