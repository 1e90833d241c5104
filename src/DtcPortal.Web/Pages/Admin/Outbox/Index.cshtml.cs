using DtcPortal.Application.Common;
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

    /// <summary>Page of the list.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>The mails.</summary>
    public Paged<OutboxRow> Mails { get; private set; } = null!;

    /// <summary>Whether mails have somewhere to go.</summary>
    public bool IsReady => transport.IsReady;

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync() => Mails = await queries.ListAsync(State, Recipient, Math.Max(1, PageNumber), Cancel);

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
