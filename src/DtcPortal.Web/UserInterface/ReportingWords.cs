using DtcPortal.Application.Centres;
using DtcPortal.Application.Localization;
using DtcPortal.Application.Reporting;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Reporting;

namespace DtcPortal.Web.UserInterface;

/// <summary>The one word for kinds of activities, their facts, sources of income and where reports stand.</summary>
public static class ReportingWords
{
    /// <summary>A kind of activity.</summary>
    public static string Of(this IText text, ActivityKind kind) => kind switch
    {
        ActivityKind.Training => text["Direct training"],
        ActivityKind.TrainingOfTrainers => text["Training of trainers"],
        ActivityKind.PolicyWorkshop => text["Workshop for policy makers"],
        ActivityKind.Study => text["Market study or skills gap research"],
        ActivityKind.TrainingPlan => text["Training plan drawn from a study"],
        ActivityKind.StrategySupport => text["Support to a national digital skills strategy"],
        ActivityKind.Awareness => text["Awareness"],
        ActivityKind.Promotion => text["Promotion"],
        ActivityKind.Other => text["Other activity agreed in writing"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of activity."),
    };

    /// <summary>So many activities of a kind: 12 courses, 1 workshop.</summary>
    public static string Count(this IText text, ActivityKind kind, int count) => kind switch
    {
        ActivityKind.Training or ActivityKind.TrainingOfTrainers => text.Plural(count, "{0} course", "{0} courses"),
        ActivityKind.PolicyWorkshop => text.Plural(count, "{0} workshop", "{0} workshops"),
        ActivityKind.Study => text.Plural(count, "{0} study", "{0} studies"),
        _ => text.Plural(count, "{0} activity", "{0} activities"),
    };

    /// <summary>Activities that a figure of a report counts.</summary>
    public static string Of(this IText text, ActivityCount count) => count switch
    {
        ActivityCount.Agreed => text["Of a kind that the agreement names"],
        ActivityCount.PartyMaterials => text["Courses with materials of ITU or Cisco"],
        ActivityCount.NewMethods => text["With a new method"],
        ActivityCount.WorkKnown => text["With a count of people who found work"],
        _ => throw new ArgumentOutOfRangeException(nameof(count), count, "Not a choice of activities."),
    };

    /// <summary>A level of training.</summary>
    public static string Of(this IText text, TrainingLevel level) => level == TrainingLevel.Basic ? text["Basic level"] : text["Intermediate level"];

    /// <summary>How something is delivered.</summary>
    public static string Of(this IText text, DeliveryMode mode) => mode switch
    {
        DeliveryMode.OnSite => text["On site"],
        DeliveryMode.Remote => text["Remote"],
        DeliveryMode.Blended => text["Blended"],
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Not a way of delivery."),
    };

    /// <summary>Whose curriculum.</summary>
    public static string Of(this IText text, CurriculumSource source) => source switch
    {
        CurriculumSource.Itu => text["ITU’s curriculum"],
        CurriculumSource.Cisco => text["Cisco’s curriculum"],
        CurriculumSource.Own => text["Our own curriculum"],
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "Not a source of a curriculum."),
    };

    /// <summary>For whom.</summary>
    public static string Of(this IText text, TargetGroup group) => group switch
    {
        TargetGroup.BaseOfPyramid => text["Base of the pyramid: people in poverty or without access"],
        TargetGroup.Jobseekers => text["Jobseekers"],
        TargetGroup.Students => text["Pupils and students"],
        TargetGroup.SmallBusinesses => text["Small businesses"],
        TargetGroup.PublicServants => text["Public servants"],
        TargetGroup.GeneralPublic => text["General public"],
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "Not a target group."),
    };

    /// <summary>A source of income.</summary>
    public static string Of(this IText text, IncomeSource source) => source switch
    {
        IncomeSource.TrainingFees => text["Training fees"],
        IncomeSource.Community => text["Community funds"],
        IncomeSource.Donations => text["Donations"],
        IncomeSource.PublicFunds => text["Public funds"],
        IncomeSource.Companies => text["Companies"],
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "Not a source of income."),
    };

    /// <summary>Where a report stands in lists: its state, or that it is awaited or missing.</summary>
    public static StateWord State(this IText text, ReportStanding standing, ReportState? state) => standing switch
    {
        ReportStanding.Missing => new(Tone.Bad, text["Overdue"]),
        _ when state is { } known => text.State(known),
        _ => new(Tone.Plain, text["Not started"]),
    };

    /// <summary>Where a report stands, in the same word as in lists.</summary>
    public static StateWord State(this IText text, ReportView report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return text.State(report.IsOverdue && report.State != ReportState.Returned ? ReportStanding.Missing : ReportStanding.Awaited, report.State);
    }

    /// <summary>A standing as a choice of a filter.</summary>
    public static string Of(this IText text, ReportStanding standing) => standing switch
    {
        ReportStanding.Awaited => text["Awaited, not due yet"],
        ReportStanding.Missing => text["Overdue"],
        ReportStanding.Returned => text["Returned|report"],
        ReportStanding.Submitted => text["Submitted: to verify"],
        ReportStanding.Verified => text["Verified: to approve"],
        ReportStanding.Approved => text["Approved|report"],
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "Not a standing of a report."),
    };

    /// <summary>July to September 2026.</summary>
    public static string Months(this IText text, ReportingPeriod period)
    {
        ArgumentNullException.ThrowIfNull(text);
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        return text["{0} to {1}|months", period.FirstDay.ToString("MMMM", culture), period.LastDay.ToString("MMMM yyyy", culture)];
    }

    /// <summary>A figure of an indicator as text, a share in percent; null when there is none.</summary>
    public static string? Number(this Indicator indicator, Figure? figure)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return figure is null ? null
            : indicator.IsRatio ? Figures.Percent(100 * figure.Value, indicator.Decimals)
            : Figures.Number(figure.Value, figure.Value == decimal.Truncate(figure.Value) ? 0 : indicator.Decimals);
    }

    /// <summary>What is wrong with a row, in a sentence.</summary>
    public static string Of(this IText text, ReportProblem problem, ReportRow row)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(row);
        var by = Disaggregation.Find(problem.Disaggregation) is { } known ? text.Of(known.Name) : string.Empty;
        return problem.Kind switch
        {
            ReportProblemKind.Negative => text["a figure is below 0"],
            ReportProblemKind.NotWhole => text["a count has a fraction"],
            ReportProblemKind.TotalMissing => text["the total is missing; its parts by {0} are there", Lower(by)],
            ReportProblemKind.PartsMissing => text["say how the total is divided by {0}", Lower(by)],
            ReportProblemKind.WrongSum when problem.Difference > 0 => text["the parts by {1} miss the total by {0}", Figures.Number(problem.Difference), Lower(by)],
            ReportProblemKind.WrongSum => text["the parts by {1} are {0} more than the total", Figures.Number(-problem.Difference), Lower(by)],
            ReportProblemKind.CommentMissing => text["{0} against {1} needs a comment", Jump(text, row), row.LastApproved!.Value.Period],
            _ => throw new ArgumentOutOfRangeException(nameof(problem), problem.Kind, "Not a problem of a report."),
        };
    }

    /// <summary>How much a value jumps: +64 %, or from 0 to 30.</summary>
    public static string Jump(this IText text, ReportRow row)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(row);
        return row.JumpPercent is { } percent
            ? $"{Figures.Difference(decimal.Round(percent, MidpointRounding.AwayFromZero))}\u00a0%"
            : text["{0} after 0", Figures.Number(row.Typed.Total ?? 0)];
    }

    private static string Lower(string word) => word.ToLower(System.Globalization.CultureInfo.CurrentCulture);
}
