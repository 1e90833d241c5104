using System.Globalization;
using DtcPortal.Application.Calls;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Calls;

/// <summary>A value of a part of a call, as it is read.</summary>
/// <param name="Label">What it is, in the reader's language.</param>
/// <param name="Value">Its value, in the reader's language; null for none.</param>
public sealed record PartValue(string Label, string? Value);

/// <summary>A value that somebody else saved while the reader typed another.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Typed">What the reader typed; empty for nothing.</param>
/// <param name="Stored">What is stored now; empty for nothing.</param>
public sealed record PartDifference(string Label, string Typed, string Stored);

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

    /// <summary>Saves; when somebody else saved first, what is stored now stands beside what was typed.</summary>
    /// <param name="save">Calls the service.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="stored">Loads what the page shows, and gives what is stored as it would be typed.</param>
    /// <param name="say">The values of a part, each under a label of its own.</param>
    /// <param name="next">Where to go.</param>
    protected Task<IActionResult> SaveAsync<TInput>(
        Func<Task> save, Func<TInput> typed, Func<Task<TInput>> stored, Func<TInput, IEnumerable<PartValue>> say, string? next = null) => SaveAsync(
        save,
        async () =>
        {
            var now = await stored();
            if (Response.StatusCode == StatusCodes.Status409Conflict)
            {
                Differences = Compare([.. say(typed())], [.. say(now)]);
            }
        },
        next);

    /// <summary>A number as it is read.</summary>
    protected static string? Number(decimal? value) => value?.ToString("0.######", CultureInfo.CurrentCulture);

    private static IReadOnlyList<PartDifference> Compare(IReadOnlyList<PartValue> typed, IReadOnlyList<PartValue> stored) =>
    [
        .. from label in stored.Concat(typed).Select(value => value.Label).Distinct()
           let mine = Of(typed, label)
           let theirs = Of(stored, label)
           where mine != theirs
           select new PartDifference(label, mine, theirs),
    ];

    // a browser sends line ends of its own
    private static string Of(IReadOnlyList<PartValue> values, string label) =>
        values.FirstOrDefault(value => value.Label == label)?.Value?.ReplaceLineEndings("\n").Trim() ?? string.Empty;
}
