using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Common;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Candidacies.Submit;

/// <summary>Check your answers, then submit them; the arrival of the request decides whether it is in time.</summary>
public sealed class IndexModel(CandidacyService candidacies, CandidacyQueries queries, PortalClock clock) : PortalPage
{
    [BindProperty]
    public string? Fingerprint { get; set; }

    public SubmissionCheck Check { get; private set; } = null!;

    public DateTimeOffset Now => clock.Now;

    public bool IsOpen => Check.Head.IsOpenAt(ArrivedAt);

    public async Task OnGetAsync(string reference) => Check = await queries.CheckAsync(reference, Actor, Cancel);

    public Task<IActionResult> OnPostAsync(string reference) => AttemptAsync(
        async () =>
        {
            var receipt = await candidacies.SubmitAsync(
                new SubmitCandidacy { Actor = Actor, Reference = reference, Fingerprint = Fingerprint ?? string.Empty, ArrivedAt = ArrivedAt }, Cancel);
            return Redirect($"/candidacies/{reference}/receipt/{receipt.Number}");
        },
        async () =>
        {
            await OnGetAsync(reference);
            if (Response.StatusCode == StatusCodes.Status409Conflict)
            {
                ModelState.Clear();
                ModelState.AddModelError(string.Empty, T["A colleague changed the candidacy while you were checking it. Read what stands now, then submit."]);
            }

            return Page();
        });
}
