using DtcPortal.Application.Phases;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Phases.Create;

/// <summary>Writes the next phase.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(PhaseService phases, PhaseQueries queries) : PortalPage
{
    [BindProperty]
    public PhaseInput Input { get; set; } = new();

    public int Number { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            var slug = await phases.CreateAsync(
                new CreatePhase { Actor = Actor, Name = Input.ToName(), StartsOn = Input.StartsOn!.Value, EndsOn = Input.EndsOn }, Cancel);
            Notice(T["The phase is saved. A co-chair of each party signs it."]);
            return Redirect($"/manage/phases/{slug}");
        },
        ShowAsync,
        () => Domain.Phases.Phase.CheckDays(Input.StartsOn, Input.EndsOn));

    private async Task<IActionResult> ShowAsync()
    {
        Number = await queries.NextNumberAsync(Cancel);
        return Page();
    }
}
