using DtcPortal.Application.Mail;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Candidacies;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Candidacies;

/// <summary>Whom mails about a candidacy go to: the admitted people of its institution.</summary>
public static class CandidacyPeople
{
    /// <summary>The recipients, in the order in which they came.</summary>
    public static async Task<IReadOnlyList<MailRecipient>> OfAsync(PortalDbContext db, Guid institutionId, CancellationToken cancellationToken) =>
        [.. (await OfAsync(db, [institutionId], cancellationToken))[institutionId]];

    /// <summary>The recipients of several institutions, by institution, in one query.</summary>
    public static async Task<ILookup<Guid, MailRecipient>> OfAsync(PortalDbContext db, IReadOnlyCollection<Guid> institutionIds, CancellationToken cancellationToken)
    {
        var people = await (
            from member in db.InstitutionMembers.AsNoTracking()
            join user in db.Users on member.UserId equals user.Id
            where institutionIds.Contains(member.InstitutionId) && member.State == MembershipState.Admitted && user.DisabledAt == null && user.Email != null
            orderby member.AskedAt
            select new { member.InstitutionId, user.Email, user.DisplayName, user.Language, user.Id }).ToListAsync(cancellationToken);
        return people.ToLookup(person => person.InstitutionId, person => new MailRecipient(person.Email!, person.DisplayName, person.Language, person.Id));
    }
}
