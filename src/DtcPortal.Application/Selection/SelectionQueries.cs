using DtcPortal.Application.Accounts;
using DtcPortal.Application.Committee;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Selection;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Selection;

/// <summary>Reads the selection of a call for its committee.</summary>
public sealed class SelectionQueries(PortalDbContext db, PortalClock clock, SelectionReader reader, SelectionSigning signing)
{
    private static readonly Message Decided = new("Both parties have signed the selection; it no longer changes.");

    /// <summary>
    /// What the committee's pages of a call stand on. Throws NotFoundException for those who are not of the committee, ForbiddenException before they
    /// declared their conflicts.
    /// </summary>
    public async Task<SelectionBasis> BasisAsync(string slug, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var basis = await reader.ReadAsync(slug, actor.Id, cancellationToken);
        var seat = basis.Reader ?? throw new NotFoundException();
        if (basis.Stage >= CallStage.Screening)
        {
            CommitteeAccess.Demand(seat.DeclaredAt, hasConflict: false);
        }

        return basis;
    }

    /// <summary>The same for what leads to a decision. Throws ForbiddenException once both have signed it, which says so.</summary>
    public async Task<SelectionBasis> UndecidedBasisAsync(string slug, Actor actor, CancellationToken cancellationToken)
    {
        var basis = await BasisAsync(slug, actor, cancellationToken);
        return basis.Stage < CallStage.Decided ? basis : throw new ForbiddenException(Decided);
    }

    /// <summary>The selection as it stands while it can be changed. Throws ForbiddenException once both have signed it, which says so.</summary>
    public async Task<SelectionView> FindUndecidedAsync(string slug, Actor actor, CancellationToken cancellationToken)
    {
        var view = await FindAsync(slug, actor, cancellationToken);
        return view.DecidedAt is null ? view : throw new ForbiddenException(Decided);
    }

    /// <summary>The selection as it stands. Throws NotFoundException for those who are not of the committee.</summary>
    public async Task<SelectionView> FindAsync(string slug, Actor actor, CancellationToken cancellationToken)
    {
        var basis = await BasisAsync(slug, actor, cancellationToken);
        var decision = await db.SelectionDecisions.AsNoTracking().Include(found => found.Lines)
            .SingleOrDefaultAsync(found => found.CallId == basis.CallId, cancellationToken);
        var sheet = decision is null || decision.IsDecided ? null : await SheetAsync(decision.Id, cancellationToken);
        var isDecided = decision is { IsDecided: true };
        var offers = isDecided ? await OffersAsync(basis.CallId, cancellationToken) : [];
        var successions = isDecided ? await SuccessionsAsync(basis.CallId, cancellationToken) : [];
        var taken = decision is null ? [] : TakenSeats(decision.Lines, successions);
        return new SelectionView
        {
            Basis = basis,
            DecisionId = decision?.Id,
            MadeAt = sheet?.MadeAt ?? decision?.MadeAt,
            MadeBy = decision?.MadeByName,
            Cap = decision?.Cap ?? basis.FreeSeats,
            AdjustmentReason = decision?.AdjustmentReason,
            DecidedAt = decision?.DecidedAt,
            Table = decision is null
                ? null
                : SelectionTable.Build(basis, decision.Lines.Select(line => (line.ToProposalLine(), line.OverrideReason)), decision.Regions,
                    row => offers.TryGetValue(row.Candidacy.Id, out var state) ? row with { Offer = state, TakenSeat = taken.TryGetValue(row.Candidacy.Id, out var seat) ? seat : null } : row),
            Number = sheet?.Number,
            SignedBy = sheet?.SignedBy ?? [],
            IsStale = decision is { IsDecided: false } && IsStale(basis, decision),
            Successions = successions,
        };
    }

    /// <summary>
    /// What would be proposed otherwise, with the rows that would move; nothing is stored. Throws RuleBrokenException when what is asked for
    /// may not be.
    /// </summary>
    public async Task<SelectionTable> WhatIfAsync(SelectionBasis basis, WhatIf options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(basis);
        ArgumentNullException.ThrowIfNull(options);
        basis.RequireNeeds();
        var lines = await db.SelectionLines.AsNoTracking()
            .Where(line => db.SelectionDecisions.Any(decision => decision.Id == line.SelectionDecisionId && decision.CallId == basis.CallId))
            .Select(line => new { line.CandidacyId, line.Outcome }).ToDictionaryAsync(line => line.CandidacyId, line => line.Outcome, cancellationToken);
        return options.Compute(basis, lines);
    }

    /// <summary>
    /// What a signature of the selection does, in figures. Throws NotFoundException for those who are not of the committee, or before a proposal is made,
    /// ForbiddenException before they declared their conflicts.
    /// </summary>
    public async Task<SelectionSummary> SummaryAsync(string slug, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var found = await (
            from decision in db.SelectionDecisions.AsNoTracking()
            join call in db.Calls on decision.CallId equals call.Id
            join phase in db.Phases on decision.PhaseId equals phase.Id
            join member in db.CommitteeMembers on call.Id equals member.CallId
            where call.Slug == slug && member.UserId == actor.Id
            select new
            {
                member.DeclaredAt,
                IsHidden = db.ConflictsOfInterest.Any(conflict => conflict.CallId == call.Id && conflict.MemberId == actor.Id && conflict.State != ConflictState.Dismissed),
                decision.Id, decision.CallId, decision.MadeByName, decision.DecidedAt, call.Title, phase.Name, call.OfferDays,
                Chosen = decision.Lines.Count(line => line.Outcome == SelectionOutcome.Chosen),
                Waitlisted = decision.Lines.Count(line => line.Outcome == SelectionOutcome.Waitlisted),
                Out = decision.Lines.Count(line => line.Outcome == SelectionOutcome.Out),
            }).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        CommitteeAccess.Demand(found.DeclaredAt, hasConflict: false);
        var missing = found.DecidedAt is null ? (await signing.DescribeAsync(found.Id, cancellationToken)).Missing : null;
        return new SelectionSummary
        {
            DecisionId = found.Id,
            CallId = found.CallId,
            Slug = slug,
            Title = found.Title,
            PhaseName = found.Name,
            MadeBy = found.MadeByName,
            Chosen = found.Chosen,
            Waitlisted = found.Waitlisted,
            Out = found.Out,
            OfferDays = found.OfferDays,
            AnswerBy = (found.DecidedAt ?? clock.Now).AddDays(found.OfferDays),
            Missing = missing,
            IsHidden = found.IsHidden,
        };
    }

    /// <summary>A freed seat and who is proposed for it. Throws NotFoundException for those who are not of the committee.</summary>
    public async Task<SuccessionView> SuccessionAsync(string slug, Guid id, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.Now;
        var found = await (
            from succession in db.SeatSuccessions.AsNoTracking()
            join seat in db.Seats on succession.SeatId equals seat.Id
            join call in db.Calls on succession.CallId equals call.Id
            join offer in db.Offers on succession.LeaverCandidacyId equals offer.CandidacyId
            join next in db.Candidacies on succession.CandidacyId equals next.Id
            join institution in db.Institutions on next.InstitutionId equals institution.Id
            join left in db.Candidacies on succession.LeaverCandidacyId equals left.Id
            join leaver in db.Institutions on left.InstitutionId equals leaver.Id
            where call.Slug == slug && succession.Id == id && db.CommitteeMembers.Any(member => member.CallId == call.Id && member.UserId == actor.Id)
            select new SuccessionView
            {
                Id = id,
                CallId = call.Id,
                Slug = slug,
                Title = call.Title,
                SeatNumber = seat.Number,
                OfferDays = call.OfferDays,
                Next = institution.Name,
                NextReference = next.Reference,
                NextCountry = next.Country,
                NextScore = next.ScoreMillionths,
                Leaver = leaver.Name,
                LeaverCountry = left.Country,
                HasDeclined = offer.Answer == OfferAnswer.Declined,
                DeclineReason = offer.DeclineReason,
                Region = succession.Region,
                IsOfSameRegion = succession.IsOfSameRegion,
                IsHidden = db.ConflictsOfInterest.Any(conflict =>
                    conflict.CandidacyId == next.Id && conflict.MemberId == actor.Id && conflict.State != ConflictState.Dismissed),
            }).SingleOrDefaultAsync(cancellationToken);
        return found is null ? throw new NotFoundException() : found with { AnswerBy = now.AddDays(found.OfferDays) };
    }

    // who came after one that had itself come after another has the seat of the first
    private static Dictionary<Guid, int> TakenSeats(IEnumerable<SelectionLine> lines, IReadOnlyList<SuccessionRow> successions)
    {
        var seats = lines.Where(line => line.Seat is not null).ToDictionary(line => line.CandidacyId, line => line.Seat!.Value);
        var taken = new Dictionary<Guid, int>();
        foreach (var succession in successions.Where(succession => succession.DecidedAt is not null))
        {
            if (taken.TryGetValue(succession.Leaver, out var seat) || seats.TryGetValue(succession.Leaver, out seat))
            {
                taken[succession.CandidacyId] = seat;
            }
        }

        return taken;
    }

    private static bool IsStale(SelectionBasis basis, SelectionDecision decision)
    {
        var scores = decision.Lines.ToDictionary(line => line.CandidacyId, line => line.ScoreMillionths);
        return basis.LastReviewAt > decision.MadeAt || decision.Cap != basis.FreeSeats || scores.Count != basis.Candidacies.Count
            || basis.Candidacies.Any(candidacy => !scores.TryGetValue(candidacy.Id, out var score) || score != candidacy.Score);
    }

    private Task<SheetFacts?> SheetAsync(Guid decisionId, CancellationToken cancellationToken) => db.SignOffSheets.AsNoTracking()
        .Where(sheet => sheet.Kind == SignedKind.Selection && sheet.SubjectId == decisionId)
        .Select(sheet => new SheetFacts(sheet.Number, sheet.MadeAt, sheet.SignOffs.Where(signOff => signOff.DroppedAt == null).Select(signOff => signOff.Party).ToList()))
        .SingleOrDefaultAsync(cancellationToken);

    private async Task<Dictionary<Guid, OfferState>> OffersAsync(Guid callId, CancellationToken cancellationToken)
    {
        var offers = await db.Offers.AsNoTracking().Where(offer => offer.CallId == callId).ToListAsync(cancellationToken);
        var now = clock.Now;
        return offers.ToDictionary(offer => offer.CandidacyId, offer => offer.StateAt(now));
    }

    private async Task<IReadOnlyList<SuccessionRow>> SuccessionsAsync(Guid callId, CancellationToken cancellationToken) => await (
        from succession in db.SeatSuccessions.AsNoTracking()
        join seat in db.Seats on succession.SeatId equals seat.Id
        where succession.CallId == callId
        orderby seat.Number, succession.ProposedAt
        select new SuccessionRow(
            succession.Id, seat.Number, succession.LeaverCandidacyId, succession.CandidacyId, succession.IsOfSameRegion, succession.DecidedAt)).ToListAsync(cancellationToken);

    private sealed record SheetFacts(int Number, DateTimeOffset MadeAt, List<Party> SignedBy);
}
