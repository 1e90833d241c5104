using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Committee;

/// <summary>A conflict that a member declares.</summary>
/// <param name="Reference">The candidacy.</param>
/// <param name="Reason">What the conflict is.</param>
public sealed record DeclaredConflict(string Reference, string? Reason);

/// <summary>A member's declaration.</summary>
public sealed record DeclareConflicts
{
    /// <summary>The member.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The call.</summary>
    public required string Slug { get; init; }

    /// <summary>Conflicts, those known before may be among them.</summary>
    public required IReadOnlyList<DeclaredConflict> Conflicts { get; init; }

    /// <summary>That these are all that they know of.</summary>
    public required bool IsComplete { get; init; }
}

/// <summary>A decision on a conflict.</summary>
public sealed record DecideConflict
{
    /// <summary>Who signs for the other party.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The call.</summary>
    public required string Slug { get; init; }

    /// <summary>The conflict.</summary>
    public required Guid ConflictId { get; init; }

    /// <summary>Whether the member is kept from the candidacy.</summary>
    public required bool IsUpheld { get; init; }

    /// <summary>Why.</summary>
    public required string? Reason { get; init; }
}

/// <summary>Declares and decides conflicts of interest (product.md 6).</summary>
public sealed class ConflictService(PortalDbContext db, PortalClock clock, CommitteeAccess access, SignerRule signers, SigningService signing, ScoreKeeper scores)
{
    /// <summary>The reason of a conflict that the portal flags.</summary>
    public const string SameCountry = "The institution is of the member's own country.";

    /// <summary>
    /// Stores what a member declares, flags institutions of their country, and once they say that it is complete opens the candidacies to them.
    /// Throws RuleBrokenException at Conflicts when a reason is missing or a candidacy is not one of the call.
    /// </summary>
    public async Task DeclareAsync(DeclareConflicts options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var seat = await access.RequireSeatAsync(options.Actor, options.Slug, cancellationToken);
        Rule.Require(seat.Stage >= CallStage.Screening, "Conflicts are declared once screening has started.");
        var rules = new FormRules();
        rules.Require(options.IsComplete, "Tick it when your list of conflicts is complete.", "IsComplete");
        await db.AtomicallyAsync(
            async () =>
            {
                var member = await db.CommitteeMembers.SingleAsync(found => found.CallId == seat.CallId && found.UserId == options.Actor.Id, cancellationToken);
                var candidacies = await Candidates(seat.CallId).ToDictionaryAsync(found => found.Reference, cancellationToken);
                var known = await db.ConflictsOfInterest.Where(conflict => conflict.CallId == seat.CallId && conflict.MemberId == options.Actor.Id)
                    .Select(conflict => conflict.CandidacyId).ToHashSetAsync(cancellationToken);
                foreach (var declared in options.Conflicts)
                {
                    if (!candidacies.TryGetValue(declared.Reference, out var candidacy))
                    {
                        throw new RuleBrokenException(new Message("The call has no candidacy {0}.", declared.Reference), "Conflicts");
                    }

                    rules.Require(!string.IsNullOrWhiteSpace(declared.Reason), new Message("Write what your conflict with {0} is.", candidacy.Institution), $"Conflicts.{declared.Reference}");
                    if (!string.IsNullOrWhiteSpace(declared.Reason) && known.Add(candidacy.Id))
                    {
                        db.ConflictsOfInterest.Add(ConflictOf(member, candidacy.Id, declared.Reason, isFlagged: false));
                    }
                }

                rules.Demand();
                Flag(member, candidacies.Values, known);
                member.Declare(clock.Now);
            },
            cancellationToken);
    }

    /// <summary>Flags the institutions of the members' countries that are not flagged yet; may run at any time and twice.</summary>
    public async Task FlagNationalitiesAsync(Guid callId, CancellationToken cancellationToken)
    {
        var members = await db.CommitteeMembers.AsNoTracking().Where(member => member.CallId == callId && member.Nationality != null).ToListAsync(cancellationToken);
        if (members.Count == 0)
        {
            return;
        }

        var candidacies = await Candidates(callId).ToListAsync(cancellationToken);
        var known = (await db.ConflictsOfInterest.AsNoTracking().Where(conflict => conflict.CallId == callId)
            .Select(conflict => new { conflict.MemberId, conflict.CandidacyId }).ToListAsync(cancellationToken))
            .ToLookup(conflict => conflict.MemberId, conflict => conflict.CandidacyId);
        members.ForEach(member => Flag(member, candidacies, [.. known[member.UserId]]));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>
    /// The other party's co-chair, or where that one has a conflict the alternate, decides. An upheld conflict takes the member's assignment back,
    /// and what they signed in the call unless both have; what they had submitted counts no longer.
    /// </summary>
    public async Task DecideAsync(DecideConflict options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var seat = await access.RequireSeatAsync(options.Actor, options.Slug, cancellationToken);
        var party = await signers.RequireAsync(options.Actor, seat.CallId, cancellationToken);
        Rule.Require(seat.Stage <= CallStage.Deliberation, "The call is decided; its conflicts can no longer change.");
        await db.AtomicallyAsync(
            async () =>
            {
                var conflict = await db.ConflictsOfInterest
                    .SingleOrDefaultAsync(found => found.Id == options.ConflictId && found.CallId == seat.CallId, cancellationToken).OrNotFoundAsync();
                conflict.Decide(options.IsUpheld, options.Reason, party, options.Actor.Name, clock.Now);
                if (options.IsUpheld)
                {
                    await signing.VoidAsync(conflict.MemberId, seat.CallId, cancellationToken);
                    await TakeBackAsync(conflict, cancellationToken);
                }
            },
            cancellationToken);
    }

    private async Task TakeBackAsync(ConflictOfInterest conflict, CancellationToken cancellationToken)
    {
        var assignment = await db.ReviewAssignments.SingleOrDefaultAsync(
            found => found.CandidacyId == conflict.CandidacyId && found.MemberId == conflict.MemberId && found.RemovedAt == null, cancellationToken);
        if (assignment is null)
        {
            return;
        }

        assignment.Remove(clock.Now);
        await db.SaveChangesAsync(cancellationToken);
        await scores.RefreshAsync(conflict.CallId, conflict.CandidacyId, cancellationToken);
    }

    private void Flag(CommitteeMember member, IEnumerable<Candidate> candidacies, HashSet<Guid> known)
    {
        foreach (var candidacy in candidacies.Where(candidacy => candidacy.InstitutionCountry == member.Nationality && !known.Contains(candidacy.Id)))
        {
            db.ConflictsOfInterest.Add(ConflictOf(member, candidacy.Id, SameCountry, isFlagged: true));
        }
    }

    private ConflictOfInterest ConflictOf(CommitteeMember member, Guid candidacyId, string? reason, bool isFlagged) =>
        new(member.CallId, candidacyId, member.UserId, member.Party, member.Name, reason, isFlagged, clock.Now);

    private IQueryable<Candidate> Candidates(Guid callId) =>
        from candidacy in db.Candidacies.AsNoTracking()
        where candidacy.CallId == callId && candidacy.State == CandidacyState.Submitted && candidacy.Eligibility != Eligibility.Ineligible
        join institution in db.Institutions on candidacy.InstitutionId equals institution.Id
        select new Candidate(candidacy.Id, candidacy.Reference, institution.Country, institution.Name);

    private sealed record Candidate(Guid Id, string Reference, string InstitutionCountry, string Institution);
}
