using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Calls;
using DtcPortal.Application.Common;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Calls.Criterion;

/// <summary>Adds a criterion or changes what it asks and its rubric.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(CallRulesService rules, CallPartQueries queries) : CallPage
{
    private const int Scores = 6;

    [BindProperty]
    public CriterionInput Input { get; set; } = new();

    [FromRoute]
    public string? Code { get; set; }

    public IEnumerable<Choice> Sections => ReferenceCatalogue.FormSections.Select(section => new Choice(section.Slug, T.Of(section.Title)));

    public async Task OnGetAsync() => Input = await StoredAsync();

    public Task<IActionResult> OnPostAsync() => SaveAsync(
        () => rules.SaveCriterionAsync(ToSave(), Cancel), () => Input, StoredAsync, Say, $"/manage/calls/{Slug}/criteria", () => CallRulesService.Check(ToSave()));

    private SaveCriterion ToSave() => new()
    {
        Actor = Actor,
        Slug = Slug,
        Version = Input.Version,
        Replaces = Code,
        Code = Input.Code,
        Name = Text(Input.Name, Input.NameFrench),
        Description = Text(Input.Description, Input.DescriptionFrench),
        Rubric = [.. Enumerable.Range(0, Scores).Select(score => Text(Input.Anchors.ElementAtOrDefault(score), Input.AnchorsFrench.ElementAtOrDefault(score)))],
        Sections = [.. Input.Sections],
    };

    private async Task<CriterionInput> StoredAsync()
    {
        (Call, var criteria) = await queries.CriteriaAsync(Slug, Cancel);
        if (Code is null)
        {
            return new CriterionInput { Code = $"C{criteria.Count + 1}", Version = Call.Version };
        }

        var found = criteria.FirstOrDefault(criterion => criterion.Code == Code).OrNotFound();
        return new CriterionInput
        {
            Code = found.Code,
            Name = found.Name.InEnglish,
            NameFrench = French(found.Name),
            Description = found.Description.InEnglish,
            DescriptionFrench = French(found.Description),
            Sections = [.. found.Sections],
            Anchors = [.. found.Rubric.Select(anchor => anchor.InEnglish)],
            AnchorsFrench = [.. found.Rubric.Select(French)],
            Version = Call.Version,
        };
    }

    private IEnumerable<PartValue> Say(CriterionInput input) =>
    [
        new(T["Code"], input.Code),
        new(T["Name in English"], input.Name),
        new(T["Name in French"], input.NameFrench),
        new(T["What it asks, in English"], input.Description),
        new(T["What it asks, in French"], input.DescriptionFrench),
        new(T["Sections that a reviewer reads for it"], string.Join(", ", Sections.Where(section => input.Sections.Contains(section.Value)).Select(section => section.Text))),
        .. input.Anchors.Select((anchor, score) => new PartValue(T["{0} in English", score], anchor)),
        .. input.AnchorsFrench.Select((anchor, score) => new PartValue(T["{0} in French", score], anchor)),
    ];

    private static LocalizedText Text(string? english, string? french) => LocalizedText.Of(english?.Trim() ?? string.Empty, french?.Trim());

    private static string? French(LocalizedText text) => text.Texts.GetValueOrDefault(LocalizedText.French);

    /// <summary>A criterion as it is typed.</summary>
    public sealed class CriterionInput
    {
        [Required(ErrorMessage = "A criterion has a short code, such as C1."), StringLength(10)]
        [Display(Name = "Code")]
        public string? Code { get; set; }

        [Required(ErrorMessage = "A criterion has a name."), StringLength(200)]
        [Display(Name = "Name in English")]
        public string? Name { get; set; }

        [StringLength(200)]
        [Display(Name = "Name in French")]
        public string? NameFrench { get; set; }

        [StringLength(1000)]
        [Display(Name = "What it asks, in English")]
        public string? Description { get; set; }

        [StringLength(1000)]
        [Display(Name = "What it asks, in French")]
        public string? DescriptionFrench { get; set; }

        [Display(Name = "Sections that a reviewer reads for it")]
        public IList<string> Sections { get; set; } = [];

        public IList<string?> Anchors { get; set; } = [null, null, null, null, null, null];

        public IList<string?> AnchorsFrench { get; set; } = [null, null, null, null, null, null];

        public long? Version { get; set; }
    }
}
