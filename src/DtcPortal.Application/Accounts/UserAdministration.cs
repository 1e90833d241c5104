using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Committee;
using DtcPortal.Application.Common;
using DtcPortal.Application.Mail;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Accounts;

/// <summary>Invites staff, changes roles, closes accounts (product.md 1: a party is fixed when a person is invited; changing it voids their open signatures).</summary>
public sealed class UserAdministration(PortalDbContext db, PortalClock clock, UserManager<PortalUser> users, SigningService signing, CommitteeSeating seating, MailComposer mail)
{
    private static readonly PortalRole[] RolesOfParties = [PortalRole.CommitteeMember, PortalRole.CoChair, PortalRole.ProgrammeManager];
    private static readonly PortalRole[] RolesOfCentres = [PortalRole.CentreReporter, PortalRole.CentreManager];

    /// <summary>Makes an account without a password and mails the link that sets one. Throws RuleBrokenException when the address has an account or something is missing.</summary>
    public async Task<Guid> InviteAsync(Invite options, CancellationToken cancellationToken)
    {
        Check(options);
        Rule.Require(await users.FindByEmailAsync(options.Email!.Trim()) is null, "This address has an account already: change its role in the list.", nameof(options.Email));
        return await db.AtomicallyAsync(
            async () =>
            {
                var user = new PortalUser
                {
                    UserName = options.Email.Trim(),
                    Email = options.Email.Trim(),
                    DisplayName = options.Name!.Trim(),
                    CreatedAt = clock.Now,
                };
                (await users.CreateAsync(user)).Require("The account could not be made.", nameof(options.Email));
                await AssignAsync(user, options.Place, cancellationToken);
                await EnqueueInvitationAsync(user);
                return user.Id;
            },
            cancellationToken);
    }

    /// <summary>Throws RuleBrokenException with all that is wrong with an invitation by itself.</summary>
    public static void Check(Invite options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var rules = new FormRules();
        rules.RequireName(options.Name, "Write the person's name.");
        rules.RequireEmail(options.Email);
        rules.Gather(() => Check(options.Place));
        rules.Demand();
    }

    /// <summary>Throws RuleBrokenException with all that is wrong with a place by itself.</summary>
    public static void Check(Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var rules = new FormRules();
        rules.Require(place.Roles.Count > 0, "Choose a role.", nameof(place.Roles));
        rules.Require(!place.Roles.Contains(PortalRole.Administrator) || !place.Roles.Contains(PortalRole.CoChair), "An administrator never signs: choose one of the two roles.", nameof(place.Roles));
        rules.Require(!place.Roles.Contains(PortalRole.Administrator) || !place.Roles.Contains(PortalRole.CommitteeMember), "An administrator never scores: choose one of the two roles.", nameof(place.Roles));
        rules.Require(!place.Roles.Any(RolesOfParties.Contains) || place.Party is not null, "Choose the party for which this person acts.", nameof(place.Party));
        rules.Require(!place.IsAlternate || place.Roles.Contains(PortalRole.CommitteeMember), "Only a committee member stands in for the co-chair.", nameof(place.IsAlternate));
        rules.Require(!place.Roles.Any(RolesOfCentres.Contains) || place.CentreId is not null, "Choose the centre.", nameof(place.CentreId));
        rules.Demand();
    }

    /// <summary>Changes roles, party and place. Open signatures of who no longer signs are voided, and their seats in running calls follow; the account signs in anew.</summary>
    public Task ChangeAsync(Guid userId, Place place, CancellationToken cancellationToken) => db.AtomicallyAsync(
        async () =>
        {
            var user = await users.FindByIdAsync(userId.ToString()).OrNotFoundAsync();
            var before = (user.Party, user.IsAlternate, IsCoChair: await users.IsInRoleAsync(user, nameof(PortalRole.CoChair)));
            await RequireAnAdministratorLeftAsync(user, place.Roles.Contains(PortalRole.Administrator), cancellationToken);
            await AssignAsync(user, place, cancellationToken);
            var isCoChair = place.Roles.Contains(PortalRole.CoChair);
            if (before.Party != place.Party || (before.IsCoChair && !isCoChair) || (before.IsAlternate && !place.IsAlternate))
            {
                await signing.VoidAsync(user.Id, null, cancellationToken);
            }

            (await users.UpdateSecurityStampAsync(user)).Require("The account could not be changed.");
        },
        cancellationToken);

    /// <summary>Closes an account: it is signed out within a minute and its open signatures are voided.</summary>
    public Task DisableAsync(Guid userId, CancellationToken cancellationToken) => db.AtomicallyAsync(
        async () =>
        {
            var user = await users.FindByIdAsync(userId.ToString()).OrNotFoundAsync();
            await RequireAnAdministratorLeftAsync(user, remains: false, cancellationToken);
            user.DisabledAt = clock.Now;
            await signing.VoidAsync(user.Id, null, cancellationToken);
            (await users.UpdateSecurityStampAsync(user)).Require("The account could not be changed.");
        },
        cancellationToken);

    /// <summary>Opens a closed account again, with its seats in running calls. Throws RuleBrokenException for a co-chair whose party has another one meanwhile.</summary>
    public Task EnableAsync(Guid userId, CancellationToken cancellationToken) => db.AtomicallyAsync(
        async () =>
        {
            var user = await users.FindByIdAsync(userId.ToString()).OrNotFoundAsync();
            var isCoChair = await users.IsInRoleAsync(user, nameof(PortalRole.CoChair));
            if (isCoChair)
            {
                await RequireNoOtherCoChairAsync(user, user.Party!.Value, cancellationToken);
            }

            user.DisabledAt = null;
            if (user.Party is not null)
            {
                await seating.FollowAsync(user, isCoChair, cancellationToken);
            }
        },
        cancellationToken);

    /// <summary>Mails the link of an invitation once more.</summary>
    public async Task InviteAgainAsync(Guid userId, CancellationToken cancellationToken)
    {
        var user = await users.FindByIdAsync(userId.ToString()).OrNotFoundAsync();
        await EnqueueInvitationAsync(user);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Makes the first administrator, from the command line. Throws RuleBrokenException when there is one.</summary>
    public Task CreateFirstAdministratorAsync(string email, string name, string password, CancellationToken cancellationToken) => db.AtomicallyAsync(
        async () =>
        {
            Rule.Require(!await AnyAdministratorAsync(null, cancellationToken), "There is an administrator already; they invite others at /admin/users.");
            Rule.Require(new EmailAddressAttribute().IsValid(email), "Enter an e-mail address, such as name@example.org.", "Email");
            var user = new PortalUser { UserName = email, Email = email, EmailConfirmed = true, DisplayName = name, CreatedAt = clock.Now };
            await users.RequireStrongAsync(user, password, "Password");
            (await users.CreateAsync(user, password)).Require("The account could not be made.");
            (await users.AddToRoleAsync(user, nameof(PortalRole.Administrator))).Require("The account could not be made.");
        },
        cancellationToken);

    private async Task AssignAsync(PortalUser user, Place place, CancellationToken cancellationToken)
    {
        Check(place);
        var isOfParty = place.Roles.Any(RolesOfParties.Contains);
        if (place.Roles.Contains(PortalRole.CoChair))
        {
            await RequireNoOtherCoChairAsync(user, place.Party!.Value, cancellationToken);
        }

        user.Party = isOfParty || place.Roles.Contains(PortalRole.PartnerViewer) ? place.Party : null;
        (user.IsAlternate, user.Nationality) = (place.IsAlternate, string.IsNullOrEmpty(place.Nationality) ? null : place.Nationality);
        user.CentreId = place.Roles.Any(RolesOfCentres.Contains) ? place.CentreId : null;
        user.PartnerId = place.Roles.Contains(PortalRole.PartnerViewer) ? place.PartnerId : null;
        var wanted = place.Roles.Select(role => role.ToString()).ToList();
        var present = await users.GetRolesAsync(user);
        (await users.RemoveFromRolesAsync(user, present.Except(wanted))).Require("The roles could not be changed.");
        (await users.AddToRolesAsync(user, wanted.Except(present))).Require("The roles could not be changed.");
        if (user.Party is not null)
        {
            await seating.FollowAsync(user, place.Roles.Contains(PortalRole.CoChair), cancellationToken);
        }
    }

    private async Task RequireNoOtherCoChairAsync(PortalUser user, Party party, CancellationToken cancellationToken)
    {
        var roleId = PortalRole.CoChair.Id();
        var other = await db.Users.Where(candidate => candidate.Id != user.Id && candidate.Party == party && candidate.DisabledAt == null
                && db.UserRoles.Any(entry => entry.UserId == candidate.Id && entry.RoleId == roleId))
            .Select(candidate => candidate.DisplayName).FirstOrDefaultAsync(cancellationToken);
        Rule.Require(other is null, new Message("This party has a co-chair: {0}. Change their role first.", other ?? string.Empty), nameof(Place.Roles));
    }

    private async Task RequireAnAdministratorLeftAsync(PortalUser user, bool remains, CancellationToken cancellationToken)
    {
        if (!remains && await users.IsInRoleAsync(user, nameof(PortalRole.Administrator)))
        {
            Rule.Require(await AnyAdministratorAsync(user.Id, cancellationToken), "This is the last administrator. Make another one first.");
        }
    }

    private Task<bool> AnyAdministratorAsync(Guid? besides, CancellationToken cancellationToken)
    {
        var roleId = PortalRole.Administrator.Id();
        return db.Users.AnyAsync(
            candidate => candidate.Id != besides && candidate.DisabledAt == null && db.UserRoles.Any(entry => entry.UserId == candidate.Id && entry.RoleId == roleId), cancellationToken);
    }

    private async Task EnqueueInvitationAsync(PortalUser user)
    {
        var token = AccountTokens.Encode(await users.GeneratePasswordResetTokenAsync(user));
        mail.Enqueue(new MailDraft
        {
            To = MailRecipient.Of(user),
            Subject = new Message("You are invited to the DTC Portal"),
            Paragraphs =
            [
                new Message("An account was made for you at the portal of the Digital Transformation Centres Initiative. Open this address to choose a password; it is good for one day."),
                new Message("When the day is over, ask for a new link at the sign-in page, under \"Forgotten password\"."),
            ],
            Path = $"/account/reset?user={user.Id}&token={token}&invited=true",
        });
    }
}

/// <summary>What an account may do, and for whom.</summary>
public sealed record Place
{
    /// <summary>Roles.</summary>
    public required IReadOnlyCollection<PortalRole> Roles { get; init; }

    /// <summary>The party for which staff act.</summary>
    public Party? Party { get; init; }

    /// <summary>Whether a member stands in for their co-chair.</summary>
    public bool IsAlternate { get; init; }

    /// <summary>ISO 3166-1 alpha-2 of a member's nationality.</summary>
    public string? Nationality { get; init; }

    /// <summary>Centre of centre staff.</summary>
    public Guid? CentreId { get; init; }

    /// <summary>Organisation of partner viewers.</summary>
    public Guid? PartnerId { get; init; }
}

/// <summary>Somebody who is invited.</summary>
public sealed record Invite
{
    /// <summary>Their name.</summary>
    public required string? Name { get; init; }

    /// <summary>Their mail address.</summary>
    public required string? Email { get; init; }

    /// <summary>What they may do.</summary>
    public required Place Place { get; init; }
}
