using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Selection;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Selection;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Candidacies.Accepting;

/// <summary>Says what accepting does, and asks once.</summary>
[Authorize(Policy = nameof(Policies.Applicants))]
public sealed class IndexModel(ResultQueries results, OfferService offers, PortalClock clock, UserManager<PortalUser> users, SignInManager<PortalUser> signIn) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = string.Empty;

    [BindProperty]
    public AcceptInput Input { get; set; } = new();

    public ResultView View { get; private set; } = null!;

    public bool IsOpen => View.Offer?.StateAt(clock.Now) == OfferState.Open;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input.CentreName = View.Institution;
    }

    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            await offers.AcceptAsync(new AcceptOffer { Actor = Actor, Reference = Reference, Arrival = ArrivedAt, CentreName = Input.CentreName }, Cancel);
            // the account manages the centre from now on, and its cookie says so at once
            await signIn.RefreshSignInAsync(await users.FindByIdAsync(Actor.Id.ToString()).OrNotFoundAsync());
            Notice(T["Your institution has a seat. You manage its centre now."]);
            return Redirect($"/candidacies/{Reference}/result");
        },
        async () =>
        {
            await LoadAsync();
            return Page();
        });

    private async Task LoadAsync()
    {
        View = await results.FindAsync(Reference, Actor, Cancel);
        _ = View.Offer.OrNotFound();
    }
}

/// <summary>What is typed.</summary>
public sealed class AcceptInput
{
    /// <summary>Name of the centre.</summary>
    [Required(ErrorMessage = "Write the name of the centre.")]
    [StringLength(Centre.NameLength)]
    public string? CentreName { get; set; }
}
