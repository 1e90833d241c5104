using System.Globalization;
using DtcPortal.Application.Calls;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Calls;

/// <summary>A page that changes one part of a call.</summary>
public abstract class CallPage : PortalPage
{
    [FromRoute]
    public string Slug { get; set; } = string.Empty;

    public CallHead Call { get; protected set; } = null!;

    /// <summary>Where the part differs from what was typed, after somebody else saved first.</summary>
    public IReadOnlyList<PartDifference> Differences { get; private set; } = [];

    /// <summary>Saves and goes back to the list of parts, or to another address.</summary>
    /// <param name="save">Calls the service.</param>
    /// <param name="load">Loads what the page shows, without what was typed.</param>
    /// <param name="next">Where to go.</param>
    /// <param name="check">Checks what was typed by itself; null checks nothing.</param>
    protected Task<IActionResult> SaveAsync(Func<Task> save, Func<Task> load, string? next = null, Action? check = null) => AttemptAsync(
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
        },
        () => check?.Invoke());

    /// <summary>Saves; when somebody else saved first, what is stored now stands beside what was typed.</summary>
    /// <param name="save">Calls the service.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="stored">Loads what the page shows, and gives what is stored as it would be typed.</param>
    /// <param name="say">The values of a part, each under a label of its own.</param>
    /// <param name="next">Where to go.</param>
    /// <param name="check">Checks what was typed by itself; null checks nothing.</param>
    protected Task<IActionResult> SaveAsync<TInput>(
        Func<Task> save, Func<TInput> typed, Func<Task<TInput>> stored, Func<TInput, IEnumerable<PartValue>> say, string? next = null, Action? check = null) => SaveAsync(
        save,
        async () =>
        {
            var now = await stored();
            if (Response.StatusCode == StatusCodes.Status409Conflict)
            {
                Differences = PartDifference.Between([.. say(typed())], [.. say(now)]);
            }
        },
        next,
        check);

    /// <summary>The name in the form of a field of a row that a rule names by its key: Criteria[C3].Weight is Criteria[2].Weight.</summary>
    protected static string? AtIndex(string? field, string list, IEnumerable<string> keys)
    {
        var start = $"{list}[";
        if (field?.StartsWith(start, StringComparison.Ordinal) != true || field.IndexOf(']', StringComparison.Ordinal) is var end && end < 0)
        {
            return field;
        }

        var at = keys.ToList().IndexOf(field[start.Length..end]);
        return at < 0 ? field : $"{start}{at.ToString(CultureInfo.InvariantCulture)}{field[end..]}";
    }

    /// <summary>A number as it is read.</summary>
    protected static string? Number(decimal? value) => value?.ToString("0.######", CultureInfo.CurrentCulture);
}
