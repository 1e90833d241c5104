using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Common;
using DtcPortal.Application.Selection;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Selection;
using DtcPortal.Web.Pages.Committee.ReadSelection;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Candidacies.Result;

/// <summary>The result of a candidacy for its institution: chosen, waiting or not, why, and what the reviewers wrote for it.</summary>
[Authorize(Policy = nameof(Policies.Applicants))]
public sealed class IndexModel(ResultQueries results, PortalClock clock) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = string.Empty;

    public ResultView View { get; private set; } = null!;

    public OfferState? Offer => View.Offer?.StateAt(clock.Now);

    public bool IsDecided => View is { DecidedAt: not null, Line: not null };

    public StateWord State => CandidacyResults.Of(View.Eligibility, View.Line?.Outcome, Offer) is { } result ? T.State(result) : new(Tone.Info, T["Not decided yet"]);

    /// <summary>Why, in plain words.</summary>
    public string Why => View switch
    {
        { OverrideReason: { } reason } => T["The committee decided so for a reason of its own: {0}", reason],
        { Line.Reason: OutcomeReason.BelowMinimum } => T["Your score of {0} is below the minimum of {1}.", SelectionWords.Points(View.Line.Value), SelectionWords.Points(View.Line.Threshold)],
        { Line.Reason: OutcomeReason.BelowCriterionMinimum } =>
            T["On {0} your mean of {1} is below the minimum of {2}.", CriterionName(View.Line.Criterion), SelectionWords.Points(View.Line.Value), SelectionWords.Points(View.Line.Threshold)],
        { Line.Reason: OutcomeReason.NotRankable } => T["Not all reviews that the rules ask for were there."],
        { Line.Reason: OutcomeReason.CountryLimit } => T.Plural(View.LimitPerCountry, "{1} may have {0} seat, and another institution of it has it.", "{1} may have {0} seats, and other institutions of it have them.", T.Country(View.Country)),
        { Line.Reason: OutcomeReason.PassedOverForPresence } => T["Within the call’s band a candidacy from a country in which ITU or Cisco is present came first."],
        { Line.Reason: OutcomeReason.NoSeatForRegion } => T["The seats went to regions by need, and none was left for yours."],
        { Line.Outcome: SelectionOutcome.Waitlisted } => T["The seats of your region went to candidacies before yours in the order of the rules."],
        { Line.Reason: OutcomeReason.Presence } => T["Your score is within the call’s band of the best, and ITU or Cisco is present in your country."],
        _ => T["Your candidacy is among the best of its region."],
    };

    public async Task OnGetAsync() => View = await results.FindAsync(Reference, Actor, Cancel);

    private string CriterionName(string? code) =>
        View.Criteria.Where(entry => entry.Criterion.Code == code).Select(entry => $"{code} {T.Of(entry.Criterion.Name)}").FirstOrDefault() ?? code ?? string.Empty;
}
