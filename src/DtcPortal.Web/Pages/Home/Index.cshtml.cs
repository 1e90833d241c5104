using DtcPortal.Application.Calls;
using DtcPortal.Application.Centres;
using DtcPortal.Application.Reporting;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Reporting;
using Microsoft.AspNetCore.Authorization;

namespace DtcPortal.Web.Pages.Home;

/// <summary>What the initiative is, the open call, three approved figures, the centres.</summary>
[AllowAnonymous]
public sealed class IndexModel(PublicCallQueries calls, PublicCentreQueries centres, ResultsQueries results) : PortalPage
{
    private const string Trained = "trained-basic";
    private const string Women = "sex:women";

    /// <summary>The open call that closes first, else the next to open.</summary>
    public CallSummary? Call { get; private set; }

    /// <summary>Centres by region.</summary>
    public IReadOnlyList<IGrouping<Domain.Common.Region, PublicCentre>> Regions { get; private set; } = [];

    /// <summary>Centres that are active.</summary>
    public IReadOnlyList<PublicCentre> Active { get; private set; } = [];

    /// <summary>People trained at basic level in the year of the latest approved figures, up to them; null when there are none.</summary>
    public Figure? People { get; private set; }

    /// <summary>Women among them; null when hidden or none.</summary>
    public Figure? WomenAmong { get; private set; }

    /// <summary>First and last period of these figures.</summary>
    public (ReportingPeriod From, ReportingPeriod To)? Span { get; private set; }

    /// <summary>Centres with an approved figure in the last period.</summary>
    public int CentresInLast { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync()
    {
        Call = await calls.NextAsync(Cancel);
        var all = await centres.ListAsync(Cancel);
        Active = [.. all.Where(centre => centre.State == CentreState.Active)];
        Regions = [.. all.GroupBy(centre => centre.Region)];
        var trained = (await results.OfAsync([Trained], Cancel)).GetValueOrDefault(Trained);
        if (trained is { Periods: [.., var last] })
        {
            var from = trained.Periods.First(period => period.Period.Year == last.Period.Year).Period;
            Span = (from, last.Period);
            People = trained.Span(PublicArea.Programme, Observation.WholePart, from, last.Period).Figure;
            WomenAmong = trained.Span(PublicArea.Programme, Women, from, last.Period).Figure;
            CentresInLast = last.Centres;
        }
    }
}
