using DtcPortal.Application.Common;
using DtcPortal.Application.Files;
using DtcPortal.Application.Mail;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Candidacies;

/// <summary>What an institution does with its candidacy (product.md 4).</summary>
public sealed partial class CandidacyService(PortalDbContext db, PortalClock clock, CandidacyAccess access, MailComposer mail, IFileStore files)
{
    private const int StartAttempts = 5;

    /// <summary>
    /// Starts a draft and returns its reference. One for each institution and call; the country must be on the call's list. Where the institution has
    /// one for that country already, such as from a form that was sent twice, it is that one.
    /// </summary>
    public async Task<string> StartAsync(StartCandidacy options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var arrival = options.ArrivedAt ?? clock.GetUtcNow();
        var institution = await db.InstitutionMembers
            .Where(member => member.UserId == options.Actor.Id && member.State == MembershipState.Admitted)
            .Select(member => (Guid?)member.InstitutionId).FirstOrDefaultAsync(cancellationToken);
        Rule.Require(institution is not null, "You are of no institution yet. Register one or ask to join yours.");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await db.AtomicallyAsync(() => StartAsync(options, institution.Value, arrival, cancellationToken), cancellationToken);
            }
            catch (DbUpdateException exception) when (exception.IsDuplicate() && db.Database.CurrentTransaction is null)
            {
                db.ChangeTracker.Clear();
                if (await TheirsAsync(options, institution.Value, cancellationToken) is { } theirs)
                {
                    return theirs;
                }

                if (attempt == StartAttempts)
                {
                    throw;
                }
            }
        }
    }

    /// <summary>Moves the training to another country of the call's list.</summary>
    public Task MoveAsync(MoveCandidacy options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return ChangeAsync(
            options,
            async (candidacy, head, arrival) =>
            {
                await RequireCountryAsync(head.CallId, options.Country, cancellationToken);
                candidacy.MoveTo(options.Country!, options.Actor.Name, arrival, head.DeadlineEndsAt);
            },
            cancellationToken);
    }

    /// <summary>Withdraws a submitted candidacy before the deadline and mails the institution; it can be taken up and submitted again until then.</summary>
    public Task WithdrawAsync(ChangeCandidacy options, CancellationToken cancellationToken) =>
        ChangeAsync(
            options,
            async (candidacy, head, arrival) =>
            {
                candidacy.Withdraw(arrival, head.DeadlineEndsAt);
                await MailAsync(
                    head,
                    new Message("Candidacy {0} was withdrawn", head.Reference),
                    [
                        new Message("{0} withdrew the candidacy of {1}. It does not count any more.", options.Actor.Name, head.InstitutionName),
                        new Message("Nothing that you wrote is lost. Until the deadline you can take it up and submit it again."),
                    ],
                    $"/candidacies/{head.Reference}",
                    cancellationToken);
            },
            cancellationToken);

    /// <summary>Takes a withdrawn candidacy up again as a draft.</summary>
    public Task ReopenAsync(ChangeCandidacy options, CancellationToken cancellationToken) =>
        ChangeAsync(
            options,
            (candidacy, head, arrival) =>
            {
                candidacy.Reopen(arrival, head.DeadlineEndsAt);
                return Task.CompletedTask;
            },
            cancellationToken);

    private async Task<string> StartAsync(StartCandidacy options, Guid institutionId, DateTimeOffset arrival, CancellationToken cancellationToken)
    {
        var call = await CandidacyNumbers.LockAsync(db, options.Call, cancellationToken);
        Rule.Require(Call.StateOf(call.Stage, call.OpensAt, call.DeadlineEndsAt, arrival) == CallState.Open, "This call does not take candidacies now.");
        await RequireCountryAsync(call.Id, options.Country, cancellationToken);
        if (await TheirsAsync(options, institutionId, cancellationToken) is { } theirs)
        {
            return theirs;
        }

        var now = clock.Now;
        var reference = await CandidacyNumbers.NextAsync(db, call.Phase, now.Year, cancellationToken);
        db.Candidacies.Add(new Candidacy(reference, call.Id, institutionId, options.Country!, call.Form.Sections, now));
        return reference;
    }

    private async Task RequireCountryAsync(Guid callId, string? country, CancellationToken cancellationToken)
    {
        Rule.Require(!string.IsNullOrEmpty(country), "Choose the country where the training will take place.", "Country");
        Rule.Require(
            await db.CallCountries.AnyAsync(listed => listed.CallId == callId && listed.Country == country && listed.IsEligible, cancellationToken),
            "This country is not on the call's list of eligible countries.",
            "Country");
    }

    // theirs in the call, which must be the very draft that is asked for; null for none
    private async Task<string?> TheirsAsync(StartCandidacy options, Guid institutionId, CancellationToken cancellationToken)
    {
        var theirs = await db.Candidacies.AsNoTracking()
            .Where(candidacy => candidacy.InstitutionId == institutionId && db.Calls.Any(other => other.Id == candidacy.CallId && other.Slug == options.Call))
            .Select(candidacy => new { candidacy.Reference, candidacy.Country, candidacy.State }).FirstOrDefaultAsync(cancellationToken);
        Rule.Require(
            theirs is null || (theirs.Country == options.Country && theirs.State == CandidacyState.Draft),
            new Message("Your institution has a candidacy in this call already: {0}.", theirs?.Reference ?? string.Empty));
        return theirs?.Reference;
    }

    private async Task ChangeAsync(CandidacyRequest options, Func<Candidacy, CandidacyHead, DateTimeOffset, Task> change, CancellationToken cancellationToken)
    {
        var arrival = options.ArrivedAt ?? clock.GetUtcNow();
        var head = await access.FindOwnAsync(options.Reference, options.Actor, cancellationToken);
        await db.AtomicallyAsync(
            async () =>
            {
                var candidacy = await db.Candidacies.SingleAsync(stored => stored.Id == head.Id, cancellationToken);
                RequireOpen(head, arrival);
                await change(candidacy, head, arrival);
            },
            cancellationToken);
    }

    private static void RequireOpen(CandidacyHead head, DateTimeOffset arrival) =>
        Rule.Require(head.IsOpenAt(arrival), arrival < head.OpensAt ? "The call opens later." : "The deadline has passed.");

    private async Task MailAsync(CandidacyHead head, Message subject, IReadOnlyList<Message> paragraphs, string path, CancellationToken cancellationToken)
    {
        foreach (var recipient in await CandidacyPeople.OfAsync(db, head.InstitutionId, cancellationToken))
        {
            mail.Enqueue(new MailDraft { To = recipient, Subject = subject, Paragraphs = paragraphs, Path = path });
        }
    }
}
