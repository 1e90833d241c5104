using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Calls;

/// <summary>What is stored of where a call stands; Open and Closed follow from the clock (rules.md 2).</summary>
public enum CallStage
{
    /// <summary>Being written.</summary>
    Draft = 1,

    /// <summary>Published in a version that both signed.</summary>
    Published = 2,

    /// <summary>Minimum qualifications are checked.</summary>
    Screening = 3,

    /// <summary>Members review.</summary>
    Scoring = 4,

    /// <summary>Ranked, discussed and proposed.</summary>
    Deliberation = 5,

    /// <summary>Both have signed the selection.</summary>
    Decided = 6,

    /// <summary>Kept for the record.</summary>
    Archived = 7,
}

/// <summary>Where a call stands at an instant.</summary>
public enum CallState
{
    /// <summary>Being written.</summary>
    Draft = 1,

    /// <summary>Published, opens later.</summary>
    Published = 2,

    /// <summary>Takes candidacies.</summary>
    Open = 3,

    /// <summary>The deadline has passed.</summary>
    Closed = 4,

    /// <summary>Minimum qualifications are checked.</summary>
    Screening = 5,

    /// <summary>Members review.</summary>
    Scoring = 6,

    /// <summary>Ranked, discussed and proposed.</summary>
    Deliberation = 7,

    /// <summary>Both have signed the selection.</summary>
    Decided = 8,

    /// <summary>Kept for the record.</summary>
    Archived = 9,
}

/// <summary>A call for applications of a phase (A3, product.md 3).</summary>
public sealed partial class Call : IVersioned
{
    /// <summary>Longest slug.</summary>
    public const int SlugLength = 60;

    /// <summary>Longest single-line text.</summary>
    public const int LineLength = 300;

    /// <summary>Days to answer an offer unless the call says otherwise (rules.md 7).</summary>
    public const int UsualOfferDays = 14;

    /// <summary>Width of the presence band unless the call says otherwise, in millionths of a point (A3).</summary>
    public const long UsualBandMillionths = 3 * ExactRounding.Million;

    /// <summary>Reviews for each candidacy unless the call says otherwise.</summary>
    public const int UsualReviewsEach = 3;

    private readonly List<CallCriterion> _criteria = [];
    private readonly List<MinimumQualification> _qualifications = [];
    private readonly List<CallCountry> _countries = [];
    private readonly List<CallAmendment> _amendments = [];

    private Call()
    {
    }

    /// <summary>A call to be written.</summary>
    public Call(Guid phaseId, string slug, LocalizedText title, DateTimeOffset opensAt, Deadline deadline, CandidacyForm form, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (PhaseId, Slug, Title, OpensAt, Form, CreatedAt, Stage) = (phaseId, slug, title, opensAt, form, now, CallStage.Draft);
        RunningPhaseId = phaseId;
        SetDeadline(deadline);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The phase.</summary>
    public Guid PhaseId { get; private set; }

    /// <summary>The phase while this is its call, null once archived; unique in the database, for a phase has one call at a time (rules.md 2).</summary>
    public Guid? RunningPhaseId { get; private set; }

    /// <summary>Name in addresses.</summary>
    public string Slug { get; private set; } = string.Empty;

    /// <summary>Title.</summary>
    public LocalizedText Title { get; private set; } = LocalizedText.Empty;

    /// <summary>What the call is about, a few paragraphs.</summary>
    public LocalizedText Summary { get; private set; } = LocalizedText.Empty;

    /// <summary>The address for those who cannot use the portal.</summary>
    public string PostalAddress { get; private set; } = string.Empty;

    /// <summary>Whom to ask: name.</summary>
    public string ContactName { get; private set; } = string.Empty;

    /// <summary>Whom to ask: mail address.</summary>
    public string ContactEmail { get; private set; } = string.Empty;

    /// <summary>Languages in which candidacies are taken, two-letter codes.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = ["en", "fr"];

    /// <summary>First instant at which candidacies are taken.</summary>
    public DateTimeOffset OpensAt { get; private set; }

    /// <summary>The deadline as the clocks of its zone show it.</summary>
    public DateTime DeadlineLocal { get; private set; }

    /// <summary>IANA name of the deadline's zone.</summary>
    public string DeadlineZone { get; private set; } = "UTC";

    /// <summary>The first instant that is too late, in UTC; follows from the deadline and its zone.</summary>
    public DateTimeOffset DeadlineEndsAt { get; private set; }

    /// <summary>Most seats for one country, 1 or more.</summary>
    public int LimitPerCountry { get; private set; } = 1;

    /// <summary>Width of the presence band in millionths of a point.</summary>
    public long BandMillionths { get; private set; } = UsualBandMillionths;

    /// <summary>Least score to be selected or waitlisted, in millionths of a point; null for none.</summary>
    public long? MinimumScoreMillionths { get; private set; }

    /// <summary>Reviews for each candidacy, 2 or more.</summary>
    public int ReviewsEach { get; private set; } = UsualReviewsEach;

    /// <summary>Days to answer an offer.</summary>
    public int OfferDays { get; private set; } = UsualOfferDays;

    /// <summary>By when reviews are due; null until set.</summary>
    public DateTimeOffset? ReviewsDueAt { get; private set; }

    /// <summary>What the candidacies are asked.</summary>
    public CandidacyForm Form { get; private set; } = CandidacyForm.Empty;

    /// <summary>What is stored of where it stands.</summary>
    public CallStage Stage { get; private set; }

    /// <summary>When its rules were signed by both; null before and after a change.</summary>
    public DateTimeOffset? RulesAgreedAt { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was published.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When screening started.</summary>
    public DateTimeOffset? ScreeningAt { get; private set; }

    /// <summary>When reviews opened.</summary>
    public DateTimeOffset? ScoringAt { get; private set; }

    /// <summary>When deliberation started and the lots were drawn.</summary>
    public DateTimeOffset? DeliberationAt { get; private set; }

    /// <summary>Seed of its lots, of regions and of candidacies alike; 0 before they are drawn.</summary>
    public long LotSeed { get; private set; }

    /// <summary>When both had signed the selection.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>When it was archived.</summary>
    public DateTimeOffset? ArchivedAt { get; private set; }

    /// <summary>Criteria in their order.</summary>
    public IReadOnlyList<CallCriterion> Criteria => _criteria;

    /// <summary>Minimum qualifications in their order.</summary>
    public IReadOnlyList<MinimumQualification> Qualifications => _qualifications;

    /// <summary>Countries of the signed list, eligible or taken off with a reason.</summary>
    public IReadOnlyList<CallCountry> Countries => _countries;

    /// <summary>Amendments, oldest first.</summary>
    public IReadOnlyList<CallAmendment> Amendments => _amendments;

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>The deadline.</summary>
    public Deadline Deadline => new(DeadlineLocal, DeadlineZone);

    /// <summary>Where it stands at an instant.</summary>
    public CallState StateAt(DateTimeOffset instant) => StateOf(Stage, OpensAt, DeadlineEndsAt, instant);

    /// <summary>Where a call stands at an instant, for lists that do not load it.</summary>
    public static CallState StateOf(CallStage stage, DateTimeOffset opensAt, DateTimeOffset deadlineEndsAt, DateTimeOffset instant) => stage switch
    {
        CallStage.Draft => CallState.Draft,
        CallStage.Published => instant < opensAt ? CallState.Published : instant < deadlineEndsAt ? CallState.Open : CallState.Closed,
        CallStage.Screening => CallState.Screening,
        CallStage.Scoring => CallState.Scoring,
        CallStage.Deliberation => CallState.Deliberation,
        CallStage.Decided => CallState.Decided,
        CallStage.Archived => CallState.Archived,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "Not a stage of a call."),
    };

    /// <summary>Whether a call may be archived where it stands when nobody stands in it: its deadline has passed, and it is not decided.</summary>
    public static bool MayBeEmptyAt(CallState state) => state is CallState.Closed or CallState.Screening or CallState.Scoring;

    /// <summary>Both have signed the rules.</summary>
    public void AgreeRules(DateTimeOffset now) => RulesAgreedAt = now;

    /// <summary>Publishes a version that both signed.</summary>
    public void Publish(DateTimeOffset now)
    {
        RequireDraft();
        Rule.Require(RulesAgreedAt is not null, "Both parties sign the call's rules first.");
        Rule.Require(now < DeadlineEndsAt, "The deadline has passed.");
        (Stage, PublishedAt) = (CallStage.Published, now);
    }

    /// <summary>Proposes an amendment of a published call; a deadline never moves earlier.</summary>
    public CallAmendment Propose(LocalizedText text, Deadline? deadline, DateTimeOffset now)
    {
        Rule.Require(Stage == CallStage.Published, "Only a published call before screening is amended.");
        Rule.Require(_amendments.TrueForAll(amendment => !amendment.IsOpen), "Another amendment waits for signatures. Sign or withdraw it first.");
        var rules = new FormRules();
        rules.Require(!text.IsBlank, "Write what changes.", "Text");
        rules.Require(deadline is null || deadline.IsNotEarlierThan(Deadline), "A deadline never moves earlier.", "DeadlineOn");
        rules.Demand();
        var amendment = new CallAmendment(_amendments.Count(earlier => earlier.AgreedAt is not null) + 1, text, deadline, now);
        _amendments.Add(amendment);
        return amendment;
    }

    /// <summary>Takes an amendment into effect when both have signed it.</summary>
    public void Apply(Guid amendmentId, DateTimeOffset now)
    {
        var amendment = _amendments.Single(candidate => candidate.Id == amendmentId);
        amendment.Agree(now);
        if (amendment.Deadline is { } deadline && deadline.IsNotEarlierThan(Deadline))
        {
            SetDeadline(deadline);
        }
    }

    /// <summary>Withdraws an amendment that is not signed by both.</summary>
    public void Withdraw(Guid amendmentId, DateTimeOffset now) => _amendments.Single(candidate => candidate.Id == amendmentId).Withdraw(now);

    /// <summary>A manager starts screening, after the deadline.</summary>
    public void StartScreening(DateTimeOffset now)
    {
        Rule.Require(Stage < CallStage.Screening, "Screening has been started already.");
        Rule.Require(StateAt(now) == CallState.Closed, "Screening starts after the deadline.");
        (Stage, ScreeningAt) = (CallStage.Screening, now);
    }

    /// <summary>Plans by when reviews are due, for both to sign with the start of scoring.</summary>
    public void PlanReviews(DateTimeOffset dueAt, DateTimeOffset now)
    {
        Rule.Require(Stage == CallStage.Screening, "Scoring follows screening.");
        Rule.Require(dueAt > now, "The due date must be in the future.", "ReviewsDueOn");
        ReviewsDueAt = dueAt;
    }

    /// <summary>Both start scoring, once screening is finished and the needs are signed.</summary>
    public void StartScoring(bool screeningFinished, bool needsAgreed, DateTimeOffset reviewsDueAt, DateTimeOffset now)
    {
        Rule.Require(Stage == CallStage.Screening, "Scoring follows screening.");
        Rule.Require(screeningFinished, "Finish screening first: each candidacy is eligible, ineligible or waits for a clarification.");
        Rule.Require(needsAgreed, "Both parties sign the needs by region first.");
        (Stage, ScoringAt, ReviewsDueAt) = (CallStage.Scoring, now, reviewsDueAt);
    }

    /// <summary>Both start deliberation, once reviews are in or the missing ones are waived.</summary>
    public void StartDeliberation(bool reviewsInOrWaived, DateTimeOffset now)
    {
        Rule.Require(Stage == CallStage.Scoring, "Deliberation follows scoring.");
        Rule.Require(reviewsInOrWaived, "Reviews are missing. Wait for them, or both waive them.");
        (Stage, DeliberationAt) = (CallStage.Deliberation, now);
    }

    /// <summary>Fixes the seed of the lots. Throws InvalidOperationException a second time.</summary>
    public void DrawLots(long seed) => LotSeed = LotSeed == 0 ? seed : throw new InvalidOperationException("The lots of a call are drawn once.");

    /// <summary>Both have signed the selection.</summary>
    public void Decide(DateTimeOffset now)
    {
        Rule.Require(Stage == CallStage.Deliberation, "Only a call in deliberation is decided.");
        (Stage, DecidedAt) = (CallStage.Decided, now);
    }

    /// <summary>
    /// A manager archives a decided call whose seats are settled, or one in which no candidacy stands after its deadline; its phase may then have
    /// another (rules.md 2).
    /// </summary>
    /// <param name="seatsSettled">Whether no offer waits for its answer and no freed seat for its signatures.</param>
    /// <param name="stands">Whether a candidacy was submitted that is not ineligible, or may still be.</param>
    /// <param name="now">The instant.</param>
    public void Archive(bool seatsSettled, bool stands, DateTimeOffset now)
    {
        Rule.Require(
            Stage == CallStage.Decided || (!stands && MayBeEmptyAt(StateAt(now))), "Only a decided call is archived, or one in which no candidacy stands after its deadline.");
        Rule.Require(seatsSettled, "An offer waits for its answer, or a free seat for its signatures. Archive the call once all seats are settled.");
        (Stage, ArchivedAt, RunningPhaseId) = (CallStage.Archived, now, null);
    }
}
