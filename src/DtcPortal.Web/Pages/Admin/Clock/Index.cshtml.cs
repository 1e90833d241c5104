using System.Globalization;
using DtcPortal.Application.Common;
using DtcPortal.Application.Demo;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Admin.Clock;

/// <summary>Moves the demonstration's time forward; what became due is done at once.</summary>
[Authorize(Policy = nameof(Policies.Administrators))]
[DemoOnly]
public sealed class IndexModel(DemoClock demo, PortalClock clock) : PortalPage
{
    /// <summary>Days to move.</summary>
    [BindProperty]
    public int? Days { get; set; }

    /// <summary>Now, by the portal's clock.</summary>
    public DateTimeOffset Now => clock.Now;

    /// <summary>How far it is ahead.</summary>
    public int DaysAhead => (int)clock.Offset.TotalDays;

    /// <summary>Dates ahead.</summary>
    public IReadOnlyList<UpcomingDeadline> Ahead { get; private set; } = [];

    /// <summary>Shows the clock.</summary>
    public Task OnGetAsync() => LoadAsync();

    /// <summary>Moves by days.</summary>
    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            await demo.MoveByAsync(Days ?? 0, Cancel);
            return Moved();
        },
        AgainAsync);

    /// <summary>Moves to a date ahead.</summary>
    public Task<IActionResult> OnPostToAsync(string? at) => AttemptAsync(
        async () =>
        {
            await demo.MoveToAsync(DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : clock.Now, Cancel);
            return Moved();
        },
        AgainAsync);

    private LocalRedirectResult Moved()
    {
        Notice(T["The clock was moved, and what became due was done."]);
        return LocalRedirect("/admin/clock");
    }

    private async Task<IActionResult> AgainAsync()
    {
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync() => Ahead = await demo.AheadAsync(Cancel);
}
