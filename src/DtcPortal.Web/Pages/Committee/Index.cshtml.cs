using DtcPortal.Application.Committee;
using DtcPortal.Application.Common;
using DtcPortal.Domain.Calls;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;

namespace DtcPortal.Web.Pages.Committee;

/// <summary>A member's calls: conflicts to declare first, reviews in their own reading order; for co-chairs what waits.</summary>
[Authorize(Policy = nameof(Policies.Committee))]
public sealed class IndexModel(CommitteeQueries queries, PortalClock clock) : PortalPage
{
    public IReadOnlyList<CommitteeCall> Current { get; private set; } = [];

    public IReadOnlyList<CommitteeCall> Past { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var calls = await queries.OverviewAsync(Actor, Cancel);
        Current = [.. calls.Where(call => call.Seat.Stage < CallStage.Decided)];
        Past = [.. calls.Where(call => call.Seat.Stage >= CallStage.Decided)];
    }

    public StateWord StateOf(CommitteeCall call) => T.State(call.Seat.StateAt(clock.Now));

    /// <summary>Why the committee has nothing to do before screening.</summary>
    public string Waiting(CommitteeCall call) => call.Seat.StateAt(clock.Now) switch
    {
        CallState.Published => T["The call is not open yet. Your work starts with screening."],
        CallState.Open => T["Candidacies are still coming in. Your work starts with screening."],
        _ => T["The deadline has passed. Your work starts with screening."],
    };

    public StateWord StateOf(OwnAssignment own, CommitteeCall call) => own switch
    {
        { HasConflict: true } => new(Tone.Plain, T["Conflict"]),
        { SubmittedAt: not null } => new(Tone.Good, T["Submitted|review"]),
        { IsClarified: true } => new(Tone.Plain, T["Waits for the applicant"]),
        { IsReopened: true } => new(Tone.Watch, T["Reopened|review"]),
        { IsBegun: true } => new(Tone.Info, T.Plural(own.Scored, "{0} of {1} scored", "{0} of {1} scored|many", call.Criteria)),
        _ => new(Tone.Plain, T["Not started|review"]),
    };

    /// <summary>The next review to write: the first in the reading order that is not submitted.</summary>
    public static OwnAssignment? Next(CommitteeCall call) =>
        call.Seat.Stage == CallStage.Scoring && call.Seat.DeclaredAt is not null
            ? call.Own.FirstOrDefault(own => own is { SubmittedAt: null, HasConflict: false, IsClarified: false })
            : null;
}
