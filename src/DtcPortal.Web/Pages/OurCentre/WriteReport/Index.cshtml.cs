using DtcPortal.Application.Common;
using DtcPortal.Application.Reporting;
using DtcPortal.Application.Accounts;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Web.Pages.OurCentre.WriteReport;

/// <summary>An indicator as typed.</summary>
public sealed class ValueInput
{
    public decimal? Total { get; set; }

    public Dictionary<string, decimal?> Parts { get; set; } = [];

    public string? Comment { get; set; }
}

[Authorize(Policy = nameof(Policies.CentreStaff))]
public sealed class IndexModel(ReportQueries queries, ReportService reports) : PortalPage
{
    [BindProperty(SupportsGet = true, Name = "period")]
    public string PeriodText { get; set; } = string.Empty;

    /// <summary>needs: only the rows that need somebody.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Only { get; set; }

    // named, so that nothing else of the form is taken for a value
    [BindProperty(Name = nameof(Values))]
    public Dictionary<string, ValueInput> Values { get; set; } = [];

    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ReportView View { get; private set; } = null!;

    public bool IsConflict => Response.StatusCode == StatusCodes.Status409Conflict;

    public bool IsManager => Actor.Is(PortalRole.CentreManager);

    public ReportingPeriod Period => ReportingPeriod.TryParse(PeriodText, out var period) ? period : throw new NotFoundException();

    public IEnumerable<IGrouping<LocalizedText, ReportRowModel>> Groups => View.Rows
        .Where(row => Only != "needs" || row.Problems.Count > 0 || row.Remarks.Any(remark => remark.IsOpen))
        .Select(row => new ReportRowModel(View, row, T, ModelState, IsConflict))
        .GroupBy(row => row.Indicator.Group);

    public async Task<IActionResult> OnGetAsync()
    {
        View = await queries.MineAsync(Actor, Period, Cancel);
        return Page();
    }

    /// <summary>Saves, then does what the button says.</summary>
    /// <param name="take">Code of an indicator whose figures are taken from the activities; "all" for every one.</param>
    /// <param name="repair">Indicator and disaggregation, parted by a slash, to be mended.</param>
    /// <param name="go">"submit" to go on to the check.</param>
    public Task<IActionResult> OnPostAsync(string? take, string? repair, string? go) => AttemptAsync(
        async () =>
        {
            await reports.SaveAsync(Save(Version, take), Cancel);
            var address = $"/centre/reports/{Period}";
            if (repair?.Split('/') is [var indicator, var disaggregation])
            {
                await reports.RepairAsync(new RepairReport { Actor = Actor, Period = Period, Indicator = indicator, Disaggregation = disaggregation }, Cancel);
                return Redirect($"{address}#{indicator}");
            }

            if (go == "submit")
            {
                return Redirect($"{address}/submit");
            }

            Notice(take is null ? T["The draft is saved."] : T["The figures are taken from your activities."]);
            return Redirect(take is null or "all" ? address : $"{address}#{take}");
        },
        OnGetAsync);

    public async Task<IActionResult> OnPostAutosaveAsync()
    {
        if (!ModelState.IsValid)
        {
            var first = ModelState.First(entry => entry.Value!.Errors.Count > 0);
            return BadRequest(new { message = first.Value!.Errors[0].ErrorMessage });
        }

        try
        {
            var saved = await reports.SaveAsync(Save(Version, null), Cancel);
            return new JsonResult(new { version = saved.Version, savedAt = saved.SavedAt });
        }
        catch (RuleBrokenException broken)
        {
            return BadRequest(new { message = T.Of(broken.Rule) });
        }
        catch (DbUpdateConcurrencyException)
        {
            return StatusCode(StatusCodes.Status409Conflict);
        }
    }

    public Task<IActionResult> OnPostCorrectAsync()
    {
        ModelState.Clear();
        return AttemptAsync(
            async () =>
            {
                await reports.CorrectAsync(new CorrectReport { Actor = Actor, Period = Period, Reason = Reason }, Cancel);
                Notice(T["The correction is begun; the approved figures stand until it is approved."]);
                return Redirect($"/centre/reports/{Period}");
            },
            OnGetAsync);
    }

    private SaveReport Save(long version, string? take) => new()
    {
        Actor = Actor,
        Period = Period,
        Version = version,
        Values = Values.ToDictionary(value => value.Key, value => new FigureEntry
        {
            Total = value.Value.Total, Parts = value.Value.Parts, Comment = value.Value.Comment, TakesActivities = take == "all" || take == value.Key,
        }),
    };
}
