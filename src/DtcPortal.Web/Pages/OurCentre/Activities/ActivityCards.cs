using DtcPortal.Application.Centres;
using DtcPortal.Application.Localization;
using DtcPortal.Domain.Centres;
using DtcPortal.Web.UserInterface;

namespace DtcPortal.Web.Pages.OurCentre.Activities;

/// <summary>One of the five ways to add an activity.</summary>
/// <param name="Code">Its name in addresses.</param>
/// <param name="Name">Its name.</param>
/// <param name="Hint">A line below.</param>
/// <param name="Kinds">The kinds of activity that it offers, the usual one first.</param>
public sealed record ActivityCard(string Code, string Name, string? Hint, IReadOnlyList<ActivityKind> Kinds);

/// <summary>The five cards of "Add an activity", and how an activity is said in a line.</summary>
public static class ActivityCards
{
    /// <summary>All cards, in order.</summary>
    public static IReadOnlyList<ActivityCard> All(IText T)
    {
        ArgumentNullException.ThrowIfNull(T);
        return
        [
            new("training", T["Training"], T["basic, intermediate"], [ActivityKind.Training]),
            new("trainers", T["Training of trainers"], null, [ActivityKind.TrainingOfTrainers]),
            new("workshop", T["Workshop"], T["policy makers"], [ActivityKind.PolicyWorkshop]),
            new("study", T["Study"], T["market, skills gap, plan, strategy"], [ActivityKind.Study, ActivityKind.TrainingPlan, ActivityKind.StrategySupport]),
            new("promotion", T["Promotion"], T["awareness, other"], [ActivityKind.Awareness, ActivityKind.Promotion, ActivityKind.Other]),
        ];
    }

    /// <summary>The card of a kind.</summary>
    public static ActivityCard Of(IText T, ActivityKind kind) => All(T).Single(card => card.Kinds.Contains(kind));

    /// <summary>Training, basic level · 16 to 20 November 2026 · on site.</summary>
    public static string Line(IText T, Moments moments, ActivityRow activity)
    {
        ArgumentNullException.ThrowIfNull(T);
        ArgumentNullException.ThrowIfNull(moments);
        ArgumentNullException.ThrowIfNull(activity);
        var kind = activity.Level is { } level ? $"{T.Of(activity.Kind)}, {Lower(T.Of(level))}" : T.Of(activity.Kind);
        var dates = Dates(T, moments, activity.StartsOn, activity.EndsOn);
        return activity.Mode is { } mode ? $"{kind} · {dates} · {Lower(T.Of(mode))}" : $"{kind} · {dates}";
    }

    /// <summary>16 to 20 November 2026, or the one day.</summary>
    public static string Dates(IText T, Moments moments, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(T);
        ArgumentNullException.ThrowIfNull(moments);
        return from == to ? moments.ShortDate(to) : T["{0} to {1}", moments.ShortDate(from), moments.ShortDate(to)];
    }

    private static string Lower(string word) => word.Length == 0 ? word : char.ToLower(word[0], System.Globalization.CultureInfo.CurrentCulture) + word[1..];
}
