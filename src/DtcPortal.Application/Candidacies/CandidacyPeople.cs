using DtcPortal.Application.Mail;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Candidacies;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Candidacies;

/// <summary>Whom mails about a candidacy go to: the admitted people of its institution.</summary>
public static class CandidacyPeople
{
    /// <summary>The recipients, in the order in which they came.</summary>
    public static async Task<IReadOnlyList<MailRecipient>> OfAsync(PortalDbContext db, Guid institutionId, CancellationToken cancellationToken)
    {
        var people = await (
            from member in db.InstitutionMembers.AsNoTracking()
            join user in db.Users on member.UserId equals user.Id
            where member.InstitutionId == institutionId && member.State == MembershipState.Admitted && user.DisabledAt == null && user.Email != null
            orderby member.AskedAt
            select new { user.Email, user.DisplayName, user.Language, user.Id }).ToListAsync(cancellationToken);
        return [.. people.Select(person => new MailRecipient(person.Email!, person.DisplayName, person.Language, person.Id))];
    }
}
