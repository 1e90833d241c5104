using DtcPortal.Application.Accounts;
using DtcPortal.Application.Phases;
using DtcPortal.Application.Signing;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Pages.Signing;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Phases.Show;

/// <summary>A phase: what it says, what its cap blocks, and its signatures.</summary>
[Authorize(Policy = nameof(Policies.ManagersAndCoChairs))]
public sealed class IndexModel(PhaseQueries queries, SigningQueries sheets) : SigningPage
{
    [FromRoute]
    public string Slug { get; set; } = string.Empty;

    public PhaseView Phase { get; private set; } = null!;

    public SigningView? Signing { get; private set; }

    public bool IsManager => Actor.Is(PortalRole.ProgrammeManager);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<IActionResult> ShowAsync()
    {
        Phase = await queries.FindAsync(Slug, Cancel);
        Signing = await sheets.ViewAsync(SignedKind.Phase, Phase.Row.Id, Actor, null, Cancel);
        return Page();
    }
}
