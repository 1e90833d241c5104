using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Candidacies;

/// <summary>What is found on one minimum qualification.</summary>
public enum QualificationFinding
{
    /// <summary>It is met.</summary>
    Met = 1,

    /// <summary>It is not met.</summary>
    NotMet = 2,

    /// <summary>The applicant is asked.</summary>
    ToClarify = 3,
}

/// <summary>The screening of one candidacy against the minimum qualifications (product.md 5).</summary>
public sealed class Screening : IVersioned
{
    /// <summary>Longest reason.</summary>
    public const int ReasonLength = 4000;

    private readonly List<ScreeningCheck> _checks = [];

    private Screening()
    {
    }

    /// <summary>A screening without findings.</summary>
    public Screening(Guid candidacyId, Guid callId)
    {
        Id = Guid.CreateVersion7();
        (CandidacyId, CallId) = (candidacyId, callId);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The candidacy.</summary>
    public Guid CandidacyId { get; private set; }

    /// <summary>The call.</summary>
    public Guid CallId { get; private set; }

    /// <summary>One per qualification that was looked at.</summary>
    public IReadOnlyList<ScreeningCheck> Checks => _checks;

    /// <summary>Why it is proposed as ineligible; null while it is not.</summary>
    public string? IneligibleReason { get; private set; }

    /// <summary>Who proposed that.</summary>
    public string? IneligibleByName { get; private set; }

    /// <summary>When that was proposed.</summary>
    public DateTimeOffset? IneligibleAt { get; private set; }

    /// <summary>When the screening was finished, eligible or, signed by both, not.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Who finished it as eligible; null where both signed that it is not.</summary>
    public string? FinishedByName { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Whether it is proposed as ineligible and waits for signatures.</summary>
    public bool IsProposed => IneligibleReason is not null && FinishedAt is null;

    /// <summary>The finding on a qualification; null when nobody looked at it.</summary>
    public ScreeningCheck? Of(string qualification) => _checks.Find(check => check.Qualification == qualification);

    /// <summary>Stores a finding; not met or to clarify needs a reason.</summary>
    public void Find(string qualification, QualificationFinding finding, string? reason, Guid authorId, string authorName, DateTimeOffset now)
    {
        RequireOpen();
        Rule.Require(reason is null || reason.Length <= ReasonLength, new Message("A reason has at most {0} characters.", ReasonLength), "Reason");
        var stored = finding == QualificationFinding.Met && string.IsNullOrWhiteSpace(reason) ? null : Rule.Reason(reason);
        if (Of(qualification) is { } known)
        {
            if (known.Finding == finding && known.Reason == stored)
            {
                return;
            }

            known.Change(finding, stored, authorId, authorName, now);
        }
        else
        {
            _checks.Add(new ScreeningCheck(qualification, finding, stored, authorId, authorName, now));
        }
    }

    /// <summary>Finishes it as eligible once each qualification is met.</summary>
    public void FinishEligible(IReadOnlyCollection<string> qualifications, string authorName, DateTimeOffset now)
    {
        RequireOpen();
        Rule.Require(
            qualifications.All(code => Of(code)?.Finding == QualificationFinding.Met),
            "Each minimum qualification must be met.");
        (FinishedAt, FinishedByName) = (now, authorName);
    }

    /// <summary>Proposes it as ineligible; both sign that.</summary>
    public void ProposeIneligible(string? reason, string authorName, DateTimeOffset now)
    {
        RequireOpen();
        Rule.Require(_checks.Exists(check => check.Finding == QualificationFinding.NotMet), "Say first which minimum qualification is not met.");
        var stored = Rule.Reason(reason, "IneligibleReason");
        Rule.Require(stored.Length <= ReasonLength, new Message("A reason has at most {0} characters.", ReasonLength), "IneligibleReason");
        (IneligibleReason, IneligibleByName, IneligibleAt) = (stored, authorName, now);
    }

    /// <summary>Takes back what was found: eligible, or the proposal that it is not before both have signed that. The findings stay.</summary>
    public void Undo()
    {
        Rule.Require(FinishedAt is null || IneligibleReason is null, "Both parties have signed; this can no longer be undone.");
        Rule.Require(FinishedAt is not null || IneligibleReason is not null, "There is nothing to undo here.");
        (FinishedAt, FinishedByName, IneligibleReason, IneligibleByName, IneligibleAt) = (null, null, null, null, null);
    }

    /// <summary>Both have signed that it is ineligible.</summary>
    public void FinishIneligible(DateTimeOffset now)
    {
        Rule.Require(IneligibleReason is not null, "Nobody proposed this candidacy as ineligible.");
        FinishedAt ??= now;
    }

    private void RequireOpen()
    {
        Rule.Require(FinishedAt is null, "This screening is finished.");
        Rule.Require(IneligibleReason is null, "This candidacy is proposed as ineligible. Undo that first.");
    }
}

/// <summary>What was found on one minimum qualification.</summary>
public sealed class ScreeningCheck
{
    private ScreeningCheck()
    {
    }

    internal ScreeningCheck(string qualification, QualificationFinding finding, string? reason, Guid authorId, string authorName, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        Qualification = qualification;
        Change(finding, reason, authorId, authorName, now);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The screening.</summary>
    public Guid ScreeningId { get; private set; }

    /// <summary>Code of the qualification.</summary>
    public string Qualification { get; private set; } = string.Empty;

    /// <summary>What was found.</summary>
    public QualificationFinding Finding { get; private set; }

    /// <summary>Why; null only where it is met.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who found it.</summary>
    public Guid AuthorId { get; private set; }

    /// <summary>Their name.</summary>
    public string AuthorName { get; private set; } = string.Empty;

    /// <summary>When.</summary>
    public DateTimeOffset FoundAt { get; private set; }

    internal void Change(QualificationFinding finding, string? reason, Guid authorId, string authorName, DateTimeOffset now) =>
        (Finding, Reason, AuthorId, AuthorName, FoundAt) = (finding, reason, authorId, authorName, now);
}
