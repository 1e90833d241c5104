using DtcPortal.Application.Accounts;
using Microsoft.AspNetCore.Identity;

namespace DtcPortal.Web.Security;

/// <summary>How an attempt to sign in ended.</summary>
public enum SignInOutcome
{
    /// <summary>Signed in.</summary>
    Done,

    /// <summary>Refused, without saying why: unknown, wrong, blocked or closed.</summary>
    Refused,

    /// <summary>The password is right, but the mail address is not confirmed; the link was mailed again.</summary>
    Unconfirmed,
}

/// <summary>Signs people in by password.</summary>
public sealed class PasswordSignIn(UserManager<PortalUser> users, SignInManager<PortalUser> signIn, AccountService accounts)
{
    // takes as long to compare with as a real one, so that time does not tell who has an account
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<PortalUser>().HashPassword(new PortalUser(), Guid.NewGuid().ToString()));

    /// <summary>Tries; failed attempts count towards a lockout.</summary>
    public async Task<SignInOutcome> TryAsync(string email, string password, CancellationToken cancellationToken)
    {
        var user = await users.FindByEmailAsync(email.Trim());
        if (user is null || user.DisabledAt is not null || user.PasswordHash is null)
        {
            users.PasswordHasher.VerifyHashedPassword(new PortalUser(), NobodysHash.Value, password);
            return SignInOutcome.Refused;
        }

        if (!(await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true)).Succeeded)
        {
            if (user.EmailConfirmed || await users.IsLockedOutAsync(user) || !await users.CheckPasswordAsync(user, password))
            {
                return SignInOutcome.Refused;
            }

            await accounts.SendConfirmationAsync(user, cancellationToken);
            return SignInOutcome.Unconfirmed;
        }

        await SignInAsync(user, cancellationToken);
        return SignInOutcome.Done;
    }

    /// <summary>Signs somebody in whose identity is proven otherwise.</summary>
    public async Task SignInAsync(PortalUser user, CancellationToken cancellationToken)
    {
        await signIn.SignInAsync(user, isPersistent: false);
        await accounts.NoteSignInAsync(user, cancellationToken);
    }
}
