using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Committee;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Web.Pages.Committee.WriteReview;

/// <summary>One criterion of a review: what the candidacy says beside the score and its reason.</summary>
[Authorize(Policy = nameof(Policies.Committee))]
public sealed class IndexModel(ReviewQueries queries, ReviewService reviews) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = string.Empty;

    [BindProperty(SupportsGet = true)]
    public string? Criterion { get; set; }

    [BindProperty]
    public ScoreInput Input { get; set; } = new();

    public ReviewForm Form { get; private set; } = null!;

    /// <summary>Whether somebody, in another window perhaps, stored something else meanwhile: both are shown.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Whether what the form shows is stored.</summary>
    public bool IsSaved { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        Form = await queries.FormAsync(Actor, Reference, Criterion, Cancel);
        if (Form.Review?.SubmittedAt is not null)
        {
            return Redirect($"/committee/{Reference}");
        }

        var given = Form.GivenOn(Form.Criterion.Code);
        Input = new ScoreInput { Score = given.Value, Reason = given.Reason, Version = Form.Review?.Version };
        IsSaved = true;
        SayTooLong();
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string? go) => AttemptAsync(
        async () =>
        {
            var saved = await SaveAsync();
            if (go != "back" && IsTooLong)
            {
                return await TellAsync(saved);
            }

            var next = go == "back" ? saved.Previous ?? Criterion : saved.Next;
            return Redirect(next is null ? $"/committee/{Reference}/review/submit" : $"/committee/{Reference}/review?criterion={next}");
        },
        AgainAsync);

    /// <summary>Saves while one writes.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync()
    {
        if (!ModelState.IsValid)
        {
            return Problem(ModelState.Values.SelectMany(entry => entry.Errors).First().ErrorMessage);
        }

        try
        {
            var saved = await SaveAsync();
            return new JsonResult(new { version = saved.Version, savedAt = saved.SavedAt });
        }
        catch (RuleBrokenException broken)
        {
            return Problem(T.Of(broken.Rule));
        }
        catch (DbUpdateConcurrencyException)
        {
            return StatusCode(StatusCodes.Status409Conflict);
        }
    }

    private bool IsTooLong => ReviewGap.IsTooLong(Input.Reason);

    private static JsonResult Problem(string message) => new(new { message }) { StatusCode = StatusCodes.Status400BadRequest };

    private Task<SavedReview> SaveAsync() => reviews.SaveScoreAsync(
        new SaveScore
        {
            Actor = Actor,
            Reference = Reference,
            Criterion = Criterion ?? string.Empty,
            Score = Input.Score,
            Reason = Input.Reason,
            Version = Input.Version,
        },
        Cancel);

    // it is saved, and said where it is mended
    private Task<IActionResult> TellAsync(SavedReview saved)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        (IsSaved, Input.Version) = (true, saved.Version);
        SayTooLong();
        return AgainAsync();
    }

    private void SayTooLong()
    {
        if (IsTooLong)
        {
            ModelState.AddModelError("Input.Reason", T["Shorten this: at most {0} words, these are {1}.", Review.ReasonWords, ReviewGap.WordsOf(Input.Reason)]);
        }
    }

    private async Task<IActionResult> AgainAsync()
    {
        Form = await queries.FormAsync(Actor, Reference, Criterion, Cancel);
        if (Form.Review?.SubmittedAt is not null)
        {
            return Redirect($"/committee/{Reference}");
        }

        if (Response.StatusCode == StatusCodes.Status409Conflict)
        {
            // saving again writes over what was stored meanwhile, which stands beside
            IsStale = true;
            ModelState.SetModelValue("Input.Version", Form.Review?.Version, Form.Review?.Version.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Input.Version = Form.Review?.Version;
        }

        return Page();
    }

    public sealed class ScoreInput
    {
        [Range(0, ScoreAggregation.MaximumScore, ErrorMessage = "A score is a whole number from 0 to 5.")]
        public int? Score { get; set; }

        [StringLength(Review.TextLength)]
        public string? Reason { get; set; }

        public long? Version { get; set; }
    }
}
