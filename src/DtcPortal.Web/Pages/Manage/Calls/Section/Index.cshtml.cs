using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Calls;
using DtcPortal.Application.Common;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Calls.Section;

/// <summary>Changes the questions of a section, what is required, and word limits.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(CallRulesService rules, CallPartQueries queries) : CallPage
{
    [BindProperty]
    public SectionInput Input { get; set; } = new();

    [FromRoute]
    public string Section { get; set; } = string.Empty;

    public FormSection Form { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new SectionInput { Fields = [.. Form.Fields.Select(FieldInput.Of)], Version = Call.Version };
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync(
        () => rules.SaveSectionAsync(
            new SaveFormSection
            {
                Actor = Actor,
                Slug = Slug,
                Version = Input.Version,
                Section = Section,
                Fields = [.. Input.Fields.DistinctBy(field => field.Key).Select(field => field.ToChange())],
            },
            Cancel),
        async () =>
        {
            await LoadAsync();
            Input.Fields = [.. Input.Fields.Where(field => Form.Fields.Any(known => known.Key == field.Key))];
        },
        $"/manage/calls/{Slug}/form");

    private async Task LoadAsync()
    {
        (Call, var form) = await queries.FormAsync(Slug, Cancel);
        Form = form.Find(Section).OrNotFound();
    }

    /// <summary>All questions of the section as they are typed.</summary>
    public sealed class SectionInput
    {
        public IList<FieldInput> Fields { get; set; } = [];

        public long? Version { get; set; }
    }

    /// <summary>A question as it is typed.</summary>
    public sealed class FieldInput
    {
        public string Key { get; set; } = string.Empty;

        [Required(ErrorMessage = "A question has a text."), StringLength(300)]
        public string? Label { get; set; }

        [StringLength(300)]
        public string? LabelFrench { get; set; }

        [StringLength(300)]
        public string? Hint { get; set; }

        [StringLength(300)]
        public string? HintFrench { get; set; }

        [Range(10, 5000, ErrorMessage = "A word limit is a whole number from 10 to 5000.")]
        public int? WordLimit { get; set; }

        public bool IsRequired { get; set; }

        public static FieldInput Of(FormField field) => new()
        {
            Key = field.Key,
            Label = field.Label.InEnglish,
            LabelFrench = field.Label.Texts.GetValueOrDefault(LocalizedText.French),
            Hint = field.Hint?.InEnglish,
            HintFrench = field.Hint?.Texts.GetValueOrDefault(LocalizedText.French),
            WordLimit = field.WordLimit,
            IsRequired = field.IsRequired,
        };

        public FieldChange ToChange() => new(
            Key, LocalizedText.Of(Label!.Trim(), LabelFrench?.Trim()),
            string.IsNullOrWhiteSpace(Hint) ? null : LocalizedText.Of(Hint.Trim(), HintFrench?.Trim()), IsRequired, WordLimit);
    }
}
