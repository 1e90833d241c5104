using System.Globalization;
using DtcPortal.Application.Calls;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Calls.Dates;

/// <summary>Sets when a call opens and its deadline.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(CallService calls, CallQueries queries, Moments moments) : CallPage
{
    [BindProperty]
    public DatesInput Input { get; set; } = new();

    public async Task OnGetAsync() => Input = await StoredAsync();

    public Task<IActionResult> OnPostAsync() => SaveAsync(
        () => calls.SetDatesAsync(
            new SetCallDates { Actor = Actor, Slug = Slug, Version = Input.Version, OpensAt = Input.ToOpening(), Deadline = Input.ToDeadline() }, Cancel),
        () => Input, StoredAsync, Say,
        check: Input.Check);

    private async Task<DatesInput> StoredAsync()
    {
        Call = await queries.HeadAsync(Slug, Cancel);
        var input = new DatesInput();
        input.Fill(Call);
        return input;
    }

    private IEnumerable<PartValue> Say(DatesInput input) =>
    [
        new(T["Opens on"], input.OpensOn is { } opens ? moments.Date(opens) : null),
        new(T["Opens at"], Time(input.OpensAt)),
        new(T["Deadline, day"], input.DeadlineOn is { } deadline ? moments.Date(deadline) : null),
        new(T["Deadline, time"], Time(input.DeadlineAt)),
        new(T["Time zone"], input.Zone),
    ];

    private static string? Time(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);
}
