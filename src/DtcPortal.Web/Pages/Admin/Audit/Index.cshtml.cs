using DtcPortal.Application.Auditing;
using DtcPortal.Application.Common;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Admin.Audit;

/// <summary>Who changed what from what to what, when and from where.</summary>
[Authorize(Policy = nameof(Policies.Administrators))]
public sealed class IndexModel(AuditQueries queries) : PortalPage
{
    /// <summary>Kind of thing.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Entity { get; set; }

    /// <summary>Key of a thing.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    /// <summary>What happened.</summary>
    [BindProperty(SupportsGet = true)]
    public AuditAction? Happening { get; set; }

    /// <summary>Part of the name of who acted.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    /// <summary>First day.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    /// <summary>Last day.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    /// <summary>Page of the list.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>Kinds of things.</summary>
    public IReadOnlyList<string> Entities { get; private set; } = [];

    /// <summary>The entries.</summary>
    public Paged<AuditRow> Entries { get; private set; } = null!;

    private AuditFilter Filter => new() { Entity = Entity, EntityId = Key?.Trim(), Action = Happening, Actor = Who, From = From, Until = Until };

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync()
    {
        Entities = await queries.EntitiesAsync(Cancel);
        Entries = await queries.ListAsync(Filter, Math.Max(1, PageNumber), Cancel);
    }

    /// <summary>The same as CSV, all of it, the oldest first.</summary>
    public IActionResult OnGetDownload() => new AuditFile(queries.AllAsync(Filter, Cancel));

    /// <summary>The word for what happened.</summary>
    public string WordOf(AuditAction action) => action switch
    {
        AuditAction.Added => T["Added|audit"],
        AuditAction.Changed => T["Changed|audit"],
        AuditAction.Removed => T["Removed|audit"],
        _ => T["Happened|audit"],
    };
}
