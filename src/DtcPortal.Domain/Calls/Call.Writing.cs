using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Calls;

/// <summary>What a call still lacks before both can sign its rules.</summary>
public enum CallGap
{
    /// <summary>What the call is about.</summary>
    Summary = 1,

    /// <summary>Where those send their candidacy who cannot use the portal, whom to ask, in which languages.</summary>
    Contact = 2,

    /// <summary>Minimum qualifications.</summary>
    Qualifications = 3,

    /// <summary>Criteria whose weights sum to 100.</summary>
    Criteria = 4,

    /// <summary>Eligible countries.</summary>
    Countries = 5,

    /// <summary>What candidacies are asked.</summary>
    Form = 6,
}

/// <summary>How a call is written; all of it is refused after publication and drops the agreement on the rules.</summary>
public sealed partial class Call
{
    /// <summary>Longest postal address.</summary>
    public const int AddressLength = 1000;

    /// <summary>Writes all that the call says at once.</summary>
    public void Write(CallText text)
    {
        Write(text.Title, text.Summary);
        SetDates(text.OpensAt, text.Deadline);
        SetContact(text.PostalAddress, text.ContactName, text.ContactEmail, text.Languages);
    }

    /// <summary>Writes title and summary.</summary>
    public void Write(LocalizedText title, LocalizedText summary)
    {
        RequireDraft();
        var rules = new FormRules();
        rules.Require(!title.IsBlank, "Write a title.", "Title");
        rules.Require(!summary.IsBlank, "Write what the call is about.", "Summary");
        rules.Demand();
        (Title, Summary, RulesAgreedAt) = (title, summary, null);
    }

    /// <summary>Sets when it opens and its deadline.</summary>
    public void SetDates(DateTimeOffset opensAt, Deadline deadline)
    {
        RequireDraft();
        CheckDates(opensAt, deadline);
        (OpensAt, RulesAgreedAt) = (opensAt, null);
        SetDeadline(deadline);
    }

    /// <summary>Throws <see cref="RuleBrokenException"/> unless a call opens before its deadline.</summary>
    public static void CheckDates(DateTimeOffset opensAt, Deadline deadline) =>
        Rule.Require(opensAt < deadline.EndsAt, "The call opens before its deadline.", "OpensAt");

    /// <summary>Sets where those send their candidacy who cannot use the portal, whom to ask, and the languages.</summary>
    public void SetContact(string? postalAddress, string? contactName, string? contactEmail, IReadOnlyList<string> languages)
    {
        RequireDraft();
        CheckContact(postalAddress, contactName, contactEmail, languages);
        (PostalAddress, ContactName, ContactEmail) = (postalAddress!.Trim(), contactName!.Trim(), contactEmail!.Trim());
        (Languages, RulesAgreedAt) = (languages, null);
    }

    /// <summary>Throws <see cref="RuleBrokenException"/> with all that is wrong with where to send, whom to ask, and the languages.</summary>
    public static void CheckContact(string? postalAddress, string? contactName, string? contactEmail, IReadOnlyCollection<string> languages)
    {
        var rules = new FormRules();
        rules.Require(!string.IsNullOrWhiteSpace(postalAddress), "Write where those send their candidacy who cannot use the portal.", "PostalAddress");
        rules.Require(!string.IsNullOrWhiteSpace(contactName), "Write whom to ask.", "ContactName");
        rules.Require(contactEmail?.Contains('@', StringComparison.Ordinal) == true, "Write a mail address to ask at.", "ContactEmail");
        rules.Require(languages.Count > 0, "Choose a language at least.", "Languages");
        rules.Demand();
    }

    /// <summary>Sets how candidacies are judged.</summary>
    public void SetRules(CallRules rules)
    {
        RequireDraft();
        CheckJudging(rules.ReviewsEach, rules.MinimumScore, rules.LimitPerCountry, rules.Band, rules.OfferDays);
        RequireWeights(rules.Criteria);
        Rule.Require(rules.Criteria.Select(criterion => criterion.Code).Distinct(StringComparer.Ordinal).Count() == rules.Criteria.Count, "Another criterion has this code.", "Code");
        Rule.Require(
            rules.Qualifications.Select(qualification => qualification.Code).Distinct(StringComparer.Ordinal).Count() == rules.Qualifications.Count,
            "Another qualification has this code.", "Code");
        LimitPerCountry = rules.LimitPerCountry;
        BandMillionths = ExactRounding.ToMillionths(rules.Band);
        MinimumScoreMillionths = rules.MinimumScore is { } least ? ExactRounding.ToMillionths(least) : null;
        (ReviewsEach, OfferDays) = (rules.ReviewsEach, rules.OfferDays);
        Replace(_criteria, rules.Criteria, entry => entry.Code, criterion => criterion.Code, (criterion, entry, at) => criterion.Set(entry, at), (entry, at) => new CallCriterion(entry, at));
        Replace(
            _qualifications, rules.Qualifications, entry => entry.Code, qualification => qualification.Code,
            (qualification, entry, at) => qualification.Set(entry, at), (entry, at) => new MinimumQualification(entry, at));
        RulesAgreedAt = null;
    }

    /// <summary>Throws <see cref="RuleBrokenException"/> with all that is wrong with how a call judges; what is null is not looked at.</summary>
    /// <param name="reviewsEach">Reviews for each candidacy.</param>
    /// <param name="minimumScore">Least score in points.</param>
    /// <param name="limitPerCountry">Most seats of a country.</param>
    /// <param name="band">Band in points.</param>
    /// <param name="offerDays">Days to answer an offer.</param>
    public static void CheckJudging(int? reviewsEach, decimal? minimumScore, int? limitPerCountry, decimal? band, int? offerDays)
    {
        var rules = new FormRules();
        rules.Require(reviewsEach is null or (>= 2 and <= 10), "Reviews for each candidacy are a whole number from 2 to 10.", "ReviewsEach");
        rules.Require(minimumScore is null or (>= 0 and <= 100), "The minimum is from 0 to 100 points.", "MinimumScore");
        rules.Require(limitPerCountry is null or (>= 1 and <= 10), "The limit per country is a whole number from 1 to 10.", "LimitPerCountry");
        rules.Require(band is null or (>= 0 and <= 100), "The band is from 0 to 100 points.", "Band");
        rules.Require(offerDays is null or (>= 1 and <= 90), "The time to answer an offer is from 1 to 90 days.", "OfferDays");
        rules.Demand();
    }

    /// <summary>How candidacies are judged now, to be set again with a change.</summary>
    public CallRules ToRules() => new()
    {
        LimitPerCountry = LimitPerCountry,
        Band = BandMillionths / (decimal)ExactRounding.Million,
        MinimumScore = MinimumScoreMillionths / (decimal?)ExactRounding.Million,
        ReviewsEach = ReviewsEach,
        OfferDays = OfferDays,
        Criteria = [.. _criteria.OrderBy(criterion => criterion.Position).Select(criterion => criterion.ToEntry())],
        Qualifications = [.. _qualifications.OrderBy(qualification => qualification.Position).Select(qualification => qualification.ToEntry())],
    };

    /// <summary>Sets the list of countries; a country taken off or put on by hand needs a reason.</summary>
    public void SetCountries(IEnumerable<CountryEntry> countries)
    {
        RequireDraft();
        Replace(_countries, [.. countries], entry => entry.Code, country => country.Country, (country, entry, _) => country.Set(entry), (entry, _) => new CallCountry(entry));
        RulesAgreedAt = null;
    }

    /// <summary>Takes the reference data as of the deadline anew; what was put on or taken off by hand stays so.</summary>
    public void RefreshCountries(IEnumerable<CountryEntry> reference)
    {
        var byHand = _countries.Where(country => country.IsByHand).ToDictionary(country => country.Country, StringComparer.Ordinal);
        SetCountries(reference.Select(entry => byHand.TryGetValue(entry.Code, out var own) && own.IsEligible != entry.IsEligible
            ? entry with { IsEligible = own.IsEligible, Reason = own.Reason }
            : entry));
    }

    /// <summary>Puts a country on the list or takes it off, with a reason where that differs from the reference data.</summary>
    public void SetCountry(string code, bool isEligible, string? reason)
    {
        RequireDraft();
        var country = _countries.Find(candidate => candidate.Country == code);
        Rule.Require(country is not null, "Choose countries of the list only.", "Country");
        var differs = isEligible != (country.Ground != EligibilityGround.None);
        country.Set(new CountryEntry(code, country.Region, country.Ground, isEligible, differs ? Rule.Reason(reason) : null));
        RulesAgreedAt = null;
    }

    /// <summary>Sets what candidacies are asked.</summary>
    public void SetForm(CandidacyForm form)
    {
        RequireDraft();
        Rule.Require(form.Sections.Count > 0, "A call asks something.", "Form");
        (Form, RulesAgreedAt) = (form, null);
    }

    /// <summary>What is still missing before both can sign.</summary>
    public IReadOnlyList<CallGap> Gaps()
    {
        var gaps = new List<CallGap>();
        Add(CallGap.Summary, Title.IsBlank || Summary.IsBlank);
        Add(CallGap.Contact, PostalAddress.Length == 0 || ContactName.Length == 0 || ContactEmail.Length == 0);
        Add(CallGap.Qualifications, _qualifications.Count == 0);
        Add(CallGap.Criteria, WeightRule.Check([.. _criteria.Select(criterion => criterion.Weight)]) != WeightProblem.None);
        Add(CallGap.Countries, !_countries.Exists(country => country.IsEligible));
        Add(CallGap.Form, Form.Sections.Count == 0);
        return gaps;

        void Add(CallGap gap, bool isMissing)
        {
            if (isMissing)
            {
                gaps.Add(gap);
            }
        }
    }

    private static void RequireWeights(IReadOnlyList<CriterionEntry> criteria)
    {
        var weights = criteria.Select(criterion => criterion.Weight).ToArray();
        Rule.Require(WeightRule.Check(weights) != WeightProblem.NoCriteria, "A call has criteria.", "Criteria");
        Rule.Require(WeightRule.Check(weights) != WeightProblem.OutOfRange, "A weight is a whole number from 0 to 100.", "Criteria");
        Rule.Require(
            WeightRule.Check(weights) == WeightProblem.None,
            new Message("The weights sum to {0}. They must sum to 100.", weights.Sum(weight => (long)weight)), "Criteria");
    }

    // rows that stay are changed in place, so that the audit shows what changed and not that all was made anew
    private static void Replace<TRow, TEntry>(
        List<TRow> present, IReadOnlyList<TEntry> wanted, Func<TEntry, string> keyOf, Func<TRow, string> codeOf, Action<TRow, TEntry, int> set, Func<TEntry, int, TRow> make)
    {
        var keys = wanted.Select(keyOf).ToHashSet(StringComparer.Ordinal);
        present.RemoveAll(row => !keys.Contains(codeOf(row)));
        var known = present.ToDictionary(codeOf, StringComparer.Ordinal);
        for (var at = 0; at < wanted.Count; at++)
        {
            if (known.TryGetValue(keyOf(wanted[at]), out var row))
            {
                set(row, wanted[at], at);
            }
            else
            {
                present.Add(make(wanted[at], at));
            }
        }
    }

    private void RequireDraft() => Rule.Require(Stage == CallStage.Draft, "A published call changes only by an amendment.");

    private void SetDeadline(Deadline deadline) =>
        (DeadlineLocal, DeadlineZone, DeadlineEndsAt) = (deadline.LocalMinute, deadline.Zone, deadline.EndsAt);
}
