using DtcPortal.Application.Accounts;
using DtcPortal.Application.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.OurCentre.Agreement;

/// <summary>The centre reads its agreement with ITU; its manager signs.</summary>
[Authorize(Policy = nameof(Policies.CentreStaff))]
public sealed class IndexModel(ManagedCentreQueries queries, AgreementService agreements) : PortalPage
{
    /// <summary>The centre.</summary>
    public ManagedCentre Centre { get; private set; } = null!;

    /// <summary>Whether the reader's signature is the next thing.</summary>
    public bool MaySign => Actor.Is(PortalRole.CentreManager) && Centre.Agreement is { IsComplete: true, CentreSignedAt: null };

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync() => Centre = await queries.MineAsync(Actor, Cancel);

    /// <summary>The document.</summary>
    public async Task<IActionResult> OnGetDownloadAsync()
    {
        var mine = await queries.MineAsync(Actor, Cancel);
        var document = await queries.DocumentAsync(mine.Slug, Cancel);
        return File(document.Content, document.ContentType, document.FileName);
    }

    /// <summary>The manager signs.</summary>
    public Task<IActionResult> OnPostAsync(bool read, string? fingerprint) => AttemptAsync(
        async () =>
        {
            Rule.Require(read, "Tick that you read the agreement.", "read");
            await agreements.SignForCentreAsync(Actor, fingerprint, Cancel);
            Notice(T["You signed the agreement for your centre."]);
            return Redirect("/centre/agreement");
        },
        async () =>
        {
            await OnGetAsync();
            return Page();
        });
}
