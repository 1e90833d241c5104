using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Calls;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Calls.Judging;

/// <summary>Sets reviews, minimum, limit per country, band and the time to answer an offer.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(CallRulesService rules, CallPartQueries queries, CallQueries heads) : CallPage
{
    [BindProperty]
    public JudgingInput Input { get; set; } = new();

    public async Task OnGetAsync()
    {
        (Call, var judging) = await queries.JudgingAsync(Slug, Cancel);
        Input = new JudgingInput
        {
            ReviewsEach = judging.ReviewsEach,
            MinimumScore = judging.MinimumScore,
            LimitPerCountry = judging.LimitPerCountry,
            Band = judging.Band,
            OfferDays = judging.OfferDays,
            Version = Call.Version,
        };
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync(
        () => rules.SetJudgingAsync(
            new SetCallJudging
            {
                Actor = Actor,
                Slug = Slug,
                Version = Input.Version,
                ReviewsEach = Input.ReviewsEach!.Value,
                MinimumScore = Input.MinimumScore,
                LimitPerCountry = Input.LimitPerCountry!.Value,
                Band = Input.Band!.Value,
                OfferDays = Input.OfferDays!.Value,
            },
            Cancel),
        async () => Call = await heads.HeadAsync(Slug, Cancel));

    /// <summary>How a call judges as it is typed.</summary>
    public sealed class JudgingInput
    {
        [Required, Display(Name = "Reviews for each candidacy")]
        public int? ReviewsEach { get; set; }

        [Display(Name = "Least score")]
        public decimal? MinimumScore { get; set; }

        [Required, Display(Name = "Seats for one country at most")]
        public int? LimitPerCountry { get; set; }

        [Required, Display(Name = "Band")]
        public decimal? Band { get; set; }

        [Required, Display(Name = "Time to answer an offer")]
        public int? OfferDays { get; set; }

        public long? Version { get; set; }
    }
}
