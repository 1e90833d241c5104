using DtcPortal.Application.Calls;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Domain.Calls;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Calls.Qualifications;

/// <summary>The minimum qualifications of a call.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(CallRulesService rules, CallPartQueries queries) : CallPage
{
    [BindProperty]
    public string? Preset { get; set; }

    public IReadOnlyList<QualificationEntry> Qualifications { get; private set; } = [];

    public IEnumerable<Choice> Presets => ReferenceCatalogue.QualificationPresets.Select(preset => new Choice(
        preset.Code, T.Of(preset.Name), string.Join("; ", preset.Qualifications.Select(qualification => T.Of(qualification.Text)))));

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostPresetAsync() => SaveAsync(
        () => rules.UsePresetAsync(new UsePreset { Actor = Actor, Slug = Slug, Preset = Preset }, Cancel), LoadAsync, Request.Path);

    public Task<IActionResult> OnPostRemoveAsync(string code) => SaveAsync(
        () => rules.RemoveQualificationAsync(new RemoveQualification { Actor = Actor, Slug = Slug, Code = code }, Cancel), LoadAsync, Request.Path);

    private async Task LoadAsync() => (Call, Qualifications) = await queries.QualificationsAsync(Slug, Cancel);
}
