namespace DtcPortal.Domain.Common;

/// <summary>What both parties sign.</summary>
public enum SignedKind
{
    /// <summary>A phase: start, end, cap (A3).</summary>
    Phase = 1,

    /// <summary>An amendment of a phase.</summary>
    PhaseAmendment = 2,

    /// <summary>A call's rules: qualifications, criteria, weights, minimums, band, limit per country, eligible countries.</summary>
    CallRules = 3,

    /// <summary>An amendment of a published call.</summary>
    CallAmendment = 4,

    /// <summary>The needs by region of a phase.</summary>
    Needs = 5,

    /// <summary>A party's list of countries in which it is present.</summary>
    Presence = 6,

    /// <summary>Targets of the indicators for a phase.</summary>
    Targets = 7,

    /// <summary>That a candidacy is ineligible.</summary>
    Ineligibility = 8,

    /// <summary>That scoring starts.</summary>
    ScoringStart = 9,

    /// <summary>That deliberation starts, with missing reviews waived.</summary>
    DeliberationStart = 10,

    /// <summary>An assignment with a wider spread of loads than the rules ask.</summary>
    AssignmentSpread = 11,

    /// <summary>The selection decision (A3).</summary>
    Selection = 12,

    /// <summary>Who takes a freed seat.</summary>
    Successor = 13,

    /// <summary>A longer deadline for one institution after a failure of the portal.</summary>
    DeadlineExtension = 14,
}

/// <summary>One line of what is signed, for people to read and to compare versions by.</summary>
/// <param name="Label">What it is, in English; the key of its translations.</param>
/// <param name="Value">Its value as shown.</param>
/// <param name="Subject">Which one of several, such as a region or a criterion; null where there is one.</param>
/// <param name="Reason">Why, where a reason was asked.</param>
public sealed record SignedLine(string Label, string Value, string? Subject = null, string? Reason = null);

/// <summary>One party's signature of one version.</summary>
public sealed class SignOff
{
    private SignOff()
    {
    }

    internal SignOff(Party party, Guid signerId, string signerName, int number, string fingerprint, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7();
        (Party, SignerId, SignerName, Number, Fingerprint, SignedAt) = (party, signerId, signerName, number, fingerprint, at);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The sheet it stands on.</summary>
    public Guid SheetId { get; private set; }

    /// <summary>For whom it was signed.</summary>
    public Party Party { get; private set; }

    /// <summary>Who signed.</summary>
    public Guid SignerId { get; private set; }

    /// <summary>Their name at that time.</summary>
    public string SignerName { get; private set; } = string.Empty;

    /// <summary>The version that was signed.</summary>
    public int Number { get; private set; }

    /// <summary>SHA-256 of that version, in hexadecimal.</summary>
    public string Fingerprint { get; private set; } = string.Empty;

    /// <summary>When.</summary>
    public DateTimeOffset SignedAt { get; private set; }

    /// <summary>When it was dropped, because the thing changed, a party disagreed or the signer left; null while it stands.</summary>
    public DateTimeOffset? DroppedAt { get; private set; }

    /// <summary>Why it was dropped.</summary>
    public string? DroppedBecause { get; private set; }

    /// <summary>Party and version while it stands, null once dropped: at most one that stands for each party and version.</summary>
    public string? StandingKey { get; private set; }

    internal void Stand() => StandingKey = $"{Number}-{(int)Party}";

    internal void Drop(string because, DateTimeOffset at) => (DroppedAt, DroppedBecause, StandingKey) = (at, because, null);
}

/// <summary>
/// What "both parties" means: one version of a thing, signed by one co-chair of each; any change drops both signatures,
/// and an administrator never signs (product.md 1, rules.md 2).
/// </summary>
public sealed class SignOffSheet : IVersioned
{
    private readonly List<SignOff> _signOffs = [];

    private SignOffSheet()
    {
    }

    /// <summary>A sheet for a thing in its first version.</summary>
    public SignOffSheet(SignedKind kind, Guid subjectId, IReadOnlyList<SignedLine> lines, string fingerprint, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7();
        (Kind, SubjectId, Lines, Fingerprint, Number, MadeAt) = (kind, subjectId, lines, fingerprint, 1, at);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>What kind of thing.</summary>
    public SignedKind Kind { get; private set; }

    /// <summary>The thing.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>The version, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>What the version says.</summary>
    public IReadOnlyList<SignedLine> Lines { get; private set; } = [];

    /// <summary>What the version before said; empty for the first.</summary>
    public IReadOnlyList<SignedLine> PreviousLines { get; private set; } = [];

    /// <summary>SHA-256 of the version, in hexadecimal.</summary>
    public string Fingerprint { get; private set; } = string.Empty;

    /// <summary>When the version was made.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>When both had signed; null before.</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>What is signed, as lists of what awaits somebody say it.</summary>
    public Message Title { get; private set; } = new(string.Empty);

    /// <summary>Where it is signed.</summary>
    public string Address { get; private set; } = string.Empty;

    /// <summary>The call whose committee signs, and whose conflicts keep a co-chair from it; null for none.</summary>
    public Guid? CallId { get; private set; }

    /// <summary>Whether it could be signed when it was last written: false while something is missing, and for what was withdrawn.</summary>
    public bool IsReady { get; private set; }

    /// <summary>All signatures, dropped ones too.</summary>
    public IReadOnlyList<SignOff> SignOffs => _signOffs;

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Whether both have signed.</summary>
    public bool IsComplete => CompletedAt is not null;

    /// <summary>The signature of a party that stands; null when there is none.</summary>
    public SignOff? StandingOf(Party party) => _signOffs.Find(signOff => signOff.Party == party && signOff.DroppedAt is null);

    /// <summary>Says what it is and where it is signed; no part of what is signed.</summary>
    public void Describe(Message title, string address, Guid? callId, bool isReady) => (Title, Address, CallId, IsReady) = (title, address, callId, isReady);

    /// <summary>Takes a changed content as a new version and drops both signatures; an unchanged one changes nothing. Returns whether it changed.</summary>
    public bool Revise(IReadOnlyList<SignedLine> lines, string fingerprint, DateTimeOffset at)
    {
        if (fingerprint == Fingerprint)
        {
            return false;
        }

        Drop("The content changed.", at);
        (PreviousLines, Lines, Fingerprint, MadeAt, CompletedAt) = (Lines, lines, fingerprint, at, null);
        Number++;
        return true;
    }

    /// <summary>
    /// Signs for a party. Throws <see cref="RuleBrokenException"/> when another version is meant than the present one, or the party has signed it.
    /// Returns whether both have signed now.
    /// </summary>
    public bool Sign(Party party, Guid signerId, string signerName, int number, DateTimeOffset at)
    {
        Rule.Require(number == Number, new Message("This is version {0} now; you read version {1}. Read what changed, then sign.", Number, number));
        Rule.Require(StandingOf(party) is null, "Your party has signed this version already.");
        var signOff = new SignOff(party, signerId, signerName, Number, Fingerprint, at);
        signOff.Stand();
        _signOffs.Add(signOff);
        if (StandingOf(party.Other()) is null)
        {
            return false;
        }

        CompletedAt = at;
        return true;
    }

    /// <summary>A co-chair does not agree: with a reason, all signatures are dropped; one's own may be taken back so too, until both have signed.</summary>
    public void Disagree(string? reason, DateTimeOffset at)
    {
        Rule.Require(!IsComplete, "Both parties have signed; this can no longer be undone.");
        Drop(Rule.Reason(reason), at);
    }

    /// <summary>Voids what one person signed and is not complete, because they no longer sign for their party.</summary>
    public void VoidOf(Guid signerId, DateTimeOffset at)
    {
        if (!IsComplete)
        {
            _signOffs.Where(signOff => signOff.SignerId == signerId && signOff.DroppedAt is null).ToList()
                .ForEach(signOff => signOff.Drop("The signer no longer acts for the party.", at));
        }
    }

    private void Drop(string because, DateTimeOffset at) =>
        _signOffs.Where(signOff => signOff.DroppedAt is null).ToList().ForEach(signOff => signOff.Drop(because, at));
}
