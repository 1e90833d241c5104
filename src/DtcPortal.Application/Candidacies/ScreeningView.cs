using DtcPortal.Application.Signing;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;

namespace DtcPortal.Application.Candidacies;

/// <summary>A fact that shows a qualification, as it counts.</summary>
/// <param name="Section">Code of its section.</param>
/// <param name="Field">What was asked.</param>
/// <param name="Answer">The answer as typed; null without one.</param>
/// <param name="Documents">Its documents.</param>
public sealed record FactLine(string Section, FormField Field, string? Answer, IReadOnlyList<SubmittedDocument> Documents);

/// <summary>A minimum qualification as one screens it.</summary>
public sealed record QualificationLine
{
    /// <summary>Its code.</summary>
    public required string Code { get; init; }

    /// <summary>What must hold.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>How an applicant shows it.</summary>
    public required LocalizedText Evidence { get; init; }

    /// <summary>What the candidacy says of it.</summary>
    public required IReadOnlyList<FactLine> Facts { get; init; }

    /// <summary>What the portal finds; null where a person has to look.</summary>
    public required ComputedFinding? Computed { get; init; }

    /// <summary>What was found; null when nobody looked.</summary>
    public required QualificationFinding? Finding { get; init; }

    /// <summary>Why.</summary>
    public required string? Reason { get; init; }

    /// <summary>Who found it.</summary>
    public required string? AuthorName { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset? FoundAt { get; init; }
}

/// <summary>A clarification with the documents that its answer brought.</summary>
/// <param name="Clarification">The question and its answer.</param>
/// <param name="Documents">Documents that came since it was asked.</param>
public sealed record ClarificationLine(Clarification Clarification, IReadOnlyList<SubmittedDocument> Documents);

/// <summary>The screening of one candidacy.</summary>
public sealed record ScreeningView
{
    /// <summary>The candidacy.</summary>
    public required CandidacyHead Head { get; init; }

    /// <summary>Where the institution is.</summary>
    public required string City { get; init; }

    /// <summary>How it came when not by the portal.</summary>
    public required string? CameBy { get; init; }

    /// <summary>Whether anybody of the institution has an account to which mails go.</summary>
    public required bool HasPeople { get; init; }

    /// <summary>Where its screening stands.</summary>
    public required ScreeningState State { get; init; }

    /// <summary>Version of the screening; ScreeningRequest.NoVersion before the first finding.</summary>
    public required long Version { get; init; }

    /// <summary>The qualifications in the order of the call.</summary>
    public required IReadOnlyList<QualificationLine> Qualifications { get; init; }

    /// <summary>Why it is proposed as ineligible.</summary>
    public required string? IneligibleReason { get; init; }

    /// <summary>Who proposed that.</summary>
    public required string? IneligibleByName { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset? IneligibleAt { get; init; }

    /// <summary>When the screening was finished.</summary>
    public required DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Who finished it as eligible.</summary>
    public required string? FinishedByName { get; init; }

    /// <summary>Its clarifications, the newest first.</summary>
    public required IReadOnlyList<ClarificationLine> Clarifications { get; init; }

    /// <summary>Facts that a clarification may reopen.</summary>
    public required IReadOnlyList<ClarifiableFact> Facts { get; init; }

    /// <summary>What was submitted, as it counts.</summary>
    public required SubmittedContent Content { get; init; }

    /// <summary>The signatures on its ineligibility; null when that was never proposed.</summary>
    public required SigningView? Signing { get; init; }

    /// <summary>The open clarification; null without one.</summary>
    public Clarification? Open => Clarifications.FirstOrDefault(line => line.Clarification.IsOpen)?.Clarification;

    /// <summary>Names of the documents, by key.</summary>
    public IReadOnlyDictionary<string, string> DocumentNames => Content.Sections.SelectMany(section => section.Documents)
        .Concat(Clarifications.SelectMany(line => line.Documents)).Concat(Replaced)
        .DistinctBy(document => document.Id).ToDictionary(document => document.Id.ToString(), document => document.FileName);

    /// <summary>Submitted documents that answers replaced.</summary>
    public required IReadOnlyList<SubmittedDocument> Replaced { get; init; }

    /// <summary>Whether findings can be changed now.</summary>
    public bool IsOpen => FinishedAt is null && IneligibleReason is null && Head.CallStage is CallStage.Screening or CallStage.Scoring;
}
