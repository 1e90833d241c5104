using Microsoft.AspNetCore.Authorization;

namespace DtcPortal.Web.Pages.About;

/// <summary>What the initiative and the portal are, and whom to ask.</summary>
[AllowAnonymous]
public sealed class IndexModel : PortalPage;
