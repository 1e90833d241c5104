using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Phases;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Calls;

/// <summary>Somebody to add to a call's committee.</summary>
public sealed record AddCommitteeMember
{
    /// <summary>Who adds them.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The call.</summary>
    public required string Slug { get; init; }

    /// <summary>Their account.</summary>
    public required Guid UserId { get; init; }
}

/// <summary>A change of somebody on a call's committee.</summary>
public sealed record ChangeCommitteeMember
{
    /// <summary>Who changes it.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The call.</summary>
    public required string Slug { get; init; }

    /// <summary>The member.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>Whether reviews are assigned to them; null takes them off the committee.</summary>
    public required bool? Reviews { get; init; }
}

/// <summary>Keeps the committee of a call: co-chairs sign, members review, co-chairs review only when added as reviewers (rules.md 2).</summary>
public sealed class CallCommitteeService(PortalDbContext db)
{
    /// <summary>Adds somebody of a party.</summary>
    public Task AddAsync(AddCommitteeMember options, CancellationToken cancellationToken)
    {
        Manager.Require(options.Actor);
        return db.AtomicallyAsync(
            async () =>
            {
                var call = await FindCallAsync(options.Slug, cancellationToken);
                Rule.Require(!await db.CommitteeMembers.AnyAsync(member => member.CallId == call && member.UserId == options.UserId, cancellationToken), "They are on the committee already.", "UserId");
                var candidate = await Candidates().SingleOrDefaultAsync(user => user.Id == options.UserId, cancellationToken);
                Rule.Require(candidate is not null, "Choose a co-chair or committee member of a party.", "UserId");
                db.CommitteeMembers.Add(candidate.ToMember(call));
            },
            cancellationToken);
    }

    /// <summary>Adds or leaves somebody out as reviewer, or takes them off the committee; refused while reviews are assigned to them.</summary>
    public Task ChangeAsync(ChangeCommitteeMember options, CancellationToken cancellationToken)
    {
        Manager.Require(options.Actor);
        return db.AtomicallyAsync(
            async () =>
            {
                var call = await FindCallAsync(options.Slug, cancellationToken);
                var member = await db.CommitteeMembers.SingleOrDefaultAsync(found => found.Id == options.MemberId && found.CallId == call, cancellationToken).OrNotFoundAsync();
                Rule.Require(
                    options.Reviews == true || !await db.ReviewAssignments.AnyAsync(
                        assignment => assignment.CallId == call && assignment.MemberId == member.UserId && assignment.RemovedAt == null, cancellationToken),
                    new Message("Reviews are assigned to {0}. Take the assignments back first.", member.Name));
                if (options.Reviews is { } reviews)
                {
                    member.SetReviews(reviews);
                    return;
                }

                Rule.Require(
                    member.Seat != CommitteeSeat.CoChair || await db.CommitteeMembers.AnyAsync(
                        other => other.CallId == call && other.Party == member.Party && other.Seat == CommitteeSeat.CoChair && other.Id != member.Id, cancellationToken),
                    "A co-chair of each party stays on the committee.");
                db.CommitteeMembers.Remove(member);
            },
            cancellationToken);
    }

    /// <summary>People of both parties who may be on a committee.</summary>
    public async Task<IReadOnlyList<CommitteeCandidate>> CandidatesAsync(CancellationToken cancellationToken) =>
        await Candidates().OrderBy(user => user.Party).ThenBy(user => user.Name).ToListAsync(cancellationToken);

    internal async Task AddAllAsync(Guid callId, CancellationToken cancellationToken) =>
        db.CommitteeMembers.AddRange((await CandidatesAsync(cancellationToken)).Select(candidate => candidate.ToMember(callId)));

    private IQueryable<CommitteeCandidate> Candidates()
    {
        var (chairs, members) = (PortalRole.CoChair.Id(), PortalRole.CommitteeMember.Id());
        return db.Users.AsNoTracking()
            .Where(user => user.Party != null && user.DisabledAt == null && db.UserRoles.Any(role => role.UserId == user.Id && (role.RoleId == chairs || role.RoleId == members)))
            .Select(user => new CommitteeCandidate
            {
                Id = user.Id,
                Name = user.DisplayName,
                Party = user.Party!.Value,
                IsCoChair = db.UserRoles.Any(role => role.UserId == user.Id && role.RoleId == chairs),
                IsAlternate = user.IsAlternate,
                Nationality = user.Nationality,
            });
    }

    private async Task<Guid> FindCallAsync(string slug, CancellationToken cancellationToken)
    {
        var call = await db.Calls.AsNoTracking().Where(found => found.Slug == slug).Select(found => new { found.Id, found.Stage })
            .SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        Rule.Require(call.Stage < CallStage.Decided, "The call is decided; its committee no longer changes.");
        return call.Id;
    }
}

/// <summary>Somebody who may be on a committee.</summary>
public sealed record CommitteeCandidate
{
    /// <summary>The account.</summary>
    public required Guid Id { get; init; }

    /// <summary>Their name.</summary>
    public required string Name { get; init; }

    /// <summary>Their party.</summary>
    public required Party Party { get; init; }

    /// <summary>Whether they sign for their party.</summary>
    public required bool IsCoChair { get; init; }

    /// <summary>Whether they stand in for their party's co-chair.</summary>
    public required bool IsAlternate { get; init; }

    /// <summary>ISO 3166-1 alpha-2; null when not given.</summary>
    public required string? Nationality { get; init; }

    internal CommitteeMember ToMember(Guid callId) => new(
        callId, Id, Name, Party, IsCoChair ? CommitteeSeat.CoChair : CommitteeSeat.Member, reviews: !IsCoChair, IsAlternate && !IsCoChair, Nationality);
}
