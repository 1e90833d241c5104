using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;

namespace DtcPortal.Application.Candidacies;

/// <summary>A candidacy in a list of the institution's.</summary>
public sealed record CandidacyRow
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Reference.</summary>
    public required string Reference { get; init; }

    /// <summary>The call's title.</summary>
    public required LocalizedText CallTitle { get; init; }

    /// <summary>What is stored of where the call stands.</summary>
    public required CallStage CallStage { get; init; }

    /// <summary>Where the training takes place.</summary>
    public required string Country { get; init; }

    /// <summary>Where it stands.</summary>
    public required CandidacyState State { get; init; }

    /// <summary>How it ended; null before.</summary>
    public CandidacyResult? Result { get; init; }

    /// <summary>When it was submitted.</summary>
    public required DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>Last change.</summary>
    public required DateTimeOffset? SavedAt { get; init; }

    /// <summary>Who changed it last.</summary>
    public required string? SavedByName { get; init; }

    /// <summary>The first instant that is too late by the call.</summary>
    public required DateTimeOffset DeadlineEndsAt { get; init; }

    /// <summary>A longer deadline for this institution alone.</summary>
    public required DateTimeOffset? ExtendedUntil { get; init; }

    /// <summary>Zone of the deadline.</summary>
    public required string DeadlineZone { get; init; }

    /// <summary>Sections in all.</summary>
    public required int Sections { get; init; }

    /// <summary>Sections that are complete.</summary>
    public required int Complete { get; init; }

    /// <summary>The first instant that is too late for this institution.</summary>
    public DateTimeOffset EndsAt => Candidacy.EndOf(ExtendedUntil, DeadlineEndsAt);

    /// <summary>Whether it was changed after the submission that counts.</summary>
    public bool IsChangedSince => SubmittedAt is { } submitted && SavedAt is { } saved && saved > submitted;
}

/// <summary>An open call in which the institution has no candidacy.</summary>
/// <param name="Id">Key.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Title">Its title.</param>
/// <param name="LastMinute">The last minute that is in time.</param>
/// <param name="Zone">Zone of the deadline.</param>
/// <param name="Countries">Codes of the eligible countries.</param>
public sealed record OpenCall(Guid Id, string Slug, LocalizedText Title, DateTimeOffset LastMinute, string Zone, IReadOnlyList<string> Countries);

/// <summary>What somebody of an institution sees under "My candidacies".</summary>
/// <param name="Institution">Name of the institution; null when they are of none.</param>
/// <param name="InstitutionCountry">Its country.</param>
/// <param name="HasAsked">Whether they asked to join one and wait.</param>
/// <param name="Candidacies">Newest first.</param>
/// <param name="OpenCalls">Calls in which one can be started, the next deadline first.</param>
public sealed record MyCandidacies(string? Institution, string? InstitutionCountry, bool HasAsked, IReadOnlyList<CandidacyRow> Candidacies, IReadOnlyList<OpenCall> OpenCalls);

/// <summary>Somebody of the institution.</summary>
/// <param name="UserId">Their account.</param>
/// <param name="Name">Their name.</param>
/// <param name="IsOwner">Whether they own the institution.</param>
public sealed record CandidacyPerson(Guid UserId, string Name, bool IsOwner);

/// <summary>Somebody who has a section open.</summary>
/// <param name="Section">Code of the section.</param>
/// <param name="Name">Their name.</param>
public sealed record SectionVisitor(string Section, string Name);

/// <summary>The task list of a candidacy.</summary>
/// <param name="Head">The candidacy.</param>
/// <param name="Progress">Its sections.</param>
/// <param name="People">Who is of the institution; the owner first.</param>
/// <param name="Visitors">Colleagues who have a section open now.</param>
/// <param name="HasOpenClarification">Whether a question of the parties waits for an answer.</param>
public sealed record TaskList(
    CandidacyHead Head, CandidacyProgress Progress, IReadOnlyList<CandidacyPerson> People, IReadOnlyList<SectionVisitor> Visitors, bool HasOpenClarification);

/// <summary>A section as it is written.</summary>
/// <param name="Head">The candidacy.</param>
/// <param name="Form">What the section asks.</param>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Stored">What stands in it.</param>
/// <param name="Check">What is missing or wrong.</param>
/// <param name="Documents">Its documents, removed ones too, oldest first.</param>
/// <param name="Visitors">Colleagues who have it open now.</param>
public sealed record SectionView(
    CandidacyHead Head, FormSection Form, int Number, CandidacySection Stored, SectionCheck Check, IReadOnlyList<EvidenceDocument> Documents, IReadOnlyList<string> Visitors)
{
    /// <summary>Code of the section before; null for the first.</summary>
    public string? Previous => Number > 1 ? Head.Form.Sections[Number - 2].Code : null;

    /// <summary>Code of the section after; null for the last.</summary>
    public string? Next => Number < Head.Form.Sections.Count ? Head.Form.Sections[Number].Code : null;
}

/// <summary>What would be submitted now.</summary>
/// <param name="Head">The candidacy.</param>
/// <param name="Progress">Its sections.</param>
/// <param name="Content">Answers and documents.</param>
/// <param name="Fingerprint">SHA-256 of the content.</param>
/// <param name="IsSubmitted">Whether exactly this is what counts already.</param>
public sealed record SubmissionCheck(CandidacyHead Head, CandidacyProgress Progress, SubmittedContent Content, string Fingerprint, bool IsSubmitted);

/// <summary>What was submitted and counts, as screening and reviewers read it.</summary>
/// <param name="Head">The candidacy.</param>
/// <param name="Content">Answers and documents; facts that a clarification mended stand as mended.</param>
/// <param name="Receipt">Its receipt.</param>
public sealed record SubmittedView(CandidacyHead Head, SubmittedContent Content, SubmissionReceipt Receipt);

/// <summary>A submission.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Receipt">Receipt number.</param>
/// <param name="ArrivedAt">When it arrived.</param>
/// <param name="AuthorName">Who submitted.</param>
/// <param name="Fingerprint">SHA-256 of the content.</param>
public sealed record SubmissionRow(int Number, string Receipt, DateTimeOffset ArrivedAt, string AuthorName, string Fingerprint);

/// <summary>Kinds of what happened to a candidacy.</summary>
public enum HistoryKind
{
    /// <summary>It was started.</summary>
    Started,

    /// <summary>Answers of a section were written.</summary>
    Wrote,

    /// <summary>A document was added.</summary>
    Added,

    /// <summary>A document was removed.</summary>
    Removed,

    /// <summary>It was submitted.</summary>
    Submitted,

    /// <summary>It was withdrawn.</summary>
    Withdrawn,

    /// <summary>It was taken up again.</summary>
    Reopened,
}

/// <summary>What happened to a candidacy.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Who did it; null when that is not kept.</param>
/// <param name="Kind">What.</param>
/// <param name="Section">Code of the section; null for none.</param>
/// <param name="Detail">File name or receipt number; null for none.</param>
/// <param name="Before">Answers that were changed, as they stood before.</param>
public sealed record HistoryEntry(DateTimeOffset At, string? Who, HistoryKind Kind, string? Section, string? Detail, IReadOnlyDictionary<string, string> Before);
