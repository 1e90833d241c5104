using DtcPortal.Application.Candidacies;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Candidacies.Document;

/// <summary>A document of a candidacy, to be kept and not shown in the browser, for those who may read it.</summary>
public sealed class IndexModel(SubmittedQueries queries) : PortalPage
{
    public async Task<IActionResult> OnGetAsync(string reference, Guid id)
    {
        var document = await queries.DocumentAsync(reference, id, Actor, Cancel);
        return File(document.Content, document.ContentType, document.FileName);
    }
}
