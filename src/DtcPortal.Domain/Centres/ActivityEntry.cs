using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;

namespace DtcPortal.Domain.Centres;

/// <summary>What a centre does (product.md 8).</summary>
public enum ActivityKind
{
    /// <summary>Training of people.</summary>
    Training = 1,

    /// <summary>Training of trainers.</summary>
    TrainingOfTrainers = 2,

    /// <summary>Workshop for policy makers.</summary>
    PolicyWorkshop = 3,

    /// <summary>Market study or research on skills gaps (M2.2f).</summary>
    Study = 4,

    /// <summary>Training plan drawn from a study.</summary>
    TrainingPlan = 5,

    /// <summary>Support to a national digital skills strategy (M2.2d).</summary>
    StrategySupport = 6,

    /// <summary>Awareness.</summary>
    Awareness = 7,

    /// <summary>Promotion.</summary>
    Promotion = 8,

    /// <summary>Another activity agreed in writing (M2.2e).</summary>
    Other = 9,
}

/// <summary>Level of a training.</summary>
public enum TrainingLevel
{
    /// <summary>Basic.</summary>
    Basic = 1,

    /// <summary>Intermediate.</summary>
    Intermediate = 2,
}

/// <summary>How an activity is delivered.</summary>
public enum DeliveryMode
{
    /// <summary>On site.</summary>
    OnSite = 1,

    /// <summary>Remote.</summary>
    Remote = 2,

    /// <summary>Both.</summary>
    Blended = 3,
}

/// <summary>Whose curriculum a training follows.</summary>
public enum CurriculumSource
{
    /// <summary>ITU's.</summary>
    Itu = 1,

    /// <summary>Cisco's.</summary>
    Cisco = 2,

    /// <summary>The centre's own.</summary>
    Own = 3,
}

/// <summary>For whom an activity is; the parts of the catalogue's target-group.</summary>
public enum TargetGroup
{
    /// <summary>The base of the pyramid: people in poverty or without access (A6).</summary>
    BaseOfPyramid = 1,

    /// <summary>Jobseekers.</summary>
    Jobseekers = 2,

    /// <summary>Pupils and students.</summary>
    Students = 3,

    /// <summary>Small businesses.</summary>
    SmallBusinesses = 4,

    /// <summary>Public servants.</summary>
    PublicServants = 5,

    /// <summary>Everyone.</summary>
    GeneralPublic = 6,
}

/// <summary>How many took part, as participations; a person who comes twice counts twice.</summary>
public sealed record Participation
{
    /// <summary>Women.</summary>
    public int Women { get; init; }

    /// <summary>Men.</summary>
    public int Men { get; init; }

    /// <summary>Sex not stated.</summary>
    public int SexNotStated { get; init; }

    /// <summary>Of them under 15.</summary>
    public int Under15 { get; init; }

    /// <summary>Of them aged 15 to 24: youth.</summary>
    public int Aged15To24 { get; init; }

    /// <summary>Of them aged 25 to 59.</summary>
    public int Aged25To59 { get; init; }

    /// <summary>Of them aged 60 and over.</summary>
    public int Aged60AndOver { get; init; }

    /// <summary>Of them with a disability; null when nobody was asked.</summary>
    public int? WithDisability { get; init; }

    /// <summary>Of them who completed.</summary>
    public int Completed { get; init; }

    /// <summary>Certificates issued.</summary>
    public int Certificates { get; init; }

    /// <summary>Work found after the training, where known; null when not known.</summary>
    public int? FoundWork { get; init; }

    /// <summary>People by sex and by age, each under the name of its input.</summary>
    internal IEnumerable<(string Field, int Count)> Parts =>
    [
        (nameof(Women), Women), (nameof(Men), Men), (nameof(SexNotStated), SexNotStated),
        (nameof(Under15), Under15), (nameof(Aged15To24), Aged15To24), (nameof(Aged25To59), Aged25To59), (nameof(Aged60AndOver), Aged60AndOver),
    ];

    /// <summary>Those whose age is stated; the others are not stated.</summary>
    public int AgeStated => Under15 + Aged15To24 + Aged25To59 + Aged60AndOver;

    /// <summary>All who took part.</summary>
    public int Total => Women + Men + SexNotStated;
}

/// <summary>What is entered of an activity.</summary>
public sealed record ActivityEntry
{
    /// <summary>Kind.</summary>
    public required ActivityKind Kind { get; init; }

    /// <summary>Title.</summary>
    public required string? Title { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly? StartsOn { get; init; }

    /// <summary>Last day; the activity counts in the quarter of this day.</summary>
    public required DateOnly? EndsOn { get; init; }

    /// <summary>Level of a training; null for others.</summary>
    public TrainingLevel? Level { get; init; }

    /// <summary>How it was delivered.</summary>
    public DeliveryMode? Mode { get; init; }

    /// <summary>Hours, in total.</summary>
    public int Hours { get; init; }

    /// <summary>Whose curriculum.</summary>
    public CurriculumSource? Curriculum { get; init; }

    /// <summary>For whom.</summary>
    public TargetGroup? TargetGroup { get; init; }

    /// <summary>Who took part.</summary>
    public Participation Participation { get; init; } = new();

    /// <summary>People reached by the trainers who were trained.</summary>
    public int PeopleReached { get; init; }

    /// <summary>Whether a new method or programme was tried.</summary>
    public bool IsNewMethod { get; init; }

    /// <summary>Institutions that reuse the curriculum since.</summary>
    public int InstitutionsReusing { get; init; }

    /// <summary>On whose request a study was done.</summary>
    public string? RequestedBy { get; init; }

    /// <summary>Findings and recommendations of a study, or what was agreed in writing.</summary>
    public string? Findings { get; init; }
}
