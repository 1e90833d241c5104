using DtcPortal.Application.Accounts;
using DtcPortal.Application.Localization;
using DtcPortal.Web.Localization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Account.Language;

/// <summary>Chooses the language and goes back: kept in a cookie, and by the account of who is signed in.</summary>
[AllowAnonymous]
public sealed class IndexModel(AccountService accounts, UserManager<PortalUser> users, SignInManager<PortalUser> signIn) : PortalPage
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>Chooses.</summary>
    public async Task<IActionResult> OnGetAsync(string? culture, string? returnUrl)
    {
        if (culture is not null && TextCatalogue.Languages.Contains(culture))
        {
            Response.Cookies.Append(Languages.Cookie, culture, new CookieOptions { MaxAge = Kept, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, IsEssential = true });
            if (IsSignedIn && await users.FindByIdAsync(Actor.Id.ToString()) is { } user && user.Language != culture)
            {
                await accounts.ChooseLanguageAsync(user.Id, culture, Cancel);
                await signIn.RefreshSignInAsync(user);
            }
        }

        return LocalRedirect(returnUrl is { Length: > 0 } && Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }
}
