using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Selection;

/// <summary>
/// The proposal of who gets the seats of a call's phase, and once one co-chair of each party has signed the same version, the decision (A3, product.md 7).
/// </summary>
public sealed class SelectionDecision : IVersioned
{
    private readonly List<SelectionLine> _lines = [];

    private SelectionDecision()
    {
    }

    /// <summary>An empty proposal of a call.</summary>
    public SelectionDecision(Guid callId, Guid phaseId)
    {
        Id = Guid.CreateVersion7();
        (CallId, PhaseId) = (callId, phaseId);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The call; it has one decision.</summary>
    public Guid CallId { get; private set; }

    /// <summary>The phase whose seats are given.</summary>
    public Guid PhaseId { get; private set; }

    /// <summary>When the present lines were made, or found to be the same.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Who made them.</summary>
    public string MadeByName { get; private set; } = string.Empty;

    /// <summary>The seats that could be given when they were made.</summary>
    public int Cap { get; private set; }

    /// <summary>Seats by region where both adjusted them; empty for those by need and supply.</summary>
    public IReadOnlyDictionary<Region, int> AdjustedSeats { get; private set; } = new Dictionary<Region, int>();

    /// <summary>Why they were adjusted.</summary>
    public string? AdjustmentReason { get; private set; }

    /// <summary>Facts of each region: need, pool, supply, seats and uses of the band.</summary>
    public IReadOnlyList<RegionProposal> Regions { get; private set; } = [];

    /// <summary>When both had signed; null before.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>One per candidacy.</summary>
    public IReadOnlyList<SelectionLine> Lines => _lines;

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Whether both have signed.</summary>
    public bool IsDecided => DecidedAt is not null;

    /// <summary>Takes a proposal in place of the present one.</summary>
    public void Propose(SelectionProposal proposal, int cap, IReadOnlyDictionary<Region, int>? adjustedSeats, string? adjustmentReason, IEnumerable<SelectionLine> lines, string authorName, DateTimeOffset now)
    {
        Rule.Require(!IsDecided, "Both parties have signed the selection; it no longer changes.");
        AdjustedSeats = adjustedSeats ?? new Dictionary<Region, int>();
        AdjustmentReason = adjustedSeats is null ? null : Rule.Reason(adjustmentReason, "AdjustmentReason");
        var all = lines.ToList();
        var isSame = cap == Cap && _lines.Count == all.Count && _lines.OrderBy(line => line.Position).Zip(all.OrderBy(line => line.Position)).All(pair => pair.First.SaysSame(pair.Second));
        (Cap, Regions, MadeAt) = (cap, proposal.Regions, now);
        if (!isSame)
        {
            MadeByName = authorName;
            _lines.Clear();
            _lines.AddRange(all);
        }
    }

    /// <summary>
    /// Puts a candidacy in, on the waitlist or out against the order of the rules, with a reason. What stays true: the cap, minimums, the limit per
    /// country, and that no region with more need gets fewer seats than another while it still has candidacies (product.md 2, 7).
    /// </summary>
    /// <param name="candidacyId">The candidacy.</param>
    /// <param name="outcome">Where it is put.</param>
    /// <param name="inPlaceOf">Whose seat it takes; that one waits, in its place where it waited in the same region. Null for a seat that is not given.</param>
    /// <param name="reason">Why.</param>
    /// <param name="room">What can be given.</param>
    /// <param name="authorName">Who does.</param>
    /// <param name="now">The instant.</param>
    public void Override(Guid candidacyId, SelectionOutcome outcome, Guid? inPlaceOf, string? reason, SeatRoom room, string authorName, DateTimeOffset now)
    {
        Rule.Require(!IsDecided, "Both parties have signed the selection; it no longer changes.");
        var line = _lines.Find(candidate => candidate.CandidacyId == candidacyId);
        Rule.Require(line is not null, "Choose a candidacy of this selection.", "Candidacy");
        var why = Rule.Reason(reason);
        Rule.Require(line.Outcome != outcome, "It stands there already.", "Outcome");
        Rule.Require(outcome == SelectionOutcome.Out || line.IsInPool, "A candidacy below a minimum or without its reviews is neither chosen nor waitlisted.", "Outcome");
        if (outcome == SelectionOutcome.Chosen)
        {
            GiveSeat(line, inPlaceOf, why, room);
        }
        else
        {
            Move(line, outcome, null, outcome == SelectionOutcome.Waitlisted ? LastPlace(line.Region) + 1 : null, why);
        }

        RequireNeedFirst();
        (MadeByName, MadeAt) = (authorName, now);
    }

    /// <summary>Both have signed.</summary>
    public void Decide(DateTimeOffset now)
    {
        Rule.Require(_lines.Count > 0, "There is no proposal to sign.");
        Rule.Require(!IsDecided, "Both parties have signed the selection already.");
        DecidedAt = now;
    }

    private void GiveSeat(SelectionLine line, Guid? inPlaceOf, string reason, SeatRoom room)
    {
        var other = inPlaceOf is null ? null : _lines.Find(candidate => candidate.CandidacyId == inPlaceOf && candidate.Outcome == SelectionOutcome.Chosen);
        Rule.Require(inPlaceOf is null || other is not null, "Choose one that has a seat.", "InPlaceOf");
        Rule.Require(room.ForCountry > 0, "Its country holds as many seats from an earlier call of this phase as this call allows.", "Candidacy");
        var ofCountry = _lines.Count(chosen => chosen.Outcome == SelectionOutcome.Chosen && chosen != other && chosen.Country == line.Country);
        Rule.Require(ofCountry < room.ForCountry, "Its country has as many seats as the call allows. Choose the one whose seat it takes.", "InPlaceOf");
        var taken = _lines.Where(chosen => chosen.Seat is not null && chosen != other).Select(chosen => chosen.Seat!.Value).ToHashSet();
        var seat = other?.Seat ?? room.Numbers.FirstOrDefault(number => !taken.Contains(number));
        Rule.Require(seat > 0, "No seat is left. Choose the one whose seat it takes.", "InPlaceOf");
        var place = other is not null && other.Region == line.Region ? line.WaitlistPlace : null;
        Move(line, SelectionOutcome.Chosen, seat, null, reason, closeGap: place is null);
        if (other is not null)
        {
            Move(other, SelectionOutcome.Waitlisted, null, place ?? LastPlace(other.Region) + 1, reason);
        }
    }

    private void Move(SelectionLine line, SelectionOutcome outcome, int? seat, int? place, string reason, bool closeGap = true)
    {
        var left = line.WaitlistPlace;
        line.Override(outcome, seat, place, reason);
        if (closeGap && left is { } gap)
        {
            foreach (var behind in _lines.Where(other => other.Region == line.Region && other != line && other.WaitlistPlace > gap))
            {
                behind.MoveUp();
            }
        }
    }

    private int LastPlace(Region region) => _lines.Where(line => line.Region == region).Max(line => line.WaitlistPlace) ?? 0;

    private void RequireNeedFirst()
    {
        var demands = Regions.Select(region => new RegionDemand(region.Region, region.Need, region.Taken + region.Supply, (int)region.Region, region.Taken)).ToArray();
        var seats = _lines.Where(line => line.Outcome == SelectionOutcome.Chosen).CountBy(line => line.Region).ToDictionary();
        Rule.Require(
            SeatAllocation.Breaches(demands, seats).Count == 0,
            "A region with more need would get fewer seats than another while it still has candidacies. Choose one of the same region in whose place it comes.", "InPlaceOf");
    }
}

/// <summary>What an override can give.</summary>
/// <param name="ForCountry">Most seats for the candidacy's country: the call's limit without those that the country holds from earlier calls of the phase.</param>
/// <param name="Numbers">Numbers of the phase's seats that no earlier call gave, in their order.</param>
public sealed record SeatRoom(int ForCountry, IReadOnlyList<int> Numbers);

/// <summary>What is proposed and decided for one candidacy, and why.</summary>
public sealed class SelectionLine
{
    private SelectionLine()
    {
    }

    /// <summary>A line as the rules propose it, with the scores it was made from.</summary>
    public SelectionLine(ProposalLine line, string country, int position, long? score, long? itu, long? cisco)
    {
        Id = Guid.CreateVersion7();
        (CandidacyId, Region, Country, Position) = (line.Candidacy, line.Region, country, position);
        (Outcome, Reason, Seat, WaitlistPlace, OtherCandidacyId) = (line.Outcome, line.Reason, line.Seat, line.WaitlistPlace, line.Other);
        (Criterion, ValueMillionths, ThresholdMillionths) = (line.Criterion, line.Value, line.Threshold);
        (ScoreMillionths, ItuMillionths, CiscoMillionths) = (score, itu, cisco);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The decision.</summary>
    public Guid SelectionDecisionId { get; private set; }

    /// <summary>The candidacy.</summary>
    public Guid CandidacyId { get; private set; }

    /// <summary>Its region.</summary>
    public Region Region { get; private set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; private set; } = string.Empty;

    /// <summary>Place in the list, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>In, waitlisted or out.</summary>
    public SelectionOutcome Outcome { get; private set; }

    /// <summary>Why, by the rules.</summary>
    public OutcomeReason Reason { get; private set; }

    /// <summary>Number of the seat, in the order given.</summary>
    public int? Seat { get; private set; }

    /// <summary>Place on the region's waitlist, from 1.</summary>
    public int? WaitlistPlace { get; private set; }

    /// <summary>The candidacy that the reason speaks of.</summary>
    public Guid? OtherCandidacyId { get; private set; }

    /// <summary>The criterion that the reason speaks of.</summary>
    public string? Criterion { get; private set; }

    /// <summary>The value that missed a minimum, in millionths.</summary>
    public long? ValueMillionths { get; private set; }

    /// <summary>The minimum, in millionths.</summary>
    public long? ThresholdMillionths { get; private set; }

    /// <summary>Score in millionths of a point.</summary>
    public long? ScoreMillionths { get; private set; }

    /// <summary>ITU's mean in millionths of a point.</summary>
    public long? ItuMillionths { get; private set; }

    /// <summary>Cisco's mean in millionths of a point.</summary>
    public long? CiscoMillionths { get; private set; }

    /// <summary>Why it was put in or out against the rules; null where it was not.</summary>
    public string? OverrideReason { get; private set; }

    /// <summary>Whether it is rankable and above all minimums.</summary>
    public bool IsInPool => Reason is not (OutcomeReason.NotRankable or OutcomeReason.BelowMinimum or OutcomeReason.BelowCriterionMinimum);

    /// <summary>Whether another line says the same of the same candidacy, from the same scores.</summary>
    public bool SaysSame(SelectionLine other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ToProposalLine() == other.ToProposalLine() && OverrideReason == other.OverrideReason
            && (ScoreMillionths, ItuMillionths, CiscoMillionths) == (other.ScoreMillionths, other.ItuMillionths, other.CiscoMillionths);
    }

    /// <summary>As the rules' functions write a line.</summary>
    public ProposalLine ToProposalLine() => new()
    {
        Candidacy = CandidacyId,
        Region = Region,
        Outcome = Outcome,
        Reason = Reason,
        Seat = Seat,
        WaitlistPlace = WaitlistPlace,
        Other = OtherCandidacyId,
        Criterion = Criterion,
        Value = ValueMillionths,
        Threshold = ThresholdMillionths,
    };

    internal void Override(SelectionOutcome outcome, int? seat, int? waitlistPlace, string reason) =>
        (Outcome, Seat, WaitlistPlace, OverrideReason) = (outcome, seat, waitlistPlace, reason);

    internal void MoveUp() => WaitlistPlace--;
}
