using DtcPortal.Application.Common;
using DtcPortal.Application.Exporting;
using DtcPortal.Application.Mail;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Admin.Outbox;

/// <summary>Mails: waiting, sent, given up.</summary>
[Authorize(Policy = nameof(Policies.Administrators))]
public sealed class IndexModel(OutboxQueries queries, OutboxService outbox, IMailTransport transport) : PortalPage
{
    /// <summary>Only those that have come so far.</summary>
    [BindProperty(SupportsGet = true)]
    public OutboxState? State { get; set; }

    /// <summary>Part of the mail address.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Recipient { get; set; }

    /// <summary>What the list is sorted by, such as recipient; null for the newest first.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    /// <summary>Page of the list.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>The mails.</summary>
    public Paged<OutboxRow> Mails { get; private set; } = null!;

    /// <summary>Whether mails have somewhere to go.</summary>
    public bool IsReady => transport.IsReady;

    private OutboxFilter Filter => new() { State = State, Recipient = Recipient, Sort = Sort, Page = PageNumber };

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync() => Mails = await queries.ListAsync(Filter, Cancel);

    /// <summary>The list as a file, without what the mails say.</summary>
    public async Task<IActionResult> OnGetDownloadAsync(string? format)
    {
        var rows = await queries.AllAsync(Filter, Cancel);
        return new ExportTable(
            "mails",
            [T["Subject"], T["To"], T["Written"], T["State"], T["Sent|when"], T["Attempts"], T["Last error"]],
            rows.Select(row => (IReadOnlyList<object?>)
            [
                row.Subject, row.Recipient, row.CreatedAt, WordOf(row.State).Text, row.SentAt, row.Attempts, row.LastError,
            ])).ToFile(format);
    }

    /// <summary>Sends one that was given up once more.</summary>
    public async Task<IActionResult> OnPostRetryAsync(Guid id)
    {
        await outbox.RetryAsync(id, Cancel);
        Notice(T["The mail is sent again within some seconds."]);
        return LocalRedirect("/admin/outbox");
    }

    /// <summary>The word of a state.</summary>
    public StateWord WordOf(OutboxState state) => state switch
    {
        OutboxState.Sent => new(Tone.Good, T["Sent|mail"]),
        OutboxState.Failed => new(Tone.Bad, T["Given up|mail"]),
        _ => new(Tone.Info, T["Waiting|mail"]),
    };
}
