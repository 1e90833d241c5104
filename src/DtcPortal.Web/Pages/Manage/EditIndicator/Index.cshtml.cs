using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Application.Reporting;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DtcPortal.Web.Pages.Manage.EditIndicator;

/// <summary>The form of a definition.</summary>
public sealed class IndicatorInput
{
    [Required(ErrorMessage = "Write a name.")]
    public string? Name { get; set; }

    public string? NameFrench { get; set; }

    [Required(ErrorMessage = "Write what exactly is counted.")]
    public string? Definition { get; set; }

    public string? DefinitionFrench { get; set; }

    public string? Unit { get; set; }

    public string? UnitFrench { get; set; }

    public string Group { get; set; } = string.Empty;

    public Direction Direction { get; set; } = Direction.HigherIsBetter;

    public OverTime OverTime { get; set; } = OverTime.Sum;

    public List<string> Disaggregations { get; set; } = [];

    public int Decimals { get; set; }

    public int JumpPercent { get; set; } = JumpRule.UsualPercent;

    public bool IsActive { get; set; } = true;

    public long Version { get; set; }
}

[Authorize(Policy = nameof(Policies.ManagersAndCoChairs))]
public sealed class IndexModel(IndicatorQueries queries, IndicatorService indicators) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = string.Empty;

    [BindProperty]
    public IndicatorInput Input { get; set; } = new();

    /// <summary>The indicator; null for a new one.</summary>
    public Indicator? Known { get; private set; }

    public bool IsNew => Code == "new";

    public bool CanChange => Actor.Is(PortalRole.ProgrammeManager);

    public IEnumerable<SelectListItem> Groups => ReferenceCatalogue.IndicatorGroups.Select(group => new SelectListItem(T.Of(group.Name), group.Code));

    public IEnumerable<Choice> Directions => [new(nameof(Direction.HigherIsBetter), T["More is better"]), new(nameof(Direction.LowerIsBetter), T["Less is better"])];

    public IEnumerable<Choice> OverTimes =>
    [
        new(nameof(OverTime.Sum), T["The quarters sum"]),
        new(nameof(OverTime.Latest), T["The latest quarter counts"]),
        new(nameof(OverTime.Cumulative), T["The quarters sum from the start of the phase"]),
    ];

    public IEnumerable<Choice> Parts => ReferenceCatalogue.Disaggregations
        .Where(found => Known?.Source != IndicatorSource.Computed || Known.Disaggregations.Contains(found.Code) || ReferenceCatalogue.FindIndicator(Known.Code)?.Disaggregations.Contains(found.Code) == true)
        .Select(found => new Choice(found.Code, T.Of(found.Name), string.Join(", ", found.Parts.Select(part => T.Of(part.Name)))));

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        if (Known is { } known)
        {
            Input = new IndicatorInput
            {
                Name = known.Name.InEnglish, NameFrench = French(known.Name), Definition = known.Definition.InEnglish, DefinitionFrench = French(known.Definition),
                Unit = known.Unit.InEnglish, UnitFrench = French(known.Unit), Group = ReferenceCatalogue.IndicatorGroups.FirstOrDefault(group => group.Name == known.Group)?.Code ?? string.Empty,
                Direction = known.Direction, OverTime = known.OverTime, Disaggregations = [.. known.Disaggregations], Decimals = known.Decimals,
                JumpPercent = known.JumpPercent, IsActive = known.IsActive, Version = known.Version,
            };
        }

        return Page();
    }

    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            if (IsNew)
            {
                await indicators.AddAsync(Set(), Cancel);
                Notice(T["The indicator is added; the next reports ask for it."]);
            }
            else
            {
                Notice(await indicators.ChangeAsync(Set(), Cancel) ? T["The definition is changed: a new revision."] : T["Nothing was changed."]);
            }

            return Redirect("/manage/indicators");
        },
        async () =>
        {
            await LoadAsync();
            return Page();
        },
        async () =>
        {
            await LoadAsync();
            IndicatorService.Check(Set(), Known?.IsRatio == true);
        });

    private async Task LoadAsync() => Known = IsNew ? null : await queries.FindAsync(Code, Cancel);

    private SetIndicator Set() => new()
    {
        Actor = Actor, Code = IsNew ? null : Code, Version = Input.Version, Group = Input.Group,
        Name = LocalizedText.Of(Input.Name ?? string.Empty, Input.NameFrench), Definition = LocalizedText.Of(Input.Definition ?? string.Empty, Input.DefinitionFrench),
        Unit = LocalizedText.Of(Input.Unit ?? string.Empty, Input.UnitFrench), Direction = Input.Direction, OverTime = Input.OverTime,
        Disaggregations = Input.Disaggregations, Decimals = Input.Decimals, JumpPercent = Input.JumpPercent, IsActive = Input.IsActive,
    };

    private static string? French(LocalizedText text) => text.Has(LocalizedText.French) ? text.In(LocalizedText.French) : null;
}
