using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;

namespace DtcPortal.Domain.Centres;

/// <summary>The agreement of a centre with ITU, with what it does each period (product.md 8).</summary>
public sealed class CentreAgreement : IVersioned
{
    private readonly List<ActivityCommitment> _commitments = [];

    private CentreAgreement()
    {
    }

    /// <summary>An agreement that waits for signatures.</summary>
    public CentreAgreement(Guid centreId, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (CentreId, EnteredAt) = (centreId, now);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The centre.</summary>
    public Guid CentreId { get; private set; }

    /// <summary>When it was entered.</summary>
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>The document: name.</summary>
    public string? FileName { get; private set; }

    /// <summary>The document: type by content.</summary>
    public string? ContentType { get; private set; }

    /// <summary>The document: size in bytes.</summary>
    public long? Bytes { get; private set; }

    /// <summary>The document: SHA-256 in hexadecimal.</summary>
    public string? Sha256 { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly? StartsOn { get; private set; }

    /// <summary>Last day; null for an open end.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>Who signed for ITU.</summary>
    public string? ItuSignerName { get; private set; }

    /// <summary>When ITU signed.</summary>
    public DateTimeOffset? ItuSignedAt { get; private set; }

    /// <summary>Who signed for the centre.</summary>
    public string? CentreSignerName { get; private set; }

    /// <summary>When the centre signed.</summary>
    public DateTimeOffset? CentreSignedAt { get; private set; }

    /// <summary>How many activities of which kind each period.</summary>
    public IReadOnlyList<ActivityCommitment> Commitments => _commitments;

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Whether ITU and the centre have signed.</summary>
    public bool IsSigned => ItuSignedAt is not null && CentreSignedAt is not null;

    /// <summary>A mark of what is signed: document, days and commitments. Who signs says which mark they read.</summary>
    public string Fingerprint
    {
        get
        {
            var commitments = _commitments.OrderBy(commitment => commitment.Kind).Select(commitment => $"{commitment.Kind}={commitment.PerPeriod}");
            var content = string.Create(CultureInfo.InvariantCulture, $"{Sha256}|{StartsOn:yyyy-MM-dd}|{EndsOn:yyyy-MM-dd}|{string.Join(',', commitments)}");
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        }
    }

    /// <summary>Sets the document.</summary>
    public void Attach(string fileName, string contentType, long bytes, string sha256)
    {
        RequireOpen();
        (FileName, ContentType, Bytes, Sha256) = (fileName, contentType, bytes, sha256);
        DropSignatures();
    }

    /// <summary>Sets dates and commitments; a change drops a signature.</summary>
    public void Set(DateOnly? startsOn, DateOnly? endsOn, IReadOnlyDictionary<ActivityKind, int> commitments)
    {
        RequireOpen();
        Check(startsOn, endsOn, commitments);
        (StartsOn, EndsOn) = (startsOn, endsOn);
        _commitments.Clear();
        _commitments.AddRange(commitments.Where(entry => entry.Value > 0).OrderBy(entry => entry.Key).Select(entry => new ActivityCommitment(entry.Key, entry.Value)));
        DropSignatures();
    }

    /// <summary>Throws <see cref="RuleBrokenException"/> with all that is wrong with dates and commitments.</summary>
    public static void Check(DateOnly? startsOn, DateOnly? endsOn, IReadOnlyDictionary<ActivityKind, int> commitments)
    {
        var rules = new FormRules();
        rules.Require(startsOn is not null, "Write the first day of the agreement.", "StartsOn");
        rules.Require(endsOn is null || startsOn is null || endsOn > startsOn, "The end must be after the start.", "EndsOn", "StartsOn");
        foreach (var (kind, count) in commitments)
        {
            rules.Require(count is >= 0 and <= 1000, "A number of activities is from 0 to 1000.", $"Commitments[{kind}]");
        }

        rules.Require(
            commitments.Values.Any(count => count > 0), "An agreement names one activity at least.", "Commitments", [.. Enum.GetValues<ActivityKind>().Select(kind => $"Commitments[{kind}]")]);
        rules.Demand();
    }

    /// <summary>ITU's manager signs what bears the mark that they read.</summary>
    public void SignForItu(string name, string? fingerprint, DateTimeOffset now)
    {
        RequireComplete(fingerprint);
        Rule.Require(ItuSignedAt is null, "ITU has signed already.");
        (ItuSignerName, ItuSignedAt) = (name, now);
    }

    /// <summary>The centre's manager signs what bears the mark that they read.</summary>
    public void SignForCentre(string name, string? fingerprint, DateTimeOffset now)
    {
        RequireComplete(fingerprint);
        Rule.Require(CentreSignedAt is null, "The centre has signed already.");
        (CentreSignerName, CentreSignedAt) = (name, now);
    }

    private void RequireOpen() => Rule.Require(!IsSigned, "The agreement is signed; it no longer changes.");

    private void RequireComplete(string? fingerprint)
    {
        RequireOpen();
        Rule.Require(Sha256 is not null, "Attach the agreement's document first.", "Document");
        Rule.Require(StartsOn is not null, "Write the first day of the agreement first.", "StartsOn");
        Rule.Require(_commitments.Count > 0, "Write first how many activities are done each period.", "Commitments");
        Rule.Require(fingerprint == Fingerprint, "The agreement has changed since you opened it. Read it again, then sign.");
    }

    private void DropSignatures() => (ItuSignerName, ItuSignedAt, CentreSignerName, CentreSignedAt) = (null, null, null, null);
}

/// <summary>How many activities of a kind a centre does each reporting period.</summary>
public sealed class ActivityCommitment
{
    private ActivityCommitment()
    {
    }

    internal ActivityCommitment(ActivityKind kind, int perPeriod)
    {
        Id = Guid.CreateVersion7();
        (Kind, PerPeriod) = (kind, perPeriod);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The agreement.</summary>
    public Guid CentreAgreementId { get; private set; }

    /// <summary>Kind.</summary>
    public ActivityKind Kind { get; private set; }

    /// <summary>Activities each period, 1 and up.</summary>
    public int PerPeriod { get; private set; }
}
