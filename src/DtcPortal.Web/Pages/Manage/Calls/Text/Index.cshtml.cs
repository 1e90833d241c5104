using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Calls;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Calls.Text;

/// <summary>Writes title and summary of a call.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(CallService calls, CallPartQueries queries, CallQueries heads) : CallPage
{
    [BindProperty]
    public TextInput Input { get; set; } = new();

    public async Task OnGetAsync()
    {
        (Call, var text) = await queries.TextAsync(Slug, Cancel);
        Input = new TextInput
        {
            Title = text.Title.InEnglish,
            TitleFrench = text.Title.Texts.GetValueOrDefault(LocalizedText.French),
            Summary = text.Summary.InEnglish,
            SummaryFrench = text.Summary.Texts.GetValueOrDefault(LocalizedText.French),
            Version = Call.Version,
        };
    }

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
        async () => Call = await heads.HeadAsync(Slug, Cancel));

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
