using DtcPortal.Application.Centres;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Reporting;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.OurCentre.Income;

/// <summary>An amount as typed.</summary>
public sealed class AmountInput
{
    public decimal? Dollars { get; set; }

    public string? Note { get; set; }
}

/// <summary>Income by source and costs of a quarter.</summary>
public sealed class IncomeInput
{
    public AmountInput TrainingFees { get; set; } = new();

    public AmountInput Community { get; set; } = new();

    public AmountInput Donations { get; set; } = new();

    public AmountInput PublicFunds { get; set; } = new();

    public AmountInput Companies { get; set; } = new();

    public AmountInput Costs { get; set; } = new();

    public long Stamp { get; set; }

    public AmountInput Of(IncomeSource? source) => source switch
    {
        IncomeSource.TrainingFees => TrainingFees,
        IncomeSource.Community => Community,
        IncomeSource.Donations => Donations,
        IncomeSource.PublicFunds => PublicFunds,
        IncomeSource.Companies => Companies,
        _ => Costs,
    };
}

[Authorize(Policy = nameof(Policies.CentreStaff))]
public sealed class IndexModel(IncomeQueries queries, IncomeService income, ManagedCentreQueries centres) : PortalPage
{
    [BindProperty(SupportsGet = true, Name = "period")]
    public string? PeriodText { get; set; }

    [BindProperty]
    public IncomeInput Input { get; set; } = new();

    /// <summary>All quarters, latest first; empty before the first that the centre reports.</summary>
    public IReadOnlyList<IncomePeriod> Periods { get; private set; } = [];

    /// <summary>The quarter at hand.</summary>
    public IncomePeriod? Current { get; private set; }

    /// <summary>How far the centre has come.</summary>
    public CentreStanding Standing { get; private set; } = null!;

    /// <summary>Whether the quarter at hand still changes.</summary>
    public bool CanChange => Current is { IsOpen: true } && Standing.IsWorking;

    /// <summary>Whether somebody else stored something meanwhile: both are shown.</summary>
    public bool IsStale { get; private set; }

    public static IEnumerable<IncomeSource> Sources => Enum.GetValues<IncomeSource>();

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        if (Current is { } current)
        {
            foreach (var amount in current.Amounts)
            {
                var input = Input.Of(amount.Source);
                (input.Dollars, input.Note) = (amount.Cents / 100m, amount.Note);
            }

            Input.Stamp = current.Stamp;
        }

        return Page();
    }

    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            var period = ReportingPeriod.TryParse(PeriodText, out var chosen) ? chosen : throw new Application.Common.NotFoundException();
            await income.SaveAsync(
                new SaveIncome
                {
                    Actor = Actor, Period = period, Stamp = Input.Stamp,
                    Income = Entries,
                    Costs = EntryOf(Input.Costs),
                },
                Cancel);
            Notice(T["Income and costs of {0} are saved.", period]);
            return Redirect($"/centre/income?period={period}");
        },
        async () =>
        {
            await LoadAsync();
            IsStale = Response.StatusCode == StatusCodes.Status409Conflict;
            if (IsStale && Current is { } current)
            {
                // once both were shown, saving again is a decision
                ModelState.SetModelValue("Input.Stamp", current.Stamp, current.Stamp.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }

            return Page();
        },
        () => IncomeService.Check(Entries, EntryOf(Input.Costs)));

    /// <summary>Own income ÷ costs, in percent.</summary>
    public static string? Ratio(IncomePeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.SelfFinancing is { } ratio ? Figures.Percent(100 * ratio, 1) : null;
    }

    private Dictionary<IncomeSource, AmountEntry> Entries => Sources.ToDictionary(source => source, source => EntryOf(Input.Of(source)));

    private static AmountEntry EntryOf(AmountInput input) => new(input.Dollars, input.Note);

    private async Task LoadAsync()
    {
        Standing = await centres.StandingAsync(Actor, Cancel);
        Periods = await queries.MineAsync(Actor, Cancel);
        // the one that is named, else the oldest that waits for its report, else the one that runs
        Current = ReportingPeriod.TryParse(PeriodText, out var period)
            ? Periods.FirstOrDefault(known => known.Period == period)
            : Periods.LastOrDefault(known => known.IsOpen) ?? (Periods is [var latest, ..] ? latest : null);
    }
}
