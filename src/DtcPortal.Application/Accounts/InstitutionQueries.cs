using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Candidacies;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Accounts;

/// <summary>An institution as its people see it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Official name.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="OwnerId">The account that owns it.</param>
/// <param name="Members">Who is or asks to be of it.</param>
public sealed record InstitutionView(Guid Id, string Name, string Country, Guid OwnerId, IReadOnlyList<MemberRow> Members);

/// <summary>Somebody of an institution.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Name">Their name.</param>
/// <param name="Email">Their mail address.</param>
/// <param name="State">Where they stand.</param>
/// <param name="AskedAt">When they asked.</param>
public sealed record MemberRow(Guid UserId, string Name, string Email, MembershipState State, DateTimeOffset AskedAt);

/// <summary>Somebody who waits to be admitted, for managers.</summary>
/// <param name="InstitutionId">The institution.</param>
/// <param name="Institution">Its name.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="UserId">Who asks.</param>
/// <param name="Name">Their name.</param>
/// <param name="Email">Their mail address.</param>
/// <param name="AskedAt">Since when.</param>
public sealed record AskRow(Guid InstitutionId, string Institution, string Country, Guid UserId, string Name, string Email, DateTimeOffset AskedAt);

/// <summary>Reads institutions and their people.</summary>
public sealed class InstitutionQueries(PortalDbContext db)
{
    /// <summary>The institution of somebody, or the one they asked to join last; null when there is none. Who is not admitted sees no members.</summary>
    public async Task<InstitutionView?> OfAsync(Guid userId, CancellationToken cancellationToken)
    {
        var membership = await db.InstitutionMembers.AsNoTracking().Where(member => member.UserId == userId && member.State != MembershipState.Refused)
            .OrderByDescending(member => member.State).ThenByDescending(member => member.AskedAt).FirstOrDefaultAsync(cancellationToken);
        if (membership is null)
        {
            return null;
        }

        var institution = await db.Institutions.AsNoTracking().Where(candidate => candidate.Id == membership.InstitutionId)
            .Select(candidate => new { candidate.Id, candidate.Name, candidate.Country, candidate.OwnerId }).SingleAsync(cancellationToken);
        var members = membership.State != MembershipState.Admitted
            ? []
            : await (from member in db.InstitutionMembers
                     join user in db.Users on member.UserId equals user.Id
                     where member.InstitutionId == institution.Id && member.State != MembershipState.Refused
                     orderby member.State, member.AskedAt
                     select new MemberRow(user.Id, user.DisplayName, user.Email!, member.State, member.AskedAt)).AsNoTracking().ToListAsync(cancellationToken);
        return new InstitutionView(institution.Id, institution.Name, institution.Country, institution.OwnerId, members);
    }

    /// <summary>Who waits to be admitted, the longest first.</summary>
    public async Task<Paged<AskRow>> AsksAsync(int page, CancellationToken cancellationToken)
    {
        const int size = 50;
        var asks = from member in db.InstitutionMembers
                   join institution in db.Institutions on member.InstitutionId equals institution.Id
                   join user in db.Users on member.UserId equals user.Id
                   where member.State == MembershipState.Asked
                   orderby member.AskedAt, member.Id
                   select new AskRow(institution.Id, institution.Name, institution.Country, user.Id, user.DisplayName, user.Email!, member.AskedAt);
        var total = await asks.CountAsync(cancellationToken);
        return new Paged<AskRow>(await asks.AsNoTracking().Skip((page - 1) * size).Take(size).ToListAsync(cancellationToken), total, page, size);
    }
}

/// <summary>Who waits to be admitted, for owners and managers; and for an applicant where they stand.</summary>
internal sealed class AccountWork(PortalDbContext db) : IWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Is(PortalRole.Applicant))
        {
            return await ForApplicantAsync(actor, cancellationToken);
        }

        if (!actor.Is(PortalRole.ProgrammeManager))
        {
            return [];
        }

        var waiting = await db.InstitutionMembers.CountAsync(member => member.State == MembershipState.Asked, cancellationToken);
        return waiting == 0 ? [] : [new WorkItem(new("People who ask to join an institution: {0}", waiting), "/manage/institutions", Detail: new("Their institution's owner answers; you can, with a reason, where nobody does."))];
    }

    private async Task<IReadOnlyList<WorkItem>> ForApplicantAsync(Actor actor, CancellationToken cancellationToken)
    {
        var asks = await (from member in db.InstitutionMembers
                          join institution in db.Institutions on member.InstitutionId equals institution.Id
                          where member.State == MembershipState.Asked && (member.UserId == actor.Id || institution.OwnerId == actor.Id)
                          orderby member.AskedAt
                          select new { member.UserId, member.Name, Institution = institution.Name }).AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. asks.Select(ask => ask.UserId == actor.Id
                ? new WorkItem(new("You wait to be admitted to {0}", ask.Institution), "/account/profile#colleagues", Detail: new("Its owner was mailed and answers."))
                : new WorkItem(new("{0} asks to join {1}", ask.Name, ask.Institution), "/account/profile#colleagues", Detail: new("Until you admit them, they see nothing of it."))),
        ];
    }
}
