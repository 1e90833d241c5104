using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Calls;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Calls.Text;

/// <summary>Writes title and summary of a call.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(CallService calls, CallPartQueries queries) : CallPage
{
    [BindProperty]
    public TextInput Input { get; set; } = new();

    public async Task OnGetAsync() => Input = await StoredAsync();

    public Task<IActionResult> OnPostAsync() => SaveAsync(
        () => calls.WriteAsync(
            new WriteCall
            {
                Actor = Actor,
                Slug = Slug,
                Version = Input.Version,
                Title = LocalizedText.Of(Input.Title!.Trim(), Input.TitleFrench?.Trim()),
                Summary = LocalizedText.Of(Input.Summary!.Trim(), Input.SummaryFrench?.Trim()),
            },
            Cancel),
        () => Input, StoredAsync, Say);

    private async Task<TextInput> StoredAsync()
    {
        (Call, var text) = await queries.TextAsync(Slug, Cancel);
        return new TextInput
        {
            Title = text.Title.InEnglish,
            TitleFrench = text.Title.Texts.GetValueOrDefault(LocalizedText.French),
            Summary = text.Summary.InEnglish,
            SummaryFrench = text.Summary.Texts.GetValueOrDefault(LocalizedText.French),
            Version = Call.Version,
        };
    }

    private IEnumerable<PartValue> Say(TextInput input) =>
    [
        new(T["Title in English"], input.Title),
        new(T["Title in French"], input.TitleFrench),
        new(T["Summary in English"], input.Summary),
        new(T["Summary in French"], input.SummaryFrench),
    ];

    /// <summary>Title and summary as they are typed.</summary>
    public sealed class TextInput
    {
        [Required(ErrorMessage = "Write a title."), StringLength(200)]
        [Display(Name = "Title in English")]
        public string? Title { get; set; }

        [StringLength(200)]
        [Display(Name = "Title in French")]
        public string? TitleFrench { get; set; }

        [Required(ErrorMessage = "Write what the call is about."), StringLength(4000)]
        [Display(Name = "Summary in English")]
        public string? Summary { get; set; }

        [StringLength(4000)]
        [Display(Name = "Summary in French")]
        public string? SummaryFrench { get; set; }

        public long? Version { get; set; }
    }
}
