using DtcPortal.Application.Accounts;
using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Common;
using DtcPortal.Domain.Calls;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Candidacies.Submitted;

/// <summary>What was submitted and counts, for its institution, and once screening has started for those who screen and review it.</summary>
public sealed class IndexModel(CandidacyAccess access, SubmittedQueries queries, CandidacyPdf pdf, PortalClock clock) : PortalPage
{
    public CandidacyHead Head { get; private set; } = null!;

    public SubmittedView? Submitted { get; private set; }

    public DateTimeOffset Now => clock.Now;

    public bool IsSealed => Now < Head.EndsAt || Head.CallStage < CallStage.Screening;

    public bool MayExtend => Head.Right != CandidacyRight.Write && Actor.IsAny(PortalRole.ProgrammeManager, PortalRole.CoChair);

    public async Task OnGetAsync(string reference, int? number)
    {
        Head = await access.FindAsync(reference, Actor, Cancel);
        if (Head.Right >= CandidacyRight.Read && (number ?? Head.SubmittedNumber) is { } wanted)
        {
            Submitted = await queries.FindAsync(Head, wanted, Cancel);
        }
    }

    public async Task<IActionResult> OnGetDownloadPdfAsync(string reference, int? number)
    {
        var view = await queries.FindAsync(reference, Actor, Cancel, number);
        return File(pdf.Write(view), "application/pdf", $"{view.Receipt.Receipt}.pdf");
    }
}
