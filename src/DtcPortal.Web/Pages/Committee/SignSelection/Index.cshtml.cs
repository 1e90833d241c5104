using DtcPortal.Application.Common;
using DtcPortal.Application.Selection;
using DtcPortal.Application.Signing;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Pages.Signing;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Committee.SignSelection;

/// <summary>What a signature of the selection does, what changed, and the two places to sign.</summary>
[Authorize(Policy = nameof(Policies.Committee))]
public sealed class IndexModel(SelectionQueries queries, SigningQueries signing, Moments moments) : SigningPage
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = string.Empty;

    public SelectionSummary View { get; private set; } = null!;

    public SigningView Sheet { get; private set; } = null!;

    /// <summary>Whether the reader's party has signed, and the other has not.</summary>
    public bool HasSigned => Sheet is { SignsFor: { } party, IsComplete: false } && Sheet.SignatureOf(party) is not null;

    public StateWord State => Sheet switch
    {
        { IsComplete: true } => new(Tone.Good, T["Decided"]),
        { Itu: not null } => new(Tone.Info, T["Signed by {0}", T.The(Party.Itu)]),
        { Cisco: not null } => new(Tone.Info, T["Signed by {0}", T.The(Party.Cisco)]),
        _ => new(Tone.Info, T["Proposed"]),
    };

    public async Task OnGetAsync()
    {
        View = await queries.SummaryAsync(Slug, Actor, Cancel);
        Sheet = await signing.ViewAsync(SignedKind.Selection, View.DecisionId, Actor, View.CallId, Cancel).OrNotFoundAsync();
    }

    /// <summary>The version as a document.</summary>
    public async Task<IActionResult> OnGetDownloadPdfAsync()
    {
        await OnGetAsync();
        if (View.IsHidden)
        {
            throw new ForbiddenException();
        }

        var file = SelectionPdf.Write(T, moments, Sheet, T["Selection, {0}", T.Of(View.PhaseName)], NameOf);
        return File(file, "application/pdf", $"{View.Slug}-{T["selection|file"]}-{Sheet.Number}.pdf");
    }

    /// <summary>What a line of the signed version is about.</summary>
    public string NameOf(string label, string? subject)
    {
        var parts = subject?.Split(' ') ?? [];
        return parts switch
        {
            [var number, var code] => T["Seat {0}, {1}", number, RegionOf(code)],
            [var code] => $"{T[label]}, {RegionOf(code)}",
            _ => T[label],
        };
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        await OnGetAsync();
        return Page();
    }

    protected override IActionResult RedirectAfterSigning(SignedKind kind, bool complete) => Redirect($"/committee/calls/{Slug}/selection{(complete ? string.Empty : "/sign")}");

    private string RegionOf(string code) => RegionCodes.TryParse(code, out var region) ? T.Of(region) : code;
}
