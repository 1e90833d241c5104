using DtcPortal.Application.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Account.SignOut;

/// <summary>Signs out; opened by its address it asks first.</summary>
public sealed class IndexModel(SignInManager<PortalUser> signIn) : PortalPage
{
    /// <summary>Asks.</summary>
    public void OnGet()
    {
    }

    /// <summary>Signs out.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        Notice(T["You are signed out."]);
        return LocalRedirect("/");
    }
}
