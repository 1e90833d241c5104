using DtcPortal.Application.Accounts;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Committee;

/// <summary>A conflict as it is shown to its member and to those who decide.</summary>
public sealed record ConflictRow
{
    /// <summary>The conflict.</summary>
    public required Guid Id { get; init; }

    /// <summary>The candidacy.</summary>
    public required string Reference { get; init; }

    /// <summary>Name of the institution.</summary>
    public required string Institution { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>The member's account.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>The member's name.</summary>
    public required string MemberName { get; init; }

    /// <summary>The member's party; the other one decides.</summary>
    public required Party MemberParty { get; init; }

    /// <summary>What the conflict is.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether the portal flagged it.</summary>
    public required bool IsFlagged { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset DeclaredAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required ConflictState State { get; init; }

    /// <summary>Who decided.</summary>
    public required string? DecidedByName { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Why.</summary>
    public required string? DecisionReason { get; init; }
}

/// <summary>A candidacy of which members see name, country and ties before they declare.</summary>
public sealed record DeclarableCandidacy(string Reference, string Institution, string Country, bool IsCiscoAcademy, bool IsItuCentre);

/// <summary>The conflicts of a call for a reader.</summary>
public sealed record ConflictsOfCall
{
    /// <summary>The seat and the call.</summary>
    public required CommitteeSeatOfCall Seat { get; init; }

    /// <summary>All candidacies, by name.</summary>
    public required IReadOnlyList<DeclarableCandidacy> Candidacies { get; init; }

    /// <summary>The reader's own conflicts.</summary>
    public required IReadOnlyList<ConflictRow> Own { get; init; }

    /// <summary>Whether the reader decides on the other party's conflicts.</summary>
    public required bool Decides { get; init; }

    /// <summary>The other party's conflicts, the undecided first; empty for those who do not decide.</summary>
    public required IReadOnlyList<ConflictRow> Others { get; init; }
}

/// <summary>Reads conflicts of interest.</summary>
public sealed class ConflictQueries(PortalDbContext db, CommitteeAccess access, SignerRule signers)
{
    /// <summary>Names and countries with existing ties, the reader's conflicts and those that they decide. Throws NotFoundException for calls of others.</summary>
    public async Task<ConflictsOfCall> OfCallAsync(Actor actor, string slug, CancellationToken cancellationToken)
    {
        var seat = await access.RequireSeatAsync(actor, slug, cancellationToken);
        var candidacies = await (
            from candidacy in db.Candidacies.AsNoTracking()
            where candidacy.CallId == seat.CallId && candidacy.State == CandidacyState.Submitted && candidacy.Eligibility != Eligibility.Ineligible
            join institution in db.Institutions on candidacy.InstitutionId equals institution.Id
            orderby institution.Name, candidacy.Reference
            select new DeclarableCandidacy(candidacy.Reference, institution.Name, candidacy.Country, institution.IsCiscoAcademy, institution.IsItuCentre))
            .ToListAsync(cancellationToken);
        var decides = await signers.AllowsAsync(actor, seat.CallId, cancellationToken);
        var rows = await (
            from conflict in db.ConflictsOfInterest.AsNoTracking()
            where conflict.CallId == seat.CallId && (conflict.MemberId == actor.Id || (decides && conflict.MemberParty != seat.Party))
            join candidacy in db.Candidacies on conflict.CandidacyId equals candidacy.Id
            join institution in db.Institutions on candidacy.InstitutionId equals institution.Id
            orderby conflict.State, conflict.Id
            select new ConflictRow
            {
                Id = conflict.Id,
                Reference = candidacy.Reference,
                Institution = institution.Name,
                Country = candidacy.Country,
                MemberId = conflict.MemberId,
                MemberName = conflict.MemberName,
                MemberParty = conflict.MemberParty,
                Reason = conflict.Reason,
                IsFlagged = conflict.IsFlagged,
                DeclaredAt = conflict.DeclaredAt,
                State = conflict.State,
                DecidedByName = conflict.DecidedByName,
                DecidedAt = conflict.DecidedAt,
                DecisionReason = conflict.DecisionReason,
            }).ToListAsync(cancellationToken);
        return new ConflictsOfCall
        {
            Seat = seat,
            Candidacies = candidacies,
            Own = [.. rows.Where(row => row.MemberId == actor.Id)],
            Decides = decides,
            Others = [.. rows.Where(row => row.MemberId != actor.Id)],
        };
    }
}
