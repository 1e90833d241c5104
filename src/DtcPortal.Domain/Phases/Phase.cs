using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Phases;

/// <summary>
/// A phase of the initiative: start, end and cap, in force once both parties have signed (A3). The end moves and a later phase's cap is set
/// only by an amendment signed by both; the cap of phase 1 never changes.
/// </summary>
public sealed class Phase : IVersioned
{
    /// <summary>Centres in phase 1 (A3).</summary>
    public const int FirstCap = 10;

    private static readonly DateOnly Memorandum = new(2019, 7, 1);

    /// <summary>Months of phase 1 (A3).</summary>
    public const int FirstMonths = 24;

    /// <summary>Most centres a cap may allow.</summary>
    public const int MostSeats = 100;

    /// <summary>Longest slug.</summary>
    public const int SlugLength = 60;

    private readonly List<PhaseAmendment> _amendments = [];
    private readonly List<Seat> _seats = [];

    private Phase()
    {
    }

    /// <summary>A phase to be signed. Phase 1 has its cap from the annex, later ones have none yet.</summary>
    /// <param name="number">1 and up.</param>
    /// <param name="name">As people call it.</param>
    /// <param name="startsOn">First day.</param>
    /// <param name="endsOn">Last day; for phase 1 the day before start + 24 months.</param>
    /// <param name="now">The instant.</param>
    public Phase(int number, LocalizedText name, DateOnly startsOn, DateOnly endsOn, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        Id = Guid.CreateVersion7();
        (Number, Slug, CreatedAt) = (number, $"phase-{number}", now);
        Cap = number == 1 ? FirstCap : null;
        Change(name, startsOn, endsOn);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>1 and up.</summary>
    public int Number { get; private set; }

    /// <summary>Name in addresses, such as phase-1.</summary>
    public string Slug { get; private set; } = string.Empty;

    /// <summary>As people call it.</summary>
    public LocalizedText Name { get; private set; } = LocalizedText.Empty;

    /// <summary>First day.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>Most centres chosen, worldwide; null until both agree one.</summary>
    public int? Cap { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When both had signed it; null before.</summary>
    public DateTimeOffset? AgreedAt { get; private set; }

    /// <summary>What the review of this phase's results found; null until one is recorded.</summary>
    public string? ResultsReview { get; private set; }

    /// <summary>Who recorded the review.</summary>
    public string? ResultsReviewBy { get; private set; }

    /// <summary>When the review was recorded.</summary>
    public DateTimeOffset? ResultsReviewedAt { get; private set; }

    /// <summary>Changes after signing, oldest first.</summary>
    public IReadOnlyList<PhaseAmendment> Amendments => _amendments;

    /// <summary>Its seats, 1 to the cap, once the cap is agreed.</summary>
    public IReadOnlyList<Seat> Seats => _seats;

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Whether both have signed it.</summary>
    public bool IsAgreed => AgreedAt is not null;

    /// <summary>Changes a phase that is not signed by both yet.</summary>
    public void Change(LocalizedText name, DateOnly startsOn, DateOnly endsOn)
    {
        Rule.Require(!IsAgreed, "Both parties have signed this phase; it changes only by an amendment.");
        var rules = new FormRules();
        rules.Require(!name.IsBlank, "Write a name.", "Name");
        rules.Gather(() => CheckDays(startsOn, endsOn));
        rules.Require(
            Number != 1 || endsOn == startsOn.AddMonths(FirstMonths).AddDays(-1) || endsOn == startsOn.AddMonths(FirstMonths),
            "Phase 1 lasts 24 months from its start.", "EndsOn");
        rules.Demand();
        (Name, StartsOn, EndsOn) = (name, startsOn, endsOn);
    }

    /// <summary>Throws <see cref="RuleBrokenException"/> unless it starts under the memorandum, signed in July 2019, and ends after its start; a day that is not written says nothing.</summary>
    public static void CheckDays(DateOnly? startsOn, DateOnly? endsOn)
    {
        var rules = new FormRules();
        rules.Require(startsOn is null || startsOn >= Memorandum, "A phase starts in July 2019 at the earliest, when the memorandum was signed.", "StartsOn");
        rules.Require(startsOn is null || endsOn is null || endsOn > startsOn, "The end must be after the start.", "EndsOn");
        rules.Demand();
    }

    /// <summary>Takes effect when both have signed.</summary>
    public void Agree(DateTimeOffset now)
    {
        AgreedAt ??= now;
        MakeSeats();
    }

    /// <summary>Proposes an amendment; one that changes nothing, ends before the start, touches phase 1's cap or lowers a cap below the seats taken is refused.</summary>
    /// <param name="endsOn">The new end; null leaves it.</param>
    /// <param name="cap">The new cap; null leaves it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="earlierReviewed">Whether the results of the latest phase with approved figures were reviewed (rules.md 2).</param>
    /// <param name="now">The instant.</param>
    public PhaseAmendment Propose(DateOnly? endsOn, int? cap, string? reason, bool earlierReviewed, DateTimeOffset now)
    {
        Rule.Require(IsAgreed, "Both parties sign the phase first; then it can be amended.");
        Rule.Require(_amendments.TrueForAll(amendment => !amendment.IsOpen), "Another amendment waits for signatures. Sign or withdraw it first.");
        var rules = new FormRules();
        rules.Require(endsOn is not null || cap is not null, "Say what changes: the end, the cap or both.", "EndsOn");
        rules.Gather(() => CheckDays(StartsOn, endsOn));
        if (cap is { } seats)
        {
            rules.Require(Number != 1, "The cap of phase 1 never changes.", "Cap");
            rules.Require(seats is >= 1 and <= MostSeats, new Message("A cap is a whole number from 1 to {0}.", MostSeats), "Cap");
            rules.Require(earlierReviewed, "Record the review of the earlier phase's results first.", "Cap");
            rules.Require(Cap is not { } present || seats >= present, "A cap is not lowered: seats may be taken.", "Cap");
        }

        rules.Gather(() => Rule.Reason(reason));
        rules.Demand();
        var amendment = new PhaseAmendment(_amendments.Count + 1, endsOn, cap, Rule.Reason(reason), now);
        _amendments.Add(amendment);
        return amendment;
    }

    /// <summary>Takes an amendment into effect when both have signed it.</summary>
    public void Apply(Guid amendmentId, DateTimeOffset now)
    {
        var amendment = _amendments.Single(candidate => candidate.Id == amendmentId);
        amendment.Agree(now);
        EndsOn = amendment.EndsOn ?? EndsOn;
        Cap = amendment.Cap ?? Cap;
        MakeSeats();
    }

    /// <summary>Withdraws an amendment that is not signed by both.</summary>
    public void Withdraw(Guid amendmentId, DateTimeOffset now) => _amendments.Single(candidate => candidate.Id == amendmentId).Withdraw(now);

    /// <summary>Records what the review of the phase's results found; it opens the way to a later phase's cap.</summary>
    public void RecordReview(string? findings, string author, DateTimeOffset now)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(findings), "Write what the review found.", "Findings");
        (ResultsReview, ResultsReviewBy, ResultsReviewedAt) = (findings.Trim(), author, now);
    }

    private void MakeSeats()
    {
        for (var number = _seats.Count + 1; number <= (Cap ?? 0); number++)
        {
            _seats.Add(new Seat(number));
        }
    }
}
