using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Phases;
using DtcPortal.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Calls;

/// <summary>The answer to a public question.</summary>
public sealed record AnswerQuestion
{
    /// <summary>Who answers.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The call.</summary>
    public required string Slug { get; init; }

    /// <summary>The question.</summary>
    public required Guid QuestionId { get; init; }

    /// <summary>The answer.</summary>
    public required string? Answer { get; init; }
}

/// <summary>Answers public questions; question and answer become visible to all at that moment (product.md 3).</summary>
public sealed class AnswerService(PortalDbContext db, PortalClock clock)
{
    /// <summary>Answers a question, or corrects its answer.</summary>
    public async Task AnswerAsync(AnswerQuestion options, CancellationToken cancellationToken)
    {
        Manager.Require(options.Actor);
        var question = await db.CallQuestions
            .SingleOrDefaultAsync(found => found.Id == options.QuestionId && db.Calls.Any(call => call.Id == found.CallId && call.Slug == options.Slug), cancellationToken)
            .OrNotFoundAsync();
        question.Reply(options.Answer, clock.Now);
        await db.SaveChangesAsync(cancellationToken);
    }
}
