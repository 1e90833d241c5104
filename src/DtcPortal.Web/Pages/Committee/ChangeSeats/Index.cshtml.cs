using DtcPortal.Application.Common;
using DtcPortal.Application.Selection;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Selection;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Committee.ChangeSeats;

/// <summary>Seats by region, adjusted with a reason.</summary>
[Authorize(Policy = nameof(Policies.Committee))]
public sealed class IndexModel(SelectionQueries queries, SelectionService service) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = string.Empty;

    [BindProperty]
    public SeatsInput Input { get; set; } = new();

    public SelectionBasis Basis { get; private set; } = null!;

    public IReadOnlyList<RegionDemand> Demands { get; private set; } = [];

    public IReadOnlyDictionary<Region, int> ByRule { get; private set; } = new Dictionary<Region, int>();

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input.Seats = Demands.ToDictionary(demand => demand.Region.Code(), demand => (int?)ByRule.GetValueOrDefault(demand.Region));
    }

    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            await service.AdjustAsync(new AdjustSeats { Actor = Actor, CallSlug = Slug, Seats = Input.ToSeats(), Reason = Input.AdjustmentReason }, Cancel);
            Notice(T["The seats are adjusted: a new version to sign."]);
            return Redirect($"/committee/calls/{Slug}/selection");
        },
        async () =>
        {
            await LoadAsync();
            return Page();
        },
        () => Input.ToSeats());

    private async Task LoadAsync()
    {
        Basis = await queries.UndecidedBasisAsync(Slug, Actor, Cancel);
        if (Basis is not { Reader.Signs: true, Stage: CallStage.Deliberation, Needs.Count: > 0 })
        {
            throw new ForbiddenException();
        }

        var input = Basis.ToInput();
        Demands = SelectionProposer.Demands(input);
        ByRule = SeatAllocation.Give(Demands, Basis.FreeSeats).CountBy(region => region).ToDictionary();
    }
}

/// <summary>What is typed.</summary>
public sealed class SeatsInput
{
    /// <summary>Seats by the region's code.</summary>
    public Dictionary<string, int?> Seats { get; set; } = [];

    /// <summary>Why.</summary>
    public string? AdjustmentReason { get; set; }

    /// <summary>Throws RuleBrokenException at each region that is left empty, for nothing is not 0, and without a reason.</summary>
    internal Dictionary<Region, int> ToSeats()
    {
        var (seats, rules) = (new Dictionary<Region, int>(), new FormRules());
        foreach (var (code, count) in Seats)
        {
            if (RegionCodes.TryParse(code, out var region))
            {
                rules.Require(count is not null, "Enter a whole number, such as 12.", $"Seats[{code}]");
                seats[region] = count ?? 0;
            }
        }

        rules.Gather(() => Rule.Reason(AdjustmentReason, nameof(AdjustmentReason)));
        rules.Demand();
        return seats;
    }
}
