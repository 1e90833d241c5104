using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Common;
using DtcPortal.Domain.Calls;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Candidacies.Receipt;

/// <summary>That a candidacy arrived: after submitting, and later with its PDF copy.</summary>
public sealed class IndexModel(CandidacyQueries queries, SubmittedQueries submitted, CandidacyPdf pdf, PortalClock clock) : PortalPage
{
    public CandidacyHead Head { get; private set; } = null!;

    public IReadOnlyList<SubmissionRow> Submissions { get; private set; } = [];

    public SubmissionRow Shown { get; private set; } = null!;

    public DateTimeOffset Now => clock.Now;

    public bool IsOpen => Head.IsOpenAt(clock.Now);

    /// <summary>Whether what follows a submission is still to come.</summary>
    public bool IsAhead => Head.CallStage is CallStage.Published or CallStage.Screening;

    /// <summary>Whether the submission shown is the one that counts.</summary>
    public bool Counts => Shown.Number == Head.SubmittedNumber;

    public async Task<IActionResult> OnGetAsync(string reference, int? number)
    {
        (Head, Submissions) = await queries.SubmissionsAsync(reference, Actor, Cancel);
        var wanted = number ?? Head.SubmittedNumber ?? (Submissions.Count > 0 ? Submissions[0].Number : null);
        Shown = Submissions.FirstOrDefault(row => row.Number == wanted).OrNotFound();
        return Page();
    }

    public async Task<IActionResult> OnGetDownloadPdfAsync(string reference, int? number)
    {
        var view = await submitted.FindAsync(reference, Actor, Cancel, number);
        return File(pdf.Write(view), "application/pdf", $"{view.Receipt.Receipt}.pdf");
    }
}
