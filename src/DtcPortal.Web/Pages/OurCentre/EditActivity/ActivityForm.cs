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

    /// <summary>An entry in words, for the fields that the form shows.</summary>
    protected IEnumerable<PartValue> Say(ActivityInput input, Moments moments)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(moments);
        return
        [
            new(T["Kind"], T.Of(input.Kind)),
            new(T["Title"], input.Title),
            new(T["First day"], input.StartsOn is { } from ? moments.Date(from) : null),
            new(T["Last day"], (input.EndsOn ?? input.StartsOn) is { } to ? moments.Date(to) : null),
            new(T["Level"], input.Level is { } level ? T.Of(level) : null),
            new(T["How it was delivered"], input.Mode is { } mode ? T.Of(mode) : null),
            new(T["Whose curriculum"], input.Curriculum is { } source ? T.Of(source) : null),
            new(T["On whose request"], input.RequestedBy),
            new(IsStudy ? T["Findings and recommendations for the region"] : T["What was done"], input.Findings),
            new(T["Women"], Number(input.Women)),
            new(T["Men"], Number(input.Men)),
            new(T["Sex not stated"], Number(input.SexNotStated)),
            new(T["Hours in total"], Number(input.Hours)),
            new(T["Completed it"], Number(input.Completed)),
            new(T["Certificates issued"], Number(input.Certificates)),
            new(T["For whom"], input.TargetGroup is { } group ? T.Of(group) : null),
            new(T["Under 15"], Number(input.Under15)),
            new(T["15 to 24"], Number(input.Aged15To24)),
            new(T["25 to 59"], Number(input.Aged25To59)),
            new(T["60 and over"], Number(input.Aged60AndOver)),
            new(T["With a disability"], Number(input.WithDisability)),
            new(T["Found work after the training"], Number(input.FoundWork)),
            new(T["People whom these trainers have trained since"], Number(input.PeopleReached)),
            new(T["A new method or programme was tried"], input.IsNewMethod ? T["Yes"] : T["No"]),
        ];

        static string? Number(int? value) => value is { } number ? Figures.Number(number) : null;
    }

    private static readonly string[] Folded =
    [
        nameof(ActivityInput.SexNotStated), nameof(ActivityInput.Under15), nameof(ActivityInput.Aged15To24), nameof(ActivityInput.Aged25To59), nameof(ActivityInput.Aged60AndOver),
        nameof(ActivityInput.WithDisability), nameof(ActivityInput.FoundWork), nameof(ActivityInput.PeopleReached),
    ];
}
