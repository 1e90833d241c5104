using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Files;
using DtcPortal.Application.Mail;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Candidacies;

/// <summary>Questions to applicants that reopen named facts, never an answer that is scored (product.md 5).</summary>
public sealed partial class ClarificationService(PortalDbContext db, PortalClock clock, CandidacyAccess access, SubmittedQueries submitted, MailComposer mail, IFileStore files)
{
    /// <summary>
    /// Asks the applicant, who is mailed. Throws RuleBrokenException when the candidacy is decided, a clarification is open already, or what is named
    /// is no fact of a minimum qualification.
    /// </summary>
    public Task AskAsync(AskClarification options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        RequireManager(options.Actor);
        return db.AtomicallyAsync(
            async () =>
            {
                var head = await access.FindReadableAsync(options.Reference, options.Actor, cancellationToken);
                Rule.Require(head.CallStage is CallStage.Screening or CallStage.Scoring, "Applicants are asked while candidacies are screened.");
                Rule.Require(head.Eligibility == Eligibility.Open, "This screening is finished.");
                Rule.Require(
                    !await db.Screenings.AnyAsync(screening => screening.CandidacyId == head.Id && screening.IneligibleReason != null, cancellationToken),
                    "This candidacy is proposed as ineligible. Undo that first.");
                Rule.Require(
                    !await db.Clarifications.AnyAsync(clarification => clarification.OpenKey == head.Id, cancellationToken), "A clarification is open. Close it first.");
                var (rules, asked) = (new FormRules(), (Clarification?)null);
                // a day that is not written is no day that has passed
                rules.Require(options.DueOn is not null, "Say by when the applicant answers.", "DueOn");
                var due = new Deadline((options.DueOn ?? DateOnly.FromDateTime(clock.Now.UtcDateTime).AddDays(2)).ToDateTime(new TimeOnly(23, 59)), head.DeadlineZone).EndsAt.AddMinutes(-1);
                rules.Gather(() => asked = new Clarification(head.Id, head.CallId, options.Question, options.Facts, due, options.Actor.Id, options.Actor.Name, clock.Now));
                await rules.GatherAsync(() => RequireFactsAsync(head, options.Facts, cancellationToken));
                rules.Demand();
                db.Clarifications.Add(asked!);
                await TellAsync(
                    head, new Message("A question about your candidacy {0}", head.Reference),
                    [
                        new Message("Before we decide whether candidacy {0} is eligible, we have a question:", head.Reference),
                        new Message("{0}", asked!.Question),
                        new Message("Please answer by {0}.", MailMoment.Of(due)),
                    ],
                    cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>
    /// Closes a clarification; the applicant is mailed. A late answer counts only if accepted. Throws RuleBrokenException at CloseReason
    /// where a reason is needed.
    /// </summary>
    public Task CloseAsync(CloseClarification options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        RequireManager(options.Actor);
        return db.AtomicallyAsync(
            async () =>
            {
                var head = await access.FindReadableAsync(options.Reference, options.Actor, cancellationToken);
                var clarification = await OpenOfAsync(head.Id, cancellationToken).OrNotFoundAsync();
                if (options.Version is { } version && version != clarification.Version)
                {
                    throw new DbUpdateConcurrencyException();
                }

                var wasInEffect = clarification.IsInEffect;
                clarification.Close(options.AcceptLate, options.Reason, options.Actor.Name, clock.Now);
                if (clarification.IsInEffect != wasInEffect)
                {
                    await PutInEffectAsync(head, clarification, options.Actor, cancellationToken);
                }

                await TellAsync(head, new Message("The question about candidacy {0} is closed", head.Reference), ClosingWords(clarification), cancellationToken);
            },
            cancellationToken);
    }

    private static List<Message> ClosingWords(Clarification clarification)
    {
        var words = new List<Message>
        {
            clarification.AnsweredAt is null ? new Message("The question was closed without an answer.")
                : clarification.IsInEffect ? new Message("Your answer was read. It counts with your candidacy.")
                : new Message("Your answer came after the due date and does not count."),
        };
        if (clarification.ClosedBecause is { } because)
        {
            words.Add(new Message("The reason: {0}", because));
        }

        words.Add(new Message("There is nothing more for you to do. You will hear when screening has decided."));
        return words;
    }

    private static void RequireManager(Actor actor)
    {
        if (!actor.Is(PortalRole.ProgrammeManager))
        {
            throw new ForbiddenException(new Message("Programme managers ask applicants."));
        }
    }

    private async Task RequireFactsAsync(CandidacyHead head, IReadOnlyList<string> named, CancellationToken cancellationToken)
    {
        var qualifications = await db.Calls.AsNoTracking().Where(call => call.Id == head.CallId).SelectMany(call => call.Qualifications)
            .Select(qualification => new { qualification.Code, qualification.Fields }).ToListAsync(cancellationToken);
        var allowed = ClarifiableFact.Of(head.Form, qualifications.Select(qualification => (qualification.Code, qualification.Fields))).Select(fact => fact.Key).ToHashSet();
        Rule.Require(named.All(allowed.Contains), "Only facts that show a minimum qualification can be reopened, never an answer that is scored.", "Facts");
    }

    private Task<Clarification?> OpenOfAsync(Guid candidacyId, CancellationToken cancellationToken) =>
        db.Clarifications.SingleOrDefaultAsync(clarification => clarification.OpenKey == candidacyId, cancellationToken);

    private async Task TellAsync(CandidacyHead head, Message subject, IReadOnlyList<Message> paragraphs, CancellationToken cancellationToken)
    {
        foreach (var recipient in await CandidacyPeople.OfAsync(db, head.InstitutionId, cancellationToken))
        {
            mail.Enqueue(new MailDraft { To = recipient, Subject = subject, Paragraphs = paragraphs, Path = $"/candidacies/{head.Reference}/clarification" });
        }
    }
}
