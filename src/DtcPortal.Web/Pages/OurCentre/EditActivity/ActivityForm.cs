using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Reporting;
using DtcPortal.Web.Pages.OurCentre.Activities;
using DtcPortal.Web.UserInterface;

namespace DtcPortal.Web.Pages.OurCentre.EditActivity;

/// <summary>A page with the form of an activity.</summary>
public abstract class ActivityForm : PortalPage
{
    public ActivityCard Card { get; protected set; } = null!;

    /// <summary>Whether it is one that is there already.</summary>
    public abstract bool IsKnown { get; }

    /// <summary>Whether its period still changes.</summary>
    public bool IsOpen { get; protected set; } = true;

    public ReportingPeriod? Period { get; protected set; }

    public abstract ActivityInput Form { get; }

    public bool Trains => Form.Kind is ActivityKind.Training or ActivityKind.TrainingOfTrainers;

    public bool Learns => Form.Kind == ActivityKind.Training;

    public bool IsStudy => Card.Code == "study";

    public bool HasPeople => !IsStudy;

    /// <summary>Whether findings, or what was agreed in writing, are asked for.</summary>
    public bool AsksFindings => IsStudy || Card.Code == "promotion";

    public IEnumerable<Choice> Kinds => Card.Kinds.Select(kind => new Choice(kind.ToString(), T.Of(kind)));

    public IEnumerable<Choice> Levels => Enum.GetValues<TrainingLevel>().Select(level => new Choice(level.ToString(), T.Of(level)));

    public IEnumerable<Choice> Modes => Enum.GetValues<DeliveryMode>().Select(mode => new Choice(mode.ToString(), T.Of(mode)));

    public IEnumerable<Choice> Curricula => Enum.GetValues<CurriculumSource>().Select(source => new Choice(source.ToString(), T.Of(source)));

    public IEnumerable<Microsoft.AspNetCore.Mvc.Rendering.SelectListItem> Groups =>
        Enum.GetValues<TargetGroup>().Select(group => new Microsoft.AspNetCore.Mvc.Rendering.SelectListItem(T.Of(group), group.ToString()));

    /// <summary>Whether the folded figures hold something, or something is wrong there.</summary>
    public bool IsMoreOpen =>
        Form is { Under15: not null } or { Aged15To24: not null } or { Aged25To59: not null } or { Aged60AndOver: not null } or { WithDisability: not null } or { FoundWork: not null } or { PeopleReached: not null } or { IsNewMethod: true }
        || Folded.Any(name => ModelState.TryGetValue($"Input.{name}", out var entry) && entry.Errors.Count > 0);

    private static readonly string[] Folded =
    [
        nameof(ActivityInput.SexNotStated), nameof(ActivityInput.Under15), nameof(ActivityInput.Aged15To24), nameof(ActivityInput.Aged25To59), nameof(ActivityInput.Aged60AndOver),
        nameof(ActivityInput.WithDisability), nameof(ActivityInput.FoundWork), nameof(ActivityInput.PeopleReached),
    ];
}
