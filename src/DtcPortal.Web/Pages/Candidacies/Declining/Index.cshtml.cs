using DtcPortal.Application.Common;
using DtcPortal.Application.Selection;
using DtcPortal.Domain.Selection;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Candidacies.Declining;

/// <summary>Says what declining does, and asks once.</summary>
[Authorize(Policy = nameof(Policies.Applicants))]
public sealed class IndexModel(ResultQueries results, OfferService offers, PortalClock clock) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = string.Empty;

    [BindProperty]
    public DeclineInput Input { get; set; } = new();

    public ResultView View { get; private set; } = null!;

    public bool IsOpen => View.Offer?.StateAt(clock.Now) == OfferState.Open;

    public async Task OnGetAsync()
    {
        View = await results.FindAsync(Reference, Actor, Cancel);
        _ = View.Offer.OrNotFound();
    }

    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            await offers.DeclineAsync(new DeclineOffer { Actor = Actor, Reference = Reference, Arrival = ArrivedAt, Reason = Input.Reason }, Cancel);
            Notice(T["The seat is declined. Both parties are told."]);
            return Redirect($"/candidacies/{Reference}/result");
        },
        async () =>
        {
            await OnGetAsync();
            return Page();
        });
}

/// <summary>What is typed.</summary>
public sealed class DeclineInput
{
    /// <summary>Why; may be blank.</summary>
    public string? Reason { get; set; }
}
