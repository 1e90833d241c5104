using DtcPortal.Application.Calls;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Calls;

/// <summary>A page that changes one part of a call.</summary>
public abstract class CallPage : PortalPage
{
    [FromRoute]
    public string Slug { get; set; } = string.Empty;

    public CallHead Call { get; protected set; } = null!;

    /// <summary>Saves and goes back to the list of parts, or to another address.</summary>
    /// <param name="save">Calls the service.</param>
    /// <param name="load">Loads what the page shows, without what was typed.</param>
    /// <param name="next">Where to go.</param>
    protected Task<IActionResult> SaveAsync(Func<Task> save, Func<Task> load, string? next = null) => AttemptAsync(
        async () =>
        {
            await save();
            Notice(T["Saved. Both parties sign the call as it is now."]);
            return Redirect(next ?? $"/manage/calls/{Slug}");
        },
        async () =>
        {
            await load();
            this.AcceptVersion(Call.Version);
            return Page();
        });
}
