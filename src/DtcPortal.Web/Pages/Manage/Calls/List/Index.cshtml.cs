using System.Globalization;
using DtcPortal.Application.Calls;
using DtcPortal.Application.Common;
using DtcPortal.Application.Exporting;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Calls.List;

/// <summary>All calls, drafts too.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(CallQueries queries, PortalClock clock) : PortalPage
{
    public IReadOnlyList<CallRow> Calls { get; private set; } = [];

    public async Task OnGetAsync() => Calls = await queries.ListAsync(Cancel);

    /// <summary>The list as a file; a deadline as the clocks of its zone show it.</summary>
    public async Task<IActionResult> OnGetDownloadAsync(string? format)
    {
        var rows = await queries.ListAsync(Cancel);
        return new ExportTable(
            "calls",
            [T["Call"], T["Phase"], T["Opens"], T["Deadline"], T["Time zone"], T["Drafts"], T["Submitted|candidacies"], T["State"]],
            rows.Select(row => (IReadOnlyList<object?>)
            [
                T.Of(row.Head.Title), T.Of(row.PhaseName), row.Head.OpensAt, row.Head.DeadlineLocal.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), row.Head.DeadlineZone,
                row.Drafts, row.Submitted, StateOf(row).Text,
            ])).ToFile(format);
    }

    /// <summary>Where a call stands now.</summary>
    public StateWord StateOf(CallRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return T.State(row.Head.StateAt(clock.Now));
    }
}
