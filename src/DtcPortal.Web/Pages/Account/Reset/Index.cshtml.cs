using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Accounts;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace DtcPortal.Web.Pages.Account.Reset;

/// <summary>Asks for a link to set a password, and with such a link sets it; invitations lead here too.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Reset)]
public sealed class IndexModel(AccountService accounts) : PortalPage
{
    /// <summary>The account, from the mailed link.</summary>
    [BindProperty(SupportsGet = true, Name = "user")]
    public Guid? UserId { get; set; }

    /// <summary>The token, from the mailed link.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>Whether the link is an invitation.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Invited { get; set; }

    /// <summary>What was typed to ask for a link.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>The new password.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Whether a link was followed.</summary>
    public bool HasLink => UserId is not null && !string.IsNullOrEmpty(Token);

    /// <summary>Shows the form at hand.</summary>
    public void OnGet()
    {
    }

    /// <summary>Asks for a link.</summary>
    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            Domain.Common.Rule.Require(!string.IsNullOrWhiteSpace(Email) && new EmailAddressAttribute().IsValid(Email.Trim()), "Enter an e-mail address, such as name@example.org.", nameof(Email));
            await accounts.RequestResetAsync(Email.Trim(), Cancel);
            return LocalRedirect("/account/sent?what=reset");
        },
        Again);

    /// <summary>Sets the password.</summary>
    public Task<IActionResult> OnPostSetAsync() => AttemptAsync(
        async () =>
        {
            await accounts.ResetAsync(UserId ?? Guid.Empty, Token ?? string.Empty, Password ?? string.Empty, Cancel);
            Notice(T["Your password is set. Sign in with it."]);
            return LocalRedirect(PortalPaths.SignIn);
        },
        Again);

    private Task<IActionResult> Again() => Task.FromResult<IActionResult>(Page());
}
