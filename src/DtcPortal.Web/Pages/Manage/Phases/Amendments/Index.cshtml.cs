using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Phases;
using DtcPortal.Application.Signing;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Pages.Signing;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Phases.Amendments;

/// <summary>Proposes, withdraws and signs amendments of a phase.</summary>
[Authorize(Policy = nameof(Policies.ManagersAndCoChairs))]
public sealed class IndexModel(PhaseService phases, PhaseQueries queries, SigningQueries sheets) : SigningPage
{
    [BindProperty]
    public AmendmentInput Input { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = string.Empty;

    public PhaseView Phase { get; private set; } = null!;

    /// <summary>The one that waits for signatures.</summary>
    public SigningView? Signing { get; private set; }

    public bool IsManager => Actor.Is(PortalRole.ProgrammeManager);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            await phases.ProposeAsync(
                new ProposePhaseAmendment { Actor = Actor, Slug = Slug, EndsOn = Input.EndsOn, Cap = Input.Cap, Reason = Input.Reason }, Cancel);
            Notice(T["The amendment is proposed. A co-chair of each party signs it."]);
            return Redirect(Request.Path);
        },
        ShowAsync);

    public Task<IActionResult> OnPostWithdrawAsync(Guid amendmentId)
    {
        ModelState.Clear();
        return AttemptAsync(
            async () =>
            {
                await phases.WithdrawAsync(new WithdrawPhaseAmendment { Actor = Actor, Slug = Slug, AmendmentId = amendmentId }, Cancel);
                Notice(T["The amendment is withdrawn."]);
                return Redirect(Request.Path);
            },
            ShowAsync);
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        Phase = await queries.FindAsync(Slug, Cancel);
        if (Phase.Amendments.FirstOrDefault(amendment => amendment.IsOpen) is { } open)
        {
            Signing = await sheets.ViewAsync(SignedKind.PhaseAmendment, open.Id, Actor, null, Cancel);
        }

        return Page();
    }

    /// <summary>What changes.</summary>
    public sealed class AmendmentInput
    {
        [Display(Name = "New last day")]
        public DateOnly? EndsOn { get; set; }

        [Display(Name = "Cap")]
        public int? Cap { get; set; }

        [StringLength(2000)]
        [Display(Name = "Reason")]
        public string? Reason { get; set; }
    }
}
