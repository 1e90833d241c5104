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

    /// <summary>Where a candidacy stands at an instant.</summary>
    public static StateWord State(this IText text, CandidacyHead head, DateTimeOffset instant)
    {
        ArgumentNullException.ThrowIfNull(head);
        return text.State(head.State, instant >= head.EndsAt, head.IsChangedSince);
    }

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
