using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Common;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DtcPortal.Web.Pages.Candidacies;

/// <summary>The candidacies of one's institution, and where one is started.</summary>
[Authorize(Policy = nameof(Policies.Applicants))]
public sealed class IndexModel(CandidacyService candidacies, CandidacyQueries queries, PortalClock clock) : PortalPage
{
    [BindProperty]
    public StartInput Input { get; set; } = new();

    /// <summary>The open call whose form the address asks for.</summary>
    [BindProperty(SupportsGet = true, Name = "call")]
    public string? CallSlug { get; set; }

    public MyCandidacies Mine { get; private set; } = null!;

    /// <summary>The open call with its form: the only one, or the one that was chosen.</summary>
    public OpenCall? Chosen => Mine.OpenCalls.Count == 1 ? Mine.OpenCalls[0] : Mine.OpenCalls.FirstOrDefault(call => call.Slug == (Input.Call.Length > 0 ? Input.Call : CallSlug));

    public DateTimeOffset Now => clock.Now;

    public IReadOnlyList<SelectListItem> CountriesOf(OpenCall call) => CountryChoices.Of(T, call.Countries, Mine.InstitutionCountry);

    public async Task OnGetAsync() => Mine = await queries.MineAsync(Actor, Cancel);

    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            var reference = await candidacies.StartAsync(
                new StartCandidacy { Actor = Actor, Call = Input.Call, Country = Input.Country, ArrivedAt = ArrivedAt }, Cancel);
            Notice(T["Candidacy {0} is started. It is a draft: only what is submitted counts.", reference]);
            return Redirect($"/candidacies/{reference}");
        },
        async () =>
        {
            await OnGetAsync();
            return Page();
        });

    public sealed class StartInput
    {
        public string Call { get; set; } = string.Empty;

        [Display(Name = "Country where the training will take place")]
        public string? Country { get; set; }
    }
}
