using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Calls;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DtcPortal.Web.Pages.Manage.Calls.Countries;

/// <summary>The eligible countries of a call, from the reference data as of the deadline, changed with a reason.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(CallRulesService rules, CallPartQueries queries) : CallPage
{
    [BindProperty]
    public CountryInput Input { get; set; } = new();

    public IReadOnlyList<CallCountryRow> Countries { get; private set; } = [];

    public IReadOnlyList<CallCountryRow> ByHand => [.. Countries.Where(country => country.IsByHand)];

    public IEnumerable<IGrouping<Region, CallCountryRow>> Regions => Countries.GroupBy(country => country.Region).OrderBy(group => group.Key);

    public IEnumerable<SelectListItem> Choices => Countries.Select(country => new SelectListItem(T.Country(country.Code), country.Code));

    public IEnumerable<Choice> States => [new("true", T["Eligible"]), new("false", T["Not eligible"])];

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input.Version = Call.Version;
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync(
        () => rules.SetCountryAsync(
            new SetCallCountry
            {
                Actor = Actor,
                Slug = Slug,
                Version = Input.Version,
                Country = Input.Country!,
                IsEligible = Input.IsEligible!.Value,
                Reason = Input.Reason,
            },
            Cancel),
        LoadAsync,
        Request.Path);

    private async Task LoadAsync()
    {
        (Call, var countries) = await queries.CountriesAsync(Slug, Cancel);
        Countries = [.. countries.OrderBy(country => T.Country(country.Code), StringComparer.CurrentCulture)];
    }

    /// <summary>A country put on the list or taken off.</summary>
    public sealed class CountryInput
    {
        [Required(ErrorMessage = "Choose a country."), Display(Name = "Country")]
        public string? Country { get; set; }

        [Required(ErrorMessage = "Say whether it is eligible."), Display(Name = "On the list")]
        public bool? IsEligible { get; set; }

        [StringLength(1000), Display(Name = "Reason")]
        public string? Reason { get; set; }

        public long? Version { get; set; }
    }
}
