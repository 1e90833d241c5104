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

    public async Task OnGetAsync() => Input = await StoredAsync();

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
        () => Input, StoredAsync, Say, $"/manage/calls/{Slug}/form");

    /// <inheritdoc />
    protected override string KeyOf(string? field) => base.KeyOf(AtIndex(field, "Fields", Input.Fields.Select(asked => asked.Key)));

    private async Task<SectionInput> StoredAsync()
    {
        (Call, var form) = await queries.FormAsync(Slug, Cancel);
        Form = form.Find(Section).OrNotFound();
        Input.Fields = [.. Input.Fields.Where(field => Form.Fields.Any(known => known.Key == field.Key))];
        return new SectionInput { Fields = [.. Form.Fields.Select(FieldInput.Of)], Version = Call.Version };
    }

    private IEnumerable<PartValue> Say(SectionInput input) => input.Fields.SelectMany(field => new PartValue[]
    {
        new($"{NameOf(field)}: {T["Question in English"]}", field.Label),
        new($"{NameOf(field)}: {T["Question in French"]}", field.LabelFrench),
        new($"{NameOf(field)}: {T["Hint in English"]}", field.Hint),
        new($"{NameOf(field)}: {T["Hint in French"]}", field.HintFrench),
        new($"{NameOf(field)}: {T["Word limit"]}", Number(field.WordLimit)),
        new($"{NameOf(field)}: {T["A submission needs it"]}", field.IsRequired ? T["Yes"] : T["No"]),
    });

    private string NameOf(FieldInput field) => Form.Fields.FirstOrDefault(known => known.Key == field.Key) is { } known ? T.Of(known.Label) : field.Key;

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
