using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Common;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DtcPortal.Web.Pages.Candidacies.Country;

/// <summary>Moves the training to another country of the call's list, until the deadline.</summary>
public sealed class IndexModel(CandidacyAccess access, CandidacyService candidacies, CandidacyQueries queries, PortalClock clock) : PortalPage
{
    [BindProperty]
    public CountryInput Input { get; set; } = new();

    public CandidacyHead Head { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Countries { get; private set; } = [];

    public DateTimeOffset Now => clock.Now;

    public async Task OnGetAsync(string reference)
    {
        await LoadAsync(reference);
        Input.Country = Head.CountryAt(Now);
    }

    public Task<IActionResult> OnPostAsync(string reference) => AttemptAsync(
        async () =>
        {
            await candidacies.MoveAsync(new MoveCandidacy { Actor = Actor, Reference = reference, Country = Input.Country, ArrivedAt = ArrivedAt }, Cancel);
            Notice(T["The country is saved."]);
            return Redirect($"/candidacies/{reference}");
        },
        async () =>
        {
            await LoadAsync(reference);
            return Page();
        });

    private async Task LoadAsync(string reference)
    {
        Head = await access.FindOwnAsync(reference, Actor, Cancel);
        var codes = await queries.EligibleCountriesAsync(Head.CallId, Cancel);
        Countries = CountryChoices.Of(T, codes);
    }

    public sealed class CountryInput
    {
        [Display(Name = "Country where the training will take place")]
        public string? Country { get; set; }
    }
}
