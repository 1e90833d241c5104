using DtcPortal.Application.Accounts;
using DtcPortal.Application.Phases;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Application.Signing;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Pages.Signing;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Presence.Show;

/// <summary>A list of countries in which a party is present: changed until both have signed it.</summary>
[Authorize(Policy = nameof(Policies.ManagersAndCoChairs))]
public sealed class IndexModel(PresenceService presence, PresenceQueries queries, SigningQueries sheets) : SigningPage
{
    [BindProperty]
    public PresenceInput Input { get; set; } = new();

    [FromRoute]
    public Guid Id { get; set; }

    public PresenceRow List { get; private set; } = null!;

    public SigningView? Signing { get; private set; }

    public CountryChoices Choices => CountryChoices.Of("Input.Countries", Input.Countries, T);

    public bool CanEdit => Actor.Is(PortalRole.ProgrammeManager) && List.AgreedAt is null;

    /// <summary>Names of the countries by region.</summary>
    public IEnumerable<IGrouping<Region, string>> Names => List.Countries
        .Select(ReferenceCatalogue.FindCountry).OfType<Country>().OrderBy(country => country.NameIn(T.Language), StringComparer.CurrentCulture)
        .GroupBy(country => country.Region, country => country.NameIn(T.Language)).OrderBy(group => group.Key);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            await presence.ChangeAsync(
                new ChangePresence { Actor = Actor, Id = Id, Version = Input.Version, InForceFrom = Input.InForceFrom!.Value, Countries = [.. Input.Countries] }, Cancel);
            Notice(T["The list is saved. A co-chair of each party signs it."]);
            return Redirect(Request.Path);
        },
        async () =>
        {
            await LoadAsync();
            this.AcceptVersion(List.Version);
            return Page();
        });

    protected override async Task<IActionResult> ShowAsync()
    {
        await LoadAsync();
        Input = new PresenceInput { InForceFrom = List.InForceFrom, Countries = [.. List.Countries], Version = List.Version };
        return Page();
    }

    private async Task LoadAsync()
    {
        List = await queries.FindAsync(Id, Cancel);
        Signing = await sheets.ViewAsync(SignedKind.Presence, Id, Actor, null, Cancel);
    }
}
