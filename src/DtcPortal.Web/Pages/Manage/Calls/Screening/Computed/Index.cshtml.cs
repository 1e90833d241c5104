using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Common;
using DtcPortal.Domain.Calls;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Calls.Screening.Computed;

/// <summary>Marks as eligible, at once, the candidacies on which the portal finds each qualification met; says first which.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(ScreeningService service, ScreeningQueries queries) : PortalPage
{
    [FromRoute]
    public string Slug { get; set; } = string.Empty;

    /// <summary>References that were shown, so that nothing is marked that nobody saw.</summary>
    [BindProperty]
    public List<string> Met { get; set; } = [];

    public ComputedPreview Preview { get; private set; } = null!;

    public IReadOnlyList<ComputedLine> Eligible => [.. Preview.Lines.Where(line => line.IsMet)];

    public IReadOnlyList<ComputedLine> Left => [.. Preview.Lines.Where(line => !line.IsMet)];

    public async Task OnGetAsync()
    {
        Preview = await queries.PreviewAsync(Slug, Actor, Cancel);
        if (Preview.Stage is not (CallStage.Screening or CallStage.Scoring))
        {
            throw new NotFoundException();
        }
    }

    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            var done = await service.ScreenAllComputedAsync(new ScreenAllComputed { Actor = Actor, Call = Slug, References = Met.ToHashSet() }, Cancel);
            Notice(T.Plural(done, "{0} candidacy is eligible.", "{0} candidacies are eligible."));
            return Redirect($"/manage/calls/{Slug}/screening");
        },
        async () =>
        {
            Preview = await queries.PreviewAsync(Slug, Actor, Cancel);
            return Page();
        });
}
