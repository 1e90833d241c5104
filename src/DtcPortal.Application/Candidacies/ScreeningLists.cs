using DtcPortal.Application.Common;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;

namespace DtcPortal.Application.Candidacies;

/// <summary>Where the screening of a submitted candidacy stands.</summary>
public enum ScreeningState
{
    /// <summary>A manager has to look.</summary>
    ToScreen = 1,

    /// <summary>A clarification is open.</summary>
    ToClarify = 2,

    /// <summary>Proposed as ineligible; both sign.</summary>
    Proposed = 3,

    /// <summary>Each qualification is met.</summary>
    Eligible = 4,

    /// <summary>Both have signed that it is not eligible.</summary>
    Ineligible = 5,
}

/// <summary>How many candidacies of a call stand where.</summary>
/// <param name="ToScreen">A manager has to look.</param>
/// <param name="ToClarify">A clarification is open.</param>
/// <param name="Answered">Among those, answered by the applicant.</param>
/// <param name="Overdue">Among those, past the due date without an answer.</param>
/// <param name="Proposed">Proposed as ineligible.</param>
/// <param name="Eligible">Eligible.</param>
/// <param name="Ineligible">Ineligible, signed by both.</param>
public sealed record ScreeningCounts(int ToScreen, int ToClarify, int Answered, int Overdue, int Proposed, int Eligible, int Ineligible)
{
    /// <summary>None.</summary>
    public static readonly ScreeningCounts None = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>All submitted candidacies.</summary>
    public int Total => ToScreen + ToClarify + Proposed + Eligible + Ineligible;

    /// <summary>Those whose screening no longer keeps scoring from starting.</summary>
    public int Finished => ToClarify + Eligible + Ineligible;

    /// <summary>How many stand in a state.</summary>
    public int Of(ScreeningState state) => state switch
    {
        ScreeningState.ToScreen => ToScreen,
        ScreeningState.ToClarify => ToClarify,
        ScreeningState.Proposed => Proposed,
        ScreeningState.Eligible => Eligible,
        _ => Ineligible,
    };
}

/// <summary>What the screening list shows.</summary>
public sealed record ScreeningFilter
{
    /// <summary>Words of the institution's name, or a reference.</summary>
    public string? Search { get; init; }

    /// <summary>One state; null for all.</summary>
    public ScreeningState? State { get; init; }

    /// <summary>The order, such as -institution; null for by reference.</summary>
    public string? Sort { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;
}

/// <summary>A candidacy in the screening list.</summary>
public sealed record ScreeningRow
{
    /// <summary>Reference for people.</summary>
    public required string Reference { get; init; }

    /// <summary>Its institution.</summary>
    public required string Institution { get; init; }

    /// <summary>Where the training takes place.</summary>
    public required string Country { get; init; }

    /// <summary>Where its screening stands.</summary>
    public required ScreeningState State { get; init; }

    /// <summary>When the answer to its open clarification is due; null without one.</summary>
    public required DateTimeOffset? DueAt { get; init; }

    /// <summary>When that was answered.</summary>
    public required DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When the screening was finished.</summary>
    public required DateTimeOffset? FinishedAt { get; init; }

    /// <summary>A longer deadline for this institution alone; until then its candidacy is not opened.</summary>
    public required DateTimeOffset? ExtendedUntil { get; init; }

    /// <summary>Whether it can be read at an instant.</summary>
    public bool IsOpenedAt(DateTimeOffset instant) => !Candidacy.IsExtendedAt(ExtendedUntil, instant);
}

/// <summary>The screening of a call.</summary>
public sealed record ScreeningList
{
    /// <summary>The call's title.</summary>
    public required LocalizedText CallTitle { get; init; }

    /// <summary>Where the call stands.</summary>
    public required CallState CallState { get; init; }

    /// <summary>The first instant after the deadline.</summary>
    public required DateTimeOffset DeadlineEndsAt { get; init; }

    /// <summary>How many stand where.</summary>
    public required ScreeningCounts Counts { get; init; }

    /// <summary>The rows.</summary>
    public required Paged<ScreeningRow> Rows { get; init; }
}

/// <summary>What the portal finds on a candidacy that nobody has looked at.</summary>
/// <param name="CandidacyId">Key.</param>
/// <param name="Reference">Reference for people.</param>
/// <param name="Institution">Its institution.</param>
/// <param name="Country">Where the training takes place.</param>
/// <param name="Open">Qualifications that are not found met, with why; those that only a person can judge have no reason.</param>
public sealed record ComputedLine(Guid CandidacyId, string Reference, string Institution, string Country, IReadOnlyList<ComputedGap> Open)
{
    /// <summary>Whether each qualification is found met.</summary>
    public bool IsMet => Open.Count == 0;
}

/// <summary>A qualification that the portal does not find met.</summary>
/// <param name="Qualification">Its code.</param>
/// <param name="Because">Why; null where a person has to judge.</param>
public sealed record ComputedGap(string Qualification, Message? Because);

/// <summary>What marking all computed ones as eligible would do.</summary>
/// <param name="CallTitle">The call's title.</param>
/// <param name="Stage">Where the call stands.</param>
/// <param name="Codes">The call's qualifications.</param>
/// <param name="Lines">Candidacies that nobody has looked at.</param>
public sealed record ComputedPreview(LocalizedText CallTitle, CallStage Stage, IReadOnlyList<string> Codes, IReadOnlyList<ComputedLine> Lines);
