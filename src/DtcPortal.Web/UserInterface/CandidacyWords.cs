using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Localization;
using DtcPortal.Domain.Candidacies;

namespace DtcPortal.Web.UserInterface;

/// <summary>The one word for where a candidacy and its sections stand, the same in pages, lists and files.</summary>
public static class CandidacyWords
{
    /// <summary>Where a candidacy stands for its institution; a draft is another thing before and after the deadline.</summary>
    /// <param name="text">Texts.</param>
    /// <param name="state">Its state.</param>
    /// <param name="isEnded">Whether the deadline has passed.</param>
    /// <param name="isChangedSince">Whether it was changed after it was submitted.</param>
    public static StateWord State(this IText text, CandidacyState state, bool isEnded = false, bool isChangedSince = false) => state switch
    {
        CandidacyState.Draft when isEnded => new(Tone.Plain, text["Not submitted"]),
        CandidacyState.Draft => new(Tone.Watch, text["Draft, not submitted"]),
        CandidacyState.Submitted when isChangedSince && !isEnded => new(Tone.Watch, text["Submitted, changed since"]),
        CandidacyState.Submitted => new(Tone.Good, text["Submitted|candidacy"]),
        CandidacyState.Withdrawn => new(Tone.Plain, text["Withdrawn|candidacy"]),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state of a candidacy."),
    };

    /// <summary>Where a candidacy stands at an instant; how it ended, once its people may know.</summary>
    public static StateWord State(this IText text, CandidacyHead head, DateTimeOffset instant)
    {
        ArgumentNullException.ThrowIfNull(head);
        return head.Result is { } result ? text.State(result) : text.State(head.State, instant >= head.EndsAt, head.IsChangedSince);
    }

    /// <summary>The same in a list.</summary>
    public static StateWord State(this IText text, CandidacyRow row, DateTimeOffset instant)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Result is { } result ? text.State(result) : text.State(row.State, instant >= row.EndsAt, row.IsChangedSince);
    }

    /// <summary>How a candidacy ended.</summary>
    public static StateWord State(this IText text, CandidacyResult result) => result switch
    {
        CandidacyResult.Ineligible => new(Tone.Plain, text["Not eligible"]),
        CandidacyResult.NotChosen => new(Tone.Plain, text["Not chosen"]),
        CandidacyResult.Waitlisted => new(Tone.Info, text["Waitlist"]),
        CandidacyResult.Offered => new(Tone.Watch, text["Chosen: answer the offer"]),
        CandidacyResult.Accepted => new(Tone.Good, text["Accepted|offer"]),
        CandidacyResult.Declined => new(Tone.Plain, text["Declined|offer"]),
        CandidacyResult.Lapsed => new(Tone.Plain, text["Lapsed|offer"]),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "Not a result of a candidacy."),
    };

    /// <summary>Where a section stands.</summary>
    public static StateWord State(this IText text, SectionState state) => state switch
    {
        SectionState.NotStarted => new(Tone.Plain, text["Not started|section"]),
        SectionState.InProgress => new(Tone.Info, text["In progress"]),
        SectionState.Complete => new(Tone.Good, text["Complete|section"]),
        SectionState.NeedsAttention => new(Tone.Watch, text["Needs attention"]),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state of a section."),
    };

    /// <summary>A kind of document by its type.</summary>
    public static string DocumentKind(string contentType) => contentType switch
    {
        "application/pdf" => "PDF",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => "DOCX",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "XLSX",
        "image/png" => "PNG",
        "image/jpeg" => "JPEG",
        _ => contentType,
    };
}
