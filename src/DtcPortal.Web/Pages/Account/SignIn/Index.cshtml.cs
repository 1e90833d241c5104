using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Web.Hosting;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace DtcPortal.Web.Pages.Account.SignIn;

/// <summary>Sign-in; in the demonstration by one click.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class IndexModel(PasswordSignIn signIn, UserManager<PortalUser> users, IHostEnvironment environment) : PortalPage
{
    /// <summary>Where sign-in leads; a page of the portal only.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>What was typed.</summary>
    [BindProperty]
    public SignInInput Input { get; set; } = new();

    /// <summary>Whether accounts of the demonstration are offered.</summary>
    public bool IsDemo => environment.IsDemo();

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Signs in.</summary>
    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            switch (await signIn.TryAsync(Input.Email!, Input.Password!, Cancel))
            {
                case SignInOutcome.Done:
                    return LocalRedirect(Target());
                case SignInOutcome.Unconfirmed:
                    ModelState.AddModelError(string.Empty, T["Your mail address is not confirmed. We sent you the link once more: open it, then sign in."]);
                    break;
                default:
                    ModelState.AddModelError("Input.Email", T["The mail address or the password is not right. After several wrong attempts an account is blocked for 15 minutes."]);
                    break;
            }

            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        },
        Again);

    /// <summary>Signs in as an account of the demonstration.</summary>
    public async Task<IActionResult> OnPostDemoAsync(string? account)
    {
        if (!IsDemo || !DemoAccounts.Emails.Contains(account))
        {
            throw new NotFoundException();
        }

        var user = await users.FindByEmailAsync(account!).OrNotFoundAsync();
        await signIn.SignInAsync(user, Cancel);
        return LocalRedirect(Target());
    }

    private Task<IActionResult> Again() => Task.FromResult<IActionResult>(Page());

    private string Target() => ReturnUrl is { Length: > 0 } address && Url.IsLocalUrl(address) ? address : PortalPaths.Work;
}

/// <summary>What is typed to sign in.</summary>
public sealed class SignInInput
{
    /// <summary>Mail address.</summary>
    [Display(Name = "Mail address"), Required(ErrorMessage = "Enter your mail address.")]
    public string? Email { get; set; }

    /// <summary>Password.</summary>
    [Display(Name = "Password"), Required(ErrorMessage = "Enter your password.")]
    public string? Password { get; set; }
}
