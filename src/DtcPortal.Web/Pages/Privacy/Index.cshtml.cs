using Microsoft.AspNetCore.Authorization;

namespace DtcPortal.Web.Pages.Privacy;

/// <summary>Which personal data the portal keeps, why, and who sees it.</summary>
[AllowAnonymous]
public sealed class IndexModel : PortalPage;
