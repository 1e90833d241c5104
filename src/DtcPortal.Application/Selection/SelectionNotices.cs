using DtcPortal.Application.Accounts;
using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Mail;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Selection;

/// <summary>Whom a notice on a candidacy goes to, and what it is called.</summary>
/// <param name="Reference">Its reference.</param>
/// <param name="Institution">The institution's name.</param>
/// <param name="Call">The call's name in addresses.</param>
/// <param name="People">The institution's people; empty where none has an open account, as when its candidacy came by mail or on paper.</param>
/// <param name="Managers">The programme managers, who tell the institution then; empty where it has people.</param>
public sealed record NoticeAddress(string Reference, string Institution, string Call, IReadOnlyList<MailRecipient> People, IReadOnlyList<MailRecipient> Managers);

/// <summary>What a selection mails: results to each applicant, lapses, who answers next.</summary>
public sealed class SelectionNotices(PortalDbContext db, MailComposer mail)
{
    /// <summary>Whom notices on some candidacies go to, by candidacy; all in two queries, three where an institution has nobody.</summary>
    public async Task<Dictionary<Guid, NoticeAddress>> AddressesAsync(IReadOnlyCollection<Guid> candidacyIds, CancellationToken cancellationToken)
    {
        var rows = await (
            from candidacy in db.Candidacies.AsNoTracking()
            join institution in db.Institutions on candidacy.InstitutionId equals institution.Id
            join call in db.Calls on candidacy.CallId equals call.Id
            where candidacyIds.Contains(candidacy.Id)
            select new { candidacy.Id, candidacy.Reference, candidacy.InstitutionId, institution.Name, call.Slug }).ToListAsync(cancellationToken);
        var people = await CandidacyPeople.OfAsync(db, [.. rows.Select(row => row.InstitutionId).Distinct()], cancellationToken);
        var managers = rows.TrueForAll(row => people.Contains(row.InstitutionId)) ? [] : await ManagersAsync(null, cancellationToken);
        return rows.ToDictionary(
            row => row.Id,
            row => new NoticeAddress(row.Reference, row.Name, row.Slug, [.. people[row.InstitutionId]], people.Contains(row.InstitutionId) ? [] : managers));
    }

    /// <summary>A seat is offered.</summary>
    public void Offered(NoticeAddress to, LocalizedText call, DateTimeOffset answerBy)
    {
        var outcome = new Message("ITU and Cisco have signed the selection of the {0}. {1} was chosen to host a Digital Transformation Centre.", call, to.Institution);
        ToPeople(
            to, new Message("Your candidacy {0} was chosen", to.Reference), outcome,
            new Message("Accept or decline the seat before {0}. Without an answer the offer lapses and the seat goes to the next on the waitlist.", At(answerBy)));
        ToManagers(
            to, new Message("Candidacy {0} was chosen: tell the institution", to.Reference), outcome,
            new Message(
                "The seat is accepted or declined before {0}: somebody of the institution makes an account and asks to join it, and a programme manager admits them. Without an answer the offer lapses and the seat goes to the next on the waitlist.",
                At(answerBy)));
    }

    /// <summary>It waits.</summary>
    public void Waitlisted(NoticeAddress to, LocalizedText call, int place)
    {
        var outcome = new Message("ITU and Cisco have signed the selection of the {0}. {1} stands in place {2} on the waitlist of its region.", call, to.Institution, place);
        ToPeople(
            to, new Message("Your candidacy {0} is on the waitlist", to.Reference), outcome,
            new Message("If a seat is freed and comes to you, you get a mail. The reasons and what the reviewers wrote for you stand on the page of the result."));
        ToManagers(to, new Message("Candidacy {0} is on the waitlist: tell the institution", to.Reference), outcome);
    }

    /// <summary>It was not chosen.</summary>
    public void NotChosen(NoticeAddress to, LocalizedText call)
    {
        var outcome = new Message("ITU and Cisco have signed the selection of the {0}. {1} was not chosen.", call, to.Institution);
        ToPeople(
            to, new Message("The result of your candidacy {0}", to.Reference), outcome,
            new Message("The reasons and what the reviewers wrote for you stand on the page of the result."));
        ToManagers(to, new Message("Candidacy {0} was not chosen: tell the institution", to.Reference), outcome);
    }

    /// <summary>The time to answer passed.</summary>
    public void Lapsed(NoticeAddress to, DateTimeOffset answerBy)
    {
        var outcome = new Message("No answer arrived before {0}, so the seat is free again.", At(answerBy));
        ToPeople(to, new Message("The offer to your candidacy {0} has lapsed", to.Reference), outcome);
        ToManagers(to, new Message("The offer to candidacy {0} has lapsed: tell the institution", to.Reference), outcome);
    }

    /// <summary>Tells those who sign in a call what became of a seat.</summary>
    public async Task TellCoChairsAsync(Guid callId, string path, Message subject, Message paragraph, CancellationToken cancellationToken)
    {
        var chairs = await (
            from member in CallSigners.Of(db).AsNoTracking()
            join user in db.Users on member.UserId equals user.Id
            where member.CallId == callId && user.DisabledAt == null
            select user).ToListAsync(cancellationToken);
        Enqueue(chairs.Select(MailRecipient.Of), subject, [paragraph], path);
    }

    /// <summary>Tells ITU's programme managers.</summary>
    public async Task TellItuAsync(string path, Message subject, Message paragraph, CancellationToken cancellationToken) =>
        Enqueue(await ManagersAsync(Party.Itu, cancellationToken), subject, [paragraph], path);

    /// <summary>An instant as mails write it: in UTC, so that it is the same for every reader.</summary>
    public static Message At(DateTimeOffset at) => new("{0:HH:mm} UTC on {0:d MMMM yyyy}", at.ToUniversalTime());

    private async Task<IReadOnlyList<MailRecipient>> ManagersAsync(Party? party, CancellationToken cancellationToken)
    {
        var role = PortalRole.ProgrammeManager.Id();
        var managers = await db.Users.AsNoTracking()
            .Where(user => user.Party != null && (party == null || user.Party == party) && user.DisabledAt == null
                && db.UserRoles.Any(entry => entry.UserId == user.Id && entry.RoleId == role))
            .ToListAsync(cancellationToken);
        return [.. managers.Select(MailRecipient.Of)];
    }

    private void ToPeople(NoticeAddress to, Message subject, params IReadOnlyList<Message> paragraphs) =>
        Enqueue(to.People, subject, paragraphs, $"/candidacies/{to.Reference}/result");

    private void ToManagers(NoticeAddress to, Message subject, params IReadOnlyList<Message> paragraphs) => Enqueue(
        to.Managers, subject,
        [.. paragraphs, new Message("Nobody of {0} has an open account, so this mail comes to you: tell the institution by post or mail.", to.Institution)],
        $"/manage/calls/{to.Call}/candidacies");

    private void Enqueue(IEnumerable<MailRecipient> recipients, Message subject, IReadOnlyList<Message> paragraphs, string path)
    {
        foreach (var recipient in recipients)
        {
            mail.Enqueue(new MailDraft { To = recipient, Subject = subject, Paragraphs = paragraphs, Path = path });
        }
    }
}
