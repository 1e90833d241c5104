using DtcPortal.Application.Calls;
using DtcPortal.Application.Localization;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using DtcPortal.Web.UserInterface;

namespace DtcPortal.Web.Pages.Manage.Calls.Show;

/// <summary>A part of a call in its task list.</summary>
/// <param name="Path">Under the call's address.</param>
/// <param name="Name">What it is.</param>
/// <param name="Detail">What it says now.</param>
/// <param name="State">Whether something is missing.</param>
public sealed record PartLine(string Path, string Name, string Detail, StateWord State);

/// <summary>The parts of a call with their state.</summary>
internal static class PartLines
{
    public static IReadOnlyList<PartLine> Of(CallOverview view, DateTimeOffset now, IText text)
    {
        StateWord State(bool isComplete) => isComplete ? new(Tone.Good, text["Complete"]) : new(Tone.Watch, text["Missing"]);
        var head = view.Head;
        return
        [
            new("text", text["Title and summary"], view.HasSummary ? text["In English, and in French where given"] : text["What the call is about is not written"], State(view.HasSummary)),
            new(
                "dates", text["Opening and deadline"],
                text["Deadline {0:HH:mm} on {0:d MMMM yyyy} ({1})", head.DeadlineLocal, head.DeadlineZone], Dates(head, now, text)),
            new("contact", text["Where to send, whom to ask"], view.HasContact ? text["Address, contact and languages are written"] : text["Address or contact is not written"], State(view.HasContact)),
            new(
                "qualifications", text["Minimum qualifications"],
                text.Plural(view.Qualifications, "{0} minimum qualification", "{0} minimum qualifications"), State(view.Qualifications > 0)),
            new(
                "criteria", text["Criteria and weights"],
                text.Plural(view.Criteria, "{0} criterion, weights sum to {1}", "{0} criteria, weights sum to {1}", view.WeightSum), State(view.WeightSum == 100)),
            new(
                "judging", text["Reviews, limit and band"],
                text.Plural(view.ReviewsEach, "{0} review each, {1} per country, band {2}", "{0} reviews each, {1} per country, band {2}", view.LimitPerCountry, view.BandMillionths / (decimal)ExactRounding.Million), State(true)),
            new("countries", text["Eligible countries"], text.Plural(view.Countries, "{0} country", "{0} countries"), State(view.Countries > 0)),
            new("form", text["What candidacies are asked"], text["Sections, questions and word limits"], State(true)),
            new(
                "committee", text["Committee"],
                text.Plural(view.Reviewers, "{0} reviewer", "{0} reviewers"), State(view.HasBothChairs && view.Reviewers >= view.ReviewsEach)),
        ];
    }

    // a draft that cannot be published any more wants new dates; of a published call the clock says where it stands
    private static StateWord Dates(CallHead head, DateTimeOffset now, IText text)
    {
        if (!head.IsDraft)
        {
            return text.State(Call.StateOf(CallStage.Published, head.OpensAt, head.DeadlineEndsAt, now));
        }

        return now < head.DeadlineEndsAt ? new StateWord(Tone.Good, text["Complete"]) : new StateWord(Tone.Watch, text["Deadline passed"]);
    }
}
