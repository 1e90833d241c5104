using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;

namespace DtcPortal.Application.Candidacies;

/// <summary>What one may do with a candidacy.</summary>
public enum CandidacyRight
{
    /// <summary>Knows that it exists, and who sent it; its content is not opened yet.</summary>
    Know = 1,

    /// <summary>Reads what was submitted, documents too.</summary>
    Read = 2,

    /// <summary>Is of the institution: reads all and writes while the call is open.</summary>
    Write = 3,
}

/// <summary>A candidacy without its answers, and what the one who asks may do with it.</summary>
public sealed record CandidacyHead
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Reference for people.</summary>
    public required string Reference { get; init; }

    /// <summary>Where the training takes place by what counts.</summary>
    public required string Country { get; init; }

    /// <summary>Another country chosen since the submission that counts; null for none.</summary>
    public required string? NewCountry { get; init; }

    /// <summary>Where it stands for its institution.</summary>
    public required CandidacyState State { get; init; }

    /// <summary>What screening found.</summary>
    public required Eligibility Eligibility { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Last change.</summary>
    public required DateTimeOffset? SavedAt { get; init; }

    /// <summary>Who changed it last.</summary>
    public required string? SavedByName { get; init; }

    /// <summary>Arrival of the submission that counts; null without one.</summary>
    public required DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>Number of the snapshot that counts; null without one.</summary>
    public required int? SubmittedNumber { get; init; }

    /// <summary>When it was withdrawn.</summary>
    public required DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>A longer deadline for this institution alone.</summary>
    public required DateTimeOffset? ExtendedUntil { get; init; }

    /// <summary>Version of the candidacy itself; its sections have their own.</summary>
    public required long Version { get; init; }

    /// <summary>The institution.</summary>
    public required Guid InstitutionId { get; init; }

    /// <summary>Its name.</summary>
    public required string InstitutionName { get; init; }

    /// <summary>The account that owns the institution.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The call.</summary>
    public required Guid CallId { get; init; }

    /// <summary>The call's name in addresses.</summary>
    public required string CallSlug { get; init; }

    /// <summary>The call's title.</summary>
    public required LocalizedText CallTitle { get; init; }

    /// <summary>What is stored of where the call stands.</summary>
    public required CallStage CallStage { get; init; }

    /// <summary>When the call opens.</summary>
    public required DateTimeOffset OpensAt { get; init; }

    /// <summary>The first instant that is too late by the call.</summary>
    public required DateTimeOffset DeadlineEndsAt { get; init; }

    /// <summary>IANA zone of the deadline.</summary>
    public required string DeadlineZone { get; init; }

    /// <summary>What the call asks.</summary>
    public required CandidacyForm Form { get; init; }

    /// <summary>Whether the one who asks is of the institution.</summary>
    public required bool IsMember { get; init; }

    /// <summary>Whether the one who asks sits on the call's committee.</summary>
    public required bool IsCommittee { get; init; }

    /// <summary>When the one who asks had declared their conflicts for that committee; null before, or without a seat on it.</summary>
    public DateTimeOffset? DeclaredAt { get; init; }

    /// <summary>Whether the one who asks sits on the committee and is of the institution's country, and nobody has flagged it yet.</summary>
    public bool IsSameNationality { get; init; }

    /// <summary>Whether the one who asks is to review it.</summary>
    public required bool IsAssigned { get; init; }

    /// <summary>Whether a conflict of interest of the one who asks stands against it.</summary>
    public required bool HasConflict { get; init; }

    /// <summary>What the one who asks may do with it.</summary>
    public CandidacyRight Right { get; init; }

    /// <summary>How it ended, for its own people; null before, and for others.</summary>
    public CandidacyResult? Result { get; init; }

    /// <summary>Whether it may have a result.</summary>
    internal bool MayHaveResult => IsMember && State == CandidacyState.Submitted && (Eligibility == Eligibility.Ineligible || CallStage >= CallStage.Decided);

    /// <summary>The first instant that is too late for this institution.</summary>
    public DateTimeOffset EndsAt => Candidacy.EndOf(ExtendedUntil, DeadlineEndsAt);

    /// <summary>The last minute that is in time, as people write a deadline.</summary>
    public DateTimeOffset LastMinute => EndsAt.AddMinutes(-1);

    /// <summary>Whether it was changed after the submission that counts, so that the change does not count yet.</summary>
    public bool IsChangedSince => SubmittedAt is { } submitted && SavedAt is { } saved && saved > submitted;

    /// <summary>The country as its own people see it: what they chose last while that can still be submitted, and what counts afterwards.</summary>
    public string CountryAt(DateTimeOffset instant) => IsOpenAt(instant) && NewCountry is { } chosen ? chosen : Country;

    /// <summary>
    /// Whether the call takes candidacies, or changes of them, at an instant; what arrived in time is taken although screening may have been started
    /// before it was stored, and so is what comes within an institution's own longer deadline.
    /// </summary>
    public bool IsOpenAt(DateTimeOffset arrival) => CallStage is CallStage.Published or CallStage.Screening && arrival >= OpensAt && arrival < EndsAt;

    /// <summary>Whether its text may change at an instant.</summary>
    public bool IsEditableAt(DateTimeOffset arrival) => State != CandidacyState.Withdrawn && IsOpenAt(arrival);

    /// <summary>Whether others than its institution may read it: submitted, its deadline has passed, and screening has started.</summary>
    public bool IsOpenedAt(DateTimeOffset instant) => SubmittedNumber is not null && instant >= EndsAt && CallStage >= CallStage.Screening;
}
