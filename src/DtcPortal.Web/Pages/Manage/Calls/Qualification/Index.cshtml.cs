using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Calls;
using DtcPortal.Application.Common;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Calls.Qualification;

/// <summary>Adds a minimum qualification or changes it.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(CallRulesService rules, CallPartQueries queries) : CallPage
{
    [BindProperty]
    public QualificationInput Input { get; set; } = new();

    [FromRoute]
    public string? Code { get; set; }

    public IEnumerable<Choice> Checks => Enum.GetValues<QualificationCheck>().Select(check => new Choice(check.ToString(), T.Of(check)));

    public IEnumerable<Choice> Facts => ReferenceCatalogue.FormSections.SelectMany(section => section.Fields.Where(asked => asked.IsFact)
        .Select(fact => new Choice(fact.Key, T.Of(fact.Label), T.Of(section.Title))));

    public async Task OnGetAsync() => Input = await StoredAsync();

    public Task<IActionResult> OnPostAsync() => SaveAsync(
        () => rules.SaveQualificationAsync(
            new SaveQualification
            {
                Actor = Actor,
                Slug = Slug,
                Version = Input.Version,
                Replaces = Code,
                Entry = new QualificationEntry(
                    Input.Code!.Trim(), LocalizedText.Of(Input.Text!.Trim(), Input.TextFrench?.Trim()),
                    LocalizedText.Of(Input.Evidence?.Trim() ?? string.Empty, Input.EvidenceFrench?.Trim()), Input.Check, [.. Input.Fields]),
            },
            Cancel),
        () => Input, StoredAsync, Say, $"/manage/calls/{Slug}/qualifications");

    private async Task<QualificationInput> StoredAsync()
    {
        (Call, var qualifications) = await queries.QualificationsAsync(Slug, Cancel);
        if (Code is null)
        {
            return new QualificationInput { Code = $"M{qualifications.Count + 1}", Version = Call.Version };
        }

        var found = qualifications.FirstOrDefault(qualification => qualification.Code == Code).OrNotFound();
        return new QualificationInput
        {
            Code = found.Code,
            Text = found.Text.InEnglish,
            TextFrench = found.Text.Texts.GetValueOrDefault(LocalizedText.French),
            Evidence = found.Evidence.InEnglish,
            EvidenceFrench = found.Evidence.Texts.GetValueOrDefault(LocalizedText.French),
            Check = found.Check,
            Fields = [.. found.Fields],
            Version = Call.Version,
        };
    }

    private IEnumerable<PartValue> Say(QualificationInput input) =>
    [
        new(T["Code"], input.Code),
        new(T["What must hold, in English"], input.Text),
        new(T["What must hold, in French"], input.TextFrench),
        new(T["How it is shown, in English"], input.Evidence),
        new(T["How it is shown, in French"], input.EvidenceFrench),
        new(T["What the portal checks before a person looks"], T.Of(input.Check)),
        new(T["Facts that show it"], string.Join(", ", Facts.Where(fact => input.Fields.Contains(fact.Value)).Select(fact => fact.Text))),
    ];

    /// <summary>A qualification as it is typed.</summary>
    public sealed class QualificationInput
    {
        [Required(ErrorMessage = "A qualification has a short code, such as M1."), StringLength(10)]
        [Display(Name = "Code")]
        public string? Code { get; set; }

        [Required(ErrorMessage = "A qualification has a text."), StringLength(1000)]
        [Display(Name = "What must hold, in English")]
        public string? Text { get; set; }

        [StringLength(1000)]
        [Display(Name = "What must hold, in French")]
        public string? TextFrench { get; set; }

        [StringLength(300)]
        [Display(Name = "How it is shown, in English")]
        public string? Evidence { get; set; }

        [StringLength(300)]
        [Display(Name = "How it is shown, in French")]
        public string? EvidenceFrench { get; set; }

        [Display(Name = "What the portal checks before a person looks")]
        public QualificationCheck Check { get; set; }

        [Display(Name = "Facts that show it")]
        public IList<string> Fields { get; set; } = [];

        public long? Version { get; set; }
    }
}
