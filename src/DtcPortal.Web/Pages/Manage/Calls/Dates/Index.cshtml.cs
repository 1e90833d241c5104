using DtcPortal.Application.Calls;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Calls.Dates;

/// <summary>Sets when a call opens and its deadline.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(CallService calls, CallQueries queries) : CallPage
{
    [BindProperty]
    public DatesInput Input { get; set; } = new();

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input.Fill(Call);
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync(
        () => calls.SetDatesAsync(
            new SetCallDates { Actor = Actor, Slug = Slug, Version = Input.Version, OpensAt = Input.ToOpening(), Deadline = Input.ToDeadline() }, Cancel),
        LoadAsync);

    private async Task LoadAsync() => Call = await queries.HeadAsync(Slug, Cancel);
}
