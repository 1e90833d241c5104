using DtcPortal.Application.Partners;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Microsoft.AspNetCore.Http.Extensions;

namespace DtcPortal.Web.Pages.Partners;

/// <summary>Addresses of figures and views.</summary>
internal static class FigureLinks
{
    /// <summary>The rows behind a figure of the dashboard.</summary>
    public static string Rows(DashboardChoice choice, string indicator, string? part = null, ReportingPeriod? period = null, DashboardCentre? centre = null)
    {
        var query = Query(choice, centre ?? choice.Centre, period ?? choice.From, period ?? choice.To);
        query.Add("indicator", indicator);
        if (part is not null && part != Observation.WholePart)
        {
            query.Add("part", part);
        }

        return "/partners/figures" + query.ToQueryString();
    }

    /// <summary>A chart's figures as a file.</summary>
    public static string File(DashboardChoice choice, string chart)
    {
        var query = Query(choice, choice.Centre, choice.From, choice.To);
        query.Add("indicator", choice.Indicator?.Code ?? string.Empty);
        query.Add("handler", "Download");
        query.Add("chart", chart);
        return "/partners" + query.ToQueryString();
    }

    private static QueryBuilder Query(DashboardChoice choice, DashboardCentre? centre, ReportingPeriod from, ReportingPeriod to)
    {
        var query = new QueryBuilder { { "from", from.ToString() }, { "to", to.ToString() } };
        if (choice.Phase is { } phase)
        {
            query.Add("phase", phase.Slug);
        }

        if (choice.Region is { } region)
        {
            query.Add("region", region.Code());
        }

        if (centre is not null)
        {
            query.Add("centre", centre.Slug);
        }

        return query;
    }
}
