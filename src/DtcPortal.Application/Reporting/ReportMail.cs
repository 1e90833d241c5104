using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Mail;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Reporting;

/// <summary>Mails about reports; they are stored with the change that they tell of.</summary>
public sealed class ReportMail(PortalDbContext db, MailComposer composer)
{
    internal async Task SubmittedAsync(ReportingCentre centre, Report report, CancellationToken cancellationToken)
    {
        foreach (var manager in await ManagersAsync(null, cancellationToken))
        {
            Enqueue(
                manager, new Message("Report {0} of {1} was submitted", report.Period, centre.Name), $"/manage/reports/{centre.Slug}/{report.Period}",
                new Message("{0} submitted it. A manager of one party verifies it, a manager of the other approves it.", report.SubmittedByName!));
        }
    }

    internal async Task ReturnedAsync(Report report, CancellationToken cancellationToken)
    {
        var remarks = report.OpenRemarks.Select(remark => new Message("{0}: {1}", remark.Party.Name(), remark.Text)).ToList();
        await ToCentreAsync(
            report, new Message("Report {0} was returned with remarks", report.Period),
            [new Message("Change what the remarks speak of, and submit it again."), .. remarks], cancellationToken);
    }

    internal async Task VerifiedAsync(Report report, CancellationToken cancellationToken)
    {
        var centre = await db.Centres.AsNoTracking().Where(found => found.Id == report.CentreId).Select(found => new { found.Name, found.Slug }).SingleAsync(cancellationToken);
        foreach (var manager in await ManagersAsync(report.VerifiedFor!.Value.Other(), cancellationToken))
        {
            Enqueue(
                manager, new Message("Report {0} of {1} waits for your approval", report.Period, centre.Name), $"/manage/reports/{centre.Slug}/{report.Period}",
                new Message("{0} verified it for the other party.", report.VerifiedByName!));
        }
    }

    internal Task ApprovedAsync(Report report, CancellationToken cancellationToken) => ToCentreAsync(
        report, new Message("Report {0} is approved", report.Period),
        [new Message("Both parties have approved it. Its figures are in the results now.")], cancellationToken);

    internal async Task CorrectionAskedAsync(Guid centreId, Report correction, string askedBy, CancellationToken cancellationToken)
    {
        foreach (var person in await StaffAsync(centreId, cancellationToken))
        {
            Enqueue(
                person, new Message("Report {0} is to be corrected", correction.Period), $"/centre/reports/{correction.Period}",
                new Message("{0} asks for it: {1}", askedBy, correction.CorrectionReason!));
        }
    }

    internal Task DueMovedAsync(Report report, CancellationToken cancellationToken) => ToCentreAsync(
        report, new Message("Report {0} is due on {1:d MMMM yyyy} now", report.Period, report.DueOn), [new Message("The reason: {0}", report.DueReason!)], cancellationToken);

    internal Task RemindAsync(Report report, DueReminder step, CancellationToken cancellationToken)
    {
        var period = report.Period;
        var subject = step switch
        {
            DueReminder.Overdue => new Message("Report {0} is overdue", period),
            DueReminder.Due => new Message("Report {0} is due today", period),
            _ => new Message("Report {0} is due on {1:d MMMM yyyy}", period, report.DueOn),
        };
        return ToCentreAsync(
            report, subject,
            [report.State == ReportState.Returned
                ? new Message("The parties returned it with remarks. Answer them, and submit it again.")
                : new Message("Most of it is filled in from your activities and your income. Check it, and submit it.")],
            cancellationToken);
    }

    private async Task ToCentreAsync(Report report, Message subject, IReadOnlyList<Message> paragraphs, CancellationToken cancellationToken)
    {
        foreach (var person in await StaffAsync(report.CentreId, cancellationToken))
        {
            Enqueue(person, subject, $"/centre/reports/{report.Period}", [.. paragraphs]);
        }
    }

    private void Enqueue(PortalUser to, Message subject, string path, params Message[] paragraphs) =>
        composer.Enqueue(new MailDraft { To = MailRecipient.Of(to), Subject = subject, Paragraphs = paragraphs, Path = path });

    private Task<List<PortalUser>> StaffAsync(Guid centreId, CancellationToken cancellationToken) =>
        db.Users.AsNoTracking().Where(user => user.CentreId == centreId && user.DisabledAt == null && user.EmailConfirmed).OrderBy(user => user.Id).ToListAsync(cancellationToken);

    private Task<List<PortalUser>> ManagersAsync(Party? party, CancellationToken cancellationToken)
    {
        var role = nameof(PortalRole.ProgrammeManager);
        return (from user in db.Users.AsNoTracking()
                join held in db.UserRoles on user.Id equals held.UserId
                join known in db.Roles on held.RoleId equals known.Id
                where known.Name == role && user.Party != null && (party == null || user.Party == party) && user.DisabledAt == null && user.EmailConfirmed
                orderby user.Id
                select user).ToListAsync(cancellationToken);
    }
}
