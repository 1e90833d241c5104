using DtcPortal.Application.Committee;
using DtcPortal.Application.Files;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Committee.Documents;

/// <summary>A document of a candidacy, for members who may see it; always as an attachment.</summary>
[Authorize(Policy = nameof(Policies.Committee))]
public sealed class IndexModel(ReviewQueries queries, IFileStore files) : PortalPage
{
    public async Task<IActionResult> OnGetAsync(string reference, Guid id)
    {
        var document = await queries.DocumentAsync(Actor, reference, id, Cancel);
        try
        {
            return File(files.Open(document.Sha256), document.ContentType, document.FileName);
        }
        catch (FileNotFoundException)
        {
            return NotFound();
        }
    }
}
