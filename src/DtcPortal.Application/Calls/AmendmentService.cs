using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Mail;
using DtcPortal.Application.Phases;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Calls;

/// <summary>An amendment of a published call.</summary>
public sealed record ProposeCallAmendment
{
    /// <summary>Who proposes it.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The call.</summary>
    public required string Slug { get; init; }

    /// <summary>What changes.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>A later deadline; null leaves it.</summary>
    public Deadline? Deadline { get; init; }
}

/// <summary>An amendment that shall not be signed any more.</summary>
public sealed record WithdrawCallAmendment
{
    /// <summary>Who withdraws it.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The call.</summary>
    public required string Slug { get; init; }

    /// <summary>The amendment.</summary>
    public required Guid AmendmentId { get; init; }
}

/// <summary>A published call changes only by a numbered amendment that both sign (product.md 3).</summary>
public sealed class AmendmentService(PortalDbContext db, PortalClock clock, SigningService signing)
{
    /// <summary>Proposes an amendment; a deadline never moves earlier. Returns its key.</summary>
    public Task<Guid> ProposeAsync(ProposeCallAmendment options, CancellationToken cancellationToken)
    {
        Manager.Require(options.Actor);
        return db.AtomicallyAsync(
            async () =>
            {
                var call = await FindAsync(options.Slug, cancellationToken);
                var amendment = call.Propose(options.Text, options.Deadline, clock.Now);
                await signing.RefreshAsync(SignedKind.CallAmendment, amendment.Id, cancellationToken);
                return amendment.Id;
            },
            cancellationToken);
    }

    /// <summary>Withdraws an amendment that is not signed by both.</summary>
    public Task WithdrawAsync(WithdrawCallAmendment options, CancellationToken cancellationToken)
    {
        Manager.Require(options.Actor);
        return db.AtomicallyAsync(
            async () =>
            {
                var call = await FindAsync(options.Slug, cancellationToken);
                if (!call.Amendments.Any(amendment => amendment.Id == options.AmendmentId))
                {
                    throw new NotFoundException();
                }

                call.Withdraw(options.AmendmentId, clock.Now);
                await signing.RefreshAsync(SignedKind.CallAmendment, options.AmendmentId, cancellationToken);
            },
            cancellationToken);
    }

    private Task<Call> FindAsync(string slug, CancellationToken cancellationToken) =>
        db.Calls.Include(call => call.Amendments).SingleOrDefaultAsync(call => call.Slug == slug, cancellationToken).OrNotFoundAsync();
}

/// <summary>Both sign an amendment of a call; everyone with a candidacy in it gets a mail.</summary>
public sealed class CallAmendmentDecision(PortalDbContext db, MailComposer mail) : IJointDecision
{
    /// <inheritdoc />
    public SignedKind Kind => SignedKind.CallAmendment;

    /// <inheritdoc />
    public async Task<JointContent> DescribeAsync(Guid subjectId, CancellationToken cancellationToken)
    {
        var call = await FindAsync(subjectId, cancellationToken).OrNotFoundAsync();
        var amendment = call.Amendments.Single(candidate => candidate.Id == subjectId);
        List<SignedLine> lines = [new("Call", call.Title.InEnglish), new("Amendment", Lines.Of(amendment.Number)), .. Lines.Of("What changes", amendment.Text)];
        if (amendment.DeadlineLocal is { } local)
        {
            lines.Add(new SignedLine("New deadline", CallRulesDecision.Deadline(local, amendment.DeadlineZone!)));
        }

        return new JointContent(
            new Message("Sign amendment {0} of {1}", amendment.Number, call.Title), $"/committee/calls/{call.Slug}/rules/amendment", lines, call.Id,
            amendment.IsOpen && call.Stage == CallStage.Published);
    }

    /// <inheritdoc />
    public async Task TakeEffectAsync(Guid subjectId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var call = await FindAsync(subjectId, cancellationToken).OrNotFoundAsync();
        call.Apply(subjectId, now);
        var amendment = call.Amendments.Single(candidate => candidate.Id == subjectId);
        var people = await db.Users.AsNoTracking()
            .Where(user => user.InstitutionId != null && user.DisabledAt == null && db.Candidacies.Any(candidacy =>
                candidacy.CallId == call.Id && candidacy.InstitutionId == user.InstitutionId && candidacy.State != CandidacyState.Withdrawn))
            .OrderBy(user => user.Id)
            .ToListAsync(cancellationToken);
        foreach (var person in people)
        {
            mail.Enqueue(new MailDraft
            {
                To = MailRecipient.Of(person),
                Subject = new Message("{0}: amendment {1}", call.Title, amendment.Number),
                Paragraphs = [new Message("Both parties have signed an amendment of a call in which your institution has a candidacy."), new Message("{0}", amendment.Text), .. NewDeadline(amendment)],
                Path = $"/calls/{call.Slug}",
            });
        }
    }

    private static IEnumerable<Message> NewDeadline(CallAmendment amendment) => amendment.DeadlineLocal is { } local
        ? [new Message("The new deadline is {0:HH:mm} on {0:d MMMM yyyy} ({1}).", local, amendment.DeadlineZone!)]
        : [];

    private Task<Call?> FindAsync(Guid amendmentId, CancellationToken cancellationToken) =>
        db.Calls.Include(call => call.Amendments).SingleOrDefaultAsync(call => call.Amendments.Any(amendment => amendment.Id == amendmentId), cancellationToken);
}
