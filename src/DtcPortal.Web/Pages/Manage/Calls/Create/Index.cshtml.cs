using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Calls;
using DtcPortal.Application.Phases;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DtcPortal.Web.Pages.Manage.Calls.Create;

/// <summary>Makes the call of a phase from the reference data.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(CallService calls, PhaseQueries phases) : PortalPage
{
    [BindProperty]
    public CreateInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Phases { get; private set; } = [];

    public IEnumerable<Choice> Presets => ReferenceCatalogue.QualificationPresets.Select(preset => new Choice(
        preset.Code, T.Of(preset.Name), T.Plural(preset.Qualifications.Count, "{0} minimum qualification", "{0} minimum qualifications")));

    public Task<IActionResult> OnGetAsync(string? phase)
    {
        Input.Phase = phase;
        return ShowAsync();
    }

    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            var slug = await calls.CreateAsync(
                new CreateCall
                {
                    Actor = Actor,
                    PhaseSlug = Input.Phase ?? string.Empty,
                    Title = LocalizedText.Of(Input.Title!.Trim(), Input.TitleFrench?.Trim()),
                    OpensAt = Input.ToOpening(),
                    Deadline = Input.ToDeadline(),
                    Preset = Input.Preset,
                },
                Cancel);
            Notice(T["The call is made. Go through its parts; then both parties sign it."]);
            return Redirect($"/manage/calls/{slug}");
        },
        ShowAsync,
        Input.Check);

    private async Task<IActionResult> ShowAsync()
    {
        Phases = [.. (await phases.WithoutRunningCallAsync(Cancel)).Select(phase => new SelectListItem(T.Of(phase.Name), phase.Slug))];
        return Page();
    }

    /// <summary>What a new call needs.</summary>
    public sealed class CreateInput : DatesInput
    {
        public CreateInput() => (OpensAt, DeadlineAt) = (new TimeOnly(0, 0), new TimeOnly(23, 59));

        [Required(ErrorMessage = "Choose a phase.")]
        [Display(Name = "Phase")]
        public string? Phase { get; set; }

        [Required(ErrorMessage = "Write a title."), StringLength(200)]
        [Display(Name = "Title in English")]
        public string? Title { get; set; }

        [StringLength(200)]
        [Display(Name = "Title in French")]
        public string? TitleFrench { get; set; }

        [Display(Name = "Minimum qualifications to start from")]
        public string Preset { get; set; } = CallDefaults.FirstPreset;
    }
}
