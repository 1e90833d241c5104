using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Committee;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Web.Pages.Committee.CheckReview;

/// <summary>All scores and reasons at once, remarks and feedback; submits the review once.</summary>
[Authorize(Policy = nameof(Policies.Committee))]
public sealed class IndexModel(ReviewQueries queries, ReviewService reviews) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = string.Empty;

    [BindProperty]
    public RemarksInput Input { get; set; } = new();

    public ReviewForm Form { get; private set; } = null!;

    /// <summary>Σ weight × score of what is given, as points of 100.</summary>
    public decimal Points => Form.Rubric.Criteria.Sum(criterion => criterion.Weight * (Form.GivenOn(criterion.Code).Value ?? 0)) / (decimal)ScoreAggregation.MaximumScore;

    public async Task<IActionResult> OnGetAsync()
    {
        Form = await queries.CheckAsync(Actor, Reference, Cancel);
        if (Form.Review?.SubmittedAt is not null)
        {
            return Redirect($"/committee/{Reference}");
        }

        Input = new RemarksInput { ConfidentialRemarks = Form.Review?.ConfidentialRemarks, Feedback = Form.Review?.Feedback, Version = Form.Review?.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Form = await queries.CheckAsync(Actor, Reference, Cancel);
        foreach (var gap in Form.Review?.SubmittedAt is null ? Form.Gaps : [])
        {
            ModelState.AddModelError($"Input.{gap.Criterion}", T.Of(gap.ToMessage()));
        }

        return await AttemptAsync(
            async () =>
            {
                await reviews.SubmitAsync(
                    new SubmitReview { Actor = Actor, Reference = Reference, ConfidentialRemarks = Input.ConfidentialRemarks, Feedback = Input.Feedback, Version = Input.Version }, Cancel);
                Notice(T["Your review is submitted. You now see the reviews of others and the discussion."]);
                return Redirect($"/committee/{Reference}");
            },
            async () =>
            {
                Form = await queries.CheckAsync(Actor, Reference, Cancel);
                if (Response.StatusCode == StatusCodes.Status409Conflict)
                {
                    ModelState.SetModelValue("Input.Version", Form.Review?.Version, Form.Review?.Version.ToString(System.Globalization.CultureInfo.InvariantCulture));
                    Input.Version = Form.Review?.Version;
                }

                return Page();
            });
    }

    /// <summary>Saves remarks and feedback while one writes.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync()
    {
        try
        {
            var saved = await reviews.SaveRemarksAsync(
                new SaveRemarks { Actor = Actor, Reference = Reference, ConfidentialRemarks = Input.ConfidentialRemarks, Feedback = Input.Feedback, Version = Input.Version }, Cancel);
            return new JsonResult(new { version = saved.Version, savedAt = saved.SavedAt });
        }
        catch (RuleBrokenException broken)
        {
            return new JsonResult(new { message = T.Of(broken.Rule) }) { StatusCode = StatusCodes.Status400BadRequest };
        }
        catch (DbUpdateConcurrencyException)
        {
            return StatusCode(StatusCodes.Status409Conflict);
        }
    }

    public sealed class RemarksInput
    {
        [StringLength(Review.TextLength)]
        public string? ConfidentialRemarks { get; set; }

        [StringLength(Review.TextLength)]
        public string? Feedback { get; set; }

        public long? Version { get; set; }
    }
}
