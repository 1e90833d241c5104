using DtcPortal.Application.Centres;
using DtcPortal.Application.Common;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Reporting;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.ReadActivities;

/// <summary>What a reported figure is made of, for managers of the parties.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(ActivityQueries queries) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string Centre { get; set; } = string.Empty;

    [BindProperty(SupportsGet = true, Name = "period")]
    public string PeriodText { get; set; } = string.Empty;

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? KindText { get; set; }

    [BindProperty(SupportsGet = true, Name = "level")]
    public string? LevelText { get; set; }

    [BindProperty(SupportsGet = true, Name = "counted")]
    public string? CountedText { get; set; }

    public string CentreName { get; private set; } = string.Empty;

    public IReadOnlyList<ActivityRow> Rows { get; private set; } = [];

    public ReportingPeriod Period => ReportingPeriod.TryParse(PeriodText, out var period) ? period : throw new NotFoundException();

    public ActivityKind? Kind => Enum.TryParse<ActivityKind>(KindText, out var kind) && Enum.IsDefined(kind) ? kind : null;

    public TrainingLevel? Level => Enum.TryParse<TrainingLevel>(LevelText, out var level) && Enum.IsDefined(level) ? level : null;

    public ActivityCount? Counted => Enum.TryParse<ActivityCount>(CountedText, out var counted) && Enum.IsDefined(counted) ? counted : null;

    /// <summary>What the rows are narrowed to; null for all.</summary>
    public string? Narrowed => (Kind, Level, Counted) switch
    {
        ({ } kind, { } level, _) => $"{T.Of(kind)}, {T.Of(level)}",
        ({ } kind, _, _) => T.Of(kind),
        (_, _, { } counted) => T.Of(counted),
        _ => null,
    };

    public async Task OnGetAsync() =>
        (CentreName, Rows) = await queries.OfAsync(Actor, Centre, new ActivityFilter { Period = Period, Kind = Kind, Level = Level, Counted = Counted, Sort = "date" }, Cancel);
}
