using DtcPortal.Application.Calls;
using DtcPortal.Domain.Calls;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;

namespace DtcPortal.Web.Pages.Manage.Calls.Form;

/// <summary>The sections of a call's form.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(CallPartQueries queries) : CallPage
{
    public CandidacyForm Form { get; private set; } = CandidacyForm.Empty;

    public async Task OnGetAsync() => (Call, Form) = await queries.FormAsync(Slug, Cancel);
}
