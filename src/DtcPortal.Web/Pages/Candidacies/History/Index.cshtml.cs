using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Common;
using DtcPortal.Domain.Calls;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Candidacies.History;

/// <summary>Who wrote what and when, with the text that stood before.</summary>
public sealed class IndexModel(CandidacyHistory history, PortalClock clock) : PortalPage
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public CandidacyHead Head { get; private set; } = null!;

    public Paged<HistoryEntry> Entries { get; private set; } = null!;

    public DateTimeOffset Now => clock.Now;

    public async Task OnGetAsync(string reference) => (Head, Entries) = await history.OfAsync(reference, Actor, PageNumber, Cancel);

    public string TextOf(HistoryEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var section = entry.Section is { } code && Head.Form.Find(code) is { } form ? T.Of(form.Title) : string.Empty;
        return entry.Kind switch
        {
            HistoryKind.Started => T["Started the candidacy"],
            HistoryKind.Wrote => T["Wrote in “{0}”", section],
            HistoryKind.Added => T["Added “{0}” to “{1}”", entry.Detail ?? string.Empty, section],
            HistoryKind.Removed => T["Removed “{0}” from “{1}”", entry.Detail ?? string.Empty, section],
            HistoryKind.Submitted => T["Submitted it, receipt {0}", entry.Detail ?? string.Empty],
            HistoryKind.Withdrawn => T["Withdrew it"],
            HistoryKind.Reopened => T["Took it up again"],
            _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Kind, "Not a kind of event."),
        };
    }

    /// <summary>The fields that an entry changed, in the order of the form.</summary>
    public IReadOnlyList<FormField> FieldsOf(HistoryEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Section is { } code && Head.Form.Find(code) is { } form ? [.. form.Fields.Where(field => entry.Before.ContainsKey(field.Key))] : [];
    }
}
