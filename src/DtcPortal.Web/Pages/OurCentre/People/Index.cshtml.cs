using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Centres;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.OurCentre.People;

/// <summary>The people of a centre, and inviting one more.</summary>
[Authorize(Policy = nameof(Policies.CentreManagers))]
public sealed class IndexModel(CentrePeople people, ManagedCentreQueries centres) : PortalPage
{
    /// <summary>What was typed.</summary>
    [BindProperty]
    public PersonInput Input { get; set; } = new();

    /// <summary>The people, by name.</summary>
    public IReadOnlyList<CentrePerson> People { get; private set; } = [];

    /// <summary>How far the centre has come.</summary>
    public CentreStanding Standing { get; private set; } = null!;

    /// <summary>Roles to choose from.</summary>
    public IReadOnlyList<Choice> Roles =>
    [
        new(nameof(PortalRole.CentreReporter), T.Of(PortalRole.CentreReporter), T["Enters activities and income and fills in reports"]),
        new(nameof(PortalRole.CentreManager), T.Of(PortalRole.CentreManager), T["Submits reports and signs as well, and invites others"]),
    ];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        People = await people.ListAsync(Actor, Cancel);
        Standing = await centres.StandingAsync(Actor, Cancel);
    }

    /// <summary>Invites.</summary>
    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            await people.InviteAsync(new InviteToCentre { Actor = Actor, Name = Input.Name, Email = Input.Email, Role = Input.Role ?? default }, Cancel);
            Notice(T["{0} is invited and gets a mail.", Input.Name]);
            return LocalRedirect("/centre/people");
        },
        async () =>
        {
            await OnGetAsync();
            return Page();
        });
}

/// <summary>Somebody to invite.</summary>
public sealed class PersonInput
{
    /// <summary>Name.</summary>
    [Display(Name = "Name"), Required(ErrorMessage = "Write the person's name."), StringLength(PortalUser.NameLength)]
    public string? Name { get; set; }

    /// <summary>Mail address.</summary>
    [Display(Name = "Mail address"), Required(ErrorMessage = "Enter a mail address."), EmailAddress, StringLength(254)]
    public string? Email { get; set; }

    /// <summary>Role.</summary>
    [Display(Name = "Role"), Required(ErrorMessage = "Choose a role.")]
    public PortalRole? Role { get; set; }
}
