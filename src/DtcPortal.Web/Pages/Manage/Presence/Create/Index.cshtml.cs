using DtcPortal.Application.Common;
using DtcPortal.Application.Phases;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Presence.Create;

/// <summary>Writes a new list of countries in which a party is present.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(PresenceService presence, PresenceQueries queries, PortalClock clock) : PortalPage
{
    [BindProperty]
    public PresenceInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "party")]
    public Party Party { get; set; } = Party.Itu;

    public CountryChoices Choices => CountryChoices.Of("Input.Countries", Input.Countries, T);

    public async Task<IActionResult> OnGetAsync()
    {
        var latest = (await queries.ListAsync(Cancel)).FirstOrDefault(list => list.Party == Party);
        Input = new PresenceInput { InForceFrom = DateOnly.FromDateTime(clock.Now.UtcDateTime), Countries = [.. latest?.Countries ?? []] };
        return Page();
    }

    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            var id = await presence.CreateAsync(
                new CreatePresence { Actor = Actor, Party = Party, InForceFrom = Input.InForceFrom!.Value, Countries = [.. Input.Countries] }, Cancel);
            Notice(T["The list is saved. A co-chair of each party signs it."]);
            return Redirect($"/manage/presence/{id}");
        },
        () => Task.FromResult<IActionResult>(Page()));
}
