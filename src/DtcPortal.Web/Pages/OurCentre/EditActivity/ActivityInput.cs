using System.ComponentModel.DataAnnotations;
using DtcPortal.Domain.Centres;

namespace DtcPortal.Web.Pages.OurCentre.EditActivity;

/// <summary>The form of an activity; numbers left empty are not known yet.</summary>
public sealed class ActivityInput
{
    public ActivityKind Kind { get; set; }

    [Required(ErrorMessage = "Write a title.")]
    [StringLength(Activity.TitleLength)]
    public string? Title { get; set; }

    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }

    public TrainingLevel? Level { get; set; }

    public DeliveryMode? Mode { get; set; }

    public int? Hours { get; set; }

    public CurriculumSource? Curriculum { get; set; }

    public TargetGroup? TargetGroup { get; set; }

    public int? Women { get; set; }

    public int? Men { get; set; }

    public int? SexNotStated { get; set; }

    public int? Under15 { get; set; }

    public int? Aged15To24 { get; set; }

    public int? Aged25To59 { get; set; }

    public int? Aged60AndOver { get; set; }

    public int? WithDisability { get; set; }

    public int? Completed { get; set; }

    public int? Certificates { get; set; }

    public int? FoundWork { get; set; }

    public int? PeopleReached { get; set; }

    public bool IsNewMethod { get; set; }

    [StringLength(Activity.TitleLength)]
    public string? RequestedBy { get; set; }

    [StringLength(Activity.FindingsLength)]
    public string? Findings { get; set; }

    public long Version { get; set; }

    public static ActivityInput Of(Activity activity)
    {
        var people = activity.Participation;
        return new ActivityInput
        {
            Kind = activity.Kind, Title = activity.Title, StartsOn = activity.StartsOn, EndsOn = activity.EndsOn, Level = activity.Level, Mode = activity.Mode,
            Hours = Known(activity.Hours), Curriculum = activity.Curriculum, TargetGroup = activity.TargetGroup,
            Women = people.Total == 0 ? null : people.Women, Men = people.Total == 0 ? null : people.Men, SexNotStated = Known(people.SexNotStated),
            Under15 = Known(people.Under15), Aged15To24 = Known(people.Aged15To24), Aged25To59 = Known(people.Aged25To59), Aged60AndOver = Known(people.Aged60AndOver),
            WithDisability = people.WithDisability, Completed = Known(people.Completed), Certificates = Known(people.Certificates), FoundWork = people.FoundWork,
            PeopleReached = Known(activity.PeopleReached), IsNewMethod = activity.IsNewMethod, RequestedBy = activity.RequestedBy, Findings = activity.Findings, Version = activity.Version,
        };
    }

    /// <summary>What is entered; what another kind asks for is left out.</summary>
    public ActivityEntry ToEntry()
    {
        var trains = Kind is ActivityKind.Training or ActivityKind.TrainingOfTrainers;
        var learns = Kind == ActivityKind.Training;
        return new ActivityEntry
        {
            Kind = Kind, Title = Title, StartsOn = StartsOn, EndsOn = EndsOn ?? StartsOn,
            Level = learns ? Level : null, Mode = Mode, Hours = Hours ?? 0, Curriculum = trains ? Curriculum : null, TargetGroup = TargetGroup,
            Participation = new Participation
            {
                Women = Women ?? 0, Men = Men ?? 0, SexNotStated = SexNotStated ?? 0,
                Under15 = Under15 ?? 0, Aged15To24 = Aged15To24 ?? 0, Aged25To59 = Aged25To59 ?? 0, Aged60AndOver = Aged60AndOver ?? 0,
                WithDisability = WithDisability, Completed = trains ? Completed ?? 0 : 0, Certificates = trains ? Certificates ?? 0 : 0, FoundWork = learns ? FoundWork : null,
            },
            PeopleReached = Kind == ActivityKind.TrainingOfTrainers ? PeopleReached ?? 0 : 0, IsNewMethod = IsNewMethod,
            RequestedBy = RequestedBy, Findings = Findings,
        };
    }

    private static int? Known(int count) => count == 0 ? null : count;
}
