using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Reporting;
using DtcPortal.Application.Signing;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using DtcPortal.Web.Pages.Signing;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Targets;

[Authorize(Policy = nameof(Policies.ManagersAndCoChairs))]
public sealed class IndexModel(TargetQueries queries, TargetService targets, SigningQueries signing) : SigningPage
{
    [BindProperty(SupportsGet = true)]
    public string? Phase { get; set; }

    /// <summary>Name of a centre in addresses; empty for every centre.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Centre { get; set; }

    [BindProperty(SupportsGet = true, Name = "period")]
    public string? PeriodText { get; set; }

    /// <summary>Targets by code of the indicator; shares in percent.</summary>
    [BindProperty(Name = nameof(Values))]
    public Dictionary<string, decimal?> Values { get; set; } = [];

    [BindProperty]
    public long? Version { get; set; }

    public TargetsView View { get; private set; } = null!;

    public SigningView? Sheet { get; private set; }

    public bool CanChange => Actor.Is(PortalRole.ProgrammeManager);

    public StateWord? State => View.SetId is null ? null : View.AgreedAt is not null ? new StateWord(Tone.Good, T["In force"]) : new StateWord(Tone.Watch, T["To be signed by both"]);

    private ReportingPeriod? Period => ReportingPeriod.TryParse(PeriodText, out var period) ? period : null;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            if (!CanChange)
            {
                throw new ForbiddenException(new Message("Managers set targets; co-chairs sign them."));
            }

            var view = await queries.ViewAsync(Phase, Centre, Period, Cancel);
            var shares = view.Rows.Where(row => row.Indicator.IsRatio).Select(row => row.Indicator.Code).ToHashSet();
            var (_, changed) = await targets.SetAsync(
                new SetTargets
                {
                    Actor = Actor, PhaseId = view.Phase.OrNotFound().Id, CentreId = view.Centre?.Id, Period = view.Period, Version = Version,
                    Values = Values.ToDictionary(value => value.Key, value => shares.Contains(value.Key) ? value.Value / 100 : value.Value),
                },
                Cancel);
            Notice(changed ? T["The targets are saved; both co-chairs sign them anew."] : T["Nothing was changed."]);
            return Redirect(AddressOf(view));
        },
        ShowAsync,
        () => TargetService.Check(Values));

    /// <summary>A target as it stands in its field.</summary>
    public string? FieldOf(TargetRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return ModelState.TryGetValue(TargetService.TargetField(row.Indicator.Code), out var entry)
            ? entry.AttemptedValue
            : (row.Indicator.IsRatio ? 100 * row.Own : row.Own)?.ToString("0.######", System.Globalization.CultureInfo.CurrentCulture);
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        View = await queries.ViewAsync(Phase, Centre, Period, Cancel);
        Sheet = View.SetId is { } set ? await signing.ViewAsync(SignedKind.Targets, set, Actor, null, Cancel) : null;
        return Page();
    }

    private static string AddressOf(TargetsView view) => $"/manage/targets/{view.Phase!.Slug}?centre={view.Centre?.Slug}&period={view.Period}";
}
