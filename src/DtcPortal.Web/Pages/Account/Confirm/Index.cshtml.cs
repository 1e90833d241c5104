using DtcPortal.Application.Accounts;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Account.Confirm;

/// <summary>Confirms a mail address by one click: programs that look into mails open links, but press no buttons.</summary>
[AllowAnonymous]
public sealed class IndexModel(AccountService accounts) : PortalPage
{
    /// <summary>The account, from the mailed link.</summary>
    [BindProperty(SupportsGet = true, Name = "user")]
    public Guid? UserId { get; set; }

    /// <summary>The token, from the mailed link.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>Shows the button.</summary>
    public void OnGet()
    {
    }

    /// <summary>Confirms.</summary>
    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            await accounts.ConfirmAsync(UserId ?? Guid.Empty, Token ?? string.Empty, Cancel);
            Notice(T["Your mail address is confirmed. Sign in to begin."]);
            return LocalRedirect(PortalPaths.SignIn);
        },
        () => Task.FromResult<IActionResult>(Page()));
}
