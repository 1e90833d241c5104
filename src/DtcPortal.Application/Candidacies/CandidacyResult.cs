using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Selection;

namespace DtcPortal.Application.Candidacies;

/// <summary>How a candidacy ended, as its institution may know it.</summary>
public enum CandidacyResult
{
    /// <summary>Both parties signed that a minimum qualification is not met.</summary>
    Ineligible = 1,

    /// <summary>It got no seat and does not wait.</summary>
    NotChosen = 2,

    /// <summary>It waits for a seat.</summary>
    Waitlisted = 3,

    /// <summary>It is to answer an offer.</summary>
    Offered = 4,

    /// <summary>It accepted its seat.</summary>
    Accepted = 5,

    /// <summary>It declined its seat.</summary>
    Declined = 6,

    /// <summary>It did not answer its offer in time.</summary>
    Lapsed = 7,
}

/// <summary>Reads results, the same for the page of the result and for what leads to it.</summary>
public static class CandidacyResults
{
    /// <summary>How it ended; null while nothing is signed, and for one that did not stand.</summary>
    /// <param name="eligibility">What screening found.</param>
    /// <param name="outcome">What a selection that both have signed says; null without one.</param>
    /// <param name="offer">Where its offer stands; null without one.</param>
    public static CandidacyResult? Of(Eligibility eligibility, SelectionOutcome? outcome, OfferState? offer) => (eligibility, offer, outcome) switch
    {
        (Eligibility.Ineligible, _, _) => CandidacyResult.Ineligible,
        (_, _, null) => null,
        (_, OfferState.Accepted, _) => CandidacyResult.Accepted,
        (_, OfferState.Declined, _) => CandidacyResult.Declined,
        (_, OfferState.Lapsed, _) => CandidacyResult.Lapsed,
        (_, OfferState.Open, _) => CandidacyResult.Offered,
        (_, _, SelectionOutcome.Waitlisted) => CandidacyResult.Waitlisted,
        _ => CandidacyResult.NotChosen,
    };
}
