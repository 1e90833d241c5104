using DtcPortal.Application.Common;
using DtcPortal.Application.Mail;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Accounts;

/// <summary>An institution that a new one may be the same as.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Official name.</param>
/// <param name="City">Where it is.</param>
public sealed record SimilarInstitution(Guid Id, string Name, string City);

/// <summary>Who is of an institution (rules.md 2).</summary>
public sealed class InstitutionService(PortalDbContext db, PortalClock clock, MailComposer mail)
{
    private const int MostOffered = 5;
    private const double AlikeFrom = 0.6;

    /// <summary>Institutions of the country whose names are alike; the most alike first.</summary>
    public async Task<IReadOnlyList<SimilarInstitution>> SimilarAsync(string country, string name, CancellationToken cancellationToken)
    {
        var words = Words(TextFold.Of(name));
        var known = await db.Institutions.AsNoTracking().Where(institution => institution.Country == country)
            .Select(institution => new { institution.Id, institution.Name, institution.City, institution.NameKey }).ToListAsync(cancellationToken);
        return
        [
            .. known.Select(institution => (Institution: institution, Alike: Alike(words, Words(institution.NameKey))))
                .Where(pair => pair.Alike >= AlikeFrom)
                .OrderByDescending(pair => pair.Alike).ThenBy(pair => pair.Institution.Name, StringComparer.Ordinal)
                .Take(MostOffered)
                .Select(pair => new SimilarInstitution(pair.Institution.Id, pair.Institution.Name, pair.Institution.City)),
        ];
    }

    /// <summary>Somebody without an institution asks to join one. Throws RuleBrokenException when they are of one.</summary>
    public async Task AskAsync(Guid userId, Guid institutionId, CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleAsync(candidate => candidate.Id == userId, cancellationToken);
        Rule.Require(user.InstitutionId is null, "You are of an institution already.");
        await AddAskAsync(user, institutionId, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The owner, or a manager with a reason, admits or refuses somebody who asked. Throws ForbiddenException for others.</summary>
    public async Task AnswerAsync(AnswerAsk options, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.Include(candidate => candidate.Members)
            .SingleOrDefaultAsync(candidate => candidate.Id == options.InstitutionId, cancellationToken).OrNotFoundAsync();
        if (institution.OwnerId != options.Actor.Id && !options.Actor.Is(PortalRole.ProgrammeManager))
        {
            throw new ForbiddenException();
        }

        institution.Answer(options.UserId, options.Admit, options.Actor.Id, options.Reason, clock.Now);
        var user = await db.Users.SingleAsync(candidate => candidate.Id == options.UserId, cancellationToken);
        if (options.Admit)
        {
            Rule.Require(user.InstitutionId is null, "This person is of another institution by now.");
            user.InstitutionId = institution.Id;
        }

        mail.Enqueue(new MailDraft
        {
            To = MailRecipient.Of(user),
            Subject = options.Admit ? new Message("You belong to {0} now", institution.Name) : new Message("{0} did not admit you", institution.Name),
            Paragraphs =
            [
                options.Admit
                    ? new Message("Your request to join {0} was accepted. You can write its candidacies.", institution.Name)
                    : new Message("Your request to join {0} was refused. If this is a mistake, speak with your colleagues there.", institution.Name),
            ],
            Path = options.Admit ? "/candidacies" : "/account/profile",
        });
        await db.SaveChangesAsync(cancellationToken);
    }

    internal async Task AddAskAsync(PortalUser user, Guid institutionId, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.Include(candidate => candidate.Members)
            .SingleOrDefaultAsync(candidate => candidate.Id == institutionId, cancellationToken).OrNotFoundAsync();
        institution.Ask(user.Id, user.DisplayName, clock.Now);
        var owner = await db.Users.SingleAsync(candidate => candidate.Id == institution.OwnerId, cancellationToken);
        mail.Enqueue(new MailDraft
        {
            To = MailRecipient.Of(owner),
            Subject = new Message("{0} asks to join {1}", user.DisplayName, institution.Name),
            Paragraphs =
            [
                new Message("{0} ({1}) says to be a colleague at {2} and asks to write its candidacies with you.", user.DisplayName, user.Email!, institution.Name),
                new Message("Until you admit them, they see nothing of it."),
            ],
            Path = institution.HasAccounts ? "/account/profile#colleagues" : "/manage/institutions",
        });
    }

    private static HashSet<string> Words(string key) => [.. key.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2)];

    // shared words of the shorter name's, so that a name with its faculty is like the one without
    private static double Alike(HashSet<string> left, HashSet<string> right)
    {
        var shorter = Math.Min(left.Count, right.Count);
        return shorter == 0 ? 0 : left.Count(right.Contains) / (double)shorter;
    }
}

/// <summary>The answer to somebody who asked to join.</summary>
public sealed record AnswerAsk
{
    /// <summary>Who answers.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The institution.</summary>
    public required Guid InstitutionId { get; init; }

    /// <summary>Who asked.</summary>
    public required Guid UserId { get; init; }

    /// <summary>Whether they are admitted.</summary>
    public required bool Admit { get; init; }

    /// <summary>Why; a manager has to say.</summary>
    public string? Reason { get; init; }
}
