using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;

namespace DtcPortal.Domain.Centres;

/// <summary>Something a centre did.</summary>
public sealed class Activity : IVersioned
{
    /// <summary>Longest title.</summary>
    public const int TitleLength = 200;

    /// <summary>Longest findings.</summary>
    public const int FindingsLength = 4000;

    /// <summary>Most people in one activity.</summary>
    public const int MostPeople = 100_000;

    /// <summary>Longest span.</summary>
    public const int MostDays = 366;

    private Activity()
    {
    }

    /// <summary>An activity as entered, with the key that its form was given, if any.</summary>
    public Activity(Guid centreId, ActivityEntry entry, DateOnly today, string authorName, DateTimeOffset now, Guid? key = null)
    {
        Id = key ?? Guid.CreateVersion7();
        (CentreId, RecordedAt) = (centreId, now);
        Change(entry, today, authorName, now);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The centre.</summary>
    public Guid CentreId { get; private set; }

    /// <summary>The quarter of its last day.</summary>
    public ReportingPeriod Period { get; private set; }

    /// <summary>Kind.</summary>
    public ActivityKind Kind { get; private set; }

    /// <summary>Title.</summary>
    public string Title { get; private set; } = string.Empty;

    /// <summary>The title folded for search.</summary>
    public string TitleKey { get; private set; } = string.Empty;

    /// <summary>First day.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>Level of a training; null for others.</summary>
    public TrainingLevel? Level { get; private set; }

    /// <summary>How it was delivered.</summary>
    public DeliveryMode? Mode { get; private set; }

    /// <summary>Hours, in total.</summary>
    public int Hours { get; private set; }

    /// <summary>Whose curriculum.</summary>
    public CurriculumSource? Curriculum { get; private set; }

    /// <summary>For whom.</summary>
    public TargetGroup? TargetGroup { get; private set; }

    /// <summary>Who took part.</summary>
    public Participation Participation { get; private set; } = new();

    /// <summary>People reached by the trainers who were trained.</summary>
    public int PeopleReached { get; private set; }

    /// <summary>Whether a new method or programme was tried.</summary>
    public bool IsNewMethod { get; private set; }

    /// <summary>Institutions that reuse the curriculum since.</summary>
    public int InstitutionsReusing { get; private set; }

    /// <summary>On whose request a study was done.</summary>
    public string? RequestedBy { get; private set; }

    /// <summary>Findings and recommendations.</summary>
    public string? Findings { get; private set; }

    /// <summary>When it was entered.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Who changed it last.</summary>
    public string ChangedByName { get; private set; } = string.Empty;

    /// <summary>When it was removed; null while it counts.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Changes it; the caller has checked that its period is not approved.</summary>
    public void Change(ActivityEntry entry, DateOnly today, string authorName, DateTimeOffset now)
    {
        Check(entry, today);
        (Kind, Title, StartsOn, EndsOn) = (entry.Kind, entry.Title!.Trim(), entry.StartsOn!.Value, entry.EndsOn!.Value);
        TitleKey = TextFold.Of(Title);
        Period = ReportingPeriod.Of(EndsOn);
        (Level, Mode, Hours, Curriculum, TargetGroup) = (entry.Level, entry.Mode, entry.Hours, entry.Curriculum, entry.TargetGroup);
        (Participation, PeopleReached, IsNewMethod, InstitutionsReusing) = (entry.Participation, entry.PeopleReached, entry.IsNewMethod, entry.InstitutionsReusing);
        (RequestedBy, Findings) = (entry.RequestedBy?.Trim(), entry.Findings?.Trim());
        (ChangedByName, ChangedAt) = (authorName, now);
    }

    /// <summary>Throws <see cref="RuleBrokenException"/> with all that is wrong with an entry by itself, whatever its centre and period.</summary>
    public static void Check(ActivityEntry entry, DateOnly today)
    {
        var rules = new FormRules();
        rules.Require(!string.IsNullOrWhiteSpace(entry.Title), "Write a title.", "Title");
        rules.Require(entry.Title is null || entry.Title.Length <= TitleLength, new Message("A title has at most {0} characters.", TitleLength), "Title");
        rules.Require(entry.StartsOn is not null, "Write the first day.", "StartsOn");
        rules.Require(entry.StartsOn is null || entry.StartsOn.Value.Year >= ReportingPeriod.FirstYear, new Message("Enter a date of {0} or later.", ReportingPeriod.FirstYear), "StartsOn");
        rules.Require(entry.EndsOn is not null, "Write the last day.", "EndsOn", "StartsOn");
        rules.Require(entry.StartsOn is null || entry.EndsOn is null || entry.EndsOn >= entry.StartsOn, "The last day must not be before the first.", "EndsOn", "StartsOn");
        rules.Require(entry.EndsOn is null || entry.EndsOn <= today, "An activity is entered once it is over.", "EndsOn", "StartsOn");
        rules.Require(entry.StartsOn is null || entry.EndsOn is null || entry.EndsOn.Value.DayNumber - entry.StartsOn.Value.DayNumber <= MostDays, "An activity lasts a year at most.", "StartsOn", "EndsOn");
        rules.Require(entry.Hours is >= 0 and <= 10_000, "Hours are from 0 to 10,000.", "Hours");
        RequireFitting(rules, entry);
        RequireCounts(rules, entry);
        rules.Demand();
    }

    /// <summary>Whether another says the same.</summary>
    public bool SaysAs(Activity other) =>
        (Kind, Title, StartsOn, EndsOn, Level, Mode, Hours, Curriculum, TargetGroup)
            == (other.Kind, other.Title, other.StartsOn, other.EndsOn, other.Level, other.Mode, other.Hours, other.Curriculum, other.TargetGroup)
        && (Participation, PeopleReached, IsNewMethod, InstitutionsReusing, RequestedBy, Findings)
            == (other.Participation, other.PeopleReached, other.IsNewMethod, other.InstitutionsReusing, other.RequestedBy, other.Findings);

    /// <summary>Removes it; it no longer counts.</summary>
    public void Remove(string authorName, DateTimeOffset now)
    {
        Rule.Require(RemovedAt is null, "This activity was removed before.");
        (RemovedAt, ChangedByName, ChangedAt) = (now, authorName, now);
    }

    /// <summary>Puts it back.</summary>
    public void Restore(string authorName, DateTimeOffset now) => (RemovedAt, ChangedByName, ChangedAt) = (null, authorName, now);

    private static void RequireFitting(FormRules rules, ActivityEntry entry)
    {
        var trains = entry.Kind is ActivityKind.Training or ActivityKind.TrainingOfTrainers;
        rules.Require(entry.Kind != ActivityKind.Training || entry.Level is not null, "Choose the level of the training.", "Level");
        rules.Require(!trains || entry.Mode is not null, "Choose how it was delivered.", "Mode");
        rules.Require(!trains || entry.Curriculum is not null, "Choose whose curriculum it followed.", "Curriculum");
        rules.Require(entry.Kind != ActivityKind.Study || !string.IsNullOrWhiteSpace(entry.RequestedBy), "Write on whose request the study was done.", "RequestedBy");
        rules.Require(entry.RequestedBy is null || entry.RequestedBy.Length <= TitleLength, new Message("A name has at most {0} characters.", TitleLength), "RequestedBy");
        rules.Require(
            entry.Kind is not (ActivityKind.Study or ActivityKind.Other) || !string.IsNullOrWhiteSpace(entry.Findings),
            "Write the findings, or what was agreed in writing.", "Findings");
        rules.Require(entry.Findings is null || entry.Findings.Length <= FindingsLength, new Message("Findings have at most {0} characters.", FindingsLength), "Findings");
    }

    private static void RequireCounts(FormRules rules, ActivityEntry entry)
    {
        var people = entry.Participation;
        foreach (var (field, count) in people.Parts)
        {
            rules.Require(count >= 0, "A number of people is 0 or more.", field);
        }

        string[] all = ["Women", "Men", "SexNotStated"];
        rules.Require(people.Total <= MostPeople, new Message("One activity has at most {0} people.", MostPeople), "Women", all);
        rules.Require(people.AgeStated <= people.Total, "People by age must not be more than all who took part.", "Under15", [.. all, "Aged15To24", "Aged25To59", "Aged60AndOver"]);
        rules.Require(people.WithDisability is null || (people.WithDisability >= 0 && people.WithDisability <= people.Total), "People with a disability must not be more than all who took part.", "WithDisability", all);
        rules.Require(people.Completed >= 0 && people.Completed <= people.Total, "Those who completed must not be more than all who took part.", "Completed", all);
        rules.Require(people.Certificates >= 0, "Certificates are 0 or more.", "Certificates");
        // who completed may not be known yet
        rules.Require(people.Completed == 0 || people.Certificates <= people.Completed, "Certificates must not be more than those who completed.", "Certificates", [.. all, "Completed"]);
        rules.Require(people.Certificates <= people.Total, "Certificates must not be more than all who took part.", "Certificates", all);
        rules.Require(people.FoundWork is null || (people.FoundWork >= 0 && people.FoundWork <= people.Total), "Those who found work must not be more than all who took part.", "FoundWork", all);
        rules.Require(entry.PeopleReached is >= 0 and <= 10_000_000, "People reached are 0 or more.", "PeopleReached");
        rules.Require(entry.InstitutionsReusing is >= 0 and <= 10_000, "Institutions are 0 or more.", "InstitutionsReusing");
    }
}
