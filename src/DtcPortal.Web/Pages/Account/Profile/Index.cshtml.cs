using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;

namespace DtcPortal.Web.Pages.Account.Profile;

/// <summary>One's account: name, language, zone, password, colleagues.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class IndexModel(
    AccountService accounts, InstitutionService institutions, InstitutionQueries queries, UserManager<PortalUser> users, SignInManager<PortalUser> signIn) : PortalPage
{
    /// <summary>What was typed of oneself.</summary>
    [BindProperty]
    public ProfileInput Input { get; set; } = new();

    /// <summary>The present password.</summary>
    [BindProperty]
    public string? OldPassword { get; set; }

    /// <summary>The new password.</summary>
    [BindProperty]
    public string? NewPassword { get; set; }

    /// <summary>Mail address.</summary>
    public string Email { get; private set; } = string.Empty;

    /// <summary>The institution, with colleagues and who asks to join.</summary>
    public InstitutionView? Institution { get; private set; }

    /// <summary>Whether the account admits others.</summary>
    public bool IsOwner => Institution?.OwnerId == Actor.Id;

    /// <summary>Languages.</summary>
    public IReadOnlyList<Choice> Languages => [new(string.Empty, T["As my browser says"]), new("en", "English"), new("fr", "Français")];

    /// <summary>Time zones.</summary>
    public IReadOnlyList<SelectListItem> Zones { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public Task OnGetAsync() => LoadAsync(fillIn: true);

    /// <summary>Changes name, language, zone.</summary>
    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            await accounts.ChangeProfileAsync(new ChangeProfile { UserId = Actor.Id, Name = Input.Name, Language = Input.Language, TimeZone = Input.TimeZone }, Cancel);
            return await DoneAsync(() => T["Your account is saved."]);
        },
        () => AgainAsync(fillIn: false));

    /// <summary>Changes the password.</summary>
    public Task<IActionResult> OnPostPasswordAsync()
    {
        ModelState.Clear();
        return AttemptAsync(
            async () =>
            {
                await accounts.ChangePasswordAsync(Actor.Id, OldPassword ?? string.Empty, NewPassword ?? string.Empty, Cancel);
                return await DoneAsync(() => T["Your password is changed. Everywhere else you are signed out."]);
            },
            () => AgainAsync(fillIn: true));
    }

    /// <summary>Admits or refuses a colleague.</summary>
    public Task<IActionResult> OnPostAnswerAsync(Guid institution, Guid user, bool admit)
    {
        ModelState.Clear();
        return AttemptAsync(
            async () =>
            {
                await institutions.AnswerAsync(new AnswerAsk { Actor = Actor, InstitutionId = institution, UserId = user, Admit = admit }, Cancel);
                Notice(admit ? T["Your colleague is admitted and was told by mail."] : T["The request was refused; the person was told by mail."]);
                return LocalRedirect("/account/profile#colleagues");
            },
            () => AgainAsync(fillIn: true));
    }

    private async Task<IActionResult> DoneAsync(Func<string> sentence)
    {
        await signIn.RefreshSignInAsync(await users.FindByIdAsync(Actor.Id.ToString()).OrNotFoundAsync());
        Notice(sentence());
        return LocalRedirect("/account/profile");
    }

    private async Task<IActionResult> AgainAsync(bool fillIn)
    {
        await LoadAsync(fillIn);
        return Page();
    }

    private async Task LoadAsync(bool fillIn)
    {
        var user = await users.FindByIdAsync(Actor.Id.ToString()).OrNotFoundAsync();
        Email = user.Email!;
        if (fillIn)
        {
            Input = new ProfileInput { Name = user.DisplayName, Language = user.Language, TimeZone = user.TimeZone };
        }

        Zones = [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => id.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(id => new SelectListItem(id.Replace('_', ' '), id))];
        Institution = Actor.Is(PortalRole.Applicant) ? await queries.OfAsync(Actor.Id, Cancel) : null;
    }
}

/// <summary>What is typed of oneself.</summary>
public sealed class ProfileInput
{
    /// <summary>Name.</summary>
    [Display(Name = "Your name"), Required(ErrorMessage = "Write your name."), StringLength(PortalUser.NameLength)]
    public string? Name { get; set; }

    /// <summary>Language.</summary>
    [Display(Name = "Language of pages and mails")]
    public string? Language { get; set; }

    /// <summary>Time zone.</summary>
    [Display(Name = "Time zone")]
    public string? TimeZone { get; set; }
}
