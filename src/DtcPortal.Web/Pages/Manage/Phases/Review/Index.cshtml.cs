using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Phases;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Phases.Review;

/// <summary>Records what the review of a phase's results found.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(PhaseService phases, PhaseQueries queries) : PortalPage
{
    [BindProperty]
    public ReviewInput Input { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = string.Empty;

    public PhaseView Phase { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        Phase = await queries.FindAsync(Slug, Cancel);
        Input.Findings = Phase.ResultsReview;
        return Page();
    }

    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            await phases.RecordReviewAsync(new RecordResultsReview { Actor = Actor, Slug = Slug, Findings = Input.Findings }, Cancel);
            Notice(T["The review is recorded."]);
            return Redirect($"/manage/phases/{Slug}");
        },
        async () =>
        {
            Phase = await queries.FindAsync(Slug, Cancel);
            return Page();
        });

    /// <summary>What was found.</summary>
    public sealed class ReviewInput
    {
        [Required(ErrorMessage = "Write what the review found."), StringLength(8000)]
        [Display(Name = "What the review found")]
        public string? Findings { get; set; }
    }
}
