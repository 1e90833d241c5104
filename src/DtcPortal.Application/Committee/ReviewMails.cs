using DtcPortal.Application.Mail;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Committee;

/// <summary>Mails to reviewers.</summary>
public sealed class ReviewMails(PortalDbContext db, MailComposer mail)
{
    private const string Path = "/committee";

    /// <summary>Tells members how many reviews wait for them; nothing before scoring has started. Part of what is saved next.</summary>
    public async Task AssignedAsync(Guid callId, IReadOnlyCollection<Guid> members, CancellationToken cancellationToken)
    {
        var call = await db.Calls.AsNoTracking().Where(found => found.Id == callId).Select(found => new { found.Stage, found.Title, found.ReviewsDueAt }).SingleAsync(cancellationToken);
        if (call.Stage != CallStage.Scoring || call.ReviewsDueAt is not { } due)
        {
            return;
        }

        await SendAsync(callId, members, new Message("Reviews wait for you: {0}", call.Title), waiting =>
            new Message("{0} reviews are assigned to you in “{1}”, due on {2:d MMMM yyyy}.", waiting, call.Title, DayOf(due)), cancellationToken);
    }

    /// <summary>Reminds members of reviews that are overdue. Part of what is saved next.</summary>
    public Task OverdueAsync(Guid callId, LocalizedText title, DateTimeOffset due, IReadOnlyCollection<Guid> members, CancellationToken cancellationToken) =>
        SendAsync(callId, members, new Message("Overdue reviews: {0}", title), waiting =>
            new Message("{0} of your reviews in “{1}” were due on {2:d MMMM yyyy}. Please submit them, or tell your co-chair why you cannot.", waiting, title, DayOf(due)), cancellationToken);

    private async Task SendAsync(Guid callId, IReadOnlyCollection<Guid> members, Message subject, Func<int, Message> paragraph, CancellationToken cancellationToken)
    {
        var open = await db.ReviewAssignments.AsNoTracking()
            .Where(assignment => assignment.CallId == callId && assignment.RemovedAt == null && members.Contains(assignment.MemberId)
                && !db.Reviews.Any(review => review.AssignmentId == assignment.Id && review.SubmittedAt != null))
            .GroupBy(assignment => assignment.MemberId).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        foreach (var user in await db.Users.AsNoTracking().Where(user => members.Contains(user.Id) && user.DisabledAt == null).ToListAsync(cancellationToken))
        {
            if (open.TryGetValue(user.Id, out var waiting))
            {
                mail.Enqueue(new MailDraft { To = MailRecipient.Of(user), Subject = subject, Paragraphs = [paragraph(waiting)], Path = Path });
            }
        }
    }

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
