using DtcPortal.Application.Accounts;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Admin.Users.Invite;

/// <summary>Invites staff with role and party; a link to choose a password is mailed.</summary>
[Authorize(Policy = nameof(Policies.Administrators))]
public sealed class IndexModel(UserAdministration administration, UserQueries queries) : PortalPage
{
    /// <summary>What was typed.</summary>
    [BindProperty]
    public InviteInput Input { get; set; } = new();

    /// <summary>What can be chosen.</summary>
    public PlaceChoices Choices { get; private set; } = null!;

    /// <summary>Shows the form.</summary>
    public Task OnGetAsync() => LoadAsync();

    /// <summary>Invites.</summary>
    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            await administration.InviteAsync(ToInvite(), Cancel);
            Notice(T["{0} is invited: we sent a mail with a link to choose a password.", Input.Name]);
            return LocalRedirect("/admin/users");
        },
        async () =>
        {
            await LoadAsync();
            return Page();
        },
        () => UserAdministration.Check(ToInvite()));

    private Application.Accounts.Invite ToInvite() => new() { Name = Input.Name, Email = Input.Email, Place = Input.ToPlace() };

    private async Task LoadAsync() => Choices = await PlaceChoices.LoadAsync(queries, T, Cancel);
}
