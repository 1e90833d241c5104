using DtcPortal.Application.Common;
using DtcPortal.Application.Mail;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Calls;

/// <summary>A question that anybody asks on a call.</summary>
public sealed record AskQuestion
{
    /// <summary>The call.</summary>
    public required string Slug { get; init; }

    /// <summary>The question, without a name.</summary>
    public required string? Question { get; init; }

    /// <summary>When the request arrived.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }
}

/// <summary>Public questions on calls; question and answer become visible to all at the same time (product.md 3).</summary>
public sealed class QuestionService(PortalDbContext db, PortalClock clock, MailComposer mail)
{
    /// <summary>Keeps a question until it is answered and tells the call's contact. Refused after the deadline.</summary>
    public async Task<Guid> AskAsync(AskQuestion options, CancellationToken cancellationToken)
    {
        var call = await db.Calls.AsNoTracking().Where(call => call.Slug == options.Slug && call.Stage != CallStage.Draft)
            .Select(call => new { call.Id, call.Title, call.Stage, call.OpensAt, call.DeadlineEndsAt, call.ContactEmail, call.ContactName })
            .SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        var state = Call.StateOf(call.Stage, call.OpensAt, call.DeadlineEndsAt, options.ArrivedAt);
        Rule.Require(state is CallState.Published or CallState.Open, "This call is closed; questions are no longer taken.", "Question");
        var question = new CallQuestion(call.Id, options.Question, clock.Now);
        db.CallQuestions.Add(question);
        mail.Enqueue(new MailDraft
        {
            To = new MailRecipient(call.ContactEmail, call.ContactName, LocalizedText.English, null),
            Subject = new Message("A question on {0}", call.Title),
            Paragraphs = [new Message("Somebody asks: {0}", question.Text), new Message("Question and answer become visible to all once it is answered.")],
            Path = $"/manage/calls/{options.Slug}",
        });
        await db.SaveChangesAsync(cancellationToken);
        return question.Id;
    }
}
