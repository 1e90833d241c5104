using Microsoft.AspNetCore.Authorization;

namespace DtcPortal.Web.Pages.Account.Sent;

/// <summary>Says that a mail is under way, whether or not there is an account.</summary>
[AllowAnonymous]
public sealed class IndexModel : PortalPage
{
    /// <summary>Whether it is the mail that sets a password; else the one that confirms an address.</summary>
    public bool IsReset { get; private set; }

    /// <summary>Shows it.</summary>
    public void OnGet(string? what) => IsReset = what == "reset";
}
