using DtcPortal.Domain.Common;

namespace DtcPortal.Application.Signing;

/// <summary>What a thing says at this moment, for both to sign.</summary>
/// <param name="Title">What is signed, such as "Sign the rules of {0}".</param>
/// <param name="Address">Where it is signed.</param>
/// <param name="Lines">All that the signatures stand for; a change of one line is a new version.</param>
/// <param name="CallId">The call whose conflicts keep a co-chair from signing; null for none.</param>
/// <param name="IsReady">Whether it can be signed now: false while something is still missing.</param>
/// <param name="Missing">What is missing, for the signer; null for a general sentence.</param>
public sealed record JointContent(
    Message Title, string Address, IReadOnlyList<SignedLine> Lines, Guid? CallId = null, bool IsReady = true, Message? Missing = null);

/// <summary>A kind of thing that both parties sign: what it says, and what happens once both have.</summary>
public interface IJointDecision
{
    /// <summary>The kind.</summary>
    SignedKind Kind { get; }

    /// <summary>What the thing says now. Throws NotFoundException when there is none.</summary>
    Task<JointContent> DescribeAsync(Guid subjectId, CancellationToken cancellationToken);

    /// <summary>Both have signed: takes effect in the transaction of the second signature. Throws RuleBrokenException when it cannot; then nothing is signed.</summary>
    Task TakeEffectAsync(Guid subjectId, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>A signature of one version.</summary>
public sealed record SignRequest
{
    /// <summary>What kind of thing.</summary>
    public required SignedKind Kind { get; init; }

    /// <summary>The thing.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int Number { get; init; }

    /// <summary>Who signs.</summary>
    public required Accounts.Actor Actor { get; init; }
}

/// <summary>A co-chair does not agree, or takes a signature back.</summary>
public sealed record DisagreeRequest
{
    /// <summary>What kind of thing.</summary>
    public required SignedKind Kind { get; init; }

    /// <summary>The thing.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Why; shown to both.</summary>
    public required string? Reason { get; init; }

    /// <summary>Who disagrees.</summary>
    public required Accounts.Actor Actor { get; init; }
}
