using DtcPortal.Application.Accounts;
using DtcPortal.Application.Mail;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Centres;

/// <summary>Mails to the people of a centre about its state and its agreement; they are stored with the change that they tell of.</summary>
public sealed class CentreMail(PortalDbContext db, MailComposer composer)
{
    internal Task SuspendedAsync(Centre centre, CancellationToken cancellationToken) => ToAllAsync(
        centre, new Message("{0} is suspended", centre.Name),
        [new Message("The reason: {0}", centre.StateReason!), new Message("What the centre does can still be entered and reported.")], cancellationToken);

    internal Task ResumedAsync(Centre centre, CancellationToken cancellationToken) => ToAllAsync(
        centre, new Message("{0} is active again", centre.Name), [new Message("The suspension is taken back.")], cancellationToken);

    internal Task EndedAsync(Centre centre, CancellationToken cancellationToken) => ToAllAsync(
        centre, new Message("{0} has ended", centre.Name),
        [
            new Message("The reason: {0}", centre.StateReason!),
            new Message("What it did and reported stays to be read. Reports of whole quarters before that day can still be submitted; nothing else is entered."),
        ],
        cancellationToken);

    internal Task AgreementEnteredAsync(Centre centre, CancellationToken cancellationToken) => ToManagersAsync(
        centre, new Message("The agreement of {0} waits for your signature", centre.Name),
        [new Message("ITU has entered or changed the agreement with your centre. The centre becomes active once ITU and you have signed; its first report is for the next whole quarter.")],
        cancellationToken);

    internal Task ItuSignedAsync(Centre centre, CentreAgreement agreement, CancellationToken cancellationToken) => ToManagersAsync(
        centre, new Message("ITU has signed the agreement with {0}", centre.Name),
        [agreement.IsSigned ? new Message("Both have signed; the centre is active.") : new Message("Read and sign it; the centre is active then.")],
        cancellationToken);

    private async Task ToManagersAsync(Centre centre, Message subject, IReadOnlyList<Message> paragraphs, CancellationToken cancellationToken)
    {
        var manager = PortalRole.CentreManager.Id();
        var managers = await PeopleOf(centre).Where(user => db.UserRoles.Any(held => held.UserId == user.Id && held.RoleId == manager)).ToListAsync(cancellationToken);
        Enqueue(managers, subject, paragraphs, "/centre/agreement");
    }

    private async Task ToAllAsync(Centre centre, Message subject, IReadOnlyList<Message> paragraphs, CancellationToken cancellationToken) =>
        Enqueue(await PeopleOf(centre).ToListAsync(cancellationToken), subject, paragraphs, "/centre");

    private void Enqueue(List<PortalUser> people, Message subject, IReadOnlyList<Message> paragraphs, string path)
    {
        foreach (var person in people)
        {
            composer.Enqueue(new MailDraft { To = MailRecipient.Of(person), Subject = subject, Paragraphs = paragraphs, Path = path });
        }
    }

    private IQueryable<PortalUser> PeopleOf(Centre centre) =>
        db.Users.AsNoTracking().Where(user => user.CentreId == centre.Id && user.DisabledAt == null && user.EmailConfirmed).OrderBy(user => user.Id);
}
