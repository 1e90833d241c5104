using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Selection;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Selection;

/// <summary>A co-chair makes the proposal, anew where there is one; overrides and adjusted seats of an older one are gone.</summary>
public record ProposeSelection
{
    /// <summary>Who makes it.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The call.</summary>
    public required string CallSlug { get; init; }
}

/// <summary>A co-chair adjusts the seats by region, with a reason.</summary>
public sealed record AdjustSeats : ProposeSelection
{
    /// <summary>Seats of each region; one that is not named gets none.</summary>
    public required IReadOnlyDictionary<Region, int> Seats { get; init; }

    /// <summary>Why.</summary>
    public required string? Reason { get; init; }
}

/// <summary>A co-chair puts a candidacy elsewhere than the rules do, with a reason.</summary>
public sealed record OverrideOutcome : ProposeSelection
{
    /// <summary>The candidacy.</summary>
    public required Guid CandidacyId { get; init; }

    /// <summary>Where it is put.</summary>
    public required SelectionOutcome Outcome { get; init; }

    /// <summary>Whose seat it takes; null for one that is not given.</summary>
    public Guid? InPlaceOf { get; init; }

    /// <summary>Why.</summary>
    public required string? Reason { get; init; }
}

/// <summary>A proposal that was made.</summary>
/// <param name="DecisionId">The decision.</param>
/// <param name="Number">Its version.</param>
/// <param name="IsNew">Whether it says anything else than the version before, so that signatures were dropped.</param>
public sealed record ProposalMade(Guid DecisionId, int Number, bool IsNew);

/// <summary>Makes and changes the proposal that both parties sign (product.md 7). Each change is a new version, which drops both signatures.</summary>
public sealed class SelectionService(PortalDbContext db, PortalClock clock, SelectionReader reader, SignerRule signers, SigningService signing)
{
    /// <summary>Makes the proposal by need, supply, limit and band. Throws RuleBrokenException when something is missing for it.</summary>
    public Task<ProposalMade> ProposeAsync(ProposeSelection options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return MakeAsync(options, null, null, cancellationToken);
    }

    /// <summary>Makes the proposal with other seats by region. Throws RuleBrokenException when a region with more need would get fewer than another.</summary>
    public Task<ProposalMade> AdjustAsync(AdjustSeats options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return MakeAsync(options, options.Seats, options.Reason, cancellationToken);
    }

    /// <summary>Puts one candidacy elsewhere. Throws RuleBrokenException when that would break what no override may.</summary>
    public Task OverrideAsync(OverrideOutcome options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return db.AtomicallyAsync(
            async () =>
            {
                var call = await db.Calls.AsNoTracking().Where(found => found.Slug == options.CallSlug)
                    .Select(found => new { found.Id, found.PhaseId, found.LimitPerCountry, Cap = db.Phases.Where(phase => phase.Id == found.PhaseId).Select(phase => phase.Cap).First() }).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
                await signers.RequireAsync(options.Actor, call.Id, cancellationToken);
                var decision = await db.SelectionDecisions.Include(found => found.Lines).SingleOrDefaultAsync(found => found.CallId == call.Id, cancellationToken);
                Rule.Require(decision is not null, "Make the proposal first.");
                var country = decision.Lines.FirstOrDefault(line => line.CandidacyId == options.CandidacyId)?.Country;
                var held = await reader.TakenAsync(call.PhaseId, call.Id, cancellationToken);
                var room = new SeatRoom(call.LimitPerCountry - held.Count(seat => seat.Holder.Country == country), HeldSeat.Without(call.Cap ?? 0, held));
                decision.Override(options.CandidacyId, options.Outcome, options.InPlaceOf, options.Reason, room, options.Actor.Name, clock.Now);
                await signing.RefreshAsync(SignedKind.Selection, decision.Id, cancellationToken);
            },
            cancellationToken);
    }

    private Task<ProposalMade> MakeAsync(ProposeSelection options, IReadOnlyDictionary<Region, int>? seats, string? reason, CancellationToken cancellationToken) =>
        db.AtomicallyAsync(
            async () =>
            {
                var basis = await reader.ReadAsync(options.CallSlug, options.Actor.Id, cancellationToken);
                await signers.RequireAsync(options.Actor, basis.CallId, cancellationToken);
                RequireReady(basis);
                var input = basis.ToInput();
                if (seats is not null)
                {
                    SelectionCheck.RequireAdjustable(input, seats);
                    input = input with { AdjustedSeats = seats };
                }

                var decision = await db.SelectionDecisions.Include(found => found.Lines).SingleOrDefaultAsync(found => found.CallId == basis.CallId, cancellationToken);
                if (decision is null)
                {
                    decision = new SelectionDecision(basis.CallId, basis.PhaseId);
                    db.SelectionDecisions.Add(decision);
                }

                var proposal = SelectionProposer.Propose(input);
                var number = await NumberAsync(decision.Id, cancellationToken);
                decision.Propose(proposal, basis.FreeSeats, seats, reason, Lines(basis, proposal), options.Actor.Name, clock.Now);
                var sheet = await signing.RefreshAsync(SignedKind.Selection, decision.Id, cancellationToken);
                return new ProposalMade(decision.Id, sheet.Number, sheet.Number != number);
            },
            cancellationToken);

    private Task<int> NumberAsync(Guid decisionId, CancellationToken cancellationToken) => db.SignOffSheets
        .Where(sheet => sheet.Kind == SignedKind.Selection && sheet.SubjectId == decisionId).Select(sheet => sheet.Number).FirstOrDefaultAsync(cancellationToken);

    private static void RequireReady(SelectionBasis basis)
    {
        Rule.Require(basis.Stage <= CallStage.Deliberation, "Both parties have signed the selection; it no longer changes.");
        Rule.Require(basis.Stage == CallStage.Deliberation, "The selection is proposed in deliberation, once reviews are in or both parties waived the missing ones.");
        Rule.Require(basis.Cap is not null, new Message("No cap is agreed for {0}, so no seat can be given. Both parties sign one first.", basis.PhaseName));
        basis.RequireNeeds();
        Rule.Require(basis.Candidacies.Count > 0, "No candidacy stands for selection.");
    }

    private static IEnumerable<SelectionLine> Lines(SelectionBasis basis, SelectionProposal proposal)
    {
        var candidacies = basis.Candidacies.ToDictionary(candidacy => candidacy.Id);
        return proposal.Lines.Select((line, position) =>
        {
            var candidacy = candidacies[line.Candidacy];
            return new SelectionLine(line, candidacy.Country, position, candidacy.Score, candidacy.Itu, candidacy.Cisco);
        });
    }
}
