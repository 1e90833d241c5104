using DtcPortal.Application.Centres;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Reporting;

namespace DtcPortal.Web.Pages.OurCentre.WriteReport;

/// <summary>Where one sees what a computed figure is made of.</summary>
public static class ReportAddresses
{
    /// <summary>The filter of the activities that sum to an indicator's figure, as it stands in an address; null where it is not made of activities.</summary>
    public static string? ActivitiesOf(string? computation) => computation switch
    {
        "participants-basic" => $"&kind={ActivityKind.Training}&level={TrainingLevel.Basic}",
        "participants-intermediate" => $"&kind={ActivityKind.Training}&level={TrainingLevel.Intermediate}",
        "completed" or "certificates" or "training-hours" => $"&kind={ActivityKind.Training}",
        "trainers-trained" or "reached-by-trainers" => $"&kind={ActivityKind.TrainingOfTrainers}",
        "policy-workshops" or "policy-participants" => $"&kind={ActivityKind.PolicyWorkshop}",
        "studies" => $"&kind={ActivityKind.Study}",
        "work-found" => $"&counted={ActivityCount.WorkKnown}",
        "courses-with-party-materials" => $"&counted={ActivityCount.PartyMaterials}",
        "new-methods" => $"&counted={ActivityCount.NewMethods}",
        "activities-done" => $"&counted={ActivityCount.Agreed}",
        _ => null,
    };

    /// <summary>The page of the centre that shows it; null where there is none.</summary>
    public static string? Of(Indicator indicator, IReadOnlyList<Indicator> all, ReportingPeriod period)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        if (indicator.IsRatio)
        {
            // a share opens what it is a share of
            return indicator.Denominator.Select(term => all.FirstOrDefault(candidate => candidate.Code == term.Indicator)).OfType<Indicator>().Where(whole => !whole.IsRatio)
                .Select(whole => indicator.Denominator.Count > 1 ? $"/centre/activities?period={period}&kind={ActivityKind.Training}" : Of(whole, all, period)).FirstOrDefault();
        }

        return indicator.Computation switch
        {
            "income" or "costs" => $"/centre/income?period={period}",
            "activities-agreed" => "/centre/agreement",
            var computation => ActivitiesOf(computation) is { } filter ? $"/centre/activities?period={period}{filter}" : null,
        };
    }
}
