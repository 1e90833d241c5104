using DtcPortal.Application.Auditing;
using DtcPortal.Application.Common;
using DtcPortal.Application.Mail;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Accounts;

/// <summary>What the holder of an account does with it: confirm, reset, change.</summary>
public sealed class AccountService(PortalDbContext db, UserManager<PortalUser> users, MailComposer mail, AuditTrail audit)
{
    /// <summary>
    /// Mails a link to set a new password when there is an account; says nothing when there is none, so nobody learns who has one.
    /// </summary>
    public async Task RequestResetAsync(string address, CancellationToken cancellationToken)
    {
        if (await users.FindByEmailAsync(address) is not { DisabledAt: null } user)
        {
            return;
        }

        await SendResetAsync(user);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Sets a new password by a mailed link, which also confirms the address. Throws RuleBrokenException when the link is used up or the password too weak.</summary>
    public async Task ResetAsync(Guid userId, string token, string password, CancellationToken cancellationToken)
    {
        var user = await users.FindByIdAsync(userId.ToString());
        Rule.Require(user is { DisabledAt: null }, "This link is no longer good. Ask for a new one.");
        await users.RequireStrongAsync(user, password, "Password");
        (await users.ResetPasswordAsync(user, AccountTokens.Decode(token), password)).Require("This link is no longer good. Ask for a new one.");
        user.EmailConfirmed = true;
        (user.LockoutEnd, user.AccessFailedCount) = (null, 0);
        audit.Add(AuditAction.Happened, nameof(PortalUser), user.Id.ToString(), ("Password", null, "reset by mail"));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Confirms the mail address by a mailed link; done twice it stays confirmed. Throws RuleBrokenException when the link is not good.</summary>
    public async Task<PortalUser> ConfirmAsync(Guid userId, string token, CancellationToken cancellationToken)
    {
        var user = await users.FindByIdAsync(userId.ToString());
        Rule.Require(user is { DisabledAt: null }, "This link is no longer good. Ask for a new one.");
        if (!user.EmailConfirmed)
        {
            (await users.ConfirmEmailAsync(user, AccountTokens.Decode(token))).Require("This link is no longer good. Ask for a new one.");
            await db.SaveChangesAsync(cancellationToken);
        }

        return user;
    }

    /// <summary>Mails the link that confirms an address once more.</summary>
    public async Task SendConfirmationAsync(PortalUser user, CancellationToken cancellationToken)
    {
        await EnqueueConfirmationAsync(user);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Changes name, language and time zone. Throws RuleBrokenException when the name is blank or the zone unknown.</summary>
    public async Task ChangeProfileAsync(ChangeProfile options, CancellationToken cancellationToken)
    {
        var rules = new FormRules();
        rules.RequireName(options.Name, "Write your name.");
        rules.Require(string.IsNullOrEmpty(options.TimeZone) || TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _), "Choose a time zone from the list.", nameof(options.TimeZone));
        rules.Demand();
        var user = await db.Users.SingleAsync(candidate => candidate.Id == options.UserId, cancellationToken);
        (user.DisplayName, user.Language, user.TimeZone) = (options.Name!.Trim(), NullIfEmpty(options.Language), NullIfEmpty(options.TimeZone));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Remembers the language somebody chose.</summary>
    public async Task ChooseLanguageAsync(Guid userId, string language, CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleAsync(candidate => candidate.Id == userId, cancellationToken);
        user.Language = language;
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Changes the password and signs the account out everywhere else. Throws RuleBrokenException when the old one is wrong or the new one too weak.</summary>
    public async Task ChangePasswordAsync(Guid userId, string oldPassword, string newPassword, CancellationToken cancellationToken)
    {
        var user = await users.FindByIdAsync(userId.ToString()).OrNotFoundAsync();
        var rules = new FormRules();
        rules.Require(await users.CheckPasswordAsync(user, oldPassword), "This is not your present password.", "OldPassword");
        await rules.GatherAsync(() => users.RequireStrongAsync(user, newPassword, "NewPassword"));
        rules.Demand();
        (await users.ChangePasswordAsync(user, oldPassword, newPassword)).Require("The password could not be changed.");
        mail.Enqueue(new MailDraft
        {
            To = MailRecipient.Of(user),
            Subject = new Message("Your password was changed"),
            Paragraphs = [new Message("The password of your account was changed. If it was not you, set a new one at once.")],
            Path = "/account/reset",
        });
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Writes down that somebody signed in.</summary>
    public async Task NoteSignInAsync(PortalUser user, CancellationToken cancellationToken)
    {
        audit.Add(AuditAction.Happened, nameof(PortalUser), user.Id.ToString(), ("SignedIn", null, user.DisplayName));
        await db.SaveChangesAsync(cancellationToken);
    }

    internal async Task EnqueueConfirmationAsync(PortalUser user)
    {
        var token = AccountTokens.Encode(await users.GenerateEmailConfirmationTokenAsync(user));
        mail.Enqueue(new MailDraft
        {
            To = MailRecipient.Of(user),
            Subject = new Message("Confirm your mail address"),
            Paragraphs =
            [
                new Message("You registered at the DTC Portal. Open this address to confirm that the mail address is yours; it is good for one day."),
                new Message("If it was not you, do nothing: without confirmation nobody can sign in."),
            ],
            Path = $"/account/confirm?user={user.Id}&token={token}",
        });
    }

    internal async Task SendResetAsync(PortalUser user)
    {
        var token = AccountTokens.Encode(await users.GeneratePasswordResetTokenAsync(user));
        mail.Enqueue(new MailDraft
        {
            To = MailRecipient.Of(user),
            Subject = new Message("Set a new password"),
            Paragraphs =
            [
                new Message("Somebody asked for a new password for your account. Open this address to set one; it is good for one day and for one use."),
                new Message("If it was not you, do nothing: your password stays as it is."),
            ],
            Path = $"/account/reset?user={user.Id}&token={token}",
        });
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

/// <summary>What somebody changes of their account.</summary>
public sealed record ChangeProfile
{
    /// <summary>The account.</summary>
    public required Guid UserId { get; init; }

    /// <summary>Name as others see it.</summary>
    public required string? Name { get; init; }

    /// <summary>en or fr; empty to follow the browser.</summary>
    public required string? Language { get; init; }

    /// <summary>IANA name; empty to follow the browser.</summary>
    public required string? TimeZone { get; init; }
}
