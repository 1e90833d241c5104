using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Calls;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Calls.Judging;

/// <summary>Sets reviews, minimum, limit per country, band and the time to answer an offer.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(CallRulesService rules, CallPartQueries queries) : CallPage
{
    [BindProperty]
    public JudgingInput Input { get; set; } = new();

    public async Task OnGetAsync() => Input = await StoredAsync();

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
        () => Input, StoredAsync, Say,
        check: () => Domain.Calls.Call.CheckJudging(Input.ReviewsEach, Input.MinimumScore, Input.LimitPerCountry, Input.Band, Input.OfferDays));

    private async Task<JudgingInput> StoredAsync()
    {
        (Call, var judging) = await queries.JudgingAsync(Slug, Cancel);
        return new JudgingInput
        {
            ReviewsEach = judging.ReviewsEach,
            MinimumScore = judging.MinimumScore,
            LimitPerCountry = judging.LimitPerCountry,
            Band = judging.Band,
            OfferDays = judging.OfferDays,
            Version = Call.Version,
        };
    }

    private IEnumerable<PartValue> Say(JudgingInput input) =>
    [
        new(T["Reviews for each candidacy"], Number(input.ReviewsEach)),
        new(T["Least score"], Number(input.MinimumScore)),
        new(T["Seats for one country at most"], Number(input.LimitPerCountry)),
        new(T["Band"], Number(input.Band)),
        new(T["Time to answer an offer"], Number(input.OfferDays)),
    ];

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
