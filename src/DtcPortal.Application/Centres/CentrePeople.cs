using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Mail;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Centres;

/// <summary>Somebody of a centre.</summary>
/// <param name="Id">Key of the account.</param>
/// <param name="Name">Name.</param>
/// <param name="Email">Mail address.</param>
/// <param name="IsManager">Whether they manage the centre; else they report for it.</param>
/// <param name="IsInvited">Whether they have not chosen a password yet.</param>
/// <param name="Since">When the account was made.</param>
public sealed record CentrePerson(Guid Id, string Name, string Email, bool IsManager, bool IsInvited, DateTimeOffset Since);

/// <summary>Somebody whom a centre's manager invites.</summary>
public sealed record InviteToCentre
{
    /// <summary>The centre's manager.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The person's name.</summary>
    public required string? Name { get; init; }

    /// <summary>The person's mail address.</summary>
    public required string? Email { get; init; }

    /// <summary>Reporter or manager of the centre.</summary>
    public required PortalRole Role { get; init; }
}

/// <summary>The people of a centre, whom its manager invites and lets go (rules.md 2).</summary>
public sealed class CentrePeople(PortalDbContext db, UserManager<PortalUser> users, UserAdministration administration, MailComposer mail)
{
    private static readonly string[] OfCentres = [nameof(PortalRole.CentreReporter), nameof(PortalRole.CentreManager)];

    /// <summary>All of the manager's centre, by name. Throws ForbiddenException for a reporter, NotFoundException for others.</summary>
    public async Task<IReadOnlyList<CentrePerson>> ListAsync(Actor actor, CancellationToken cancellationToken) =>
        await People(CentreAccess.Managed(actor)).ToListAsync(cancellationToken);

    /// <summary>One of them. Throws NotFoundException for somebody of another centre.</summary>
    public async Task<CentrePerson> FindAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        await People(CentreAccess.Managed(actor), id).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();

    /// <summary>
    /// Invites somebody new, or gives access to a colleague of the institution who has an account. Throws RuleBrokenException at Email when the account acts for somebody else,
    /// and once the centre has ended.
    /// </summary>
    public async Task InviteAsync(InviteToCentre options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var centreId = CentreAccess.Managed(options.Actor);
        var centre = await GoingOnAsync(centreId, cancellationToken);
        Rule.Require(options.Role is PortalRole.CentreReporter or PortalRole.CentreManager, "Choose a role.", nameof(options.Role));
        if (string.IsNullOrWhiteSpace(options.Email) || await users.FindByEmailAsync(options.Email.Trim()) is not { } user)
        {
            var place = new Place { Roles = [options.Role], CentreId = centreId };
            await administration.InviteAsync(new Invite { Name = options.Name, Email = options.Email, Place = place }, cancellationToken);
            return;
        }

        Rule.Require(user.CentreId != centreId || user.DisabledAt is not null, "This person is of your centre already.", nameof(options.Email));
        var roles = await users.GetRolesAsync(user);
        var isFree = user.DisabledAt is null && user.CentreId is null && user.Party is null && user.PartnerId is null
            && (user.InstitutionId is null || user.InstitutionId == centre.InstitutionId) && roles.All(role => role == nameof(PortalRole.Applicant));
        Rule.Require(isFree, "This address has an account that acts for somebody else. Ask the administrators of the portal.", nameof(options.Email));
        await db.AtomicallyAsync(
            async () =>
            {
                var joining = (await users.FindByIdAsync(user.Id.ToString()))!;
                joining.CentreId = centreId;
                (await users.AddToRoleAsync(joining, options.Role.ToString())).Require("The roles could not be changed.");
                (await users.UpdateSecurityStampAsync(joining)).Require("The account could not be changed.");
                if (joining.PasswordHash is null)
                {
                    await administration.InviteAgainAsync(joining.Id, cancellationToken);
                    return;
                }

                mail.Enqueue(new MailDraft
                {
                    To = MailRecipient.Of(joining),
                    Subject = new Message("You belong to {0} now", centre.Name),
                    Paragraphs = [new Message("{0} gave you access to the centre {1}. Sign in with the password that you have.", options.Actor.Name, centre.Name)],
                    Path = "/centre",
                });
            },
            cancellationToken);
    }

    /// <summary>Mails an invitation once more.</summary>
    public async Task InviteAgainAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        var person = await FindAsync(actor, id, cancellationToken);
        await GoingOnAsync(CentreAccess.Managed(actor), cancellationToken);
        Rule.Require(person.IsInvited, "This person has chosen a password by now.");
        await administration.InviteAgainAsync(id, cancellationToken);
    }

    /// <summary>
    /// Takes an invitation back, or ends somebody's access; other roles of theirs stay, and a centre whose first manager leaves is handed to who ends it. Throws RuleBrokenException for oneself.
    /// </summary>
    public async Task EndAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var person = await FindAsync(actor, id, cancellationToken);
        Rule.Require(id != actor.Id, "Another manager of the centre ends your access.");
        await db.AtomicallyAsync(
            async () =>
            {
                var leaving = await users.FindByIdAsync(id.ToString()).OrNotFoundAsync();
                leaving.CentreId = null;
                (await users.RemoveFromRolesAsync(leaving, (await users.GetRolesAsync(leaving)).Intersect(OfCentres))).Require("The roles could not be changed.");
                (await users.UpdateSecurityStampAsync(leaving)).Require("The account could not be changed.");
                var centre = await db.Centres.SingleAsync(found => found.Id == actor.CentreId, cancellationToken);
                if (centre.ManagerId == id)
                {
                    centre.HandTo(actor.Id);
                }

                mail.Enqueue(new MailDraft
                {
                    To = MailRecipient.Of(leaving),
                    Subject = person.IsInvited ? new Message("Your invitation to {0} was taken back", centre.Name) : new Message("Your access to {0} has ended", centre.Name),
                    Paragraphs = [new Message("If this is a mistake, speak with {0}.", actor.Name)],
                    Path = "/",
                });
            },
            cancellationToken);
    }

    private async Task<Centre> GoingOnAsync(Guid centreId, CancellationToken cancellationToken)
    {
        var centre = await db.Centres.AsNoTracking().SingleAsync(found => found.Id == centreId, cancellationToken);
        centre.RequireNotEnded();
        return centre;
    }

    private IQueryable<CentrePerson> People(Guid centreId, Guid? id = null)
    {
        var manager = PortalRole.CentreManager.Id();
        return db.Users.AsNoTracking().Where(user => user.CentreId == centreId && user.DisabledAt == null && (id == null || user.Id == id))
            .OrderBy(user => user.SearchKey).ThenBy(user => user.Id)
            .Select(user => new CentrePerson(
                user.Id, user.DisplayName, user.Email!, db.UserRoles.Any(entry => entry.UserId == user.Id && entry.RoleId == manager),
                !user.EmailConfirmed && user.PasswordHash == null, user.CreatedAt));
    }
}
