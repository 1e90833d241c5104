using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Candidacies;

/// <summary>Where a candidacy stands for its institution.</summary>
public enum CandidacyState
{
    /// <summary>Being written, never submitted.</summary>
    Draft = 1,

    /// <summary>Submitted; the last submitted snapshot counts.</summary>
    Submitted = 2,

    /// <summary>Withdrawn by the institution.</summary>
    Withdrawn = 3,
}

/// <summary>What screening found (product.md 5).</summary>
public enum Eligibility
{
    /// <summary>Not decided.</summary>
    Open = 1,

    /// <summary>Every minimum qualification is met.</summary>
    Eligible = 2,

    /// <summary>Signed by both as not eligible.</summary>
    Ineligible = 3,
}

/// <summary>What an institution submits to a call (product.md 4). Documents, reviews and decisions refer to it by its key, people by its reference.</summary>
public sealed class Candidacy : IVersioned
{
    /// <summary>Longest reference.</summary>
    public const int ReferenceLength = 30;

    private static readonly Dictionary<string, string> NoAnswers = [];
    private static readonly HashSet<string> NoDocuments = [];

    private readonly List<CandidacySection> _sections = [];
    private readonly List<CandidacySnapshot> _snapshots = [];

    private Candidacy()
    {
    }

    /// <summary>A draft with empty sections.</summary>
    /// <param name="reference">Such as DTC1-2026-0042.</param>
    /// <param name="callId">The call.</param>
    /// <param name="institutionId">The institution.</param>
    /// <param name="country">Where the training takes place, ISO 3166-1 alpha-2.</param>
    /// <param name="sections">The call's sections; each starts with all that it requires missing.</param>
    /// <param name="now">The instant.</param>
    public Candidacy(string reference, Guid callId, Guid institutionId, string country, IEnumerable<FormSection> sections, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (Reference, CallId, InstitutionId, Country, StartedAt) = (reference, callId, institutionId, country, now);
        (State, Eligibility) = (CandidacyState.Draft, Eligibility.Open);
        _sections.AddRange(sections.Select(section => new CandidacySection(section.Code, CandidacyFormRules.Check(section, NoAnswers, NoDocuments).Problems.Count)));
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Reference for people, such as DTC1-2026-0042.</summary>
    public string Reference { get; private set; } = string.Empty;

    /// <summary>The call.</summary>
    public Guid CallId { get; private set; }

    /// <summary>The institution.</summary>
    public Guid InstitutionId { get; private set; }

    /// <summary>Where the training takes place by the submission that counts, or by the draft while none counts; ISO 3166-1 alpha-2.</summary>
    public string Country { get; private set; } = string.Empty;

    /// <summary>The country chosen since the submission that counts: it counts once it is submitted; null for none.</summary>
    public string? NewCountry { get; private set; }

    /// <summary>What the next submission would say.</summary>
    public string DraftCountry => NewCountry ?? Country;

    /// <summary>Where it stands for its institution.</summary>
    public CandidacyState State { get; private set; }

    /// <summary>What screening found.</summary>
    public Eligibility Eligibility { get; private set; }

    /// <summary>When it was started.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Last change of a section, with its author in <see cref="SavedByName"/>.</summary>
    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>Who saved last.</summary>
    public string? SavedByName { get; private set; }

    /// <summary>Arrival of the submission that counts; null without one.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Number of the snapshot that counts; null without one.</summary>
    public int? SubmittedNumber { get; private set; }

    /// <summary>When it was withdrawn.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>A longer deadline for this institution after a failure of the portal, signed by both; null for none.</summary>
    public DateTimeOffset? ExtendedUntil { get; private set; }

    /// <summary>How it came when not by the portal: mail or paper, entered by a manager; null otherwise.</summary>
    public string? CameBy { get; private set; }

    /// <summary>Reviews assigned; kept by the committee's services.</summary>
    public int ReviewsAssigned { get; private set; }

    /// <summary>Reviews submitted; kept by the committee's services.</summary>
    public int ReviewsSubmitted { get; private set; }

    /// <summary>Score in millionths of a point, 0–100,000,000; null unless both parties have a review.</summary>
    public long? ScoreMillionths { get; private set; }

    /// <summary>ITU's mean in millionths of a point.</summary>
    public long? ItuMillionths { get; private set; }

    /// <summary>Cisco's mean in millionths of a point.</summary>
    public long? CiscoMillionths { get; private set; }

    /// <summary>Means of both by criterion in millionths, 0–5,000,000.</summary>
    public IReadOnlyDictionary<string, long> CriterionMillionths { get; private set; } = new Dictionary<string, long>();

    /// <summary>Criteria on which reviewers differ by 2 points or more, with the difference, such as "C6 2".</summary>
    public IReadOnlyList<string> Differences { get; private set; } = [];

    /// <summary>Its place in the lots drawn when deliberation started; null before.</summary>
    public int? Lot { get; private set; }

    /// <summary>Sections in the order of the call.</summary>
    public IReadOnlyList<CandidacySection> Sections => _sections;

    /// <summary>Submitted snapshots, oldest first.</summary>
    public IReadOnlyList<CandidacySnapshot> Snapshots => _snapshots;

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>The first instant that is too late for this institution: the call's, or a later one that both signed.</summary>
    public DateTimeOffset EndsAt(DateTimeOffset deadlineEndsAt) => EndOf(ExtendedUntil, deadlineEndsAt);

    /// <summary>As <see cref="EndsAt"/>, for lists that do not load the candidacy.</summary>
    public static DateTimeOffset EndOf(DateTimeOffset? extendedUntil, DateTimeOffset deadlineEndsAt) =>
        extendedUntil is { } until && until > deadlineEndsAt ? until : deadlineEndsAt;

    /// <summary>Whether a longer deadline of its own, if any, has not passed at an instant: until then nobody else opens it.</summary>
    public static bool IsExtendedAt(DateTimeOffset? extendedUntil, DateTimeOffset instant) => extendedUntil > instant;

    /// <summary>Whether its text may change at an instant, given the call's deadline.</summary>
    public bool IsEditableAt(DateTimeOffset arrival, DateTimeOffset deadlineEndsAt) =>
        State != CandidacyState.Withdrawn && arrival < EndsAt(deadlineEndsAt);

    /// <summary>Notes who saved a section and when.</summary>
    public void Saved(string author, DateTimeOffset now) => (SavedAt, SavedByName) = (now, author);

    /// <summary>Moves the training to another country before the deadline; after a submission this counts once it is submitted again.</summary>
    public void MoveTo(string country, string author, DateTimeOffset arrival, DateTimeOffset deadlineEndsAt)
    {
        Rule.Require(State != CandidacyState.Withdrawn, "The candidacy was withdrawn.");
        RequireInTime(arrival, deadlineEndsAt);
        if (State == CandidacyState.Submitted)
        {
            NewCountry = country == Country ? null : country;
        }
        else
        {
            Country = country;
        }

        Saved(author, arrival);
    }

    /// <summary>
    /// Submits what stands in the sections. The arrival decides whether it is in time; the caller has checked completeness.
    /// </summary>
    /// <param name="content">The frozen content as JSON.</param>
    /// <param name="fingerprint">SHA-256 of the content, in hexadecimal.</param>
    /// <param name="authorId">Who submits.</param>
    /// <param name="authorName">Their name.</param>
    /// <param name="arrival">When the request arrived.</param>
    /// <param name="deadlineEndsAt">First instant that is too late.</param>
    public CandidacySnapshot Submit(string content, string fingerprint, Guid authorId, string authorName, DateTimeOffset arrival, DateTimeOffset deadlineEndsAt)
    {
        RequireInTime(arrival, deadlineEndsAt);
        var number = _snapshots.Count + 1;
        var snapshot = new CandidacySnapshot(number, $"{Reference}-R{number}", content, fingerprint, authorId, authorName, arrival);
        _snapshots.Add(snapshot);
        (State, SubmittedAt, SubmittedNumber, WithdrawnAt) = (CandidacyState.Submitted, arrival, number, null);
        (Country, NewCountry) = (DraftCountry, null);
        ConfirmSubmitted();
        return snapshot;
    }

    /// <summary>What stands in the sections is what was submitted, whatever was changed and changed back.</summary>
    public void ConfirmSubmitted() => SavedAt = SavedAt > SubmittedAt ? SubmittedAt : SavedAt;

    /// <summary>Withdraws it before the deadline; it can be submitted again until then.</summary>
    public void Withdraw(DateTimeOffset arrival, DateTimeOffset deadlineEndsAt)
    {
        Rule.Require(State == CandidacyState.Submitted, "Only a submitted candidacy is withdrawn.");
        RequireInTime(arrival, deadlineEndsAt);
        (State, WithdrawnAt, SubmittedAt, SubmittedNumber) = (CandidacyState.Withdrawn, arrival, null, null);
        (Country, NewCountry) = (DraftCountry, null);
    }

    /// <summary>Takes a withdrawn candidacy back to a draft before the deadline.</summary>
    public void Reopen(DateTimeOffset arrival, DateTimeOffset deadlineEndsAt)
    {
        Rule.Require(State == CandidacyState.Withdrawn, "Only a withdrawn candidacy is reopened.");
        RequireInTime(arrival, deadlineEndsAt);
        (State, WithdrawnAt) = (CandidacyState.Draft, null);
    }

    /// <summary>Notes that it came by mail or paper and was entered by a manager.</summary>
    public void EnteredFor(string cameBy) => CameBy = cameBy;

    /// <summary>A longer deadline for this institution alone, signed by both.</summary>
    public void Extend(DateTimeOffset until) => ExtendedUntil = until;

    /// <summary>Screening found it eligible or, signed by both, not.</summary>
    public void SetEligibility(Eligibility eligibility) => Eligibility = eligibility;

    /// <summary>Keeps how many reviews were assigned and submitted.</summary>
    public void SetReviewCounts(int assigned, int submitted) => (ReviewsAssigned, ReviewsSubmitted) = (assigned, submitted);

    /// <summary>Keeps what its reviews add up to (rules.md 4).</summary>
    public void SetScores(Committee.ScoreSummary summary)
    {
        (ScoreMillionths, ItuMillionths, CiscoMillionths) = (summary.Score?.Millionths, summary.Itu?.Millionths, summary.Cisco?.Millionths);
        CriterionMillionths = summary.Criteria.Where(criterion => criterion.Both is not null)
            .ToDictionary(criterion => criterion.Code, criterion => criterion.Both!.Value.Millionths);
        Differences = [.. summary.Criteria.Where(criterion => criterion.IsFlagged).Select(criterion => $"{criterion.Code} {criterion.Spread}")];
    }

    /// <summary>Keeps its place in the lots.</summary>
    public void SetLot(int lot) => Lot = lot;

    private void RequireInTime(DateTimeOffset arrival, DateTimeOffset deadlineEndsAt) => Rule.Require(arrival < EndsAt(deadlineEndsAt), "The deadline has passed.");
}
