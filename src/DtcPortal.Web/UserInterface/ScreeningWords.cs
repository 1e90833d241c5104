using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Localization;
using DtcPortal.Domain.Candidacies;

namespace DtcPortal.Web.UserInterface;

/// <summary>The one word for where screening and clarifications stand.</summary>
public static class ScreeningWords
{
    /// <summary>What screening found of a candidacy.</summary>
    public static StateWord State(this IText text, Eligibility eligibility) => eligibility switch
    {
        Eligibility.Open => new(Tone.Plain, text["Not screened"]),
        Eligibility.Eligible => new(Tone.Good, text["Eligible|candidacy"]),
        Eligibility.Ineligible => new(Tone.Plain, text["Not eligible"]),
        _ => throw new ArgumentOutOfRangeException(nameof(eligibility), eligibility, "Not what screening finds."),
    };

    /// <summary>Where a screening stands.</summary>
    public static StateWord State(this IText text, ScreeningState state) => state switch
    {
        ScreeningState.ToScreen => new(Tone.Watch, text["To screen"]),
        ScreeningState.ToClarify => new(Tone.Info, text["To clarify"]),
        ScreeningState.Proposed => new(Tone.Info, text["Proposed as ineligible"]),
        ScreeningState.Eligible => new(Tone.Good, text["Eligible|candidacy"]),
        ScreeningState.Ineligible => new(Tone.Plain, text["Not eligible"]),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state of a screening."),
    };

    /// <summary>What is found on a qualification.</summary>
    public static StateWord State(this IText text, QualificationFinding finding) => finding switch
    {
        QualificationFinding.Met => new(Tone.Good, text["Met"]),
        QualificationFinding.NotMet => new(Tone.Bad, text["Not met"]),
        QualificationFinding.ToClarify => new(Tone.Watch, text["To clarify"]),
        _ => throw new ArgumentOutOfRangeException(nameof(finding), finding, "Not a finding."),
    };

    /// <summary>Where a question to an applicant stands.</summary>
    public static StateWord State(this IText text, Clarification clarification, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(clarification);
        return clarification switch
        {
            { IsOpen: false } => new(Tone.Plain, text["Closed|clarification"]),
            { IsOpen: true, AnsweredAt: var answered, DueAt: var due } => text.State(due, answered, now),
        };
    }

    /// <summary>Where an open question to an applicant stands.</summary>
    /// <param name="text">Texts.</param>
    /// <param name="dueAt">The last minute that is in time.</param>
    /// <param name="answeredAt">When the answer arrived; null without one.</param>
    /// <param name="now">The instant.</param>
    public static StateWord State(this IText text, DateTimeOffset dueAt, DateTimeOffset? answeredAt, DateTimeOffset now)
    {
        var ends = dueAt.AddMinutes(1);
        return answeredAt is { } at
            ? at < ends ? new(Tone.Watch, text["Answered"]) : new(Tone.Watch, text["Answered late"])
            : now < ends ? new(Tone.Info, text["Waits for an answer"]) : new(Tone.Bad, text["Overdue"]);
    }

    /// <summary>How a candidacy came when not by the portal.</summary>
    public static string Of(this IText text, ArrivalWay way) => way == ArrivalWay.Mail ? text["By mail|arrival"] : text["On paper|arrival"];
}
