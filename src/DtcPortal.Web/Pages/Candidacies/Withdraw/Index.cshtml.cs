using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Common;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Candidacies.Withdraw;

/// <summary>Says what withdrawing does, and asks once.</summary>
public sealed class IndexModel(CandidacyAccess access, CandidacyService candidacies, PortalClock clock) : PortalPage
{
    public CandidacyHead Head { get; private set; } = null!;

    public DateTimeOffset Now => clock.Now;

    public async Task OnGetAsync(string reference) => Head = await access.FindOwnAsync(reference, Actor, Cancel);

    public Task<IActionResult> OnPostAsync(string reference) => AttemptAsync(
        async () =>
        {
            await candidacies.WithdrawAsync(new ChangeCandidacy { Actor = Actor, Reference = reference, ArrivedAt = ArrivedAt }, Cancel);
            Notice(T["The candidacy is withdrawn."]);
            return Redirect($"/candidacies/{reference}");
        },
        async () =>
        {
            await OnGetAsync(reference);
            return Page();
        });
}
