using DtcPortal.Application.Accounts;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Admin.Users.Account;

/// <summary>One account: roles, party, place; invites again, closes and opens.</summary>
[Authorize(Policy = nameof(Policies.Administrators))]
public sealed class IndexModel(UserAdministration administration, UserQueries queries) : PortalPage
{
    /// <summary>The account.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What was chosen.</summary>
    [BindProperty]
    public PlaceInput Input { get; set; } = new();

    /// <summary>The account as it is.</summary>
    public UserRow Account { get; private set; } = null!;

    /// <summary>What can be chosen.</summary>
    public PlaceChoices Choices { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new PlaceInput
        {
            Roles = [.. Account.Roles],
            Party = Account.Party,
            IsAlternate = Account.IsAlternate,
            Nationality = Account.Nationality,
            CentreId = Account.CentreId,
            PartnerId = Account.PartnerId,
        };
    }

    /// <summary>Changes roles, party and place.</summary>
    public Task<IActionResult> OnPostAsync() => DoAsync(
        () => administration.ChangeAsync(Id, Input.ToPlace(), Cancel), () => T["The account is changed; it signs in anew."]);

    /// <summary>Closes it.</summary>
    public Task<IActionResult> OnPostDisableAsync() => DoAsync(() => administration.DisableAsync(Id, Cancel), () => T["The account is closed; it is signed out within a minute."]);

    /// <summary>Opens it again.</summary>
    public Task<IActionResult> OnPostEnableAsync() => DoAsync(() => administration.EnableAsync(Id, Cancel), () => T["The account is open again."]);

    /// <summary>Mails the invitation once more.</summary>
    public Task<IActionResult> OnPostInviteAsync() => DoAsync(() => administration.InviteAgainAsync(Id, Cancel), () => T["We sent the invitation once more."]);

    private Task<IActionResult> DoAsync(Func<Task> act, Func<string> sentence) => AttemptAsync(
        async () =>
        {
            await act();
            Notice(sentence());
            return LocalRedirect($"/admin/users/{Id}");
        },
        async () =>
        {
            await LoadAsync();
            return Page();
        });

    private async Task LoadAsync()
    {
        Account = await queries.FindAsync(Id, Cancel);
        Choices = await PlaceChoices.LoadAsync(queries, T, Cancel);
    }
}
