using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Candidacies;

/// <summary>
/// A longer deadline for one institution: only for a failure of the portal, with its proof, signed by both parties before candidacies are opened (product.md 4).
/// </summary>
public sealed class DeadlineExtension : IVersioned
{
    /// <summary>Longest description.</summary>
    public const int TextLength = 2000;

    /// <summary>Most days that a failure is made good by.</summary>
    public const int MostDays = 30;

    private DeadlineExtension()
    {
    }

    /// <summary>A proposal of a manager.</summary>
    public DeadlineExtension(DeadlineExtensionProposal proposal, DateTimeOffset now)
    {
        var rules = new FormRules();
        rules.Require(!string.IsNullOrWhiteSpace(proposal.Failure), "Write what failed in the portal.", "Failure");
        rules.Require(proposal.Failure is null || proposal.Failure.Length <= TextLength, new Message("At most {0} characters.", TextLength), "Failure");
        rules.Require(proposal.FailedFrom < proposal.FailedUntil, "The failure ends after it began.", "FailedUntil");
        rules.Require(proposal.FailedFrom < proposal.DeadlineEndsAt && proposal.FailedUntil <= now, "The failure began before the deadline and is over.", "FailedFrom", "FailedUntil");
        rules.Require(proposal.Until > proposal.DeadlineEndsAt && proposal.Until > now, "The longer deadline is after the call's and ahead.", "Until");
        rules.Require(proposal.Until <= proposal.DeadlineEndsAt.AddDays(MostDays), new Message("A deadline is made longer by at most {0} days.", MostDays), "Until");
        rules.Require(!string.IsNullOrWhiteSpace(proposal.ProofSha256), "Add the proof: a log, a message or a picture of the failure.", "Proof");
        rules.Demand();
        Id = Guid.CreateVersion7();
        (CandidacyId, CallId, Failure, Until, ProposedAt) = (proposal.CandidacyId, proposal.CallId, proposal.Failure!.Trim(), proposal.Until, now);
        (FailedFrom, FailedUntil, ProofSha256, ProofName, ProofType) =
            (proposal.FailedFrom, proposal.FailedUntil, proposal.ProofSha256, proposal.ProofName, proposal.ProofType);
        ProposedByName = proposal.AuthorName;
        StandingKey = proposal.CandidacyId.ToString("N");
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The candidacy.</summary>
    public Guid CandidacyId { get; private set; }

    /// <summary>The call.</summary>
    public Guid CallId { get; private set; }

    /// <summary>What failed in the portal.</summary>
    public string Failure { get; private set; } = string.Empty;

    /// <summary>When the failure began.</summary>
    public DateTimeOffset FailedFrom { get; private set; }

    /// <summary>When it was over.</summary>
    public DateTimeOffset FailedUntil { get; private set; }

    /// <summary>The first instant that is too late for this institution.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>SHA-256 of the proof.</summary>
    public string ProofSha256 { get; private set; } = string.Empty;

    /// <summary>File name of the proof.</summary>
    public string ProofName { get; private set; } = string.Empty;

    /// <summary>Type of the proof.</summary>
    public string ProofType { get; private set; } = string.Empty;

    /// <summary>Who proposed it.</summary>
    public string ProposedByName { get; private set; } = string.Empty;

    /// <summary>When.</summary>
    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>When both had signed; null before.</summary>
    public DateTimeOffset? AgreedAt { get; private set; }

    /// <summary>When it was withdrawn; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>The candidacy while it waits for signatures, null afterwards: one at a time.</summary>
    public string? StandingKey { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Whether it waits for signatures.</summary>
    public bool IsOpen => AgreedAt is null && WithdrawnAt is null;

    /// <summary>Both have signed.</summary>
    public void Agree(DateTimeOffset now)
    {
        Rule.Require(WithdrawnAt is null, "The proposal was withdrawn.");
        Rule.Require(now < Until, "The longer deadline has passed meanwhile. Propose another one.");
        (AgreedAt, StandingKey) = (AgreedAt ?? now, null);
    }

    /// <summary>A manager withdraws what is not signed by both.</summary>
    public void Withdraw(DateTimeOffset now)
    {
        Rule.Require(AgreedAt is null, "Both parties have signed; this can no longer be undone.");
        (WithdrawnAt, StandingKey) = (WithdrawnAt ?? now, null);
    }
}

/// <summary>What a manager proposes.</summary>
public sealed record DeadlineExtensionProposal
{
    /// <summary>The candidacy.</summary>
    public required Guid CandidacyId { get; init; }

    /// <summary>The call.</summary>
    public required Guid CallId { get; init; }

    /// <summary>The first instant that is too late by the call.</summary>
    public required DateTimeOffset DeadlineEndsAt { get; init; }

    /// <summary>What failed in the portal.</summary>
    public required string? Failure { get; init; }

    /// <summary>When the failure began.</summary>
    public required DateTimeOffset FailedFrom { get; init; }

    /// <summary>When it was over.</summary>
    public required DateTimeOffset FailedUntil { get; init; }

    /// <summary>The first instant that is too late for this institution.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>SHA-256 of the proof.</summary>
    public required string ProofSha256 { get; init; }

    /// <summary>File name of the proof.</summary>
    public required string ProofName { get; init; }

    /// <summary>Type of the proof.</summary>
    public required string ProofType { get; init; }

    /// <summary>Who proposes.</summary>
    public required string AuthorName { get; init; }
}
