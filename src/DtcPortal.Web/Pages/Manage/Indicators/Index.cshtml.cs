using DtcPortal.Application.Reporting;
using DtcPortal.Domain.Reporting;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;

namespace DtcPortal.Web.Pages.Manage.Indicators;

[Authorize(Policy = nameof(Policies.ManagersAndCoChairs))]
public sealed class IndexModel(IndicatorQueries queries) : PortalPage
{
    public IReadOnlyList<Indicator> Indicators { get; private set; } = [];

    public bool CanChange => Actor.Is(Application.Accounts.PortalRole.ProgrammeManager);

    public async Task OnGetAsync() => Indicators = await queries.AllAsync(Cancel);

    /// <summary>Names of the disaggregations.</summary>
    public string PartsOf(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        var names = indicator.Disaggregations.Select(Disaggregation.Find).OfType<Application.ReferenceData.DisaggregationDefinition>().Select(found => T.Of(found.Name));
        return string.Join(", ", names) is { Length: > 0 } all ? all : "–";
    }
}
