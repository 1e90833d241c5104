using DtcPortal.Application.Accounts;
using DtcPortal.Application.Mail;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Selection;

/// <summary>Whom a notice on a candidacy goes to, and what it is called.</summary>
/// <param name="CandidacyId">The candidacy.</param>
/// <param name="Reference">Its reference.</param>
/// <param name="Institution">The institution's name.</param>
/// <param name="Owner">The account that owns the institution.</param>
public sealed record NoticeAddress(Guid CandidacyId, string Reference, string Institution, PortalUser Owner);

/// <summary>What a selection mails: results to each applicant, lapses, who answers next.</summary>
public sealed class SelectionNotices(PortalDbContext db, MailComposer mail)
{
    /// <summary>Owners of the institutions of some candidacies, in one query.</summary>
    public async Task<Dictionary<Guid, NoticeAddress>> AddressesAsync(IReadOnlyCollection<Guid> candidacyIds, CancellationToken cancellationToken)
    {
        var rows = await (
            from candidacy in db.Candidacies.AsNoTracking()
            join institution in db.Institutions on candidacy.InstitutionId equals institution.Id
            join owner in db.Users on institution.OwnerId equals owner.Id
            where candidacyIds.Contains(candidacy.Id)
            select new NoticeAddress(candidacy.Id, candidacy.Reference, institution.Name, owner)).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.CandidacyId);
    }

    /// <summary>A seat is offered.</summary>
    public void Offered(NoticeAddress to, LocalizedText call, DateTimeOffset answerBy) => Send(
        to,
        new Message("Your candidacy {0} was chosen", to.Reference),
        new Message("ITU and Cisco have signed the selection of the {0}. {1} was chosen to host a Digital Transformation Centre.", call, to.Institution),
        new Message("Accept or decline the seat before {0}. Without an answer the offer lapses and the seat goes to the next on the waitlist.", At(answerBy)));

    /// <summary>It waits.</summary>
    public void Waitlisted(NoticeAddress to, LocalizedText call, int place) => Send(
        to,
        new Message("Your candidacy {0} is on the waitlist", to.Reference),
        new Message("ITU and Cisco have signed the selection of the {0}. {1} stands in place {2} on the waitlist of its region.", call, to.Institution, place),
        new Message("If a seat is freed and comes to you, you get a mail. The reasons and what the reviewers wrote for you stand on the page of the result."));

    /// <summary>It was not chosen.</summary>
    public void NotChosen(NoticeAddress to, LocalizedText call) => Send(
        to,
        new Message("The result of your candidacy {0}", to.Reference),
        new Message("ITU and Cisco have signed the selection of the {0}. {1} was not chosen.", call, to.Institution),
        new Message("The reasons and what the reviewers wrote for you stand on the page of the result."));

    /// <summary>The time to answer passed.</summary>
    public void Lapsed(NoticeAddress to, DateTimeOffset answerBy) => Send(
        to,
        new Message("The offer to your candidacy {0} has lapsed", to.Reference),
        new Message("No answer arrived before {0}, so the seat is free again.", At(answerBy)));

    /// <summary>Tells those who sign in a call what became of a seat.</summary>
    public async Task TellCoChairsAsync(Guid callId, string path, Message subject, Message paragraph, CancellationToken cancellationToken)
    {
        var chairs = await (
            from member in CallSigners.Of(db).AsNoTracking()
            join user in db.Users on member.UserId equals user.Id
            where member.CallId == callId && user.DisabledAt == null
            select user).ToListAsync(cancellationToken);
        Enqueue(chairs, subject, paragraph, path);
    }

    /// <summary>Tells ITU's programme managers.</summary>
    public async Task TellItuAsync(string path, Message subject, Message paragraph, CancellationToken cancellationToken)
    {
        var role = PortalRole.ProgrammeManager.Id();
        var managers = await db.Users.AsNoTracking()
            .Where(user => user.Party == Party.Itu && user.DisabledAt == null && db.UserRoles.Any(entry => entry.UserId == user.Id && entry.RoleId == role))
            .ToListAsync(cancellationToken);
        Enqueue(managers, subject, paragraph, path);
    }

    /// <summary>An instant as mails write it: in UTC, so that it is the same for every reader.</summary>
    public static Message At(DateTimeOffset at) => new("{0:HH:mm} UTC on {0:d MMMM yyyy}", at.ToUniversalTime());

    private void Enqueue(IEnumerable<PortalUser> users, Message subject, Message paragraph, string path)
    {
        foreach (var user in users)
        {
            mail.Enqueue(new MailDraft { To = MailRecipient.Of(user), Subject = subject, Paragraphs = [paragraph], Path = path });
        }
    }

    private void Send(NoticeAddress to, Message subject, params IReadOnlyList<Message> paragraphs) => mail.Enqueue(new MailDraft
    {
        To = MailRecipient.Of(to.Owner),
        Subject = subject,
        Paragraphs = paragraphs,
        Path = $"/candidacies/{to.Reference}/result",
    });
}
