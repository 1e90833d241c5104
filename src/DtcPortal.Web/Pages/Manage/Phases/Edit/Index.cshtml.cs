using DtcPortal.Application.Phases;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Phases.Edit;

/// <summary>Changes a phase that is not signed by both.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(PhaseService phases, PhaseQueries queries) : PortalPage
{
    [BindProperty]
    public PhaseInput Input { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = string.Empty;

    public PhaseView Phase { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        Phase = await queries.FindAsync(Slug, Cancel);
        Input = new PhaseInput
        {
            Name = Phase.Row.Name.InEnglish,
            NameFrench = Phase.Row.Name.Texts.GetValueOrDefault(LocalizedText.French),
            StartsOn = Phase.Row.StartsOn,
            EndsOn = Phase.Row.EndsOn,
            Version = Phase.Version,
        };
        return Page();
    }

    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            Rule.Require(Input.EndsOn is not null, "Write the last day.", "EndsOn");
            await phases.ChangeAsync(
                new ChangePhase { Actor = Actor, Slug = Slug, Version = Input.Version, Name = Input.ToName(), StartsOn = Input.StartsOn!.Value, EndsOn = Input.EndsOn.Value },
                Cancel);
            Notice(T["The phase is saved. A co-chair of each party signs it."]);
            return Redirect($"/manage/phases/{Slug}");
        },
        async () =>
        {
            Phase = await queries.FindAsync(Slug, Cancel);
            this.AcceptVersion(Phase.Version);
            return Page();
        },
        () => Domain.Phases.Phase.CheckDays(Input.StartsOn, Input.EndsOn));
}
